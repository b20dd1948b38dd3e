"""Two names that a hyphen or slash joins: "Kim-Putin", "la carretera Tumbes-Piura"."""

import re
from collections.abc import Iterator

from flows.extract.entities.names import Name, name_at
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import head_type
from flows.nlp.gazetteer import places_named
from flows.nlp.person_names import is_first_name
from flows.text import fold

PAIRED = re.compile(r"\w ?[-–—/] ?\w")
NAME_OF_PAIR = re.compile(r"\w(?:(?! ?[-–—/] ?\w).)*\w|\w")


def halves(text: str, name: Name, types: dict[str, str]) -> Iterator[Name]:
    """The two names of a pair, as in "Kim-Putin" and "la carretera Tumbes-Piura"; not "Jong-un" beside "Jong Un"."""
    kinds = _kinds_of_pair(name, types)
    if not kinds:
        yield name
        return
    for part, kind in zip(NAME_OF_PAIR.finditer(text, name.char_start, name.char_end), kinds, strict=True):
        yield name_at(text, *part.span(), kind, name.confidence)


def _kinds_of_pair(name: Name, types: dict[str, str]) -> list[str]:
    """The types of the halves of a name that is two, each a name of its own; none where it is one."""
    if not PAIRED.search(name.text) or fold(re.sub(r"[-–—]", " ", name.text)) in types:
        return []
    parts = [fold(part) for part in NAME_OF_PAIR.findall(name.text)]
    is_surname = " " in parts[0] and is_first_name(parts[0].split()[0])  # "Ana Vera-Mora"
    if len(parts) < 2 or is_surname:
        return []
    if name.mention_type == "LOC" and not places_named(name.text) and all(map(places_named, parts)):
        return ["LOC"] * len(parts)
    kinds = [types.get(part) or (None if head_type(part) else settled_type(part)) for part in parts]
    return [kind for kind in kinds if kind] if all(kinds) else []
