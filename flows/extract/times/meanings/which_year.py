"""Which year a day, month or part of a year is of: that told with it, that told before, the one its verb points to."""

import re

from flows.extract.times.meanings.setting import Parts, Setting


def year_stated(parts: Parts, setting: Setting) -> int | None:
    """The year that stands in the phrase, else that of the phrase that it is a part of."""
    if "y" in parts:
        return int(parts["y"])
    if "y2" in parts:
        return full_year(int(parts["y2"]))
    span = setting.within_interval
    return span[0].year if span else None


def full_year(number: int) -> int:
    """Complete a year of two digits: up to 49 it is of this century."""
    return number if number >= 100 else number + (2000 if number < 50 else 1900)


def year_of_date_told(parts: Parts, setting: Setting, month: int) -> int | None:
    """The year of the date told last, where a month without one goes on from that.

    It is that month told again ("en diciembre de 2019 ... en diciembre"), or a later one of a past year in its
    sentence ("En julio de 2016 sembraron, y en septiembre ..."); after a year alone only of what is past.
    """
    told = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?", setting.told or "")
    if told is None or "rel" in parts or setting.text.startswith("est") or setting.direction > 0:
        return None
    year, told_month = int(told[1]), int(told[2] or 0)
    if setting.reference and year >= setting.reference.year:
        return None
    goes_on = setting.is_told_in_sentence and month > told_month and (told_month or setting.direction < 0)
    is_again = month == told_month and "d" not in parts  # "nació el 8 de mayo de 1950. Murió el 4 de mayo"
    return year if goes_on or is_again else None


def sure_direction(parts: Parts, setting: Setting, month: int) -> int:
    """Take the words' direction, or the tense's where nearness would leave it open (more than four months off)."""
    told = int(parts.get("rel") or 0)
    if told or setting.reference is None:
        return told
    distance = (month - setting.reference.month) % 12
    return setting.direction if 1 <= distance <= 11 else 0
