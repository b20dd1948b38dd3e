"""The day that a story has come to, for what it tells next: "Todo ocurrió el lunes. Tres policías fueron heridos"."""

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.syntax import clause_verb, grammatical_person, is_pluperfect, is_verb
from flows.extract.events.told import Day, Told
from flows.extract.events.when_and_where.dates import Calendar, is_day
from flows.extract.events.when_and_where.quoted import Quoted
from flows.extract.events.when_and_where.report import Report, find_report, is_perfect, is_to_come, is_told
from flows.extract.events.when_and_where.whose_time import is_time_of
from flows.extract.sentence_index import sentence_indexer
from flows.records import Findings, TimeExpression

REACH = 1000
"""How many characters on a day that was told is still that of what is told next."""


def with_story_days(told: Sequence[Told], calendar: Calendar, findings: Findings) -> list[Told]:
    """Give what a main clause tells, in a sentence without a time of its own, the day that was told last before it.

    That day is told by a main clause of the same paragraph, or is the one that the article reports: "El lunes hubo
    sesión. ...⏎ Los diputados acusaron a Mora". Not what somebody tells in marks ("me pidió perdón") or what had been
    done before.
    """
    published_on = findings.article.published_on
    report = find_report(told, calendar, published_on)
    quoted = Quoted(findings)
    timed = {each.sentence_index for each in findings.times if not _is_length_before(each, findings)}
    sentence_of = sentence_indexer(calendar.doc)
    return [
        dataclasses.replace(event, time=_day(event.token, calendar, report, findings))
        if event.time is None
        and event.status == "occurred"
        and not quoted.of(event)
        and sentence_of(event.token.idx) not in timed
        and _is_next(event.token)
        else event
        for event in told
    ]


def _is_length_before(time: TimeExpression, findings: Findings) -> bool:
    """Whether a time says only how long something else had lasted: "lo buscaban desde hace meses"."""
    return time.time_type == "DURATION" and findings.article.text.endswith("desde ", 0, time.char_start)


def _is_next(verb: Token) -> bool:
    """Whether a verb tells in a main clause what somebody did next: not "había pedido", "me pidió", "lo pedía"."""
    return is_verb(verb) and is_told(verb) and not is_pluperfect(verb) and grammatical_person(verb) == "3"


def _day(verb: Token, calendar: Calendar, report: Report | None, findings: Findings) -> TimeExpression | Day | None:
    last = calendar.told_before(verb)
    if last is None or not is_day(last[1]) or is_to_come(last[1], findings.article.published_on):
        return None
    word, time = last
    if verb.idx - word.idx > REACH:
        return None
    report = report if report is not None and report.day.value == time.value else None
    if is_perfect(verb) and not (report and report.is_perfect):
        return None
    teller = clause_verb(word)
    is_near = "\n" not in findings.article.text[word.idx : verb.idx]
    is_story = is_near and teller is not None and is_told(teller) and is_time_of(word, teller)
    return time if is_story or report else None
