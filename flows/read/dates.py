"""Calendar days as metadata and pages write them."""

import datetime as dt
import re
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Any

from babel import Locale

FIRST_YEAR, LAST_YEAR = 1800, 2199
"""Years outside are misreadings."""

ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])|(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)|(\d{4})(\d{2})(\d{2})(?:T\d|$)"
)
NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
SPOKEN = re.compile(
    r"(?<!\d)(\d{1,2})(?:º|°)?(?: de |[ ./-]+|)(?P<month>[^\W\d]{3,10})\.?(?: del? |[ ,./-]+)(\d{4})(?!\d)", re.I
)
EPOCH = re.compile(r"\d{9,10}|\d{12,13}")


def parse_date(value: Any) -> dt.date | None:
    """The calendar day that a metadata value names, in the zone that it is written in.

    >>> parse_date("2024-06-20T23:30:00-05:00"), parse_date("Tue, 15 Apr 2025 10:00:00 GMT"), parse_date("ayer")
    (datetime.date(2024, 6, 20), datetime.date(2025, 4, 15), None)

    Args:
        value: text, a date, or seconds or milliseconds since 1970 (UTC).
    """
    if isinstance(value, dt.date):
        return value.date() if isinstance(value, dt.datetime) else value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = str(value).strip().removesuffix(".0")
    if EPOCH.fullmatch(text):
        return _from_epoch(text)
    return find_date(text) or _from_mail(text)


def find_date(text: str) -> dt.date | None:
    """The first complete date in a line: ISO, "11/09/2023" (day first) or "11 de septiembre de 2023".

    >>> find_date("Actualizado el 11 de septiembre de 2023 a las 2:42 p.m. ET")
    datetime.date(2023, 9, 11)
    """
    if match := ISO.search(text):
        return _date(*(part for part in match.groups() if part))
    if match := NUMERIC.search(text):
        day, month, year = match.groups()
        return _date(year, month, day)
    for match in SPOKEN.finditer(text):
        month_number = _months().get(match["month"].lower())
        if month_number:
            return _date(match.group(3), month_number, match.group(1))
    return None


def _from_epoch(text: str) -> dt.date | None:
    seconds = int(text) / (1 if len(text) <= 10 else 1000)
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


def _from_mail(text: str) -> dt.date | None:
    """The date of a mail or web header, which English crawlers write."""
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _date(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


@cache
def _months() -> dict[str, int]:
    """Spanish month names and abbreviations, and English ones, which crawlers leave."""
    names: dict[str, int] = {"setiembre": 9, "set": 9, "sept": 9}
    for language in ("en", "es"):
        months = Locale(language).months["format"]
        for width in ("wide", "abbreviated"):
            names |= {name.lower().rstrip("."): number for number, name in months[width].items()}
    return names
