"""Times of the day, on the day that they are told with: "a las 10:30", "al mediodía", "el lunes por la noche"."""

import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.days import calendar_day
from flows.extract.times.meanings.relative_dates import days_off, weekday
from flows.extract.times.meanings.setting import DAY_VALUE, Meaning, Parts, Setting
from flows.extract.times.timex import OPEN

DAWN = 5
"""Up to this hour "la noche" is over, unless the clock time itself says "de la tarde" or "de la noche"."""


def clock(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A time of day, on the day that it is told with."""
    if "dec" in parts:
        hour_text, _, minute_text = re.match(r"(\d+)([.,])(\d+)", setting.text).groups()  # type: ignore[union-attr]
        if len(minute_text) != 2:
            return None
        hour, minutes = int(hour_text), int(minute_text)
    else:
        hour, minutes = int(parts["h"]), int(parts.get("min") or parts.get("q") or 0)
        if "less" in parts:
            hour, minutes = hour - 1, 60 - int(parts["less"])
    hour = _afternoon(hour, parts, setting)
    if not (0 <= hour <= 24 and 0 <= minutes < 60):
        return None
    return "TIME", f"{_day_of_time(setting)}T{hour:02}:{minutes:02}"


def _afternoon(hour: int, parts: Parts, setting: Setting) -> int:
    half = parts.get("half", parts.get("part", parts.get("part2")))
    if half is None:
        return hour + 12 if setting.part in {"AF", "EV", "NI"} and DAWN < hour < 12 else hour
    if hour > 12:
        return hour
    if half in (0, "MO") or (half == "NI" and "madrugada" in setting.text):
        return 0 if hour == 12 else hour
    if hour == 12:
        return 0 if re.search(r"\bnoche\b", setting.text) else 12
    return hour + 12 if hour >= 1 and not ("mediod" in setting.text and hour == 11) else hour


def noon(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "mediodía", "medianoche"."""
    return "TIME", f"{_day_of_time(setting)}T{'12:00' if re.search('medio ?d', setting.text) else '24:00'}"


def daypart(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A part of the day: MO, MI, AF, EV, NI."""
    return "TIME", f"{_day_of_time(setting)}T{parts['p']}"


def daypart_of_happening(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "la noche del crimen", which is hardly that of the day told last."""
    return "TIME", f"{OPEN['D']}T{parts['p']}"


def weekday_part(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "lunes por la noche", "ayer por la tarde"."""
    day = (
        weekday(parts, setting, options)
        if "w" in parts
        else days_off(int(parts.get("t", options.get("offset", 1))), setting)
    )
    return ("TIME", f"{day[1]}T{parts['p']}") if day else None


def day_daypart(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "15 de febrero por la mañana"."""
    day = calendar_day(parts, setting, options)
    return ("TIME", f"{day[1]}T{parts['p']}") if day else None


def day_or_weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """The day of "la noche del domingo al lunes", "la madrugada del 12 al 13 de mayo"."""
    return (weekday if "w" in parts else calendar_day)(parts, setting, options)


def _day_of_time(setting: Setting) -> str:
    told = setting.within or setting.told_in_sentence
    if told and DAY_VALUE.fullmatch(told.partition("T")[0]):
        return told.partition("T")[0]
    return setting.reference.isoformat() if setting.reference else OPEN["D"]


MEANINGS: tuple[Meaning, ...] = (
    clock,
    noon,
    daypart,
    daypart_of_happening,
    weekday_part,
    day_daypart,
    day_or_weekday,
)
"""What rules call by these functions' names."""
