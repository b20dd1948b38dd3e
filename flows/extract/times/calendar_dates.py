"""Dates told by the calendar: a day, month, season, year, decade or century, and ranges of them."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.setting import Meaning, Parts, Setting
from flows.extract.times.timex import OPEN, at_grain, interval, nearest_year, nth_weekday, shift

WEEK = dt.timedelta(days=7)

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_LENGTH = 3


def calendar_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day with its month, in words or figures."""
    day = int(parts.get("d") or parts.get("o") or 0)
    if {"off", "that"} & set(parts):
        return _existing("DATE", f"{_near_month(parts, setting)}-{day:02}")
    month = int(parts.get("m") or parts.get("mf") or parts.get("mf2") or 0)
    year = _year(parts)
    if month > 12 or not 0 < day < 32:
        return None
    if year is None and (span := setting.within_interval):
        year = span[0].year
    if year is None:
        year = _told_year(parts, setting, month)
    if year is None:
        if setting.reference is None:
            return "DATE", f"XXXX-{month:02}-{day:02}"
        year = nearest_year(setting.reference, month, day, _sure_direction(parts, setting, month))
    return _existing("DATE", f"{year:04}-{month:02}-{day:02}")


def dotted_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A day in figures with points: 19.06.2023."""
    day, month, year = (int(part) for part in setting.text.split("."))
    return _existing("DATE", f"{_full_year(year):04}-{month:02}-{day:02}")


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


def month(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A month, with its year or the one that the tense or nearness gives."""
    number = int(parts.get("m") or parts.get("mf") or 0)
    if not 0 < number < 13:
        return None
    year = _year(parts)
    if year is None and setting.within and (span := setting.within_interval):
        year = span[0].year
    if year is None:
        year = _told_year(parts, setting, number)
    if year is None:
        if setting.reference is None:
            return "DATE", f"XXXX-{number:02}"
        if setting.text.startswith("este") and "rel" not in parts:
            return "DATE", f"{setting.reference.year:04}-{number:02}"
        direction = _sure_direction(parts, setting, number)
        year = nearest_year(setting.reference, number, None, direction)
        if parts.get("rel") == -1 and (year, number) == (setting.reference.year, setting.reference.month):
            year -= 1
    return "DATE", f"{year:04}-{number:02}"


