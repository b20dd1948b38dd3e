"""What a person is also called: "Luis Mora, alias Ciclón"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from flows.extract.entities.names import MARKS, Name
from flows.extract.entities.types.settled import settled_type
from flows.text import fold

ALIAS = re.compile(
    r"[\s,(]+(?:el )?(?:(?:alias|(?:(?:más|mejor|también) )?conocid[oa] como|apodad[oa])\s+(?:el |la )?[\"“‘'«]?"
    r"|o\s+(?:el |la )?[\"“‘'«])"  # "Meade o Anaya" are two: behind "o" a nickname stands in marks
)
"""What stands between a person's name and a nickname."""


def is_in_marks_before(text: str, first: Name, second: Name) -> bool:
    """Whether a name that is nobody's own stands in marks right before another: "“*Lobo*” Vera"."""
    closing = MARKS.get(text[first.char_start - 1 : first.char_start])
    is_before = closing is not None and text[first.char_end : second.char_start] == f"{closing} "
    is_one_word = " " not in first.text.removeprefix("El ").removeprefix("La ")
    return is_before and is_one_word and not settled_type(first.text)


def nicknames(text: str, found: Sequence[Name], types: Mapping[str, str]) -> dict[str, str]:
    """What a person is also called by, by folded form: "Luis Mora, alias *Ciclón*", "“*Lobo*” Vera"."""
    before_surname = {
        fold(first.text): "PER"
        for first, second in pairwise(found)
        if types[fold(second.text)] == "PER" and is_in_marks_before(text, first, second)
    }
    return before_surname | {
        fold(second.text): "PER"
        for first, second in pairwise(found)
        if types[fold(first.text)] == "PER"
        and not second.text.isupper()
        and not settled_type(second.text)
        and ALIAS.fullmatch(text, first.char_end, second.char_start)
    }
