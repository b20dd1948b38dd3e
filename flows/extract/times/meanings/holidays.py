"""Days that go by a name: "Semana Santa", "el Viernes Negro", "el 11-S"."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.timex import easter_day, nearest_year, nth_weekday

FOURTH_THURSDAY = (11, 4, 4)
EVE_DAYS = 10
"""So near a holiday that one is meant whatever the tense: "marcharon por el Día de la Mujer" on the day before."""


def holiday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A holiday on a fixed day, or so many days from Easter Sunday; without a year the nearest."""
    span = setting.within_interval
    year = span[0].year if span else None
    if "easter" in options:
        year = year or (setting.reference.year if setting.reference else None)
        if year is None:
            return "DATE", "XXXX"
        first, last = (easter_day(year, offset) for offset in options["easter"])
        return "DATE", first.isoformat() if first == last else f"{first}/{last}"
    month, day = (int(part) for part in options["month_day"].split("-"))
    if year is None and setting.reference:
        near = nearest_year(setting.reference, month, day, 0)
        is_close = abs((dt.date(near, month, day) - setting.reference).days) <= EVE_DAYS
        year = near if is_close else nearest_year(setting.reference, month, day, setting.direction)
    return "DATE", f"{year or 'XXXX'}-{options['month_day']}"


def thanksgiving(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """So many days from the fourth Thursday of November: "el Viernes Negro" of a year, else the nearest."""
    span, reference = setting.within_interval, setting.reference
    offset = dt.timedelta(days=options["offset"])
    told = re.match(r"\d{4}", setting.told or "") if setting.is_told_in_sentence else None
    year = span[0].year if span else int(told[0]) if told else None
    if year:
        return "DATE", (nth_weekday(year, *FOURTH_THURSDAY) + offset).isoformat()
    if reference is None:
        return "DATE", "XXXX-11"
    days = [nth_weekday(reference.year + years, *FOURTH_THURSDAY) + offset for years in (-1, 0, 1)]
    return "DATE", min(days, key=lambda day: abs((day - reference).days)).isoformat()


def lettered_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el 11-S", "el 8M": a day of the rule's list, else the nearest where the letter is of one month alone."""
    day, month = int(parts["d"]), int(parts["letter"])
    value = str(options["days"].get(f"{day}-{setting.text[-1].upper()}") or (f"{month:02}-{day:02}" if month else ""))
    if len(value) != len("MM-DD"):
        return ("DATE", value) if value else None
    if setting.reference is None:
        return "DATE", f"XXXX-{value}"
    year = nearest_year(setting.reference, int(value[:2]), int(value[3:]), setting.direction)
    return "DATE", f"{year}-{value}"


MEANINGS: tuple[Meaning, ...] = (
    holiday,
    thanksgiving,
    lettered_day,
)
"""What rules call by these functions' names."""
