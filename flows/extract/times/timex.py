"""TIMEX3 values: how they are written, which calendar interval they name, and arithmetic on them."""

import datetime as dt
import re
from calendar import monthrange

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

QUARTER_MONTHS = 3
HALF_MONTHS = 6


def interval(value: str) -> tuple[dt.date, dt.date] | None:
    """Give the first and last day of the calendar interval that a value names.

    >>> interval("2024-06")
    (datetime.date(2024, 6, 1), datetime.date(2024, 6, 30))
    >>> interval("2020/2022")
    (datetime.date(2020, 1, 1), datetime.date(2022, 12, 31))
    >>> interval("XXXX-WXX-3") is None
    True

    Returns:
        None where the value is open, vague, a duration or a season (which depends on the hemisphere).
    """
    start, slash, end = value.partition("/")
    try:
        if slash:
            first, last = _interval(start), _interval(end)
            return (first[0], last[1]) if first and last and first[0] <= last[1] else None
        return _interval(start)
    except ValueError:
        return None  # 2023-02-30


def _interval(value: str) -> tuple[dt.date, dt.date] | None:
    value = value.partition("T")[0]
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        return day, day
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(match[1]), int(match[2]), 1)
    if match := re.fullmatch(r"(\d{2,4})", value):
        width = 10 ** (4 - len(value))
        year = int(value) * width
        return (dt.date(year, 1, 1), dt.date(year + width - 1, 12, 31)) if year else None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + dt.timedelta(days=5 if match[3] else 0), monday + dt.timedelta(days=6)
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = QUARTER_MONTHS if match[2] == "Q" else HALF_MONTHS
        return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
    return None


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    first = dt.date(year, month, 1)
    last = first + relativedelta(months=count - 1)
    return first, last.replace(day=monthrange(last.year, last.month)[1])


def at_grain(day: dt.date, grain: str) -> str:
    """Write the day, or the week, month, quarter, half or year that it lies in.

    >>> at_grain(dt.date(2024, 6, 19), "W"), at_grain(dt.date(2024, 6, 19), "Q")
    ('2024-W25', '2024-Q2')
    """
    iso = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{iso.year:04}-W{iso.week:02}",
        "WE": f"{iso.year:04}-W{iso.week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month - 1) // QUARTER_MONTHS + 1}",
        "H": f"{day.year:04}-H{(day.month - 1) // HALF_MONTHS + 1}",
        "Y": f"{day.year:04}",
    }[grain]


OPEN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
}
"""What stands for a unit that the article leaves open."""


def shift(day: dt.date, amount: float, unit: str) -> dt.date | None:
    """Move a day by calendar units: D, W, M or Y, with a factor ("10Y"); None beyond the calendar.

    >>> shift(dt.date(2023, 9, 11), -1.5, "Y")
    datetime.date(2022, 3, 11)
    """
    factor, letter = split_unit(unit)
    amount *= factor
    try:
        if letter == "Y":
            return day + relativedelta(months=round(amount * 12))
        if letter == "M":
            whole = int(amount)
            return day + relativedelta(months=whole, days=round((amount - whole) * 30))
        days = {"D": 1.0, "W": 7.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}[letter]
        return day + dt.timedelta(days=int(amount * days))
    except (OverflowError, ValueError):
        return None


def beside(value: str, days: float) -> str | None:
    """The day so many days from another, of a known year or not; None where a value is no day of a month.

    >>> beside("2024-03-08", -1), beside("XXXX-03-09", 1), beside("XXXX-WXX-3", 1)
    ('2024-03-07', 'XXXX-03-10', None)
    """
    if value.startswith("XXXX"):  # in a leap year and in another, for it may be either
        found = {told[4:] for year in ("2000", "2001") if (told := beside(value.replace("XXXX", year, 1), days))}
        return "XXXX" + found.pop() if len(found) == 1 else None
    named = interval(value)
    if named is None or named[0] != named[1]:
        return None
    day = shift(named[0], days, "D")
    return day.isoformat() if day else None


def split_unit(unit: str) -> tuple[int, str]:
    """Part a unit into factor and letter: "15D" is 15 and "D"."""
    match = re.fullmatch(r"(\d*)(\D+)", unit)
    return (int(match[1] or 1), match[2]) if match else (1, unit)


def write_duration(amount: float, unit: str) -> str:
    """Write a duration.

    >>> write_duration(3, "Y"), write_duration(1.5, "Y"), write_duration(0.5, "TH")
    ('P3Y', 'P18M', 'PT30M')
    >>> write_duration(1, "100Y"), write_duration(2, "15D")
    ('P100Y', 'P30D')
    >>> write_duration(1.5, "TH"), write_duration(2.25, "TM")
    ('PT1H30M', 'PT2M15S')
    """
    factor, letter = split_unit(unit)
    amount *= factor
    smaller = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "D": (24, "TH"), "TH": (60, "TM"), "TM": (60, "TS")}
    if amount != int(amount) and letter in smaller:
        count, below = smaller[letter]
        if abs(amount * count - round(amount * count)) < 0.05:
            if letter.startswith("T") and amount > 1:  # as "una hora y treinta minutos"
                return f"PT{int(amount)}{letter[1]}{round(amount % 1 * count)}{below[1]}"
            amount, letter = round(amount * count), below
    number = f"{amount:g}" if amount != int(amount) else f"{int(amount)}"
    return f"PT{number}{letter[1]}" if letter.startswith("T") else f"P{number}{letter}"


def write_vague_duration(unit: str) -> str:
    """Write a duration of unknown length: "meses" is PXM, "décadas" PXDE, "siglos" PXCE.

    >>> write_vague_duration("TH"), write_vague_duration("10Y")
    ('PTXH', 'PXDE')
    """
    named = {"10Y": "PXDE", "100Y": "PXCE", "1000Y": "PXML", "3M": "PXQ"}
    if unit in named:
        return named[unit]
    letter = split_unit(unit)[1]
    return f"PTX{letter[1]}" if letter.startswith("T") else f"PX{letter}"


def nearest_year(day: dt.date, month: int, day_of_month: int | None, direction: int) -> int:
    """Choose the year of a date told without one: the last (-1), the next (1) or the nearest (0) to a day."""
    if direction == 0:
        middle = day_of_month or 15
        distances = {
            year: abs((year - day.year) * 365 + (month - day.month) * 30 + middle - day.day)
            for year in (day.year - 1, day.year, day.year + 1)
        }
        return min(distances, key=lambda year: (distances[year], year))
    here = (day.month, day.day) if day_of_month else (day.month, 0)
    then = (month, day_of_month or 0)
    if direction < 0:
        return day.year - (then > here)
    return day.year + (then < here)


def easter_day(year: int, offset: int) -> dt.date:
    """Give the day that lies so many days after Easter Sunday."""
    return easter(year) + dt.timedelta(days=offset)


def nth_weekday(year: int, month: int, weekday: int, count: int) -> dt.date:
    """Give the first (1), second (2) ... of a weekday (Monday is 1) in a month.

    >>> nth_weekday(2024, 11, 4, 4)
    datetime.date(2024, 11, 28)
    """
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
