"""Places that lie in another: "la mina de *Tumbatú*, en La Sierra", "Muncie, Indiana"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from flows.extract.entities.names import LONGEST_INTRODUCTION, Name
from flows.extract.entities.types.settled import settled_type
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.person_names import is_first_name
from flows.text import fold

OF_PLACE = re.compile(r"\b(?:en|desde|hacia|hasta|cerca del?|(?:norte|sur|este|oeste|pueblo|minas?|playa|zona) de) \Z")
WITHIN = re.compile(r", en (?:el |la |los |las )?\Z")
"""What stands between a place and what it lies in: "Tumbatú, en La Sierra"."""


def lying_in(text: str, found: Sequence[Name], types: Mapping[str, str]) -> dict[str, str]:
    """Places that no list settles and that lie in another: "la mina de *Tumbatú*, en La Sierra"."""
    told: dict[str, str] = {}
    for name, region in pairwise(sorted(found, key=lambda name: name.char_start)):
        form = fold(name.text)
        between = text[name.char_end : region.char_start]
        if types[form] in {"PER", "MISC"} and types[fold(region.text)] == "LOC" and WITHIN.fullmatch(between):
            before = text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start]
            is_place = is_in(form, fold(region.text)) or OF_PLACE.search(before) is not None
            if is_place and not settled_type(name.text) and not is_first_name(name.text.split()[0]):
                told[form] = "LOC"
    return told


def is_in(city: str, region: str) -> bool:
    """Whether it is as in "Muncie, Indiana"."""
    regions = {place.country_code for place in places_named(region) if place.kind == "region"}
    country = country_named(region)
    regions |= {country.country_code} if country else set()
    return any(place.country_code in regions for place in places_named(city))
