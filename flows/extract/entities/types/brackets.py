"""What brackets behind a name tell of what stands in them: a region, a party."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from flows.extract.entities.names import Name
from flows.extract.entities.types.settled import settled_type
from flows.nlp.gazetteer import country_named, places_named
from flows.text import fold


def in_brackets(text: str, found: Sequence[Name], types: Mapping[str, str]) -> dict[str, str]:
    """What brackets tell: a region behind a town, a party behind a person: "Xela (Álava)", "Ana Paz (Xela Futura)"."""
    told: dict[str, str] = {}
    for name, inside in pairwise(sorted(found, key=lambda name: name.char_start)):
        is_alone = (
            text[name.char_end : inside.char_start] == " (" and text[inside.char_end : inside.char_end + 1] == ")"
        )
        form, bracketed = fold(name.text), fold(inside.text)
        if not is_alone:
            continue
        is_region = any(place.kind == "region" for place in places_named(bracketed)) or country_named(bracketed)
        if types[form] == "LOC" and is_region and types[bracketed] != "LOC" and settled_type(bracketed) is None:
            told[bracketed] = "LOC"
        elif types[form] == "PER" and " " in form and types[bracketed] == "LOC" and not inside.text.isupper():
            told |= {} if settled_type(bracketed) or places_named(bracketed) else {bracketed: "ORG"}
    return told
