"""Dates told from the day of publication: "ayer", "el lunes", "hace dos años", "el mes pasado"."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import DAY_VALUE, Meaning, Parts, Setting
from flows.extract.times.timex import OPEN, at_grain, shift, split_unit, write_duration

SATURDAY = 6
NEARLY = re.compile(r"\b(?:(?P<less>casi|menos de)|más de)\b")
SOME_DAY = dt.date(2000, 1, 1)
"""From which a length is reckoned to see whether it lies within the calendar."""
SOMEWHAT_MONTHS = 2
"""By how much "casi tres años" and "más de tres años" differ from three: in December the first began this year's."""


def deictic(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "hoy", "ayer", "pasado mañana", so many days off; an apposition says it again ("hoy, 16 de mayo")."""
    if setting.is_nowadays:
        return "DATE", "PRESENT_REF"
    return days_off(int(parts.get("t", options.get("offset", 0))), setting)


def days_off(offset: int, setting: Setting) -> tuple[str, str]:
    """Give the day so many days after publication, or the one that the phrase is a part of."""
    if setting.within and DAY_VALUE.fullmatch(setting.within):
        return "DATE", setting.within
    day = setting.reference and shift(setting.reference, offset, "D")
    return "DATE", day.isoformat() if day else OPEN["D"]


def night_before(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "anoche", "la pasada noche", "anteanoche"."""
    return "TIME", days_off(int(options["offset"]), setting)[1] + "TNI"


def weekday(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A weekday: the last, the next, or where neither words nor tense say it, the nearest."""
    number = int(parts["w"])
    if setting.within and (span := setting.within_interval):
        return "DATE", (span[0] + dt.timedelta(days=number - 1)).isoformat()
    if setting.within or setting.reference is None:
        return "DATE", f"XXXX-WXX-{number}"
    direction = setting.direction
    if setting.text.startswith("este") and (number - setting.reference.isoweekday()) % 7 == 1:
        direction = max(direction, 0)  # told on Friday, "este sábado" is tomorrow, whatever verb stands near
    told = setting.told_day_in_sentence
    if direction == 0 and told is not None and told >= setting.reference:
        direction = 1  # "dos partidos, hoy en casa y el domingo fuera"
    return "DATE", _weekday(setting.reference, number, parts.get("rel"), direction).isoformat()


def _weekday(reference: dt.date, number: int, told: int | None, direction: int) -> dt.date:
    ahead = (number - reference.isoweekday()) % 7
    if told:
        return reference + dt.timedelta(days=(ahead or 7) if told > 0 else (ahead - 7))
    if direction == 0:
        direction = 1 if ahead <= 3 else -1
    if ahead == 0:
        return reference
    return reference + dt.timedelta(days=ahead if direction > 0 else ahead - 7)


def weekend(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A weekend: "el fin de semana pasado" is that of last week, also when told on a Sunday; the next is the coming."""
    if setting.reference is None:
        return "DATE", OPEN["WE"]
    weeks = int(parts.get("rel") or 0)
    if weeks > 0 and setting.reference.isoweekday() < SATURDAY and not setting.text.startswith("este"):
        weeks = 0
    if (
        not weeks
        and "este" not in setting.text
        and setting.direction < 0
        and setting.reference.isoweekday() < SATURDAY - 1
    ):
        weeks = -1
    day = shift(setting.reference, weeks, "W")
    return ("DATE", at_grain(day, "WE")) if day else None


def unit_relative(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "esta semana", "el mes pasado", "el año que viene"; "el último año" is the length that ends now."""
    unit, offset = str(parts["u"]), int(options["offset"])
    if setting.within:
        whole_year = re.fullmatch(r"[\dX]{4}", setting.within)
        last = {"Q": "Q4", "H": "H2", "M": "12"}.get(unit) if setting.text.startswith("último") else None
        return "DATE", f"{setting.within}-{last}" if whole_year and last else setting.within
    if setting.text.startswith(("último", "última")):
        return "DURATION", write_duration({"Q": 3, "H": 6}.get(unit, 1), "M" if unit in "QH" else unit)
    beside_told = re.search(r"\b(anterior|previ[oa]|siguiente)\b", setting.text)
    anchor = setting.told_day if beside_told else setting.reference
    if beside_told and offset > 0 and setting.told is None:
        anchor = None  # what follows a date that was not told; "el mes anterior" counts from today
    if anchor is None:
        return "DATE", OPEN[unit]
    step, letter = {"Q": (3, "M"), "H": (6, "M")}.get(unit, (1, unit))
    day = shift(anchor.replace(day=1) if letter != "W" else anchor, step * offset, letter)
    return ("DATE", at_grain(day, unit)) if day else None


def year_offset(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "el año antepasado"."""
    return "DATE", f"{setting.reference.year + int(options['offset']):04}" if setting.reference else "XXXX"


def ago(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """As in "hace dos años", "dentro de tres meses": as coarse as its unit unless it says "exactamente".

    Left open where the day that it counts from is not known; a length where it lies beyond the calendar ("hace 40.000
    años") or is one of hours.
    """
    amount = float(parts.get("n") or ("half" in parts and setting.text.endswith(("medio", "media"))) or 0)
    amount += float(parts.get("half") or 0)
    unit, direction = str(parts["u"]), int(options["direction"])
    letter = split_unit(unit)[1]
    day = shift(setting.reference or SOME_DAY, amount * direction, unit)
    if letter.startswith("T") or day is None:
        return "DURATION", write_duration(amount, unit)
    if setting.reference is None:
        return "DATE", OPEN[letter]
    if letter == "Y" and (nearly := NEARLY.search(setting.text)):
        day = shift(day, SOMEWHAT_MONTHS * direction * (-1 if nearly["less"] else 1), "M") or day
    grain = "D" if "exact" in parts else letter
    if letter == "Y" and amount != int(amount):
        grain = "M"
    return "DATE", at_grain(day, grain)


MEANINGS: tuple[Meaning, ...] = (
    deictic,
    night_before,
    weekday,
    weekend,
    unit_relative,
    year_offset,
    ago,
)
"""What rules call by these functions' names."""
