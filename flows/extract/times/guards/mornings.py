"""What is no morning to come: "de la noche a la mañana", "llegó de mañana"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard


def tomorrow(context: Context, found: Found) -> bool:
    """After "de" only what a noun or a date has: "el partido de mañana", not "llegó de mañana"."""
    if context.word(found.first - 1) != "de" or context.word(found.first - 2) in {"partir", "antes", "después"}:
        return True
    token = context.token(context.words[found.first - 2]) if found.first > 1 else None
    return token is not None and token.pos_ == "NOUN"


def daypart(context: Context, found: Found) -> bool:
    """Not "de la noche a la mañana"."""
    return not (context.word(found.first - 2) == "a" and context.word(found.first - 3) == "noche")


GUARDS: tuple[Guard, ...] = (tomorrow, daypart)
"""What rules call by these functions' names."""
