"""Squares, hospitals and families called after somebody: "la plaza Kim Il Sung", "los Duarte" are no person."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import cache
from importlib import resources

from flows.extract.entities.names import Name
from flows.nlp.person_names import is_first_name
from flows.text import fold
from flows.word_lists import parse_words

LONGEST_INTRODUCTION = 24
IN_THE = re.compile(r"\b[Ee]n el \Z")
"""Nobody is in a person, but in a stadium or theatre that is called after one: "en el *Ana Vera*"."""
FAMILY = re.compile(r"\b(?:[Ll]os|(?i:familia|familias|hermanos|hermanas|clan|dinastía|esposos|matrimonio)) \Z")


def named_after(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give the names of persons that stand behind "plaza", "hospital" the type of what is called after them.

    Such a name does not name the person, also where the article names the person elsewhere. Nor does the surname of a
    family, which stays a person's name: "los Duarte", where Ana Duarte is named.
    """
    names = tuple(names)
    people = {fold(name.text) for name in names if name.mention_type == "PER"}
    return tuple(_of_family(text, _called(text, name), people) for name in names)


def _of_family(text: str, name: Name, people: Collection[str]) -> Name:
    if name.mention_type != "PER" or name.own is not None or is_first_name(name.text.split()[0]):
        return name
    before = FAMILY.search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start)
    if before is None or not any(full.endswith(f" {fold(name.text)}") for full in people):
        return name
    return replace(name, is_named_after=True)


def _called(text: str, name: Name) -> Name:
    if name.mention_type not in {"PER", "LOC"} or name.own is not None:
        return name
    before = max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start
    found = _introductions().search(text, *before)
    if not found and name.mention_type == "PER" and " " in name.text and IN_THE.search(text, *before):
        return replace(name, mention_type="LOC", is_named_after=True)
    kind = named_after_nouns()[found[1].lower()] if found else None
    if kind is None or (name.mention_type == "LOC" and kind != "MISC"):
        return name
    return replace(name, mention_type=kind, is_named_after=True)


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
