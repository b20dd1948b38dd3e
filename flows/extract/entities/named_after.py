"""Squares, schools and hospitals that are called after somebody: "la plaza Kim Il Sung" is no person."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib import resources

from flows.extract.entities.names import Name
from flows.word_lists import parse_words

LONGEST_INTRODUCTION = 24


def named_after(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give the names of persons that stand behind "plaza", "hospital" the type of what is called after them.

    Such a name does not name the person, also where the article names the person elsewhere.
    """
    return tuple(_called(text, name) for name in names)


def _called(text: str, name: Name) -> Name:
    if name.mention_type != "PER" or name.own is not None:
        return name
    found = _introductions().search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start)
    if found is None:
        return name
    return replace(name, mention_type=named_after_nouns()[found[1].lower()], is_named_after=True)


@cache
def _introductions() -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(named_after_nouns()))})\s+[\"“«‘']?\Z", re.IGNORECASE)


@cache
def named_after_nouns() -> dict[str, str]:
    """What is called after people, in lower case, with its type.

    >>> named_after_nouns()["hospital"]
    'ORG'
    """
    text = resources.files("flows.extract").joinpath("data/named_after.yml").read_text(encoding="utf-8")
    return {noun: kind for kind, nouns in parse_words(text).items() for noun in nouns}
