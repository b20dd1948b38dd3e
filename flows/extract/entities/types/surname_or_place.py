"""Words that are a surname and a place: "Toledo", "Bolívar"; something is in the place, or goes there."""

import re

from flows.extract.entities.occurrences import Occurrences
from flows.extract.entities.types.settled import LARGE_CITY_POPULATION, settled_type
from flows.nlp.gazetteer import Place, country, is_country_code, places_named
from flows.nlp.person_names import common_surnames, is_first_name
from flows.text import fold

KNOWN_CITY_POPULATION = 300_000
TOWN_POPULATION = 50_000
WITH_SPANISH_SURNAMES = frozenset(
    re.findall(r"\w+", "AR BO BR CL CO CR CU DO EC ES GT HN MX NI PA PE PH PR PT PY SV UY VE")
)
WITH_ENGLISH_SURNAMES = frozenset({"AU", "CA", "GB", "IE", "NZ", "US", "ZA"})
"""Countries whose towns are surnames too, or called after people: "Toledo", "Bolívar", "Hamilton"."""
IN = re.compile(r"\b[Ee]n \Z")
IN_OR_TO = re.compile(r"\b(?:[Ee]n|desde|hacia|hasta) \Z")
IN_OR_MOVING = re.compile(
    r"\b[Ee]n \Z|\b(?:llegó|llegaron|llegará|viajó|viajaron|viajará|viajar|regresó|regresaron|trasladad[oa]s?|rumbo|"
    r"huyó|huyeron|entró|entraron|ingresó|salió|cruzó|vuelos?)(?: [a-z]{1,9})? (?:a|por|hacia|desde|de) \Z"
)


def is_place_in(words_of_text: Occurrences, form: str) -> bool:
    """Whether a gazetteer's name stands after "en" somewhere, or somebody goes there; that of a person never does."""
    named = places_named(form)
    return bool(named) and settled_type(form) is None and words_of_text.has(named[0].name, IN_OR_MOVING)


def is_city_here(form: str, types: dict[str, str]) -> bool:
    """Whether a single word is a large city of a country that the article names."""
    cities = (place for place in places_named(form) if place.population >= LARGE_CITY_POPULATION)
    return any(
        fold(country(place.country_code).name) in types for place in cities if is_country_code(place.country_code)
    )


def is_place_here(words_of_text: Occurrences, form: str) -> bool:
    """Whether a surname is also a place, and something is in it, or it is well known and something goes there."""
    named = places_named(form)
    known = [place for place in named if _is_known_place(place)]
    if named and named[0].population >= TOWN_POPULATION and words_of_text.has(named[0].name, IN):
        return True
    return bool(known) and words_of_text.has(known[0].name, IN_OR_TO)


def is_known_place_alone(form: str) -> bool:
    """Whether a word names a well-known place and is no person's name besides: "Nevada", not "Sucre"."""
    if is_first_name(form) or form in common_surnames():
        return False
    named = [place for place in places_named(form) if fold(place.name) == form]
    return any(map(_is_known_place, named)) and all(_is_no_surname(place) for place in named)


def _is_no_surname(place: Place) -> bool:
    """Whether people are hardly called as a place is: no town as "Toledo" or "Hamilton"."""
    is_abroad = place.country_code not in WITH_SPANISH_SURNAMES
    return is_abroad and (place.kind == "region" or place.country_code not in WITH_ENGLISH_SURNAMES)


def _is_known_place(place: Place) -> bool:
    return place.population >= KNOWN_CITY_POPULATION or place.kind == "region"
