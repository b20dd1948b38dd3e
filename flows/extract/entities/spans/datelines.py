"""Names in a dateline and right behind it: of "COLIMA, Col., 4 mar.- España" Colima and Spain, not Col or 4 mar."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from flows.extract.entities.names import Name, name_at
from flows.extract.entities.spans.parts import Part
from flows.extract.entities.words import words
from flows.nlp.datelines import Dateline, datelines
from flows.nlp.gazetteer import places_named

ABBREVIATION = re.compile(r"(?:[A-ZÁÉÍÓÚÑ][a-záéíóúñ]{0,3}\.?){1,3}")
"""The state behind a city: "Col.", "N.L.", "B.C.S.", "Q. Roo"."""
NO_NAME_FIRST = frozenset({"Al", "Del", "Le", "Se"})


def parted_at_datelines(text: str, names: Iterable[Part]) -> Iterator[Part]:
    """Leave out of a dateline what is no name, and of a name that runs on into the report what is of the dateline."""
    found = tuple(datelines(text))
    ends = [each.end for each in found]
    for name in names:
        start, end, mention_type = name
        at = bisect_right(ends, start)
        if at == len(found) or found[at].start >= end:
            yield name
        elif end > found[at].end:
            yield from _behind(text, found[at], end, mention_type)
        elif not _is_no_name(text, found[at], start, end):
            place_ends = [place_end for place_start, place_end in found[at].places if place_start <= start < place_end]
            yield start, min([end, *place_ends]), mention_type


def dateline_places(text: str) -> Iterator[Name]:
    """Find the cities that a report is dated from: "TOLUCA, Edomex.- ", "ROMA/MADRID.- "."""
    for each in datelines(text):
        for start, end in each.places:
            if places_named(text[start:end]) and not _is_no_name(text, each, start, end):
                yield name_at(text, start, end, "LOC", 0.96)


def _behind(text: str, dateline: Dateline, end: int, mention_type: str) -> Iterator[Part]:
    """The name that the report begins with."""
    start = dateline.end
    first, _, rest = text[start:end].partition(" ")
    if first.lower() in words("not_names") or first in NO_NAME_FIRST:
        start += len(first) + 1
        first = rest
    if first[:1].isupper():
        yield start, end, mention_type


def _is_no_name(text: str, dateline: Dateline, start: int, end: int) -> bool:
    """Whether it has a day in it, or abbreviates the state that the city lies in."""
    name = text[start:end]
    is_short = start > dateline.start and ABBREVIATION.fullmatch(name) and text[end - 1 : end + 1].count(".")
    return any(map(str.isdigit, name)) or bool(is_short)
