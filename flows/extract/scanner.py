"""A table-driven scanner: rules of a YAML file, written over classes of words and numbers, find phrases in a text.

A text becomes a string of one symbol a token, in which every word that the lexicon does not know is the same filler.
A rule is a regular expression over such symbols, so that a hundred rules cost little and stay readable as data:
``{day=DAY} de {month=MONTH}`` finds "3 de mayo" and "tres de mayo".
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from flows.extract.numerals import begins_numeral, digit_number, word_number
from flows.text import fold
from flows.word_lists import parse_words

FILLER = "x"
KNOWN = re.compile(rf"[^{FILLER}]+")
FIRST_WORD = 0xE000
FIRST_NUMBER = 0xF000
LABELS = ("el", "las", "día", "minuto", "año", "artículo", "número")
NOT_LABELLED = "".join(rf"(?<!\b{word}[ ])" for word in LABELS)
"""What a number in groups with spaces never follows: "el minuto 90 300 aficionados saltaron" has two numbers."""

TOKEN = re.compile(
    r"""(?P<half_day>[ap]\.\s?m\b\.?)
      | (?P<dotted>\d{1,2}\.\d{1,2}\.\d{2,4}(?!\d))
      | (?P<number>"""
    + NOT_LABELLED
    + r"""\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?![ ]?\d)
        |\d{1,3}(?:([.,])\d{3})(?:\4\d{3})*(?:[.,]\d+)?(?!\d)|\d+[.,]\d+(?![.,]?\d)|\d+)
      | (?P<hour_mark>(?<=\d)h(?=\d\d\b))
      | (?P<word>[^\W\d_]\w*)
      | (?P<line>\n)
      | (?P<mark>[^\w\s]|_)""",
    re.VERBOSE | re.IGNORECASE,
)
PATTERN_ITEM = re.compile(r"<(\w+)>|\{(\w+)=(\w+)\}|\{(\w+)\}|'([^']+)'|([^\s(){}|?*+'<>]+)|([(|)?*+])")
LITTLE_WORDS = ("a", "de", "del", "el", "en", "la", "las", "lo", "los", "que", "un", "una", "y", ",", ".")
"""Words that nearly every text has."""
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}

RULE_FIELDS = frozenset({"name", "pattern", "before", "after", "unless_after", "unless_before", "meaning", "examples"})

# A number's symbol tells in which of these ranges it lies and how it is written; classes are unions of them.
RANGE_STARTS = (0, 1, 13, 24, 25, 32, 60, 100, 1000, 1500, 2100)
WRITTEN = ("word", "one digit", "two digits", "more digits", "grouped", "roman")
NUMBER_CLASSES: dict[str, tuple[int, int, tuple[str, ...]]] = {
    "NUM": (0, 10**18, ("word", "one digit", "two digits", "more digits", "grouped")),
    "DAY": (1, 31, ("word", "one digit", "two digits")),
    "DAYFIG": (1, 31, ("one digit", "two digits")),
    "MONTHFIG": (1, 12, ("one digit", "two digits")),
    "HOUR": (0, 24, ("word", "one digit", "two digits")),
    "HOURFIG": (0, 24, ("one digit", "two digits")),
    "MINUTE": (0, 59, ("word", "two digits")),
    "MINUTEFIG": (0, 59, ("two digits",)),
    "YEAR": (1500, 2099, ("more digits",)),
    "MIDYEAR": (1000, 1499, ("more digits",)),
    "OLDYEAR": (100, 2099, ("more digits",)),
    "WORDYEAR": (1500, 2099, ("word",)),
    "YEAR2": (0, 99, ("two digits",)),
    "WORDNUM": (0, 10**18, ("word",)),
    "SMALL": (1, 12, ("word", "one digit", "two digits")),
    "ROMAN": (1, 31, ("roman",)),
    "DECIMAL": (0, 31, ("grouped",)),
    "BELOWMIL": (1, 999, ("one digit", "two digits", "more digits")),
    "THOUSAND": (1000, 10**18, ("word",)),
}


class Word(NamedTuple):
    """A token as the scanner reads it; a numeral of several words is one."""

    text: str
    start: int
    end: int
    key: str
    """What lexicons have it by, in lower case; a number's symbol, which is the same in all."""
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a rule file."""

    name: str
    pattern: re.Pattern[str]
    meaning: str
    classes: Mapping[str, str]
    """Of which class each group of the pattern is."""
    options: Mapping[str, Any]
    examples: tuple[Mapping[str, Any], ...]
    needs: tuple[frozenset[str], ...]
    """Sets of symbols of each of which a text has one where the rule holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule holds: the span without its context, and the words under each name of the pattern."""

    rule: Rule
    start: int
    end: int
    first: int
    """Index of the span's first word."""
    last: int
    """Index of the word after its last."""
    parts: Mapping[str, Any]
    """What stands under each name of the pattern: a number, or the value that the lexicon gives the word."""


