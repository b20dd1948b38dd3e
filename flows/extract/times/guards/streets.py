"""Streets that are called after a day or month: "avenida 8 de Octubre", "vive en 9 de Julio al 3300"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context

STREETS = frozenset(
    {"avenida", "av", "calle", "plaza", "bulevar", "calzada", "paseo", "estadio", "barrio"}
    | {"autopista", "carretera", "autovía", "puente"}
)
MONTH_DAYS = 31


def has_house_number(context: Context, found: Found) -> bool:
    """Say whether it is a street: "vive en 9 de Julio al 3300"."""
    house = context.words[found.last + 1 : found.last + 2]
    return context.word(found.last) == "al" and bool(house) and (house[0].number or 0) > MONTH_DAYS
