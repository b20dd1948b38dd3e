"""What the words of a person's name tell in Spanish news: that it is a person's, the gender, how many bear it."""

from functools import cache
from importlib import resources

from flows.text import fold
from flows.word_lists import parse_words


def gender_of_person(name: str) -> str | None:
    """``Fem`` or ``Masc`` as a full name's first name tells; None for surnames alone or a name that does not tell.

    >>> gender_of_person("Adrienne Watson"), gender_of_person("Luis Caputo"), gender_of_person("García Lorca")
    ('Fem', 'Masc', None)
    """
    words = name.split()
    if len(words) < 2:
        return None
    first = fold(words[0])
    listed = _first_names().get(first)
    if listed is not None:
        return listed
    if first in common_surnames() and first not in _all_first_names():
        return None
    return {"a": "Fem", "o": "Masc"}.get(first[-1:])


def is_first_name(word: str) -> bool:
    """Whether a word is a first name and hardly ever begins another name.

    >>> is_first_name("Adrienne"), is_first_name("Banco")
    (True, False)
    """
    return fold(word) in _all_first_names()


@cache
def common_surnames() -> frozenset[str]:
    """Surnames that many people bear, folded.

    >>> "garcia" in common_surnames()
    True
    """
    text = resources.files("flows.nlp").joinpath("data/surnames.yml").read_text(encoding="utf-8")
    return frozenset(fold(name) for name in parse_words(text)["common"])


@cache
def _all_first_names() -> frozenset[str]:
    return frozenset(fold(name) for names in _data().values() for name in names)


@cache
def _first_names() -> dict[str, str]:
    data = _data()
    return {
        fold(name): gender for group, gender in (("feminine", "Fem"), ("masculine", "Masc")) for name in data[group]
    }


@cache
def _data() -> dict[str, list[str]]:
    text = resources.files("flows.nlp").joinpath("data/first_names.yml").read_text(encoding="utf-8")
    data: dict[str, list[str]] = parse_words(text)
    return data
