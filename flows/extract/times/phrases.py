"""Time expressions with their values: found by the rules of ``data/times.yml``, read against what the article tells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc

from flows.extract.scanner import Found, Grammar, Word, read_words
from flows.extract.sentence_index import sentence_indexer
from flows.extract.times.guards import allowed_in
from flows.extract.times.meanings import MEANINGS
from flows.extract.times.meanings.setting import DAY_VALUE, Setting
from flows.extract.times.nowadays import means_nowadays
from flows.extract.times.tense import clause_direction
from flows.records import Findings

TENSED = frozenset(
    {
        "calendar_day",
        "day_number",
        "month",
        "weekday",
        "weekend",
        "weekday_part",
        "holiday",
        "quarter",
        "half",
        "year_part",
        "day_range",
        "lettered_day",
        "day_or_weekday",
        "then_told",
    }
)
"""Meanings that the tense of the verb decides; it is read for these alone, since it costs a walk through the parse."""

DAYS = frozenset({"calendar_day", "day_number", "weekday", "weekend", "weekday_part"})
"""Meanings for which the present of a verb like "empezar" tells of what is to come: "el juicio empieza el lunes"."""

PART_WORDS = 4
"""How many words may stand between a part of the day and the hour in it: "anoche, poco antes de las 8"."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A time expression with its value, before it becomes a row."""

    start: int
    end: int
    time_type: str
    value: str
    last: int
    """Index of the word after it."""


@dataclass(frozen=True, slots=True)
class Told:
    """The date and the day that were told last, with the numbers of their sentences."""

    value: str | None = None
    sentence: int = -1
    day: str | None = None
    day_sentence: int = -1

    def then(self, value: str, sentence: int) -> "Told":
        """What was told last once another date is told."""
        if DAY_VALUE.fullmatch(value):
            return Told(value, sentence, value, sentence)
        return replace(self, value=value, sentence=sentence)

    def then_at(self, value: str, sentence: int) -> "Told":
        """What was told last once a time of a day is told: the day alone ("el domingo por la tarde, a las 18:40")."""
        day = value.partition("T")[0]
        return replace(self, day=day, day_sentence=sentence) if DAY_VALUE.fullmatch(day) else self


@dataclass(frozen=True, slots=True)
class _Join:
    """Phrases that go into one: "marzo" + "de" + "este año"."""

    left: frozenset[str]
    link: re.Pattern[str]
    right: frozenset[str]


def read_phrases(doc: Doc, findings: Findings) -> list[Phrase]:
    """Find the phrases and give each its value, in the order of the text: a later one may point back ("entonces")."""
    grammar = time_grammar()
    text = findings.article.text
    words = read_words(text, ",")
    chains = list(_chains(grammar, words, grammar.scan(words, allowed_in(doc, text, words, findings.mentions))))
    sentence_of = sentence_indexer(doc)
    phrases: list[Phrase] = []
    told = Told()
    for chain in chains:
        sentence = sentence_of(chain[0].start)
        beside = phrases[-1] if phrases and chain[0].first - phrases[-1].last <= PART_WORDS else None
        phrase = _read_chain(doc, findings, chain, told, sentence, beside)
        if phrase is None:
            continue
        phrases.append(phrase)
        if phrase.time_type == "DATE" and phrase.value[:4].replace("X", "0").isdigit():
            in_brackets = text[phrase.start - 1 : phrase.start] == "("  # "su disco (2013) sale el 19 de junio"
            told = told.then(phrase.value, -1 if in_brackets else sentence)
        elif phrase.time_type == "TIME":
            told = told.then_at(phrase.value, sentence)
    return phrases


def _read_chain(
    doc: Doc, findings: Findings, chain: Sequence[Found], told: Told, sentence: int, beside: Phrase | None
) -> Phrase | None:
    """Give a chain of phrases its value, from the last, which is the widest, to the first."""
    within: str | None = None
    time_type = value = ""
    text = findings.article.text
    for found in reversed(chain):
        meaning = found.rule.meaning
        phrase = text[found.start : found.end].lower()
        setting = Setting(
            text=phrase,
            reference=findings.article.published_on,
            told=told.value,
            is_told_in_sentence=told.sentence == sentence,
            told_exactly=told.day,
            told_in_sentence=told.day if told.day_sentence == sentence or _is_day(beside) else None,
            direction=_direction(doc, found) if not within else 0,
            within=within,
            part=_part(within or (beside.value if beside else "")),
            is_nowadays=phrase == "hoy" and len(chain) == 1 and means_nowadays(doc, text, found.start, found.end),
        )
        result = MEANINGS[meaning](found.parts, setting, found.rule.options)
        if result is None:
            return None
        time_type, value = result
        within = value
    if not value or (len(chain) == 1 and chain[0].rule.options.get("standalone") is False):
        return None
    return Phrase(chain[0].start, chain[-1].end, time_type, value, chain[-1].last)


def _is_day(phrase: Phrase | None) -> bool:
    return phrase is not None and DAY_VALUE.fullmatch(phrase.value) is not None


def _direction(doc: Doc, found: Found) -> int:
    meaning = found.rule.meaning
    if meaning not in TENSED:
        return 0
    return clause_direction(doc, found.start, found.end, is_day=meaning in DAYS)


def _part(value: str) -> str | None:
    """The part of the day that a value names: NI of 2024-05-14TNI."""
    part = value.partition("T")[2]
    return part if part.isalpha() else None


def _chains(grammar: Grammar, words: Sequence[Word], found: Sequence[Found]) -> Iterator[list[Found]]:
    """Put phrases that are parts of one another into chains."""
    joins = _joins(grammar)
    symbols = grammar.symbols(words)
    chain: list[Found] = []
    for one in found:
        if chain and _joined(joins, symbols, chain[-1], one):
            chain.append(one)
            continue
        if chain:
            yield chain
        chain = [one]
    if chain:
        yield chain


def _joined(joins: Sequence[_Join], symbols: str, left: Found, right: Found) -> bool:
    between = symbols[left.last : right.first]
    return len(between) <= 4 and any(
        _kind(left) in join.left and _kind(right) in join.right and join.link.fullmatch(between) for join in joins
    )


def _kind(found: Found) -> str:
    return str(found.rule.options.get("kind", found.rule.meaning))


def _joins(grammar: Grammar) -> tuple[_Join, ...]:
    groups: dict[str, list[str]] = grammar.data["groups"]
    return tuple(
        _Join(frozenset(row["left"]), grammar.link(row["link"]), frozenset(groups[row["right"]]))
        for row in grammar.data["joins"]
    )


@cache
def time_grammar() -> Grammar:
    """Read the rules, once."""
    return Grammar("times.yml")
