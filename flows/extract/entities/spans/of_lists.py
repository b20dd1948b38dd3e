"""Names that lists and set phrases tell, whatever the recogniser marked: countries, bodies, ministries, chambers."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from flows.extract.entities.names import CAPITALISED, Name, name_at
from flows.extract.entities.spans.datelines import dateline_places
from flows.extract.entities.spans.own_names import NameList
from flows.extract.entities.words import entries, typed, words
from flows.nlp.gazetteer import country_named, country_names, country_of_demonym
from flows.nlp.known_names import known_name, known_names
from flows.text import fold
from flows.word_lists import any_of

CHAMBER = re.compile(r"\b(?:en|por|de|hacia) (Diputados|Senadores)\b(?! [A-ZÁÉÍÓÚÑ]| de | y )")
X = re.compile(
    r"(?:\b(?:en|por|vía|[Rr]ed [Ss]ocial|(?:cuenta|perfil|usuarios?|mensaje|publicación) (?:de|en)|plataforma) )"
    r"(X)\b(?![.’'&+-]?\w| [A-ZÁÉÍÓÚÑ])"
)
"""The network that was Twitter, which is a letter: "publicó en X"."""
SHORTEST_ACRONYM = 2


def _known(text: str) -> Iterator[Name]:
    for start, end in _known_list().find(text):
        known = known_name(text[start:end])
        if known is not None:
            yield name_at(text, start, end, known.entity_type, 0.95)


@cache
def _known_list() -> NameList:
    return NameList(name for known in known_names() for name in known.names)


def _countries(text: str) -> Iterator[Name]:
    for start, end in _country_list().find(text):
        yield name_at(text, start, end, "LOC", 0.95)


@cache
def _country_list() -> NameList:
    return NameList(name for name in country_names() if len(name) > 2 and country_named(name))


def _institutions(text: str) -> Iterator[Name]:
    """Find nouns that stand alone for one body."""
    for match in _institution_pattern().finditer(text):
        yield name_at(text, match.start(1), match.end(1), "ORG", 0.85)


@cache
def _institution_pattern() -> re.Pattern[str]:
    group = entries()["institutions"]
    articles = "|".join(form for word in group["article"] for form in (word, word.capitalize()))
    return re.compile(rf"\b(?:{articles}) ({any_of(group['nouns'])})\b(?! (?:de |del |de la )?[A-ZÁÉÍÓÚÑ])")


def _departments(text: str) -> Iterator[Name]:
    """Find the ministry in "ministro de Economía"."""
    for match in _department_pattern().finditer(text):
        if not any(map(_is_place, (match.group(1), *re.split(r" [ye] ", match.group(1))))):
            yield name_at(text, match.start(1), match.end(1), "ORG", 0.85)


def _is_place(name: str) -> bool:
    known = known_name(name)
    return country_named(name) is not None or (known is not None and known.entity_type == "LOC")


@cache
def _department_pattern() -> re.Pattern[str]:
    kind = r"(?: [a-zé]+(?:al|ari[oa]|in[oa]|ora?))?"
    department = rf"(?!Estado\b|Gobierno\b){CAPITALISED}(?: [ye] {CAPITALISED})*"
    return re.compile(
        rf"\b(?i:{any_of(words('department_titles'))})s?{kind} (?:de|del) (?:la |los |las )?({department})"
    )


def _typed_acronyms(text: str) -> Iterator[Name]:
    """Find acronyms of bodies that each country has its own of, whatever their article: "PNC detiene a tres"."""
    for start, end in _typed_list().find(text):
        yield name_at(text, start, end, "ORG", 0.7)


@cache
def _typed_list() -> NameList:
    return NameList(form for form in entries()["typed"]["ORG"] if form.isupper() and len(form) > SHORTEST_ACRONYM)


def _chambers(text: str) -> Iterator[Name]:
    """Find the chamber that its members' name stands for: "la votación en Diputados"."""
    for match in CHAMBER.finditer(text):
        yield name_at(text, match.start(1), match.end(1), "ORG", 0.8)


def _network(text: str) -> Iterator[Name]:
    for match in X.finditer(text):
        yield name_at(text, match.start(1), match.end(1), "ORG", 0.9)


def _churches_and_empires(text: str) -> Iterator[Name]:
    """Find a church or empire with what it is in small letters: "la *Iglesia ortodoxa rusa*"."""
    for match in _church_pattern().finditer(text):
        is_whole = match["of"] or country_of_demonym(match["demonym"] or "")
        end = match.end() if is_whole else match.end("kind")
        yield name_at(text, match.start(), end, typed("churches_and_empires")[fold(match["kind"])], 0.9)


@cache
def _church_pattern() -> re.Pattern[str]:
    group = entries()["churches_and_empires"]
    of_noun = "|".join(
        rf"{noun}(?= {any_of(group[kind])}\b)" for noun, kind in (("Iglesia", "ORG"), ("Imperio", "LOC"))
    )
    whose = rf"(?P<of> de {CAPITALISED})| (?P<demonym>[a-zñáéíóúü]+)"
    return re.compile(rf"\b(?:{of_noun}) (?P<kind>[a-záéíóú]+)(?:{whose})?")


RULES: tuple[Callable[[str], Iterator[Name]], ...] = (
    _countries,
    _known,
    dateline_places,
    _institutions,
    _departments,
    _typed_acronyms,
    _network,
    _chambers,
    _churches_and_empires,
)
"""What finds names in a text by itself; ``in_text.py`` puts them beside those that the recogniser marked."""
