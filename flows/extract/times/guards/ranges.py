"""Days, months and years that are several and no range: "23 y 25 de mayo", "ganó en 2006 y 2012"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.days import day


def consecutive(context: Context, found: Found) -> bool:
    """Days in a list are a range only where none lies between: "23, 24 y 25 de mayo"."""
    commas = sum(word.text == "," for word in context.words[found.first : found.last])
    return bool(found.parts["e"] - found.parts["d"] == 1 + commas) and day(context, found)


def day_range(context: Context, found: Found) -> bool:
    """Two days with "y" are a range after "entre", or where none lies between."""
    joined = context.word(found.first + 1) == "y" or context.word(found.first + 2) == "y"
    is_between = context.word(found.first - 1) == "entre" or context.word(found.first - 2) == "entre"
    return consecutive(context, found) if joined and not is_between else day(context, found)


def between_days(context: Context, found: Found) -> bool:
    """Two days of two months with "y" are a range after "entre" alone: "el 12 de julio y el 17 de agosto"."""
    if not has_and(context, found):
        return True
    return "entre" in {context.word(found.first - 1), context.word(found.first - 2)}


def between(context: Context, found: Found) -> bool:
    """Two years with "y" are a range after "entre" alone: "ganó en 2006 y 2012"."""
    return not has_and(context, found) or context.word(found.first - 1) == "entre"


def month_range(context: Context, found: Found) -> bool:
    """Two months with "y" are one after "entre", or where none lies between."""
    return between(context, found) or (found.parts["m2"] - found.parts["m"]) % 12 == 1


def has_and(context: Context, found: Found) -> bool:
    """Whether "y" joins the two."""
    return any(word.key == "y" for word in context.words[found.first : found.last])


GUARDS: tuple[Guard, ...] = (consecutive, day_range, between_days, between, month_range)
"""What rules call by these functions' names."""
