"""Spanish numerals: words ("dos mil veinte"), and digits with the grouping that an article has the habit of."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Any

from flows.text import fold
from flows.word_lists import parse_words

GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\d)")


def word_number(words: Sequence[str]) -> tuple[int, int]:
    """Read the numeral that a list of words begins with: its value and how many words it takes (0: it is none).

    >>> word_number(["mil", "novecientos", "noventa", "y", "dos", "casas"])
    (1992, 5)
    >>> word_number(["casas"])
    (0, 0)
    """
    parts = _Parts()
    position = taken = 0
    while position < len(words):
        step = 2 if _joined(words, position, parts.smallest) else 1
        value = _value(words[position + step - 1])
        if value is None or (value == 0 and position > 0) or not parts.add(value):
            break
        position += step
        taken = position
        if value == 0:
            break
    return parts.total, taken


def begins_numeral(word: str) -> bool:
    """Whether a numeral may begin with a word; most words are none, and are told so at once.

    >>> begins_numeral("Dos"), begins_numeral("casas")
    (True, False)
    """
    return word.lower() in _words()


class _Parts:
    """A numeral while it is read: what millions, thousands and hundreds have come to."""

    def __init__(self) -> None:
        self.millions = self.thousands = self.units = 0
        self.last_million = 10**15
        self.smallest = 1000
        """The last part below a thousand; what follows must fit below it."""

    @property
    def total(self) -> int:
        return self.millions + self.thousands + self.units

    def add(self, value: int) -> bool:
        """Take the next word in, if a numeral can go on with it."""
        below = self.thousands + self.units
        if value >= 10**6:
            if below == 0 or value >= self.last_million:
                return False
            self.millions += below * value
            self.last_million, self.thousands, self.units, self.smallest = value, 0, 0, 1000
        elif value == 1000:
            if self.thousands:
                return False
            self.thousands, self.units, self.smallest = 1000 * (self.units or 1), 0, 1000
        else:
            if not _fits(value, self.smallest):
                return False
            self.units, self.smallest = self.units + value, value
        return True


def _fits(value: int, previous: int) -> bool:
    """Say whether a unit may follow: hundreds take what is below 100, tens from 30 on take units after "y"."""
    if previous == 1000:
        return True
    if previous >= 100:
        return value < 100
    return previous >= 30 and previous % 10 == 0 and value < 10


def _joined(words: Sequence[str], position: int, previous: int) -> bool:
    """Say whether "y" stands here between tens and a unit."""
    if words[position].lower() != "y" or not 30 <= previous < 100 or position + 1 >= len(words):
        return False
    following = _value(words[position + 1])
    return following is not None and 0 < following < 10


def _value(word: str) -> int | None:
    return _words().get(word.lower())


def decimal_mark(texts: Iterable[str]) -> str:
    """Say which of comma and point an article writes its decimals with, from all its numbers.

    >>> decimal_mark(["11,000", "1.5"])
    '.'
    >>> decimal_mark(["11.000"])
    ','

    A mark before one, two or more than three digits is decimal, one that comes twice is not; where only groups of
    three are seen, the mark of the groups is taken to be the thousands'. Without evidence it is the comma.
    """
    votes = {".": 0, ",": 0}
    for text in texts:
        marks = re.findall(r"[.,]", text)
        if not marks:
            continue
        tail = re.split(r"[.,]", text)[-1]
        if len(set(marks)) == 2:
            votes[marks[-1]] += 3
        elif len(marks) > 1:
            votes["," if marks[0] == "." else "."] += 3
        elif len(tail) != 3 or text.startswith("0"):
            votes[marks[0]] += 2
        else:
            votes["," if marks[0] == "." else "."] += 1
    return "." if votes["."] > votes[","] else ","


def digit_number(text: str, decimal: str = ",") -> float:
    """Read digits with their marks: a group of three after the other mark, both, or a space is thousands.

    >>> digit_number("11 000"), digit_number("30,000")
    (11000.0, 30000.0)
    >>> digit_number("11.000"), digit_number("1.5"), digit_number("1,234.5", "."), digit_number("2.250", ".")
    (11000.0, 1.5, 1234.5, 2250.0)

    A point before exactly three digits stays a thousands' mark even where decimals have points ("2.250" beside
    "1.5" is far more often 2250), except after a leading zero.
    """
    text = re.sub(r"\s", "", text)
    marks = re.findall(r"[.,]", text)
    if not marks:
        return float(text)
    whole = GROUPED.fullmatch(text)
    is_round = text.endswith("000")  # "30,000" has no decimals, whatever the article's habit
    if whole and not text.startswith("0") and (len(marks) > 1 or whole[1] != decimal or decimal == "." or is_round):
        return float(re.sub(r"[.,]", "", text))
    last = marks[-1]
    integer, _, fraction = text.rpartition(last)
    if len(marks) > 1 and len(set(marks)) == 1:
        return float(re.sub(r"[.,]", "", text))
    return float(re.sub(r"[.,]", "", integer) + "." + fraction)


@cache
def _words() -> dict[str, int]:
    data: dict[str, Any] = parse_words(
        resources.files("flows.extract").joinpath("data/numerals.yml").read_text(encoding="utf-8")
    )
    words: dict[str, int] = {}
    for word, value in data["cardinals"].items():
        words[word] = value
        words.setdefault(fold(word), value)
    return words
