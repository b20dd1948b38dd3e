"""Dates told from another date of the text: "entonces", "al día siguiente", "dos meses después"."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.timex import OPEN, at_grain, beside, interval, shift, split_unit, write_duration

MONTH_DAYS, WEEK_DAYS = 31, 7


def then(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "entonces": the date told last."""
    return "DATE", setting.told if setting.told and "X" not in setting.told else "PAST_REF"


def then_told(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "vivía entonces en Lima": a time past where the verb tells of the past, else no date but "so"."""
    return ("DATE", "PAST_REF") if setting.direction < 0 else None


def day_running(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "por tercer día consecutivo": the day that its sentence tells, or that of publication."""
    day = setting.told_in_sentence or (setting.reference and setting.reference.isoformat())
    return "DATE", day or OPEN["D"]


def that_unit(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "ese año", "ese mismo día": the unit that the date told last lies in."""
    unit = str(parts["u"])
    day = setting.told_exact_day if unit == "D" else setting.told_day
    if day is None:
        return "DATE", OPEN[unit]
    if setting.within and (span := setting.within_interval):  # "en el mismo mes de 2022"
        return "DATE", at_grain(day.replace(year=span[0].year, day=1), unit) if unit in "MQH" else setting.within
    return "DATE", at_grain(day, unit)


def that_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el día siguiente": beside the day told last."""
    day, today = setting.told_exact_day, setting.reference
    if options.get("of_today") and today and (day is None or day > today):
        day = today
    moved = shift(day, int(options["offset"]), "D") if day else None
    return "DATE", moved.isoformat() if moved else OPEN["D"]


def eve_of(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "la víspera del 3 de mayo": the day before; before what has no date, some day."""
    eve = setting.within and beside(setting.within, -1)
    return "DATE", eve or OPEN["D"]


def that_weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "aquel lunes": in the year or week of the date told last, as far as that is known."""
    number = int(parts["w"])
    span = interval(setting.told) if setting.told else None
    if span is None:
        return "DATE", f"XXXX-WXX-{number}"
    if (span[1] - span[0]).days < 7:
        day = span[0] + dt.timedelta(days=number - span[0].isoweekday())
        return "DATE", day.isoformat()
    return "DATE", f"{span[0].year:04}-WXX-{number}"


def that_daypart(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "esa noche", "a la mañana siguiente": on the day told last, or beside it."""
    day = setting.told_exact_day
    moved = shift(day, int(parts.get("rel") or 0), "D") if day else None
    return "TIME", f"{moved.isoformat() if moved else OPEN['D']}T{parts['p']}"


def ordinal_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el segundo día" of what began on the day told last; where none was told it is no date."""
    day = setting.told_exact_day
    moved = shift(day, int(parts["o"]) - 1, "D") if day else None
    return ("DATE", moved.isoformat()) if moved else None


def later(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "dos meses después" of the date told last, no more exact than that.

    A duration where none was told, or where it is the day of publication: "hoy, veinte años después".
    """
    amount, unit = float(parts["n"]) + float(parts.get("half") or 0), str(parts["u"])
    letter = split_unit(unit)[1]
    span = interval(setting.told) if setting.told else None
    earlier = setting.text.endswith("antes")
    if span is None and letter == "D" and setting.told:
        day_of_some_year = beside(setting.told, -amount if earlier else amount)
        if day_of_some_year is not None:
            return "DATE", day_of_some_year
    if span is None or letter.startswith("T") or (span[0] == setting.reference and not earlier):
        return "DURATION", write_duration(amount, unit)
    day = shift(span[0], -amount if earlier else amount, unit)
    return ("DATE", at_grain(day, _coarser(letter, span))) if day else None


def date_beside(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "en 2017, dos años después de la boda": the date before it, told again by what it follows."""
    if setting.told is None or not setting.is_told_in_sentence:
        return None
    return "DATE", setting.told


def _coarser(letter: str, span: tuple[dt.date, dt.date]) -> str:
    """The unit that a length is told in, or the one that the date which it counts from is told in."""
    days = (span[1] - span[0]).days
    told = "Y" if days > MONTH_DAYS else "M" if days > WEEK_DAYS else "W" if days else "D"
    return max(letter, told, key="DWMY".index)


MEANINGS: tuple[Meaning, ...] = (
    then,
    then_told,
    day_running,
    that_unit,
    that_day,
    eve_of,
    that_weekday,
    that_daypart,
    ordinal_day,
    later,
    date_beside,
)
"""What rules call by these functions' names."""
