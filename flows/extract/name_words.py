"""The word lists that decide where a name begins and ends (``data/names.yml``)."""

from functools import cache
from importlib import resources
from typing import Any

from flows.word_lists import parse_words


@cache
def words(group: str, field: str = "words") -> frozenset[str]:
    """The words of a group in lower case.

    >>> "ministra" in words("titles")
    True
    """
    return frozenset(str(word).lower() for word in entries()[group][field])


@cache
def entries() -> dict[str, dict[str, Any]]:
    """The lists as written, each with its example."""
    text = resources.files("flows.extract").joinpath("data/names.yml").read_text(encoding="utf-8")
    data: dict[str, dict[str, Any]] = parse_words(text)
    return data
