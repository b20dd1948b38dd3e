"""Months: "marzo de 2024", "en diciembre", "enero a marzo"."""

from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.meanings.which_year import sure_direction, year_of_date_told, year_stated
from flows.extract.times.timex import nearest_year


def month(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A month, with its year or the one that the tense or nearness gives."""
    number = int(parts.get("m") or parts.get("mf") or 0)
    if not 0 < number < 13:
        return None
    year = year_stated(parts, setting)
    if year is None:
        year = year_of_date_told(parts, setting, number)
    if year is None:
        if setting.reference is None:
            return "DATE", f"XXXX-{number:02}"
        if setting.text.startswith("este") and "rel" not in parts:
            return "DATE", f"{setting.reference.year:04}-{number:02}"
        direction = sure_direction(parts, setting, number)
        year = nearest_year(setting.reference, number, None, direction)
        if parts.get("rel") == -1 and (year, number) == (setting.reference.year, setting.reference.month):
            year -= 1
    return "DATE", f"{year:04}-{number:02}"


def month_range(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "enero a marzo de 2024"."""
    last = month({**parts, "m": parts["m2"]}, setting, options)
    if last is None:
        return None
    year = f"{int(parts['y0']):04}" if "y0" in parts else last[1][:4]
    if "y0" not in parts and int(parts["m"]) > int(parts["m2"]) and year.isdigit():
        year = f"{int(year) - 1:04}"
    return "DATE", f"{year}-{int(parts['m']):02}/{last[1]}"


MEANINGS: tuple[Meaning, ...] = (month, month_range)
"""What rules call by these functions' names."""
