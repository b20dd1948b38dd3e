"""What makes two ways of writing a name one form."""

import re

from flows.extract.entities.forms.abbreviations import SMALL_WORDS
from flows.extract.entities.names import Name
from flows.nlp.gazetteer import country_named, with_usual_country
from flows.nlp.known_names import known_name
from flows.text import fold

Owners = dict[str, tuple[str, str]]
"""Of a form the one that it is joined to, and the rule."""


def form_key(text: str) -> str:
    """What two forms must have in common to be one name: case, accents and hyphens apart, countries by their code.

    >>> form_key("Departamento de Estado de EE. UU.") == form_key("Departamento de Estado de Estados Unidos")
    True
    """
    whole = known_name(text) or country_named(text)
    return fold(re.sub(r"[-–]+", " ", whole.name)) if whole else plain_key(text)


def plain_key(text: str) -> str:
    """A form without case, accents, hyphens and marks, whatever a list knows it to mean."""
    return fold(re.sub(r"[-–’'\"“”«».]+", " ", with_usual_country(text)))


def words_but_small(form: str) -> str:
    """A form's words without those that link them: "Corte de los Mares" is "Corte de Mares".

    >>> words_but_small("corte de los mares")
    'corte mares'
    """
    return " ".join(SMALL_WORDS.sub(" ", form).split())


def group_key(name: Name) -> str:
    """The key of a name's form; a square is not the person whom it is called after, nor a city its namesake."""
    mark = name.mention_type if name.is_named_after else name.apart
    return form_key(name.text) + (f" ({mark})" if mark else "")


def is_known(text: str) -> bool:
    """Whether a form names one thing in every article: a country, or what the list of known names has."""
    return known_name(text) is not None or country_named(text) is not None
