"""Persons who are told to be somebody's relatives: "su mujer, Ana Mora", "Luis Mora, padre de"."""

import re
from functools import cache

from flows.extract.entities.forms.same import group_key
from flows.extract.entities.names import Name
from flows.extract.entities.words import words

LONGEST_RELATIVE = 60


def relatives_told(text: str, names: tuple[Name, ...]) -> frozenset[str]:
    """Forms of persons who are told to be somebody's relatives: "su mujer, Ana Mora", "Luis Mora, padre de"."""
    people = (name for name in names if name.mention_type == "PER")
    return frozenset(group_key(name) for name in people if _is_relative(text, name))


def _is_relative(text: str, name: Name) -> bool:
    before = _relative_before().search(text, max(0, name.char_start - LONGEST_RELATIVE), name.char_start)
    return before is not None or _relative_after().match(text, name.char_end) is not None


@cache
def _relative_before() -> re.Pattern[str]:
    of_whom = r" de(?:l| la)? [^,.;:\n]{2,30},"  # "la esposa de Mora, Ana Mora"
    return re.compile(rf"\b(?:{'|'.join(sorted(words('relatives')))})(?: (?:mayor|menor))?(?:,?|{of_whom}) \Z")


@cache
def _relative_after() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("relatives")))
    return re.compile(
        rf",? (?:\([^()\n]{{1,40}}\), )?(?:(?:el|la) )?(?:{nouns})(?: (?:mayor|menor))? del? "
        r"(?!\d|un[ao]? |dos |tres |cuatro |cinco |seis |siete |ocho |nueve |diez |vari[oa]s )"
    )
