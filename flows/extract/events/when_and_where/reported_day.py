"""The day that an article reports, for what is done in its course: "Milei recibió hoy a Meloni. ... La elogió"."""

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.syntax import (
    auxiliaries,
    clause_verb,
    grammatical_person,
    has_morph,
    is_background,
    is_finite,
    is_verb,
)
from flows.extract.events.told import WORDS, Told, ids
from flows.extract.events.when_and_where.dates import Calendar
from flows.extract.events.when_and_where.quoted import Quoted
from flows.extract.events.when_and_where.report import OPENING, Report, find_report, is_before, is_perfect, lasts_long
from flows.extract.events.when_and_where.whose_time import (
    SAME_TIME,
    is_mere_participle,
    is_reason,
    is_thing_acted_on,
)
from flows.records import Findings

ACTS = WORDS | {"CONCEDE", "SANCTION", "RETREAT", "COOPERATE"}
"""Types of what is done in a day, by words or by an act of office."""

HEADLINES = frozenset({"title", "subhead"})
"""Kinds of paragraphs that tell in the present tense what was done."""


BEFORE = frozenset({"previo", "anterior", "pasado", "reciente", "último", "viejo", "antiguo"})
"""Adjectives of what was before the news."""

POINTING = frozenset({"este", "esta", "estos", "estas", "dicho", "dicha", "ese", "esa"})
"""Words before a noun that was told just now: "este homenaje se suma a otros"."""

ENDS = re.compile(r"[.!?…:;,)][\"”»’')]*\s*$")
"""How a line of running text ends, and a headline does not."""


def running_time(told: Sequence[Told], calendar: Calendar, findings: Findings) -> list[Told]:
    """Give what is done in the course of the day that an article reports that day's date.

    "Milei recibió hoy a Meloni. ... La elogió": the praise is of today too. The day is that of the first events that
    have one, else that of the lead's verb ("aseguró este lunes"), else the day of publication where the text names it
    anywhere. Only for what one does by words, and for those who take part in what the article opens with; not for what
    had happened before ("había"), is done at all times ("exige") or was done some time ("ha pedido").
    """
    published_on = findings.article.published_on
    report = find_report(told, calendar, published_on)
    if report is None:
        return _with_news(told) if published_on else list(told)
    told = _with_news(told)
    dated = {
        event.token.sent.start
        for event in told
        if event.time and event.time.value != report.day.value and is_verb(event.token)
    }
    quoted = Quoted(findings)
    tokens = [event.token for event in told]
    places = [token.idx for token in tokens]
    headlines = [
        (each.char_start, each.char_end)
        for each in findings.layout
        if each.kind in HEADLINES or not ENDS.search(findings.article.text, each.char_start, each.char_end)
    ]
    headlined = {
        token.i for start, end in headlines for token in tokens[bisect_left(places, start) : bisect_left(places, end)]
    }
    return [
        dataclasses.replace(event, time=report.day)
        if event.is_news
        and event.token.sent.start not in dated
        and not any(is_before(time, report.day) for time in calendar.of_deeds_beside(event.token))
        and (event.token.i in headlined or not quoted.tells(event))
        and _is_told_of_the_day(event, report, is_headline=event.token.i in headlined)
        else event
        for event in told
    ]


def _with_news(told: Sequence[Told]) -> list[Told]:
    """Mark what those do by words or an act of office whom the article opens with, and not before."""
    parties = frozenset[str]().union(
        *(ids(each.participants.actors) | ids(each.participants.recipients) for each in told[:OPENING])
    )
    return [dataclasses.replace(event, is_news=_is_of_the_day(event, parties)) for event in told]


def _is_of_the_day(event: Told, parties: frozenset[str]) -> bool:
    if event.time is not None or event.status != "occurred" or is_background(event.token):
        return False
    if event.entry.event_type not in ACTS or clause_verb(event.token) is None or lasts_long(event.token):
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
    if is_perfect(verb):
        return report.is_perfect
    is_present = any(has_morph(word, "Tense=Pres") for word in (verb, *auxiliaries(verb)))
    return not is_present or grammatical_person(verb) == "1"  # "exijo su renuncia": said on that day


def _is_recounted(verb: Token) -> bool:
    """Whether a clause tells more of a thing, or what was said then: "la carta que pidió", "sostenía que pidió"."""
    if verb.dep_.startswith("acl"):
        return not any(child.lower_ in SAME_TIME for child in verb.lefts)
    return verb.dep_ == "ccomp" and any(has_morph(word, "Tense=Imp") for word in (verb.head, *auxiliaries(verb.head)))
