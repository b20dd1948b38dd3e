"""What looks like a day and is none: "avenida 8 de Octubre", "ganó en 3 set", "el 10 del presente año"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.spelling import one_word
from flows.extract.times.guards.streets import STREETS, has_house_number

OPENINGS = frozenset({"", "\n", ",", "(", "-", "/"})
BEFORE_DAY = OPENINGS | {"el", "del", "al", "y", "hasta", "desde"}
"""What begins a clause, and what stands before a day whose month is short, without a full stop: "el 13 mar"."""


def day(context: Context, found: Found) -> bool:
    """No street ("avenida 8 de Octubre"), and "un" after a weekday counts nothing ("el viernes un grupo")."""
    words = {word.text.lower() for word in context.words[found.first : found.last]}
    return not (words & {"un", "una"} or context.word(found.first - 1) in STREETS or has_house_number(context, found))


def near_day(context: Context, found: Found) -> bool:
    """Not "el 10 del presente año"."""
    alone = context.word(found.last - 1) in {"presente", "corriente", "corrientes"} and found.parts.get("off") == 0
    return day(context, found) and not (alone and context.counts(found))


def lettered_day(context: Context, found: Found) -> bool:
    """Written in one, with a capital ("11-S", "8M"), and no part of a longer code."""
    text, after = context.text[found.start : found.end], context.words[found.last : found.last + 1]
    longer = bool(after) and after[0].start == found.end and after[0].text in "-/_"
    return not longer and one_word(context, found) and text[-1].isupper()


def short_day(context: Context, found: Found) -> bool:
    """Not "ganó en 3 set", and nothing that hangs on a word or is in a longer number."""
    before, after = context.word(found.first - 1), context.word(found.last)
    has_stop = context.word(found.last - 1) == "." and after not in {"", "\n"} and not context.capital(found.last)
    is_set = "set" in {word.text.lower() for word in context.words[found.first : found.last]}
    is_begun = has_stop or before in (OPENINGS if is_set else BEFORE_DAY)  # "ganó el 1 set y perdió el 2 set."
    return is_begun and not context.glued(found) and day(context, found)


GUARDS: tuple[Guard, ...] = (day, near_day, lettered_day, short_day)
"""What rules call by these functions' names."""
