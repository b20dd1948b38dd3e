"""What looks like a month and is none: "su hija Abril", "la caza del Octubre Rojo"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.streets import STREETS, has_house_number


def month(context: Context, found: Found) -> bool:
    """Not the month of a street's name either."""
    first = found.first
    alone = found.last - first == 1 and context.words[first].text.istitle()
    if alone and context.word(first - 1) in {"el", "del"} and context.capital(found.last):
        return False  # "la caza del Octubre Rojo"
    before = context.token(context.words[first - 1]) if first else None
    if alone and before is not None and before.pos_ == "NOUN" and before.text.islower():
        return False  # "su hija Abril"
    in_street = context.word(first - 1) == "de" and context.word(first - 3) in STREETS
    return not (in_street or has_house_number(context, found))


GUARDS: tuple[Guard, ...] = (month,)
"""What rules call by these functions' names."""