@lru_cache(maxsize=1)  # times and quantities mostly read the same words
def read_words(text: str, decimal: str) -> tuple[Word, ...]:
    """Split a text into the words that rules are written over.

    Args:
        text: what is split.
        decimal: the mark of decimals in its numbers.
    """
    return tuple(_merge_numerals(list(_single_words(text, decimal))))


class Grammar:
    """A lexicon and rules, read from one YAML file of ``flows/extract/data``."""

    def __init__(self, file_name: str) -> None:
        data = parse_words(resources.files("flows.extract").joinpath(f"data/{file_name}").read_text("utf-8"))
        self.data: Mapping[str, Any] = data
        self._symbols: dict[str, str] = {}
        self._values: dict[str, dict[str, Any]] = {}
        self._classes = _number_classes()
        for name, words in data["lexicon"].items():
            entries = words if isinstance(words, dict) else dict.fromkeys(words)
            self._values[name] = {str(word): value for word, value in entries.items()}
            self._classes[name] = "".join(self._symbol(str(word)) for word in entries)
        self._rules = tuple(self._rule(row) for row in data["rules"])
        self._rarest = frozenset[str]().union(*(min(rule.needs, key=self._frequency) for rule in self._rules))
        """Of each rule symbols of which it has one: where none stands no rule holds, in four fifths of a text."""
        # unaccented misspellings ("proximo") read as the word, unless they are a word of the lexicon themselves
        for word, symbol in list(self._symbols.items()):
            self._symbols.setdefault(fold(word), symbol)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, compiled, in the file's order."""
        return self._rules

    def value(self, class_name: str, word: str) -> Any:
        """Give the value that the lexicon has for a word in a class."""
        values = self._values.get(class_name, {})
        lower = word.lower()
        if lower in values:
            return values[lower]
        return next((value for known, value in values.items() if fold(known) == fold(lower)), None)

    def link(self, pattern: str) -> re.Pattern[str]:
        """Compile a pattern without names, for what may stand between two phrases."""
        return re.compile(self._compile(pattern, {}))

    def symbols(self, words: Iterable[Word]) -> str:
        """The string that rules are written over: a symbol for each word."""
        return "".join([word.key if word.number is not None else self._symbols.get(word.key, FILLER) for word in words])

    def scan(self, words: Sequence[Word], allowed: Callable[[Found], bool] = lambda found: True) -> list[Found]:
        """Find what the rules describe: where two overlap the longer stays, of equals the one that stands first."""
        known = KNOWN.finditer(self.symbols(words))
        stretches = [stretch for stretch in known if not self._rarest.isdisjoint(stretch.group())]
        symbols = FILLER.join(stretch.group() for stretch in stretches)
        places = [place for stretch in stretches for place in range(stretch.start(), stretch.end() + 1)]
        present = frozenset(symbols)
        candidates = [
            found
            for rule in self._rules
            if not any(map(present.isdisjoint, rule.needs))  # most rules: the text has no such word
            for match in rule.pattern.finditer(symbols)
            if allowed(found := self._found(rule, match, words, places))
        ]
        candidates.sort(key=lambda found: (found.start - found.end, found.first))
        taken = bytearray(len(words))
        kept = []
        for found in candidates:
            if not any(taken[found.first : found.last]):
                taken[found.first : found.last] = b"\1" * (found.last - found.first)
                kept.append(found)
        return sorted(kept, key=lambda found: found.first)

    def _found(self, rule: Rule, match: re.Match[str], words: Sequence[Word], places: Sequence[int]) -> Found:
        first, last = places[match.start("span")], places[match.end("span") - 1] + 1
        parts = {}
        for group, class_name in rule.classes.items():
            if match.start(group) >= 0:
                word = words[places[match.start(group)]]
                value = self.value(class_name, word.text) if word.number is None else word.number
                parts[group.partition("__")[0]] = value
        return Found(rule, words[first].start, words[last - 1].end, first, last, parts)

    def _symbol(self, word: str) -> str:
        value, taken = word_number([word])
        if taken:
            return _number_symbol(float(value), "word")
        if word not in self._symbols:
            self._symbols[word] = chr(FIRST_WORD + len(self._symbols))
        return self._symbols[word]

    def _rule(self, row: Mapping[str, Any]) -> Rule:
        classes: dict[str, str] = {}
        pattern = f"(?P<span>{self._compile(row['pattern'], classes)})"
        if "unless_after" in row:
            pattern = f"(?<![{self._compile_set(row['unless_after'])}])" + pattern
        if "before" in row:
            pattern = f"(?:{self._compile(row['before'], classes)})" + pattern
        if "after" in row:
            pattern += f"(?={self._compile(row['after'], classes)})"
        if "unless_before" in row:
            pattern += f"(?!{self._compile(row['unless_before'], classes)})"
        options = {key: value for key, value in row.items() if key not in RULE_FIELDS}
        return Rule(
            row["name"],
            re.compile(pattern),
            row["meaning"],
            classes,
            options,
            tuple(row["examples"]),
            self._needs(row["pattern"]),
        )

    def _compile_set(self, words: str) -> str:
        return "".join(self._classes.get(word.strip("{}"), "") or self._symbol(word) for word in words.split())

    def _needs(self, pattern: str) -> tuple[frozenset[str], ...]:
        """What a pattern always asks for: "(de)? {m=MONTH} ','?" a month, "hoy | ayer" one of the two."""
        return tuple(self._needs_of(deque(PATTERN_ITEM.findall(pattern))))

    def _needs_of(self, items: deque[tuple[str, ...]]) -> list[frozenset[str]]:
        """Read items up to the bracket that closes them, and give what each way through them has."""
        ways: list[list[frozenset[str]]] = [[]]
        while items:
            fragment, _, named, bare, mark, word, operator = items.popleft()
            if operator == ")":
                break
            if operator == "|":
                ways.append([])
                continue
            if operator == "(":
                needs = self._needs_of(items)
            elif fragment:
                needs = list(self._needs(self.data["fragments"][fragment]))
            elif operator:
                continue
            else:
                class_name = named or bare
                needs = [frozenset(self._classes[class_name] if class_name else self._symbol((mark or word).lower()))]
            if not (items and items[0][-1] in ("?", "*")):
                ways[-1] += needs
        if len(ways) == 1:
            return ways[0]
        return [frozenset().union(*(min(way, key=self._frequency) for way in ways))] if all(ways) else []

    def _frequency(self, symbols: frozenset[str]) -> tuple[bool, int]:
        """Compare sets of symbols by how often a text has one: any with a little word more often than others."""
        return any(self._symbols.get(word) in symbols for word in LITTLE_WORDS), len(symbols)

    def _compile(self, pattern: str, classes: dict[str, str]) -> str:
        out = []
        for fragment, name, class_name, bare_class, mark, word, operator in PATTERN_ITEM.findall(pattern):
            if fragment:
                out.append(f"(?:{self._compile(self.data['fragments'][fragment], classes)})")
            elif name:
                group = f"{name}__{len(classes)}"
                classes[group] = class_name
                out.append(f"(?P<{group}>[{re.escape(self._classes[class_name])}])")
            elif bare_class:
                out.append(f"[{re.escape(self._classes[bare_class])}]")
            elif operator:
                out.append("(?:" if operator == "(" else operator)
            else:
                out.append(re.escape(self._symbol((mark or word).lower())))
        return "".join(out)


