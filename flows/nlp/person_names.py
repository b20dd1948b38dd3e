"""What a person's name tells in Spanish news: gender, by the first name."""

from functools import cache
from importlib import resources

import yaml

from flows.text import fold


def gender_of_person(name: str) -> str | None:
    """``Fem`` or ``Masc`` as a full name's first name tells; None for a surname alone or a name that does not tell.

    >>> gender_of_person("Adrienne Watson"), gender_of_person("Luis Caputo"), gender_of_person("Cha")
    ('Fem', 'Masc', None)
    """
    words = name.split()
    if len(words) < 2:
        return None
    first = fold(words[0])
    listed = _first_names().get(first)
    if listed is not None:
        return listed
    return {"a": "Fem", "o": "Masc"}.get(first[-1:])


@cache
def _first_names() -> dict[str, str]:
    data = yaml.safe_load(resources.files("flows.nlp").joinpath("data/first_names.yml").read_text(encoding="utf-8"))
    return {
        fold(name): gender for group, gender in (("feminine", "Fem"), ("masculine", "Masc")) for name in data[group]
    }
