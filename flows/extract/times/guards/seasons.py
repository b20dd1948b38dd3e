"""Seasons that are not those of sport: "la próxima temporada de la serie"."""

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard


def season_of(context: Context, found: Found) -> bool:
    """A season of sport, not one of a series: "la última temporada", "la próxima temporada de la serie"."""
    words = {word.text.lower() for word in context.words[found.first : found.last]}
    return "temporada" not in words or not (words & {"último", "última"} or context.word(found.last) == "de")


GUARDS: tuple[Guard, ...] = (season_of,)
"""What rules call by these functions' names."""
