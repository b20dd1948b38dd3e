"""Numbers that are no years or decades: "2000 personas", "cerca de los 70", "los 2000 asistentes"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard

COUNTING = frozenset(
    {"más", "menos", "unos", "unas", "casi", "$", "€", "las", "número", "nº", "artículo", "ley", "ruta"}
)


def year(context: Context, found: Found) -> bool:
    """No amount, and no part of a longer number."""
    before, after = context.word(found.first - 1), context.word(found.last)
    if context.glued(found) or after in {"%", "°", "€", "$", "º"} or _marked_number(context, found):
        return False
    if before in COUNTING or (before == "de" and context.word(found.first - 2) in {"más", "menos", "cerca"}):
        return False
    return not context.counts(found)


def _marked_number(context: Context, found: Found) -> bool:
    """Say whether a hyphen joins the number to more digits, as in a phone number."""
    return (
        found.last + 1 < len(context.words)
        and context.word(found.last) in {"-", "/", "."}
        and context.words[found.last].start == found.end
        and context.words[found.last + 1].number is not None
        and context.words[found.last + 1].start == context.words[found.last].end
    )


def decade(context: Context, found: Found) -> bool:
    """No amount or age ("cerca de los 70", "mayores de 60")."""
    if context.word(found.first - 3) in {"cerca", "alrededor", "más", "menos", "mayores", "menores"}:
        return False
    return found.parts["t"] % 10 == 0 and found.parts["t"] >= 10 and not context.counts(found)


def decade_year(context: Context, found: Found) -> bool:
    """Not "los 2000 asistentes", and not "los años 2021 y 2022"."""
    return found.parts["y"] % 10 == 0 and context.word(found.last) != "y" and year(context, found)


def decade_of_list(context: Context, found: Found) -> bool:
    """Tens, in figures or words: "las décadas de 1840 y 1860"."""
    return bool(found.parts.get("t", found.parts.get("y", 1)) % 10 == 0)


GUARDS: tuple[Guard, ...] = (year, decade, decade_year, decade_of_list)
"""What rules call by these functions' names."""
