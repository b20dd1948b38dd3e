"""Countries, regions and cities: what Spanish news call them, and the facts that a release gives of them."""

import csv
import gzip
import io
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from flows.text import fold
from flows.word_lists import parse_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A country, a first-level region or a city."""

    place_id: str
    """Stable in every release: ``country:RU``, a Wikidata id, ``geonames:524901``.

    Where a place has none of them it is where it lies: ``geo:48.232,13.666``.
    """
    kind: str
    """country, region or city."""
    name: str
    country_code: str
    wikidata_id: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0


def country(code: str) -> Place:
    """The country of an ISO 3166-1 alpha-2 code.

    >>> country("KP").name
    'Corea del Norte'
    """
    return _countries()[code]


@dataclass(frozen=True, slots=True)
class Namesake:
    """A State or city abroad that is called like a country."""

    country_code: str
    """Of the country that it lies in."""
    unless: tuple[str, ...]
    """Countries beside which the country of the name is meant."""


def namesake_of_country(code: str) -> Namesake | None:
    """What else the usual name of a country means.

    >>> namesake_of_country("GE").country_code, namesake_of_country("FR")
    ('US', None)
    """
    return _namesakes().get(code)


def is_country_code(code: str) -> bool:
    """Whether a code is one of a country that has a Spanish name here; small territories have none."""
    return code in _countries()


def country_named(text: str) -> Place | None:
    """The country that a name means wherever it stands; None for what may be something else.

    >>> country_named("EE. UU.").name
    'Estados Unidos'
    """
    code = _country_names().get(fold(text))
    return country(code) if code else None


def with_usual_country(text: str) -> str:
    """A name with the country that it ends with under its usual name.

    >>> with_usual_country("Departamento de Estado de EE. UU.")
    'Departamento de Estado de Estados Unidos'
    """
    for link in (" de los ", " de la ", " del ", " de "):
        head, found, tail = text.rpartition(link)
        place = country_named(tail) if found and head else None
        if place is not None:
            return f"{head} de {place.name}"
    return text


def country_of_demonym(form: str) -> str | None:
    """ISO code of the country whose people or things a word is of, in any gender and number.

    >>> country_of_demonym("norcoreanas")
    'KP'
    """
    return _demonyms().get(form.lower())


def country_of_capital(name: str) -> str | None:
    """ISO code of the country whose capital a name is: it may stand for the government ("Seúl respondió").

    >>> country_of_capital("Beijing")
    'CN'
    """
    return _capitals().get(fold(name))


def country_names() -> tuple[str, ...]:
    """Every name of every country as written in full or abbreviated."""
    return tuple(name for entry in _country_entries() for name in _names(entry))


def places_named(text: str) -> tuple[Place, ...]:
    """Regions and cities that bear a name, those with most inhabitants first.

    >>> {place.country_code for place in places_named("Córdoba")} >= {"AR", "ES", "CO"}
    True
    >>> places_named("Bogotá")[0].name
    'Bogotá D.C'
    """
    return _places(fold(text)) or _listed_capital(fold(text))


def demonym_forms(masculine: str) -> set[str]:
    """The four forms of a demonym.

    >>> sorted(demonym_forms("francés"))
    ['francesa', 'francesas', 'franceses', 'francés']
    """
    if masculine.endswith("o"):
        stem = masculine[:-1]
        return {stem + ending for ending in ("o", "a", "os", "as")}
    match = re.fullmatch(r"(.*)([áéó])([sn])", masculine)
    if match:
        stem = match[1] + {"á": "a", "é": "e", "ó": "o"}[match[2]] + match[3]
        return {masculine, stem + "a", stem + "es", stem + "as"}
    if masculine.endswith(("í", "ú")):
        return {masculine, masculine + "s", masculine + "es"}
    if masculine[-1] in "aeiou":
        return {masculine, masculine + "s"}
    return {masculine, masculine + "a", masculine + "es", masculine + "as"}


def _names(entry: dict[str, Any]) -> list[str]:
    return [entry["name"].removesuffix(" (país)"), *entry.get("also", [])]


@cache
def _country_entries() -> tuple[dict[str, Any], ...]:
    return tuple(parse_words(_data("countries.yml").decode()))


@cache
def _countries() -> dict[str, Place]:
    facts = {row["country_code"]: row for row in _table(_data("gazetteer/country_facts.tsv"))}
    found = {}
    for entry in _country_entries():
        fact = facts.get(entry["code"])
        found[entry["code"]] = Place(
            place_id=f"country:{entry['code']}",
            kind="country",
            name=_names(entry)[0],
            country_code=entry["code"],
            wikidata_id=(fact["wikidata_id"] or None) if fact else None,
            latitude=float(fact["latitude"]) if fact else None,
            longitude=float(fact["longitude"]) if fact else None,
        )
    return found


@cache
def _namesakes() -> dict[str, Namesake]:
    return {
        entry["code"]: Namesake(entry["namesake"]["in"], (entry["code"], *entry["namesake"]["unless"]))
        for entry in _country_entries()
        if "namesake" in entry
    }


@cache
def _country_names() -> dict[str, str]:
    return {
        fold(name): entry["code"] for entry in _country_entries() if "(" not in entry["name"] for name in _names(entry)
    }


@cache
def _capitals() -> dict[str, str]:
    return {fold(name): entry["code"] for entry in _country_entries() for name in entry.get("capital", [])}


@cache
def _demonyms() -> dict[str, str]:
    return {
        form: entry["code"]
        for entry in _country_entries()
        for masculine in entry.get("demonyms", [])
        for form in demonym_forms(masculine)
    }


@lru_cache(maxsize=50_000)
def _places(name: str) -> tuple[Place, ...]:
    """The places of a folded name; only those that are asked for are made."""
    places = [_place(*line.split("\t")) for line in _place_lines().get(name, ())]
    return tuple(sorted(places, key=lambda place: (-place.population, place.place_id)))


@cache
def _listed_capital(name: str) -> tuple[Place, ...]:
    """The capital of a folded name that the gazetteer has under another one."""
    code = _capitals().get(name)
    listed = next((entry.get("listed_as") for entry in _country_entries() if entry["code"] == code), None)
    return tuple(place for place in _places(fold(listed or "")) if place.kind == "city" and place.country_code == code)


def _place(
    place_id: str, kind: str, name: str, country: str, latitude: str, longitude: str, population: str, _aliases: str
) -> Place:
    return Place(
        place_id=place_id,
        kind=kind,
        name=name,
        country_code=country,
        wikidata_id=place_id if place_id.startswith("Q") else None,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
    )


@cache
def _place_lines() -> dict[str, list[str]]:
    """Lines of the gazetteer by each folded name of their place."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in gzip.decompress(_data("gazetteer/places.tsv.gz")).decode().rstrip("\n").split("\n")[1:]:
        _, _, name, *_, aliases = line.split("\t")
        for form in {fold(form) for form in (name, *aliases.split("|")) if form}:
            found[form].append(line)
    return found


def _table(raw: bytes) -> "csv.DictReader[str]":
    return csv.DictReader(io.StringIO(raw.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)


def _data(name: str) -> bytes:
    return resources.files("flows.nlp").joinpath("data").joinpath(name).read_bytes()
