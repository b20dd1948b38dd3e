"""Names in a row, and what they tell of each other's types: a row is of one kind, a city stands before its region."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from flows.extract.entities.names import LONGEST_INTRODUCTION, Name
from flows.extract.entities.types.lying_in import is_in
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import entries, words
from flows.nlp.gazetteer import Place, places_named
from flows.text import fold
from flows.word_lists import any_of

BETWEEN = frozenset({", ", " y ", " e ", ", y ", " o ", " ("})
SHORTEST_LIST, LONG_LIST = 3, 5
MAJORITY = 0.7
TOWN = 50_000
ALSO_OF_PEOPLE = frozenset({"sector", "comunidad", "población", "zona"})
"""Nouns of places that are of trades and groups too: "las comunidades de Reddit y Twitch"."""
IN = re.compile(r"\b(?:en|desde|hacia) \Z")
TO_PLACE = re.compile(r"\b(?:en|para|desde|hacia|entre|como|a|de|por) \Z")


def listed(text: str, found: Sequence[Name], types: Mapping[str, str], surnames: Collection[str]) -> dict[str, str]:
    """The types of names that nothing else settles by the names that they are listed with, by folded form.

    Args:
        text: the article's text.
        found: its names in the order of the text.
        types: the types so far.
        surnames: last words of the article's full names, which may be towns too.
    """
    told = _listed_towns(text, found, types, surnames)
    for run in runs(text, found):
        kind = _kind_of_list(run, types)
        are_places = _brings_in_places(text, run[0])
        for name, following in zip(run, [*run[1:], None], strict=True):
            form = fold(name.text)
            if types[form] == "LOC" or form in surnames or settled_type(name.text):
                continue
            is_full_name = types[form] == "PER" and " " in form
            is_told = are_places and not is_full_name and form.split()[0] not in words("portfolios")
            is_near = following is not None and is_in(form, fold(following.text))
            if is_told or (places_named(form) and (kind == "LOC" or is_near)):
                told[form] = "LOC"
            elif kind == "ORG" and len(run) >= LONG_LIST:
                told[form] = "ORG"
    return told


def _listed_towns(
    text: str, found: Sequence[Name], types: Mapping[str, str], surnames: Collection[str]
) -> dict[str, str]:
    """Towns of one country in a list that a preposition brings in: "agua para *Cali, Ibagué y Zamora*"."""
    told: dict[str, str] = {}
    for run in runs(text, found):
        forms = [fold(name.text) for name in run]
        named = [places_named(form) for form in forms]
        if len(run) > 1 and types[forms[0]] == "LOC" and all(map(_are_large, named)) and _is_in_first(text, run[0]):
            told |= {
                form: "LOC" for form in forms if types[form] in {"ORG", "MISC"} and settled_type(form) in {None, "LOC"}
            }
        if len(run) < SHORTEST_LIST or not all(named) or any(form in surnames for form in forms):
            continue
        countries = set.intersection(*({place.country_code for place in places} for places in named))
        towns = [places for places in named if places[0].population >= TOWN and places[0].country_code in countries]
        before = text[max(0, run[0].char_start - LONGEST_INTRODUCTION) : run[0].char_start]
        if len(towns) > 1 and TO_PLACE.search(before):
            told |= {form: "LOC" for form in forms if types[form] != "LOC" and settled_type(form) in {None, "LOC"}}
    return told


def _are_large(places: Sequence[Place]) -> bool:
    return any(place.kind == "region" or place.population >= TOWN for place in places)


def _is_in_first(text: str, name: Name) -> bool:
    """Whether something is in the first of several: "hallazgos en *Cali* e Ibagué"."""
    return IN.search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start) is not None


def _brings_in_places(text: str, first: Name) -> bool:
    """Whether a noun says that a list is of places: "las provincias de *Cotopaxi* y Loja"."""
    return _places().search(text, max(0, first.char_start - LONGEST_INTRODUCTION), first.char_start) is not None


@cache
def _places() -> re.Pattern[str]:
    nouns = any_of({noun.removesuffix(" de") for noun in entries()["introduced"]["LOC"]} - ALSO_OF_PEOPLE)
    return re.compile(rf"\b(?i:los|las) {nouns}e?s (?:del? (?:la |las |los )?)?\Z")


def _kind_of_list(run: list[Name], types: Mapping[str, str]) -> str | None:
    """The type of an enumeration: that of most of its names; places count also where only the gazetteer has them."""
    if len(run) < SHORTEST_LIST:
        return None
    kinds = Counter(types[fold(name.text)] for name in run)
    places = sum(1 for name in run if types[fold(name.text)] == "LOC" or places_named(fold(name.text)))
    if kinds["LOC"] and places >= MAJORITY * len(run):
        return "LOC"
    return "ORG" if kinds["ORG"] * 2 > len(run) else None


def runs(text: str, found: Sequence[Name]) -> Iterator[list[Name]]:
    """Names that only commas, "y" or a bracket part."""
    run: list[Name] = []
    for name in sorted(found, key=lambda name: name.char_start):
        if run and text[run[-1].char_end : name.char_start] not in BETWEEN:
            yield run
            run = []
        run.append(name)
    if run:
        yield run
