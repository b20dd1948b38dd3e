"""What says how exact an amount is: "más de", "unos", "al menos"."""

import re
from collections.abc import Mapping
from functools import cache

from flows.extract.quantities.grammar import quantity_grammar
from flows.word_lists import any_of


def find_approximation(before: str, after: str) -> str | None:
    """Say how exact an amount is told to be, by the words before it, over an article, and those after it.

    >>> find_approximation("murieron más de", ""), find_approximation("unas", "")
    ('more_than', 'about')
    """
    for stretch in (before, _without_article(before)):
        if told := _hedges("hedges", r"(?:^|\s)({})$").search(stretch):
            return _kinds("hedges")[told[1]]
    told = _hedges("hedges_after", r"({})\b").match(after)
    return _kinds("hedges_after")[told[1]] if told else None


def _without_article(before: str) -> str:
    """Take the article off: "cerca del", "casi un"; not the one that says by how much ("superó un 20%")."""
    bare = re.sub(r"(?:(?<=\bde)|(?<=\ba))l$|\s(?:el|la|los|las|entre)$", "", before)
    indefinite = re.sub(r"\suna?$", "", bare)
    return bare if re.search(r"\b(?:super|sobrepas|exced)\w*$", indefinite) else indefinite


@cache
def _hedges(group: str, frame: str) -> re.Pattern[str]:
    """All hedges of a group, longest first, so that "no más de" is seen before "más de"."""
    return re.compile(frame.format(any_of(_kinds(group))))


@cache
def _kinds(group: str) -> Mapping[str, str]:
    rows = quantity_grammar().data[group]
    return {phrase: kind for kind, phrases in rows.items() for phrase in phrases}
