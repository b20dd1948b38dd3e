"""What looks like a length of time and is none: "un segundo período"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard


def duration(context: Context, found: Found) -> bool:
    """A unit in small letters, and not "un segundo período"."""
    text = context.text[found.start : found.end]
    unit = text.split()[-1]
    if unit == "segundo" and context.counts(found):
        return False  # "un segundo período"
    return unit.islower() or text.isupper() or not text[:1].isdigit()


GUARDS: tuple[Guard, ...] = (duration,)
"""What rules call by these functions' names."""
