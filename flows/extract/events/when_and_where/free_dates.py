"""The date of an event that names none: the only one of its sentence or paragraph that no other event has."""

import dataclasses
import datetime as dt

from spacy.tokens import Token

from flows.extract.events.status import carriers
from flows.extract.events.syntax import clause_verb, is_background, is_pluperfect, is_verb, lemma_of
from flows.extract.events.told import NEEDS_NOBODY, Told
from flows.extract.events.when_and_where.dates import Calendar
from flows.extract.events.when_and_where.report import is_to_come
from flows.records import TimeExpression


def with_free_dates(told: list[Told], calendar: Calendar, published_on: dt.date | None) -> list[Told]:
    """Give what has no date the only one of its sentence or, of what is done to people, of its paragraph.

    Of its sentence to a verb, where no event there has it: "acusó a Irán de mentir en 2022".
    """
    taken = {event.time.time_id for event in told if event.time}
    return [
        event if event.time else dataclasses.replace(event, time=_free_date(event, calendar, taken, published_on))
        for event in told
    ]


def _free_date(event: Told, calendar: Calendar, taken: set[str], published_on: dt.date | None) -> TimeExpression | None:
    verb = clause_verb(event.token)
    is_free = verb is not None and not is_pluperfect(verb) and (is_verb(event.token) or _is_carried(event.token, verb))
    time = calendar.only_of_sentence(event.token) if is_free else None
    if time is not None and time.time_id not in taken and not _is_past_plan(event, time, published_on):
        return time
    if event.status not in ("occurred", None) or is_background(event.token):
        return None
    time = calendar.only_of_paragraph(event.token) if event.entry.event_type in NEEDS_NOBODY else None
    return None if time is None or is_to_come(time, published_on) else time


def _is_carried(noun: Token, verb: Token) -> bool:
    """Whether a verb only carries its noun, and has its time: "anunció su renuncia"."""
    return noun.head.i == verb.i and noun.dep_ == "obj" and lemma_of(verb) in carriers()


def _is_past_plan(event: Told, time: TimeExpression, published_on: dt.date | None) -> bool:
    """Whether something is planned and the day is of its announcement: "viajará a Perú, dijo el lunes"."""
    return event.status == "planned" and bool(time.ends_on and published_on and time.ends_on <= published_on)
