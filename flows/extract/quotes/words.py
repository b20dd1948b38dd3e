"""What comparing quotes needs of their words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from flows.text import fold
from flows.word_lists import parse_words

STEM = 4, 5
"""A word is known by its letters but the last two, so many at least and at most: "asumo" and "asume", "retirarán"."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a quote, as far as they count."""

    stems: tuple[str, ...]
    """Of the words that count, in order."""
    numbers: frozenset[str]
    denies: bool
    phrase: str
    """All words, with single spaces."""


def words_of(text: str) -> Words:
    """Reduce a quote to the stems of the words that count, its numbers, and whether it denies.

    >>> words_of("No retirarán 12 barcos")
    Words(stems=('retir', '12', 'barc'), numbers=frozenset({'12'}), denies=True, phrase='no retiraran 12 barcos')
    """
    words = WORD.findall(fold(text))
    common, denials = _word_list()
    return kept_words((_stem(word) for word in words if word not in common and word not in denials), " ".join(words))


def kept_words(stems: Iterable[str], phrase: str) -> Words:
    """The words of a quote of which stems and phrase have been kept."""
    words = phrase.split()
    _, denials = _word_list()
    return Words(tuple(stems), frozenset(filter(str.isdigit, words)), not denials.isdisjoint(words), phrase)


def _stem(word: str) -> str:
    least, most = STEM
    return word[: min(max(least, len(word) - 2), most)]


@cache
def _word_list() -> tuple[frozenset[str], frozenset[str]]:
    content = resources.files("flows.extract").joinpath("data/quote_words.yml").read_text(encoding="utf-8")
    data = parse_words(content)
    return frozenset(data["common"]), frozenset(data["denials"])
