"""Lengths of time, and how often something is: "tres meses", "muchos años", "cada lunes", "a diario"."""

import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.timex import write_duration, write_vague_duration


def duration(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A length of time; as part of a date ("los últimos tres meses de 2022") it lies within that."""
    if setting.within:
        return "DATE", setting.within
    half = float(parts.get("half") or 0)
    amount = float(parts.get("n") or (1 if not half or re.search(r"\by med", setting.text) else 0)) + half
    if "n2" not in parts:
        return "DURATION", write_duration(amount, str(parts["u"]))
    first, second = write_duration(amount, str(parts["u"])), write_duration(float(parts["n2"]), str(parts["u2"]))
    if first.startswith("PT") and second.startswith("PT"):
        return "DURATION", first + second[2:]
    return "DURATION", first + second[1:]


def duration_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A length between two: "10 y 15 años"."""
    unit = str(parts["u"])
    return "DURATION", f"{write_duration(float(parts['n']), unit)}/{write_duration(float(parts['n2']), unit)}"


def quarter_hours(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "un cuarto de hora"."""
    return "DURATION", f"PT{int(15 * float(parts.get('n') or 1))}M"


def duration_vague(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A length that no number tells: "muchos años", "los últimos meses"."""
    if setting.within:
        return "DATE", setting.within
    return "DURATION", write_vague_duration(str(parts["u"]))


def every_weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada lunes"."""
    return "SET", f"XXXX-WXX-{int(parts['w'])}"


def every_weekdays(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "de lunes a viernes"."""
    return "SET", f"XXXX-WXX-{int(parts['w'])}/XXXX-WXX-{int(parts['w2'])}"


def every(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada dos años", "todos los días", "al año"."""
    return "SET", write_duration(float(parts.get("n") or 1), str(parts["u"]))


def every_month(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada mayo"."""
    return "SET", f"XXXX-{int(parts['m']):02}"


def every_day_of_year(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada 22 de abril"."""
    return "SET", f"XXXX-{int(parts['m']):02}-{int(parts['d']):02}"


def every_season(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "cada verano"."""
    return "SET", f"XXXX-{parts['s']}"


def frequency(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "diariamente", "a diario"."""
    return "SET", str(parts.get("f") or "P1D")


MEANINGS: tuple[Meaning, ...] = (
    duration,
    duration_range,
    quarter_hours,
    duration_vague,
    every_weekday,
    every_weekdays,
    every,
    every_month,
    every_day_of_year,
    every_season,
    frequency,
)
"""What rules call by these functions' names."""
