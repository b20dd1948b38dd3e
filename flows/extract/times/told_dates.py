"""Dates told from another date of the text: "entonces", "al día siguiente", "dos meses después"."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flows.extract.times.setting import Meaning, Parts, Setting
from flows.extract.times.timex import OPEN, at_grain, interval, shift, split_unit, write_duration


def then(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "entonces": the date told last."""
    return "DATE", setting.told or "PAST_REF"


def that_unit(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "ese año", "ese mismo día": the unit that the date told last lies in."""
    unit = str(parts["u"])
    day = setting.exact_day if unit == "D" else setting.told_day
    if day is None:
        return "DATE", OPEN[unit]
    return "DATE", at_grain(day, unit)


def that_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el día siguiente": beside the day told last."""
    day = setting.exact_day
    moved = shift(day, int(options["offset"]), "D") if day else None
    return "DATE", moved.isoformat() if moved else OPEN["D"]


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


def ordinal_day(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el segundo día" of what began on the day told last."""
    day = setting.exact_day
    moved = shift(day, int(parts["o"]) - 1, "D") if day else None
    return "DATE", moved.isoformat() if moved else OPEN["D"]


def later(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "dos meses después" of the date told last; a duration where none was told."""
    amount, unit = float(parts["n"]) + float(parts.get("half") or 0), str(parts["u"])
    letter = split_unit(unit)[1]
    span = interval(setting.told) if setting.told else None
    if span is None or letter.startswith("T"):
        return "DURATION", write_duration(amount, unit)
    day = shift(span[0], -amount if setting.text.endswith("antes") else amount, unit)
    return ("DATE", at_grain(day, letter)) if day else None


MEANINGS: tuple[Meaning, ...] = (
    then,
    that_unit,
    that_day,
    that_weekday,
    ordinal_day,
    later,
)
"""What rules call by these functions' names."""
