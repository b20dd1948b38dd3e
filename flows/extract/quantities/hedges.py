"""What says how exact an amount is: "más de", "unos", "al menos"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from flows.extract.quantities.grammar import quantity_grammar


def find_approximation(before: str, after: str) -> str | None:
    """Say how exact an amount is told to be, by the words before it, over an article, and those after it.

    >>> find_approximation("murieron más de", ""), find_approximation("unas", "")
    ('more_than', 'about')
    """
    for stretch in (before, _without_article(before)):
        if stretch.rpartition(" ")[2] not in _hedge_ends():  # most words
            continue
        for hedge, pattern in _hedge_patterns()["hedges"]:
            if pattern.search(stretch):
                return hedge
    return next((hedge for hedge, pattern in _hedge_patterns()["hedges_after"] if pattern.match(after)), None)


def _without_article(before: str) -> str:
    """Take the article off: "cerca del", "casi un"; not the one that says by how much ("superó un 20%")."""
    bare = re.sub(r"(?:(?<=\bde)|(?<=\ba))l$|\s(?:el|la|los|las|entre)$", "", before)
    indefinite = re.sub(r"\suna?$", "", bare)
    return bare if re.search(r"\b(?:super|sobrepas|exced)\w*$", indefinite) else indefinite


@cache
def _hedge_patterns() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    data = quantity_grammar().data
    return {
        "hedges": _patterns(data["hedges"], r"(?:^|\s)(?:{})$"),
        "hedges_after": _patterns(data["hedges_after"], r"(?:{})\b"),
    }


@cache
def _hedge_ends() -> frozenset[str]:
    """The last word of every hedge that stands before a number."""
    return frozenset(phrase.split()[-1] for phrases in quantity_grammar().data["hedges"].values() for phrase in phrases)


def _patterns(rows: Mapping[str, Sequence[str]], frame: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Compile hedges, longest first, so that "no más de" is seen before "más de"."""
    pairs = sorted(
        ((phrase, hedge) for hedge, phrases in rows.items() for phrase in phrases), key=lambda row: -len(row[0])
    )
    return tuple((hedge, re.compile(frame.format(re.escape(phrase)))) for phrase, hedge in pairs)
