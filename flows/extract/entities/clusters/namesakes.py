"""Two things that one article calls alike: "Córdoba (España)" beside Córdoba, Santiago Mora who speaks in Santiago."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from flows.extract.entities.names import Name
from flows.nlp.gazetteer import country_named, places_named
from flows.text import fold

BEFORE_WHERE = frozenset({", ", " (", ", en ", " de "})
"""What stands between a place and the country or region that it lies in."""
OF = " de "


def told_apart(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Mark names that are written like another thing's: a person's among places, and places of several countries.

    A place is told from another by the country or region behind it, or by its longer name ("Santiago de Chile"); where
    the article has two such, the name alone means the one that was named last, else the next one.
    """
    names = tuple(names)
    written: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        written[fold(name.text)].append(name)
    marks: dict[int, str] = {}
    for same in written.values():
        if {"PER", "LOC"} <= {name.mention_type for name in same}:
            marks |= {name.char_start: "PER" for name in same if name.mention_type == "PER"}
    for form, countries in _countries_told(text, names).items():
        if len(set(countries.values())) > 1:
            places = (name for name in written.get(form, ()) if name.mention_type == "LOC")
            marks |= {name.char_start: _nearest(name.char_start, countries) for name in places}
    return tuple(replace(name, apart=marks.get(name.char_start)) for name in names)


def _countries_told(text: str, names: Sequence[Name]) -> Mapping[str, Mapping[int, str]]:
    """By form, the countries that the text gives to places of this name, with where it does so."""
    told: dict[str, dict[int, str]] = defaultdict(dict)
    places = [name for name in names if name.mention_type == "LOC"]
    for number, name in enumerate(places):
        for form, country in _told_by_longer_name(name):
            told[form][name.char_start] = country
        following = places[number + 1] if number + 1 < len(places) else None
        if following and text[name.char_end : following.char_start] in BEFORE_WHERE - {OF}:
            shared = _countries_of(name.text) & _countries_with(following.text)
            if len(shared) == 1:
                told[fold(name.text)][name.char_start] = next(iter(shared))
    return told


def _told_by_longer_name(name: Name) -> Iterator[tuple[str, str]]:
    """What "Santiago de Compostela" is called for short, and its country."""
    short, of, _ = name.text.partition(OF)
    countries = _countries_of(name.text) if of and places_named(short) else set()
    if len(countries) == 1:
        yield fold(short), next(iter(countries))


def _countries_of(place: str) -> set[str]:
    return {each.country_code for each in places_named(place)}


def _countries_with(region: str) -> set[str]:
    """The country that a name is, or those that have a region of this name."""
    country = country_named(region)
    if country is not None:
        return {country.country_code}
    return {each.country_code for each in places_named(region) if each.kind == "region"}


def _nearest(start: int, told: Mapping[int, str]) -> str:
    """What was told last before a place in the text, or there, else what is told next."""
    starts = sorted(told)
    return told[starts[max(0, bisect_right(starts, start) - 1)]]
