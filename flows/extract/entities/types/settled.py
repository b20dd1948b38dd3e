"""The types that names have in every article: a country's, a known name's, or by their first word."""

import re
from functools import lru_cache

from flows.extract.entities.words import head_type, tail_type, typed, words
from flows.nlp.gazetteer import country_named, country_of_capital, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name
from flows.text import fold

LARGE_CITY_POPULATION = 100_000
LONGEST_NAME = 4
"""Words of a person's name behind the first."""
MIDDLE_INITIAL = re.compile(r"[^\W\d_]{2,} (?![IVXivx])[^\W\d_]\. ?[^\W\d_]{2,}(?: [^\W\d_]{2,})?")
"""Only a person's name has an initial within: "Vilard L. Tumbez"; a numeral may end a sentence there."""


@lru_cache(maxsize=4096)
def settled_type(form: str) -> str | None:
    """The type that a name has in every article: a country's, a capital's, a known name's, or by its first word.

    >>> settled_type("NATO"), settled_type("Beijing"), settled_type("Tratado de Lima"), settled_type("Ana Duarte")
    ('ORG', 'LOC', 'MISC', 'PER')
    """
    known = known_name(form)
    if known is None and form[:3].lower() == "min" and fold(form[3:]) in words("departments"):
        return "ORG"
    if known is not None:
        return known.entity_type
    if country_named(form) or (country_of_capital(form) and not is_first_name(form)):
        return "LOC"
    if fold(form) in typed("typed"):
        return typed("typed")[fold(form)]
    head, blank, rest = form.partition(" ")
    told = head_type(form) or tail_type(form)
    if not blank or told:
        return told
    if MIDDLE_INITIAL.fullmatch(form):
        return "PER"
    named = places_named(form)
    if not is_first_name(head):
        return "LOC" if any(place.population >= LARGE_CITY_POPULATION for place in named) else None
    return "PER" if rest.count(" ") < LONGEST_NAME and not named and not rest[-1:].isdigit() else None
