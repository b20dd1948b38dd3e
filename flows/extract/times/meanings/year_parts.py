"""Parts of a year: "el primer cuatrimestre", "el segundo trimestre de 2023", "el pasado verano"."""

from collections.abc import Mapping
from typing import Any

from flows.extract.times.meanings.setting import Meaning, Parts, Setting
from flows.extract.times.meanings.which_year import year_stated
from flows.extract.times.timex import nearest_year

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_LENGTH = 3


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
    known, today = year_stated(parts, setting), setting.reference
    if known or today is None:
        return known or "XXXX"
    first, last = (number - 1) * length + 1, number * length
    decisive = {-1: first, 0: (first + last) // 2, 1: last}[setting.direction]
    return nearest_year(today, decisive, None, setting.direction)


def season(parts: Parts, setting: Setting, options: Mapping[str, Any]) -> tuple[str, str] | None:
    """A season; which months it has depends on the hemisphere, so it names no days.

    Which is last or next is told by the northern one: in October "el pasado verano" is this year's.
    """
    year, today, letters = year_stated(parts, setting), setting.reference, str(parts["s"])
    if year is None and today:
        begins, towards = SEASON_MONTHS[letters], int(parts.get("rel") or 0)
        year = today.year
        if towards > 0:
            year += today.month >= begins
        elif towards < 0:
            year -= today.month < begins + SEASON_LENGTH  # a winter is over in the year after
    return "DATE", f"{year or 'XXXX'}-{letters}"


MEANINGS: tuple[Meaning, ...] = (year_part, quarter, half, season)
"""What rules call by these functions' names."""
