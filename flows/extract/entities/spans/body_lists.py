"""Bodies that are for several things: "Unidad de la Familia, Niñez y Juventud de Xela"."""

import re

from flows.extract.entities.words import words
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name

WORD = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+"
ITEM = rf"{WORD}(?: {WORD})?"
REST = re.compile(
    rf"(?P<items>(?:, {ITEM})+ [ye] {ITEM})(?P<whose> (?:de|del)(?: (?:la|los|las))? {WORD}(?: {WORD})*)?(?! de\b)"
)
"""What else a body is for, and whose it is."""
FOR = re.compile(r" (?:de|del|para|en)(?: (?:la|el|los|las))? (?P<first>[^,]+)\Z")
OF_PLACES = re.compile(r"(?:Confederación|Federación|Unión|Asociación|Liga) ")
"""Bodies that are of several regions, where whose they are is told behind: "Confederación de Norte y Sur de Vela"."""


def end_of_list(text: str, start: int, end: int) -> int | None:
    """Where a body's name ends that goes on with what else it is for."""
    name, rest = text[start:end], REST.match(text, end)
    of = FOR.search(name)
    if rest is None or of is None:
        return None
    items = re.split(r", | [ye] ", rest["items"].removeprefix(", "))
    if any(map(_is_somebody, items)):
        return None
    are_places = any(map(_is_place, items))
    is_of_places = OF_PLACES.match(name) is not None and rest["whose"] is not None
    return rest.end() if not are_places or is_of_places else None


def _is_somebody(item: str) -> bool:
    """Whether an item is a person or another body: "la Comisión de Salud, Ana Duarte y Luis Mora"."""
    return (
        is_first_name(item.split()[0])
        or (known_name(item) is not None and not _is_place(item))
        or item.lower() in words("institutions", "nouns")
    )


def _is_place(item: str) -> bool:
    known = known_name(item)
    return (
        bool(places_named(item))
        or country_named(item) is not None
        or (known is not None and known.entity_type == "LOC")
    )
