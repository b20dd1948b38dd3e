"""The word lists that decide where a name begins and ends (``data/names.yml``)."""

from functools import cache, lru_cache
from importlib import resources
from typing import Any

from flows.text import fold
from flows.word_lists import parse_words

TYPES = frozenset({"PER", "ORG", "LOC", "MISC"})
LONGEST_HEAD = 3
"""Words of the longest head: "Centro de Convenciones"."""


@cache
def words(group: str, field: str = "words") -> frozenset[str]:
    """The words of a group in lower case.

    >>> "ministra" in words("titles")
    True
    """
    return frozenset(str(word).lower() for word in entries()[group][field])


@lru_cache(maxsize=4096)
def head_type(form: str) -> str | None:
    """The type that a name of several words has by its first word, or by its first words.

    >>> head_type("Hotel Pueblo Nuevo"), head_type("Centro de Convenciones"), head_type("Ana Duarte")
    ('ORG', 'LOC', None)
    """
    parts = fold(form).split()
    starts = (" ".join(parts[:count]) for count in range(LONGEST_HEAD, 0, -1) if count < len(parts) or count > 1)
    return next((kind for start in starts if (kind := typed("heads").get(start))), None)


def tail_type(form: str) -> str | None:
    """The type that a name of several words has by its last, or by that before "de".

    >>> tail_type("Xela Airlines"), tail_type("Airlines")
    ('ORG', None)
    """
    before, _, last = fold(form).partition(" de ")[0].rpartition(" ")
    return typed("tails").get(last) if before else None


@cache
def typed(group: str) -> dict[str, str]:
    """The type of each folded form of a group that lists its words by type.

    >>> typed("typed")["la prensa"]
    'ORG'
    """
    return {fold(form): kind for kind in TYPES & entries()[group].keys() for form in entries()[group][kind]}


@cache
def typed_acronyms() -> frozenset[str]:
    """Bodies whose names are written in capitals alone, folded: "MAS" is one, "Mas" somebody's surname.

    >>> "mas" in typed_acronyms(), "minsa" in typed_acronyms()
    (True, False)
    """
    forms = entries()["typed"]["ORG"]
    return frozenset(map(fold, filter(str.isupper, forms))) - {fold(form) for form in forms if not form.isupper()}


@cache
def entries() -> dict[str, dict[str, Any]]:
    """The lists as written, each with its example."""
    text = resources.files("flows.extract").joinpath("data/names.yml").read_text(encoding="utf-8")
    data: dict[str, dict[str, Any]] = parse_words(text)
    return data
