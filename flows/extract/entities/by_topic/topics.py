"""What an article is about, as far as names depend on it: a town is a club in sport, a person a title in culture."""

import re
from functools import cache

from flows.extract.entities.words import entries, words
from flows.word_lists import any_of

ENOUGH = 3
"""So many different words of a topic make an article one of it."""


def is_about(text: str, topic: str) -> bool:
    """Whether enough different words of a topic's list say so: "la jornada" three times tells of elections as well.

    >>> is_about("Marcó un gol de penalti el delantero", "sport")
    True
    """
    weak, found = _weak(topic), set[str]()
    for match in _pattern(topic).finditer(text.lower()):
        word = match[1]
        found.add("weak" if word in weak else word)
        if len(found) == ENOUGH:
            return True
    return False


def _weak(topic: str) -> frozenset[str]:
    return words(topic, "weak") if "weak" in entries()[topic] else frozenset()


@cache
def _pattern(topic: str) -> re.Pattern[str]:
    return re.compile(rf"\b({any_of(words(topic) | _weak(topic))})(?:e?s)?\b")
