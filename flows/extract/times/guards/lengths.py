"""What looks like a length of time and is none: "un segundo período"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.rates import ROAD


def duration(context: Context, found: Found) -> bool:
    """A unit in small letters, and not "un segundo período"."""
    text = context.text[found.start : found.end]
    unit = text.split()[-1]
    if context.glued(found):
        return False  # "la Covid-19 segundos después"
    if unit == "segundo" and context.counts(found):
        return False  # "un segundo período"
    return unit.islower() or text.isupper() or not text[:1].isdigit()


def bare_length(context: Context, found: Found) -> bool:
    """A unit without a number in small letters, and no speed: "100 kilómetros por horas"."""
    before = {context.word(found.first - 2), context.word(found.first - 3)}
    return context.words[found.last - 1].text.islower() and not (
        context.word(found.first - 1) == "por" and before & ROAD
    )


def same_unit(context: Context, found: Found) -> bool:
    """The same unit twice: "mes a mes"."""
    return context.word(found.first) == context.word(found.last - 1)


GUARDS: tuple[Guard, ...] = (duration, bare_length, same_unit)
"""What rules call by these functions' names."""
