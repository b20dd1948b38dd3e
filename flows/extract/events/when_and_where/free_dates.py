"""The date of an event that names none: the only one of its sentence, where no other event has it."""

import dataclasses
import datetime as dt

from spacy.tokens import Token

from flows.extract.events.status import carriers
from flows.extract.events.syntax import clause_verb, is_pluperfect, is_verb, lemma_of
from flows.extract.events.told import Told
from flows.extract.events.when_and_where.dates import Calendar
from flows.records import TimeExpression


def with_free_dates(told: list[Told], calendar: Calendar, published_on: dt.date | None) -> list[Told]:
    """Give what a verb tells, or carries, the only date of its sentence: "dio ayuda a las víctimas de Ica en 2022"."""
    taken = {event.time.time_id for event in told if event.time}
    return [
        event if event.time else dataclasses.replace(event, time=_free_date(event, calendar, taken, published_on))
        for event in told
    ]


def _free_date(event: Told, calendar: Calendar, taken: set[str], published_on: dt.date | None) -> TimeExpression | None:
    verb = clause_verb(event.token)
    is_free = verb is not None and not is_pluperfect(verb) and (is_verb(event.token) or _is_carried(event.token, verb))
    time = calendar.only_of_sentence(event.token) if is_free else None
    if time is None or time.time_id in taken or _is_past_plan(event, time, published_on):
        return None
    return time


def _is_carried(noun: Token, verb: Token) -> bool:
    """Whether a verb only carries its noun, and has its time: "anunció su renuncia"."""
    return noun.head.i == verb.i and noun.dep_ == "obj" and lemma_of(verb) in carriers()


def _is_past_plan(event: Told, time: TimeExpression, published_on: dt.date | None) -> bool:
    """Whether something is planned and the day is of its announcement: "viajará a Perú, dijo el lunes"."""
    return event.status == "planned" and bool(time.ends_on and published_on and time.ends_on <= published_on)
