"""The types of acronyms: that of what they stand for, else a body's; nobody is called "JNE", but Eva Paz Vera "EPV"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from flows.extract.entities.forms.abbreviations import abbreviates, is_initials
from flows.extract.entities.names import LONGEST_INTRODUCTION, Name
from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.types.surnames import SMALL_WORDS
from flows.extract.entities.words import typed
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name
from flows.text import fold

ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,8}")
ROMAN = re.compile(r"[IVXLC]+")
ADDRESS = re.compile(r"\b(?:[Dd]on|[Dd]oña|[Ss]eñora?|[Mm]enor|[Jj]oven|(?:Dr|Dra|Sr|Sra)\.) \Z")


def expanded(text: str, found: Sequence[Name], types: dict[str, str]) -> dict[str, str]:
    """The types of acronyms in brackets after their expansions."""
    pairs = (
        (fold(first.text), fold(second.text))
        for first, second in pairwise(found)
        if text[first.char_end : second.char_start] == " ("
        and text[second.char_end : second.char_end + 1] == ")"
        and abbreviates(second.text, first.text)
        and not settled_type(second.text)
    )
    found_types = {
        short: types[full]
        for full, short in pairs
        if types[full] in {"ORG", "MISC"} or (types[full] == "LOC" and is_initials(short, full))
    }
    for full, kind in types.items():
        if kind == "ORG" and full.count(" ") > 1:
            short = "".join(word[0] for word in full.split() if word not in SMALL_WORDS)
            if short in types and not settled_type(short):
                found_types.setdefault(short, kind)
    return found_types


def acronyms(text: str, found: Iterable[Name], types: Mapping[str, str]) -> dict[str, str]:
    """Acronyms that were taken for persons: nobody is called "JNE", unless the article has a "JNE Vera".

    Initials of a person's three names are that person: "EPV" beside "Eva Paz Vera".
    """
    people = [form.split() for form, kind in types.items() if kind == "PER" and " " in form]
    of_people = {word for parts in people for word in parts}
    initials = {"".join(word[0] for word in parts) for parts in people if len(parts) > 2 and is_first_name(parts[0])}
    forms = (
        name.text
        for name in found
        if ACRONYM.fullmatch(name.text) and not ROMAN.fullmatch(name.text) and not _is_addressed(text, name)
    )
    open_forms = {
        fold(form) for form in forms if known_name(form) is None and fold(form) not in typed("typed")
    } - of_people
    told = {form: "PER" if form in initials else "ORG" for form in open_forms}
    return {form: kind for form, kind in told.items() if "PER" in {kind, types[form]}}


def _is_addressed(text: str, name: Name) -> bool:
    """Whether letters stand for somebody: "doña EPV"."""
    return ADDRESS.search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start) is not None
