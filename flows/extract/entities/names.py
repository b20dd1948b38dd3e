"""A name as it stands in an article's text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from flows.nlp.known_names import Known

MARKS = {"“": "”", "«": "»", "‘": "’", '"': '"', "'": "'"}
"""Quotation marks that open, each with the one that closes."""
CAPITALISED = r"[A-ZÁÉÍÓÚÑÜ][\w’'&-]*"
"""Pattern of a word that begins with a capital."""
LONGEST_INTRODUCTION = 40
"""So many code points before a name may say what it is."""
LIST_NUMBER = re.compile(r"\d\)\Z")
"""What stands before an item of a list: "2) Mover las piernas"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name's span, type, and how sure both are."""

    char_start: int
    char_end: int
    text: str
    mention_type: str
    confidence: float
    own: Known | None = None
    """What the newsroom's own list says that it names."""
    apart: str | None = None
    """What tells it from another thing of this name in the article: PER, or the country of a place."""
    is_named_after: bool = False
    """It is a place, body or family that is called after a person or town of this name."""


def name_at(text: str, start: int, end: int, mention_type: str, confidence: float) -> Name:
    """The name that stands at a span of the text."""
    return Name(char_start=start, char_end=end, text=text[start:end], mention_type=mention_type, confidence=confidence)


def without_overlap(found: Iterable[Name]) -> tuple[Name, ...]:
    """The names in the order of the text, none overlapping another.

    Of those that do one of the newsroom's own list stays, else the longest, of equal ones the surest.
    """
    kept: dict[int, Name] = {}
    taken: set[int] = set()
    for name in sorted(
        found, key=lambda n: (n.own is None, n.char_start - n.char_end, -n.confidence, n.char_start, n.mention_type)
    ):
        span = range(name.char_start, name.char_end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept[name.char_start] = name
    return tuple(kept[start] for start in sorted(kept))


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word stands where any word is written with a capital.

    >>> begins_sentence("Ayer. «Semana subió", 7), begins_sentence("2) Mover", 3)
    (True, True)
    """
    before = start
    while before > 0 and text[before - 1] in " \t\"“«‘'(¿¡—–-•*":
        before -= 1
    return (
        before == 0
        or text[before - 1] in ".!?…\n:;”»"
        or LIST_NUMBER.search(text, max(0, before - 3), before) is not None
    )
