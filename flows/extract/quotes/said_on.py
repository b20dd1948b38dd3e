"""The day on which something was said, where its sentence tells it."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from flows.extract.quotes.reading import Report
from flows.records import TimeExpression

REACH = 120
"""How many characters from its cue a day may stand."""


def said_on(
    report: Report, others: Sequence[Report], times: Sequence[TimeExpression], starts: Sequence[int]
) -> dt.date | None:
    """Read the day from the words around a cue: "dijo **el lunes** que ...", not from what was said.

    Args:
        report: the quote.
        others: all that the same utterance reports; a day within them is part of what was said.
        times: the article's time expressions.
        starts: where these begin, in order.
    """
    if report.cue is None:
        return None
    first, last = report.cue.start - REACH, report.cue.end + REACH
    near = times[bisect_left(starts, first) : bisect_left(starts, last)]
    days = [time for time in near if _is_day(time) and _is_around(report, time, others)]
    cue = report.cue.start
    return min(days, key=lambda time: abs(time.char_start - cue)).starts_on if days else None


def _is_day(time: TimeExpression) -> bool:
    return time.time_type == "DATE" and time.starts_on is not None and time.starts_on == time.ends_on


def _is_around(report: Report, time: TimeExpression, others: Sequence[Report]) -> bool:
    if not report.utterance_start <= time.char_start < report.utterance_end:
        return False
    return not any(other.start <= time.char_start < other.end for other in others)
