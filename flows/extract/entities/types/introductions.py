"""What a noun before or behind a name says that it is: "la empresa Tumbaco", "Xela, localidad de"."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from flows.extract.entities.names import LONGEST_INTRODUCTION, Name
from flows.extract.entities.types.bodies_told import is_told_to_be_body
from flows.extract.entities.types.persons_told import is_told_by_office
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import TYPES, entries, head_type, typed, words
from flows.nlp.gazetteer import country_of_demonym
from flows.nlp.known_names import known_name
from flows.text import fold
from flows.word_lists import any_of

IS_PLACE = re.compile(
    r", (?:(?:una?|el|la) )?(?:pequeñ[oa] )?(?:localidad|ciudad|pueblo|municipio|aldea|comuna|cantón|caserío)\b"
)
"""What stands behind a place's name: "Nicanor Vera, localidad de"."""


def introduced(text: str, found: Iterable[Name], types: Mapping[str, str]) -> dict[str, str]:
    """What a noun introduces, also what no list has, by folded form: "la empresa Tumbaco", "películas como “Xela”"."""
    told: dict[str, str] = {}
    for name in found:
        before = text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start]
        if settled_type(name.text) in {None, "PER"} and IS_PLACE.match(text, name.char_end):
            told[fold(name.text)] = "LOC"
            continue
        if settled_type(name.text) is None and is_told_to_be_body(text, name, before, types[fold(name.text)]):
            told[fold(name.text)] = "ORG"
            continue
        is_settled = settled_type(name.text) and not (head_type(name.text) and not known_name(name.text))
        introduction = None if is_settled else _introduction().search(before)
        if not introduction and not settled_type(name.text) and is_told_by_office(text, name):
            told[fold(name.text)] = "PER"
            continue
        if introduction and introduction["many"] and types[fold(name.text)] == "MISC":
            continue  # "plataformas como" a console
        if introduction and _is_of_bodies(introduction["adjective"]):
            noun = introduction["noun"] or introduction["place"] or introduction["many"]
            kind = typed("introduced")[fold(noun)] if noun else "LOC"
            is_ministry = kind == "LOC" and name.text.lower() in words("portfolios")  # "el departamento de Salud"
            told[fold(name.text)] = "ORG" if is_ministry else kind
    return {form: kind for form, kind in told.items() if types[form] != kind}


def _is_of_bodies(adjective: str | None) -> bool:
    return adjective is None or adjective in words("adjectives_of_bodies") or country_of_demonym(adjective) is not None


@cache
def _introduction() -> re.Pattern[str]:
    listed = any_of(noun for kind in TYPES for noun in entries()["introduced"][kind])
    of_what = r"(?: de (?!el\b|l[ao]s?\b|una?\b|sus?\b)[a-zñáéíóúü]+)?"  # "el fabricante de trenes"
    the = r"(?i:el|la|los|las|del|al|un|una|su)"
    noun = rf"{the} (?P<noun>{listed}){of_what}(?: (?P<adjective>[a-zñáéíóúü]+))?"
    places = any_of(entries()["introduced"]["LOC"])
    of = rf"{the} (?P<place>{places}) (?:del|de la|de los|de las)"
    many = rf"(?P<many>{listed})e?s como"
    return re.compile(rf"\b(?:{of}|{noun}|{many}|{any_of(words('offices_of_places'))} de) [“«\"'‘]?\Z")
