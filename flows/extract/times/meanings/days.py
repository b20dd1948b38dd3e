"""Days of the calendar and ranges of them: "el 3 de mayo", "el martes 14", "3 al 5 de mayo"."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.months import month
from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.meanings.which_year import full_year, sure_direction, year_of_date_told, year_stated
from flows.extract.times.timex import OPEN, at_grain, interval, nearest_year, nth_weekday, shift

WEEK = dt.timedelta(days=7)


def calendar_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day with its month, in words or figures."""
    day = int(parts.get("d") or parts.get("o") or 0)
    if {"off", "that"} & set(parts):
        return _existing("DATE", f"{_near_month(parts, setting)}-{day:02}")
    month = int(parts.get("m") or parts.get("mf") or parts.get("mf2") or 0)
    if month > 12 or not 0 < day < 32:
        return None
    year = year_stated(parts, setting)
    if year is None:
        year = year_of_date_told(parts, setting, month)
    if year is None:
        if setting.reference is None:
            return "DATE", f"XXXX-{month:02}-{day:02}"
        year = nearest_year(setting.reference, month, day, sure_direction(parts, setting, month))
    return _existing("DATE", f"{year:04}-{month:02}-{day:02}")


def dotted_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day in figures with points: 19.06.2023."""
    day, month, year = (int(part) for part in setting.text.split("."))
    return _existing("DATE", f"{full_year(year):04}-{month:02}-{day:02}")


def weekday_of_month(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el segundo domingo de mayo", "el último viernes de marzo de 2023"."""
    told = month(parts, setting, options)
    if told is None or not (span := interval(told[1])):
        return told
    first = int(parts.get("o") or 1)
    day = nth_weekday(span[0].year, span[0].month, int(parts["w"]), first)
    while "last" in parts and day + WEEK <= span[1]:
        day += WEEK
    return ("DATE", day.isoformat()) if day <= span[1] else None


def day_number(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day of the month without the month: "el martes 14"."""
    day = int(parts["d"])
    if not 0 < day < 32:
        return None
    if setting.reference is None:
        return "DATE", f"XXXX-XX-{day:02}"
    direction = parts.get("rel") or setting.direction
    candidates = []
    for months in (-2, -1, 0, 1, 2):
        first = shift(setting.reference.replace(day=1), months, "M")
        if first is None:
            continue
        try:
            candidates.append(first.replace(day=day))
        except ValueError:
            continue
    if weekday := parts.get("w"):
        candidates = [one for one in candidates if one.isoweekday() == weekday] or candidates
    fitting = [one for one in candidates if (one - setting.reference).days * direction >= 0] or candidates
    if not fitting:
        return None
    return "DATE", min(fitting, key=lambda one: abs((one - setting.reference).days)).isoformat()  # type: ignore[operator]


def day_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "3 al 5 de mayo", "28 de abril al 3 de mayo"."""
    last_month = int(parts.get("m2") or parts.get("m") or 0)
    last = calendar_day({**parts, "d": parts["e"], "m": last_month}, setting, options)
    if last is None:
        return None
    if not last_month:  # "del 3 al 5 de este mes"
        return "DATE", f"{last[1][:7]}-{int(parts['d']):02}/{last[1]}"
    year, first_month = last[1][:4], int(parts["m"])
    if "y0" in parts:
        year = f"{int(parts['y0']):04}"
    elif first_month > last_month and year.isdigit():
        year = f"{int(year) - 1:04}"
    return "DATE", f"{year}-{first_month:02}-{int(parts['d']):02}/{last[1]}"


def _near_month(parts: Parts, setting: Setting) -> str:
    """The month that "de este mes", "del mes pasado" or, of the date told last, "de ese mes" names."""
    anchor = setting.told_day if "that" in parts else setting.reference
    first = anchor and shift(anchor.replace(day=1), int(parts.get("off") or 0), "M")
    return at_grain(first, "M") if first else OPEN["M"]


def _existing(time_type: str, value: str) -> tuple[str, str] | None:
    return (time_type, value) if "X" in value or interval(value) else None


MEANINGS: tuple[Meaning, ...] = (calendar_day, dotted_day, weekday_of_month, day_number, day_range)
"""What rules call by these functions' names."""
