"""What stands round a name that only a person has: a title or office, a word said, a deed done to somebody."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from flows.extract.entities.names import LONGEST_INTRODUCTION, Name
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import words
from flows.text import fold
from flows.word_lists import any_of

TITLE_BEFORE = re.compile(r"\b(?:Dr|Dra|Sr|Sra|Lic|Ing|Prof)\. \Z")
LONGEST_PERSON = 4
PERSONAL_A = re.compile(r"\b(?!jugó\b)[a-zñ]{3,}(?:ó|aron|ieron) a \Z")
"""A verb that something is done to somebody with: Spanish says "a" before persons alone."""
PREPOSITION = re.compile(r"\b(?:del?|a|en|con|por|para|desde|y|la|las|los) \Z")


def is_told_by_office(text: str, name: Name) -> bool:
    """Whether a title tells a person's name: "Dr. *Xela*", "la diputada *Xela Tumba*", "*Xela Tumba*, directora de"."""
    before = max(0, name.char_start - LONGEST_INTRODUCTION)
    if TITLE_BEFORE.search(text, before, name.char_start):
        return True
    words_of_name = name.text.split()
    is_full = 1 < len(words_of_name) <= LONGEST_PERSON and all(word.istitle() for word in words_of_name)
    is_led = is_full and _office_before().search(text, before, name.char_start) is not None
    return is_led or (is_full and _office_behind().match(text, name.char_end) is not None)


@cache
def _office_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:el|la) {any_of(words('titles'))} \Z")


@cache
def _office_behind() -> re.Pattern[str]:
    offices = any_of({*words("offices_of_bodies"), *words("offices_of_places"), *words("introduced", "PER")})
    return re.compile(
        rf", (?:(?:el|la|un|una|actual|entonces) )?(?:ex)?{offices}(?: (?:general|ejecutiv[oa]|adjunt[oa]))? del? "
    )


def done_to(text: str, found: Iterable[Name], types: Mapping[str, str]) -> dict[str, str]:
    """Names of no known kind that "a" makes persons, by folded form: "presionó a Netanyahu"."""
    return {
        fold(name.text): "PER"
        for name in found
        if types[fold(name.text)] == "MISC"
        and name.text.istitle()
        and name.text.isalpha()
        and not settled_type(name.text)
        and PERSONAL_A.search(text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start])
    }


def speakers(text: str, found: Iterable[Name], types: Mapping[str, str]) -> dict[str, str]:
    """Single words that were taken for places, and that say something, by folded form: "dijo *Bernal*".

    Only capitals and countries speak, for their governments.
    """
    return {
        fold(name.text): "PER"
        for name in found
        if types[fold(name.text)] in {"LOC", "MISC"}
        and name.text.istitle()
        and name.text.isalpha()
        and not settled_type(name.text)
        and _says(text, name)
    }


def _says(text: str, name: Name) -> bool:
    before = text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start]
    if _said_before().search(before):
        return True
    return PREPOSITION.search(before) is None and _said_behind().match(text, name.char_end) is not None


@cache
def _said_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('said'))} \Z")


@cache
def _said_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:también )?{any_of(words('said'))}\b")
