"""What looks like a month and is none: "su hija Abril", "Rosa y Abril", "la caza del Octubre Rojo"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard
from flows.extract.times.guards.streets import STREETS, has_house_number

MONTHS = frozenset(
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"}
    | {"septiembre", "setiembre", "octubre", "noviembre", "diciembre"}
)


def month(context: Context, found: Found) -> bool:
    """Not the month of a street's name either."""
    first = found.first
    alone = found.last - first == 1 and context.words[first].text.istitle()
    if alone and context.word(first - 1) in {"el", "del"} and context.capital(found.last):
        return False  # "la caza del Octubre Rojo"
    before = context.token(context.words[first - 1]) if first else None
    if alone and before is not None and before.pos_ == "NOUN" and before.text.islower():
        return False  # "su hija Abril"
    if alone and context.word(first - 1) in {"y", "e"} and _is_given_name(context, first - 2):
        return False  # "sus hijas, Rosa y Abril"
    in_street = context.word(first - 1) == "de" and context.word(first - 3) in STREETS
    return not (in_street or has_house_number(context, found))


def _is_given_name(context: Context, number: int) -> bool:
    token = context.token(context.words[number]) if number >= 0 and context.capital(number) else None
    return token is not None and token.pos_ == "PROPN" and token.lower_ not in MONTHS


GUARDS: tuple[Guard, ...] = (month,)
"""What rules call by these functions' names."""
