"""The day that an article reports, for what is done in its course: "Milei recibió hoy a Meloni. ... La elogió"."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.date_and_place import (
    SAME_TIME,
    Calendar,
    is_mere_participle,
    is_reason,
    is_thing_acted_on,
    is_time_of,
)
from flows.extract.events.syntax import (
    auxiliaries,
    clause_verb,
    grammatical_person,
    has_morph,
    is_background,
    is_finite,
    is_verb,
    lemma_of,
)
from flows.extract.events.told import WORDS, Day, Told, ids
from flows.records import Findings, TimeExpression

OPENING = 6
"""Among how many events an article's opening one is looked for."""

LEAD_CHARS = 900
"""How far into an article its lead goes, at most: what day the verb of saying there has is that of the news."""

ACTS = WORDS | {"CONCEDE", "SANCTION", "RETREAT", "COOPERATE"}
"""Types of what is done in a day, by words or by an act of office."""

WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-WXX-\d")
"""Values of a weekday of an unknown week: "el martes" of a report is near its publication."""

SPAN = re.compile(
    r"\b(?:últim[oa]s|hace (?:unos|varios|algunos|muchos)|hace (?:unas|varias|algunas|muchas)"
    r"|durante (?:años|meses|décadas|semanas))\b"
)
"""What says that something went on for long: "en los últimos meses", "hace algunos años", "durante años"."""

NEWS_DAYS = 7
"""How old what an article reports can be on the day of its publication."""

HEADLINES = frozenset({"title", "subhead"})
"""Kinds of paragraphs that tell in the present tense what was done."""


BEFORE = frozenset({"previo", "anterior", "pasado", "reciente", "último", "viejo", "antiguo"})
"""Adjectives of what was before the news."""

POINTING = frozenset({"este", "esta", "estos", "estas", "dicho", "dicha", "ese", "esa"})
"""Words before a noun that was told just now: "este homenaje se suma a otros"."""

ENDS = re.compile(r"[.!?…:;,)][\"”»’')]*\s*$")
"""How a line of running text ends, and a headline does not."""


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """The day that an article reports."""

    day: TimeExpression | Day
    is_perfect: bool = False
    """It is told in the perfect, as in Spain: "ha pedido este lunes"."""


def running_time(told: Sequence[Told], calendar: Calendar, findings: Findings) -> list[Told]:
    """Give what is done in the course of the day that an article reports that day's date.

    "Milei recibió hoy a Meloni. ... La elogió": the praise is of today too. The day is that of the first events that
    have one, else that of the lead's verb ("aseguró este lunes"), else the day of publication where the text names it
    anywhere. Only for what one does by words, and for those who take part in what the article opens with; not for what
    had happened before ("había"), is done at all times ("exige") or was done some time ("ha pedido").
    """
    report = _report(told, calendar, findings.article.published_on)
    if report is None:
        return list(told)
    parties = frozenset[str]().union(
        *(ids(each.participants.actors) | ids(each.participants.recipients) for each in told[:OPENING])
    )
    dated = {
        event.token.sent.start
        for event in told
        if event.time and event.time.value != report.day.value and is_verb(event.token)
    }
    text = findings.article.text
    headlines = [
        (each.char_start, each.char_end)
        for each in findings.layout
        if each.kind in HEADLINES or not ENDS.search(text, each.char_start, each.char_end)
    ]
    return [
        dataclasses.replace(event, time=report.day)
        if event.token.sent.start not in dated
        and _is_of_the_day(event, parties)
        and _is_told_of_the_day(
            event, report, is_headline=any(start <= event.token.idx < end for start, end in headlines)
        )
        else event
        for event in told
    ]


def _report(told: Sequence[Told], calendar: Calendar, published_on: dt.date | None) -> Report | None:
    """The day that an article's first dated event has, near its publication; else its lead's verb, or that it names."""
    for event in told[:OPENING]:
        if event.time and event.status == "occurred" and _is_day_near(event.time, published_on):
            verb = clause_verb(event.token)
            return Report(event.time, verb is not None and _is_perfect(verb))
    days = [(word, time) for word, time in calendar.days() if _is_day_near(time, published_on)]
    for word, time in days:
        verb = clause_verb(word)
        if word.idx >= LEAD_CHARS or verb is None or not is_time_of(word, verb):
            continue
        if _is_told(verb) and not _is_to_come(time, published_on):
            return Report(time, _is_perfect(verb))
    if published_on is None or all(time.starts_on != published_on for _, time in days):
        return None
    return Report(Day(published_on.isoformat(), published_on, published_on))


def _is_day_near(time: TimeExpression | Day, published_on: dt.date | None) -> bool:
    """Whether a time is one day, and not long before an article's publication; where that is unknown, a weekday."""
    if time.starts_on is None or published_on is None:
        return bool(WEEKDAY.fullmatch(time.value))
    return time.starts_on == time.ends_on and abs((published_on - time.starts_on).days) <= NEWS_DAYS


def _is_to_come(time: TimeExpression, published_on: dt.date | None) -> bool:
    return bool(time.starts_on and published_on and time.starts_on > published_on)


def _is_told(verb: Token) -> bool:
    """Whether a verb tells what was done: in the preterite or the perfect, in a main clause."""
    is_main = verb.head.i == verb.i or verb.dep_ in ("conj", "ROOT")
    return is_main and (has_morph(verb, "Tense=Past") or _is_perfect(verb)) and is_finite(verb)


def _is_perfect(verb: Token) -> bool:
    """Whether a verb stands in the perfect: "ha pedido"."""
    return any(lemma_of(word) == "haber" and has_morph(word, "Tense=Pres") for word in auxiliaries(verb))


def _is_of_the_day(event: Told, parties: frozenset[str]) -> bool:
    if event.time is not None or event.status != "occurred" or is_background(event.token):
        return False
    if event.entry.event_type not in ACTS or clause_verb(event.token) is None or SPAN.search(event.token.sent.text):
        return False
    return bool(ids(event.participants.actors) & parties)


def _is_told_of_the_day(event: Told, report: Report, *, is_headline: bool) -> bool:
    """Whether an event's words tell it as done on the day of a report, not before it or at all times."""
    token = event.token
    verb = clause_verb(token)
    if verb is None:
        return False
    if is_mere_participle(token):
        return False
    if not is_verb(token):
        is_before = is_reason(token, verb) and event.entry.event_type != "CONSULT"
        if is_before or is_thing_acted_on(token, verb) or any(child.lemma_ in BEFORE for child in token.children):
            return False
    if is_headline:
        return True
    if is_verb(token) and _is_recounted(verb):
        return False
    if not is_finite(verb) or any(child.lower_ in POINTING for child in token.lefts):
        return True
    if _is_perfect(verb):
        return report.is_perfect
    is_present = any(has_morph(word, "Tense=Pres") for word in (verb, *auxiliaries(verb)))
    return not is_present or grammatical_person(verb) == "1"  # "exijo su renuncia": said on that day


def _is_recounted(verb: Token) -> bool:
    """Whether a clause tells more of a thing, or what was said then: "la carta que pidió", "sostenía que pidió"."""
    if verb.dep_.startswith("acl"):
        return not any(child.lower_ in SAME_TIME for child in verb.lefts)
    return verb.dep_ == "ccomp" and any(has_morph(word, "Tense=Imp") for word in (verb.head, *auxiliaries(verb.head)))
