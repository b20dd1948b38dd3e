"""How likely a word that may tell an event does tell one, and how likely its parties are those: logistic models.

Rules find what may be an event and who takes part. That "los crímenes" of a bill are none, nor "siempre ayudaba" or the
attack in a novel's plot, has no single rule, nor whether the bank named a line before is "la institución": it is
learned from candidates that readers judged (``MODEL_CARD.md``), over readable features.
"""

import csv
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.tsv")

BIAS = "(bias)"
"""Name of the weight that every event and party has."""

EVENT = "event"
QUESTIONS = (EVENT, "actor", "recipient")
"""What is asked, each with own weights: is it an event of its type, and one with this actor, or this recipient."""


def likelihood(question: str, features: Mapping[str, float]) -> float:
    """Say how likely the answer to one of the ``QUESTIONS`` is yes, from 0 to 1.

    Args:
        question: what is asked.
        features: of a candidate, or of a party of one, by name (``measures.py``).
    """
    return 1 / (1 + math.exp(-score(weights()[question], features)))


def score(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """Weigh features: the logarithm of the odds."""
    return weights[BIAS] + sum(weights.get(name, 0.0) * value for name, value in features.items())


@cache
def weights() -> dict[str, dict[str, float]]:
    """The weights in force, by question and feature."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {question: {row["feature"]: float(row[question]) for row in rows if row[question]} for question in QUESTIONS}
