"""Numbers that are no time of the day: "a las dos mujeres", "1.5 horas", "las dos horas de examen"."""

import re

from flows.extract.scanner import Found
from flows.extract.times.guards.context import Context, Guard

CLOCK_LINKS = frozenset({"a", "desde", "hasta", "sobre", "hacia", "son", "eran", "pasadas"})
CLOCK_LINKS_OF = frozenset({"cerca", "alrededor", "antes", "después", "partir", "eso", "luego", "pasado"})
NOON = 12
DATED = re.compile(r"lunes|martes|miércoles|jueves|viernes|sábado|domingo|hoy|ayer|mañana|tarde|noche|madrugada")
POINTED = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d(?!\d)")
"""A time of the day as it is told with a point: "9.00", "20.30"."""


def clock(context: Context, found: Found) -> bool:
    """A number is a time of the day where its words, or those round it, say so: "a las 8"."""
    if context.glued(found) and context.word(found.first - 1) not in "/–-":
        return False
    told = {"min", "q", "less", "half", "part", "part2"} & set(found.parts)
    if not told and found.parts["h"] <= NOON and _lasts(context, found):
        return False
    if told or re.search(r"\d\s*h|horas|hrs?\b|hs\b", context.text[found.start : found.end]):
        return True
    after, link = context.word(found.last), context.word(found.first - 2)
    if link == "de" and context.word(found.first - 3) in CLOCK_LINKS_OF:  # "a partir de las 20"
        link = "desde"
    in_words = not context.text[found.start].isdigit()
    if context.counts(found) or after in {"%", "mil", "/", "que"} or (after == "y" and in_words):
        return False
    return link in {"a", "desde", "hasta"} or (link in CLOCK_LINKS and after not in {"de", ","})


def clock_point(context: Context, found: Found) -> bool:
    """Hours and minutes with a point, not "1.5 horas"."""
    return not context.glued(found) and POINTED.match(context.text, found.start) is not None


def _lasts(context: Context, found: Found) -> bool:
    """Say whether "las dos horas de examen" tells how long, not "las 8 horas del lunes" when."""
    spoken = context.word(found.last - 1) in {"hora", "horas"} and context.word(found.last) == "de"
    following = context.words[found.last + 1 : found.last + 2]
    token = context.token(following[0]) if following else None
    return (
        spoken and token is not None and token.text.islower() and token.pos_ == "NOUN" and not DATED.match(token.text)
    )


GUARDS: tuple[Guard, ...] = (clock, clock_point)
"""What rules call by these functions' names."""
