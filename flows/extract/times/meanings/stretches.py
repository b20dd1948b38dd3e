"""Stretches of a date that is told with them: "mediados de junio", "la segunda mitad de 2023"."""

import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting


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


MEANINGS: tuple[Meaning, ...] = (edge, half_of, first_units)
"""What rules call by these functions' names."""
