"""Surnames: what of a full name stands alone, and full names that only their surname tells."""

from collections.abc import Collection, Iterator

from flows.extract.entities.types.settled import settled_type
from flows.extract.entities.words import head_type, typed
from flows.nlp.gazetteer import places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name

SMALL_WORDS = frozenset(
    {"de", "del", "la", "las", "los", "el", "y", "e", "da", "do", "dos", "van", "von", "der", "al", "bin", "san"}
)
"""Words in small letters within names, which are no surname alone."""


def surnames_of(form: str) -> Iterator[str]:
    """What of a full name may stand alone: its last word, the last two, and each of several surnames."""
    parts = form.split()
    for number in range(1, len(parts)):
        tail = parts[number:]
        if tail[0] not in SMALL_WORDS or len(tail) > 1:
            yield " ".join(tail)
    if len(parts) > 2 and parts[-2] not in SMALL_WORDS and len(parts[-2]) > 2:
        yield parts[-2]


def is_full_name_of(form: str, surnames: Collection[str]) -> bool:
    """Whether it is the full name of somebody who speaks, with a first name of no list: "Egan Bernal"."""
    parts = form.split()
    is_name = len(parts) in {2, 3} and parts[-1] in surnames and parts[0] not in SMALL_WORDS
    return is_name and settled_type(form) is None and not places_named(form)


def is_told_by_surname(form: str, types: dict[str, str]) -> bool:
    """Whether a first name of no list stands before one of it, and the surname is a person's: "Lidy Ana Mora"."""
    parts = form.split()
    if parts[0] in SMALL_WORDS:
        return False
    is_name = len(parts) > 2 and is_first_name(parts[1]) and types.get(parts[-1]) == "PER"
    return is_name and settled_type(form) is None


def may_be_surname(form: str) -> bool:
    """Whether but a list of bodies' names, or a noun, settles what a surname is: "Ford", "Mas", "Puente"."""
    is_listed = form in typed("typed") or (" " not in form and head_type(form) is not None)
    return is_listed and known_name(form) is None