def _single_words(text: str, decimal: str) -> Iterator[Word]:
    for match in TOKEN.finditer(text):
        value, kind, (start, end) = match.group(), match.lastgroup, match.span()
        if kind == "number":
            yield _number_word(value, start, end, decimal)
        elif kind == "dotted":
            yield Word(value, start, end, "DOTTED")
        elif kind == "half_day":
            key = value[0].lower() + "m"
            yield Word(key, start, end, key)
        elif kind == "word" and value.isupper() and ROMAN.fullmatch(value):
            number = float(_roman(value))
            yield Word(value, start, end, _number_symbol(number, "roman"), number)
        else:
            yield Word(value, start, end, value.lower())


def _merge_numerals(words: list[Word]) -> Iterator[Word]:
    position = 0
    texts = [word.text for word in words]
    while position < len(words):
        taken = 0
        if words[position].number is None and begins_numeral(texts[position]):
            value, taken = word_number(texts[position : position + 12])
        if taken:
            first, last = words[position], words[position + taken - 1]
            text = " ".join(texts[position : position + taken])
            yield Word(text, first.start, last.end, _number_symbol(float(value), "word"), float(value))
            position += taken
        else:
            yield words[position]
            position += 1


def _number_word(text: str, start: int, end: int, decimal: str) -> Word:
    written = "grouped" if not text.isdigit() else ("one digit", "two digits", "more digits")[min(len(text), 3) - 1]
    number = digit_number(text, decimal) if len(text) <= 30 else float("inf")
    return Word(text, start, end, _number_symbol(number, written), number)


def _number_symbol(number: float, written: str) -> str:
    cell = max(index for index, start in enumerate(RANGE_STARTS) if number >= start)
    return chr(FIRST_NUMBER + cell * len(WRITTEN) + WRITTEN.index(written))


def _number_classes() -> dict[str, str]:
    return {
        name: "".join(_number_symbol(start, form) for start in RANGE_STARTS if low <= start <= high for form in written)
        for name, (low, high, written) in NUMBER_CLASSES.items()
    }


def _roman(text: str) -> int:
    digits = [ROMAN_DIGITS[char] for char in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))