def year(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A year in figures or words; of two figures in "el año 93"."""
    if "bc" in parts:
        return "DATE", f"BC{int(parts['bc']):04}"
    return "DATE", f"{_year(parts):04}"


def decade(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A decade: "los años 90" is 199, "los 2000s" 200; of two digits, 20 and less are of this century."""
    if "y" in parts:
        return "DATE", f"{int(parts['y']) // 10:03}"
    tens = int(parts["t"])
    if tens % 10:
        return None
    return "DATE", f"{(2000 if tens <= 10 else 1900) // 10 + tens // 10}"


def decade_offset(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "la década pasada", "esta década"."""
    return "DATE", f"{setting.reference.year // 10 + options['offset']:03}" if setting.reference else "XXX"


def century(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A century: "siglo XXI" is 20."""
    number = int(parts["n"])
    before_christ = re.search(r"\ba\W{0,2}c\b|antes", setting.text)
    return "DATE", f"BC{number - 1:02}" if before_christ else f"{number - 1:02}"


def century_offset(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el siglo pasado", "este siglo"."""
    return "DATE", f"{setting.reference.year // 100 + options['offset']:02}" if setting.reference else "XX"


def year_part(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el primer cuatrimestre de 2023": TIMEX3 has no letter for it, so from its first month to its last."""
    number, length = int(parts["o"]), int(parts["p"])
    if not 0 < number * length <= 12:
        return None
    year = _year_around(parts, setting, number, length)
    return "DATE", f"{year}-{(number - 1) * length + 1:02}/{year}-{number * length:02}"


def quarter(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A quarter of a year."""
    return _year_part("Q", 4, parts.get("o") or parts.get("q") or parts.get("n"), parts, setting)


def half(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A half of a year."""
    return _year_part("H", 2, parts.get("o"), parts, setting)


def _year_part(letter: str, count: int, number: float | None, parts: Parts, setting: Setting) -> tuple[str, str] | None:
    if number is None or not 0 < number <= count:
        return None
    return "DATE", f"{_year_around(parts, setting, int(number), 12 // count)}-{letter}{int(number)}"


def _year_around(parts: Parts, setting: Setting, number: int, length: int) -> int | str:
    """The year that a part of a year is told with, else that in which it is over, near or to come as the tense says."""
    span, today = setting.within_interval, setting.reference
    known = _year(parts) or (span[0].year if span else None)
    if known or today is None:
        return known or "XXXX"
    first, last = (number - 1) * length + 1, number * length
    decisive = {-1: first, 0: (first + last) // 2, 1: last}[setting.direction]
    return nearest_year(today, decisive, None, setting.direction)


def season(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A season; which months it has depends on the hemisphere, so it names no days.

    Which is last or next is told by the northern one: in October "el pasado verano" is this year's.
    """
    span, today, letters = setting.within_interval, setting.reference, str(parts["s"])
    year = _year(parts) or (span[0].year if span else None)
    if year is None and today:
        begins, towards = SEASON_MONTHS[letters], int(parts.get("rel") or 0)
        year = today.year
        if towards > 0:
            year += today.month >= begins
        elif towards < 0:
            year -= today.month < begins + SEASON_LENGTH  # a winter is over in the year after
    return "DATE", f"{year or 'XXXX'}-{letters}"


def edge(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "mediados de junio": TIMEX3 writes the edge as a modifier, the value is that of the whole."""
    return ("DATE", setting.within) if setting.within else None


def half_of(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A half of a year or month ("la segunda mitad de 2023", "la primera quincena de mayo"), else the whole."""
    number = int(parts["o"])
    if setting.within is None or number > 2:
        return None
    if "mitad" in setting.text and re.fullmatch(r"[\dX]{4}", setting.within):
        return "DATE", f"{setting.within}-H{number}"
    span = setting.within_interval
    if span is None or not re.fullmatch(r"\d{4}-\d\d", setting.within):
        return "DATE", setting.within
    first, last = (span[0], span[0].replace(day=15)) if number == 1 else (span[0].replace(day=16), span[1])
    return "DATE", f"{first.isoformat()}/{last.isoformat()}"


def first_units(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "los primeros cinco meses del año": so many months from its start; what is vaguer is the whole."""
    if setting.within is None or parts["u"] != "M" or not re.fullmatch(r"\d{4}", setting.within):
        return edge(parts, setting, options)
    count = int(parts.get("n") or 0)
    return "DATE", f"{setting.within}-01/{setting.within}-{count:02}" if 1 < count <= 12 else setting.within


def year_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "2020 y 2022", "2019/20"."""
    first = int(parts["y"])
    last = int(parts["z"]) if "z" in parts else first // 100 * 100 + int(parts["z2"])
    return ("DATE", f"{first:04}/{last:04}") if first < last else None


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


def month_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "enero a marzo de 2024"."""
    last = month({**parts, "m": parts["m2"]}, setting, options)
    if last is None:
        return None
    year = f"{int(parts['y0']):04}" if "y0" in parts else last[1][:4]
    if "y0" not in parts and int(parts["m"]) > int(parts["m2"]) and year.isdigit():
        year = f"{int(year) - 1:04}"
    return "DATE", f"{year}-{int(parts['m']):02}/{last[1]}"


def _near_month(parts: Parts, setting: Setting) -> str:
    """The month that "de este mes", "del mes pasado" or, of the date told last, "de ese mes" names."""
    anchor = setting.told_day if "that" in parts else setting.reference
    first = anchor and shift(anchor.replace(day=1), int(parts.get("off") or 0), "M")
    return at_grain(first, "M") if first else OPEN["M"]


def _year(parts: Parts) -> int | None:
    if "y" in parts:
        return int(parts["y"])
    return _full_year(int(parts["y2"])) if "y2" in parts else None


def _full_year(number: int) -> int:
    """Complete a year of two digits: up to 49 it is of this century."""
    return number if number >= 100 else number + (2000 if number < 50 else 1900)


def _told_year(parts: Parts, setting: Setting, month: int) -> int | None:
    """The year of the date told last, where a month without one goes on from that.

    It is that month told again ("en diciembre de 2019 ... en diciembre"), or a later one of a past year in its
    sentence ("En julio de 2016 sembraron, y en septiembre ..."); after a year alone only of what is past.
    """
    told = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?", setting.told or "")
    if told is None or "rel" in parts or setting.text.startswith("est") or setting.direction > 0:
        return None
    year, told_month = int(told[1]), int(told[2] or 0)
    if setting.reference and year >= setting.reference.year:
        return None
    goes_on = setting.is_told_in_sentence and month > told_month and (told_month or setting.direction < 0)
    is_again = month == told_month and "d" not in parts  # "nació el 8 de mayo de 1950. Murió el 4 de mayo"
    return year if goes_on or is_again else None


def _sure_direction(parts: Parts, setting: Setting, month: int) -> int:
    """Take the words' direction, or the tense's where nearness would leave it open (more than four months off)."""
    told = int(parts.get("rel") or 0)
    if told or setting.reference is None:
        return told
    distance = (month - setting.reference.month) % 12
    return setting.direction if 1 <= distance <= 11 else 0


def _existing(time_type: str, value: str) -> tuple[str, str] | None:
    return (time_type, value) if "X" in value or interval(value) else None


MEANINGS: tuple[Meaning, ...] = (
    calendar_day,
    dotted_day,
    weekday_of_month,
    day_number,
    month,
    year,
    decade,
    decade_offset,
    century,
    century_offset,
    year_part,
    quarter,
    half,
    season,
    edge,
    half_of,
    first_units,
    year_range,
    day_range,
    month_range,
)
"""What rules call by these functions' names."""
