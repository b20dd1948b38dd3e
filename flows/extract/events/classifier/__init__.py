"""How likely a word that may tell an event does tell one of its type: a logistic model over readable features.

Rules find what may be an event and who takes part. That "los crímenes" of a bill are none, nor "siempre ayudaba" or the
attack in a novel's plot, has no single rule: it is learned from candidates that readers judged (``MODEL_CARD.md``).
"""

import math
from functools import cache
from pathlib import Path

from flows.extract.events.classifier.features import ArticleFeatures, event_features
from flows.extract.events.coreference import Told
from flows.extract.events.referents import Referents

WEIGHTS = Path(__file__).with_name("weights.tsv")

BIAS = "(bias)"
"""Name of the weight that every event has."""


def likelihood(event: Told, referents: Referents, article: ArticleFeatures) -> float:
    """Say how likely a candidate is an event of its type, from 0 to 1.

    Args:
        event: the candidate with its participants, status and date.
        referents: what the article's phrases stand for.
        article: what is measured once for all candidates of the article.
    """
    weights = _weights()
    score = weights[BIAS] + sum(
        weights.get(name, 0.0) * value for name, value in event_features(event, referents, article).items()
    )
    return 1 / (1 + math.exp(-score))


@cache
def _weights() -> dict[str, float]:
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    return {name: float(weight) for name, weight in (line.split("\t") for line in lines)}
