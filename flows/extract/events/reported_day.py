"""The day that an article reports, for what is done in its course: "Milei recibió hoy a Meloni. ... La elogió"."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence

from flows.extract.events.syntax import clause_verb, is_background
from flows.extract.events.told import WORDS, Day, Told, ids
from flows.records import TimeExpression

OPENING = 6
"""Among how many events an article's opening one is looked for."""

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


def running_time(told: Sequence[Told], published_on: dt.date | None) -> list[Told]:
    """Give what is done in the course of the day that an article reports that day's date.

    "Milei recibió hoy a Meloni. ... La elogió": the praise is of today too. The day is that of the first events that
    have one; where none has, the day of publication. Only for what one does by words, and for those who take part in
    what the article opens with; not for what had happened before ("había").
    """
    day = _reported_day(told, published_on)
    if day is None:
        return list(told)
    parties = frozenset[str]().union(
        *(ids(each.participants.actors) | ids(each.participants.recipients) for each in told[:OPENING])
    )
    dated = {event.token.sent.start for event in told if event.time and event.time.value != day.value}
    return [
        dataclasses.replace(event, time=day)
        if event.token.sent.start not in dated and _is_of_the_day(event, parties)
        else event
        for event in told
    ]


def _reported_day(told: Sequence[Told], published_on: dt.date | None) -> TimeExpression | Day | None:
    """The day that an article's first dated event has, near its publication; else that of publication."""
    times = [event.time for event in told[:OPENING] if event.time and event.status == "occurred"]
    opening = next((time for time in times if _is_day_near(time, published_on)), None)
    if opening is not None:
        return opening
    return Day(published_on.isoformat(), published_on, published_on) if published_on else None


def _is_day_near(time: TimeExpression | Day, published_on: dt.date | None) -> bool:
    """Whether a time is one day, and not long before an article's publication; where that is unknown, a weekday."""
    if time.starts_on is None or published_on is None:
        return bool(WEEKDAY.fullmatch(time.value))
    return time.starts_on == time.ends_on and abs((published_on - time.starts_on).days) <= NEWS_DAYS


def _is_of_the_day(event: Told, parties: frozenset[str]) -> bool:
    if event.time is not None or event.status != "occurred" or is_background(event.token):
        return False
    if event.entry.event_type not in ACTS or clause_verb(event.token) is None or SPAN.search(event.token.sent.text):
        return False
    return bool(ids(event.participants.actors) & parties)
