"""What the value of a time expression is read against, and what a meaning is."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flows.extract.times.timex import interval

DAY_VALUE = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}|[\dX]{4}-W[\dX]{2}-\d")
"""A TIMEX3 value that names a day, known or left open."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a phrase's value is read against."""

    text: str
    """The phrase, in lower case."""
    reference: dt.date | None
    """The day of publication."""
    told: str | None
    """The last date told before, as a TIMEX3 value."""
    is_told_in_sentence: bool
    """Whether that stands in the same sentence."""
    told_exactly: str | None
    """The last day told before, which "el día siguiente" counts from."""
    told_in_sentence: str | None
    """The last day told before in the same sentence, to which a clock time belongs and a weekday is near."""
    part: str | None
    """The part of the day that is told right before, or that this one is a part of: NI in "anoche, a las 8"."""
    direction: int
    """What the verb's tense says: -1 past, 1 future, 0 neither."""
    within: str | None
    """The value of the phrase that this one is a part of: "marzo" in "marzo de este año"."""
    is_nowadays: bool = False
    """Whether "hoy" stands for these times."""

    @property
    def told_day(self) -> dt.date | None:
        """The first day of the date told last, or the day of publication."""
        named = interval(self.told) if self.told else None
        return named[0] if named else self.reference

    @property
    def told_exact_day(self) -> dt.date | None:
        """The day told last."""
        named = interval(self.told_exactly) if self.told_exactly else None
        return named[0] if named else None

    @property
    def told_day_in_sentence(self) -> dt.date | None:
        """The day told last in the same sentence, where it is known which."""
        named = interval(self.told_in_sentence) if self.told_in_sentence else None
        return named[0] if named else None

    @property
    def within_interval(self) -> tuple[dt.date, dt.date] | None:
        """The days of the phrase that this one is a part of."""
        return interval(self.within) if self.within else None


Parts = Mapping[str, Any]
"""What the parts of a phrase say, by the names that its rule gives them: ``d`` a day, ``m`` a month, ``n`` a number."""

Meaning = Callable[[Parts, Setting, Mapping[str, Any]], tuple[str, str] | None]
"""From the parts of a phrase, its setting and its rule's options to TIMEX3 type and value; None where it is no date."""
