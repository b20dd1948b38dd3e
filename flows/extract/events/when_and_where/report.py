"""Which day an article reports: that of its first dated events, or of its lead's verb, or of publication, if named."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.syntax import auxiliaries, clause_verb, has_morph, is_finite, lemma_of
from flows.extract.events.told import Day, Told
from flows.extract.events.when_and_where.dates import Calendar
from flows.extract.events.when_and_where.whose_time import is_time_of
from flows.records import TimeExpression

OPENING = 6
"""Among how many events an article's opening one is looked for."""

LEAD_CHARS = 900
"""How far into an article its lead goes, at most: what day the verb of saying there has is that of the news."""

WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-WXX-\d")
"""Values of a weekday of an unknown week: "el martes" of a report is near its publication."""

AHEAD = re.compile(r"\bpróxim[oa]|\bvenider[oa]|\bque viene", re.IGNORECASE)
"""Words of a time that is still to come."""

NEWS_DAYS = 7
"""How old what an article reports can be on the day of its publication."""


SPAN = re.compile(
    r"\b(?:últim[oa]s|hace (?:unos|varios|algunos|muchos)|hace (?:unas|varias|algunas|muchas)"
    r"|durante (?:años|meses|décadas|semanas))\b"
)
"""What says that something went on for long: "en los últimos meses", "hace algunos años", "durante años"."""


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """The day that an article reports."""

    day: TimeExpression | Day
    is_perfect: bool = False
    """It is told in the perfect, as in Spain: "ha pedido este lunes"."""


def find_report(told: Sequence[Told], calendar: Calendar, published_on: dt.date | None) -> Report | None:
    """The day that an article's first dated event has, near its publication; else its lead's verb, or that it names."""
    for event in told[:OPENING]:
        if event.time and event.status == "occurred" and _is_day_near(event.time, published_on):
            verb = clause_verb(event.token)
            return Report(event.time, verb is not None and is_perfect(verb))
    days = [(word, time) for word, time in calendar.days() if _is_day_near(time, published_on)]
    for word, time in days:
        verb = clause_verb(word)
        if word.idx >= LEAD_CHARS or verb is None or not is_time_of(word, verb):
            continue
        if is_told(verb) and not is_to_come(time, published_on):
            return Report(time, is_perfect(verb))
    if published_on is None or all(time.starts_on != published_on for _, time in days):
        return None
    return Report(Day(published_on.isoformat(), published_on, published_on))


def _is_day_near(time: TimeExpression | Day, published_on: dt.date | None) -> bool:
    """Whether a time is one day, and not long before an article's publication; where that is unknown, a weekday."""
    if time.starts_on is None or published_on is None:
        return bool(WEEKDAY.fullmatch(time.value))
    return time.starts_on == time.ends_on and abs((published_on - time.starts_on).days) <= NEWS_DAYS


def is_to_come(time: TimeExpression | Day, published_on: dt.date | None) -> bool:
    """Whether a day is after publication, which nothing that was done can have: "El martes podrá declarar".

    Where the day of publication is not known, its words may say so: "el próximo junio".
    """
    if time.starts_on and published_on:
        return time.starts_on > published_on
    return isinstance(time, TimeExpression) and AHEAD.search(time.text) is not None


def is_before(time: TimeExpression, day: TimeExpression | Day) -> bool:
    """Whether a time is another than a day, and not after it, as far as both are known."""
    if time.ends_on is None or day.starts_on is None:
        return time.value != day.value
    return time.ends_on < day.starts_on


def is_told(verb: Token) -> bool:
    """Whether a verb tells what was done: in the preterite or the perfect, in a main clause."""
    is_main = verb.head.i == verb.i or verb.dep_ in ("conj", "ROOT")
    return is_main and (has_morph(verb, "Tense=Past") or is_perfect(verb)) and is_finite(verb)


def is_perfect(verb: Token) -> bool:
    """Whether a verb stands in the perfect: "ha pedido"."""
    return any(lemma_of(word) == "haber" and has_morph(word, "Tense=Pres") for word in auxiliaries(verb))


def lasts_long(token: Token) -> bool:
    """Whether a word's sentence says that something went on for long: "en los últimos meses"."""
    return SPAN.search(token.sent.text) is not None
