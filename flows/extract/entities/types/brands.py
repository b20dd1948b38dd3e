"""Brands that were taken for persons or places: "queso Vilarda"."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from flows.extract.entities.names import LONGEST_INTRODUCTION, Name
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import words
from flows.nlp.person_names import is_first_name
from flows.text import fold
from flows.word_lists import any_of


def brands(text: str, found: Iterable[Name], types: Mapping[str, str]) -> dict[str, str]:
    """Brands that were taken for persons or places, by folded form: "queso Vilarda"."""
    taken = [name for name in found if types[fold(name.text)] in {"PER", "LOC"} and not name.own]
    return {
        fold(name.text): "MISC"
        for name in taken
        if " " not in name.text
        and not is_first_name(name.text)
        and settled_type(name.text) is None
        and _goods().search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start)
    }


@cache
def _goods() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('goods'))}(?:e?s)? (?:(?:de la )?marca )?[“«\"'‘]?\Z")
