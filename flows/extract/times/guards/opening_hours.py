"""Opening hours and lengths, which are told alike: "de 16 a 20 h", "de 5 a 7 horas"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.clock_times import DATED, POINTED
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.ranges import has_and

FIRST_YEAR = 1000
"""From which number on the first of two is a year, where the second is less."""


def opening_hours(context: Context, found: Found) -> bool:
    """From one time of the day to another, not so many hours: "de 16 a 20 h", "de 22 a 5 horas"."""
    closes = "h1" in found.parts
    first, last = found.parts["h1" if closes else "h"], found.parts["h" if closes else "h2"]
    unit, opening = (found.last - 1, found.first - 3) if closes else (found.last + 2, found.first - 1)
    return context.word(unit) != "horas" or first > last or _on_weekday(context, opening)


def length_range(context: Context, found: Found) -> bool:
    """Not the hours of a day ("de 9.00 a 14.00 horas", "los sábados de 9 a 14 horas"), nor two ages: "5 y 7 años".

    Nor a year and an age: "ganó en 1980, a los 25 años".
    """
    if has_and(context, found) and "entre" not in {context.word(found.first - back) for back in (1, 2)}:
        return False
    if found.parts["u"] != "TH":
        return not (found.parts["n2"] < found.parts["n"] and found.parts["n"] >= FIRST_YEAR)
    is_opening = context.word(found.first - 1) == "de" and (
        found.parts["n"] > found.parts["n2"] or _on_weekday(context, found.first - 1)
    )
    return not (is_opening or POINTED.match(context.text, found.start))


def _on_weekday(context: Context, index: int) -> bool:
    """Whether a weekday stands before the word at an index, a comma aside."""
    return bool(DATED.match(context.word(index - 1 - (context.word(index - 1) == ","))))


GUARDS: tuple[Guard, ...] = (opening_hours, length_range)
"""What rules call by these functions' names."""
