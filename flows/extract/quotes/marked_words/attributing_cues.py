"""The cue that words in marks go before: "«No iré», *dijo* Ana Ruiz"."""

from flows.extract.quotes.cues.reporting import OBJECTS, Cue
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.reading import PUNCTUATION, Reading

ATTRIBUTION_REACH = 12
BREAKS = frozenset(
    [",", ";", ":", "que", "y", "e", "pero", "pues", "porque", "aunque", "mientras", "sino", "cuando", "donde"]
)
"""What begins another clause between marked words and a verb, which then is no cue of theirs."""


def cue_after(reading: Reading, number: int) -> Cue | None:
    """Find the cue that attributes a stretch in marks, if it follows it."""
    at = number + 1
    while at < len(reading.pieces) and reading.pieces[at].lower in PUNCTUATION:
        if reading.pieces[at].lower in (":", "("):
            return None
        at += 1
    cue = next((cue for cue in reading.cues if cue.lead >= at and not reading.is_particle(cue)), None)
    if cue is not None and reading.pieces[at - 1].lower == ";" and cue.lead > at:  # but "«No iré»; se queja Ruiz"
        return None
    return cue if cue is not None and _attributes(reading, cue, number, at) else None


def _attributes(reading: Reading, cue: Cue, number: int, at: int) -> bool:
    between = reading.pieces[at : cue.lead]
    if cue.verb is None:
        return not between and cue.kind == "phrase"
    if cue.kind != "finite" or not cue.verb.is_direct or len(between) > ATTRIBUTION_REACH:
        return False
    if _is_topic(reading, number) or (between and _takes_up(reading, cue)):
        return False
    if not between:
        if not reading.is_empty(0, number) and _governs_next(reading, cue):
            return False
        is_apart = at > number + 1 or not reading.mark(number).is_closed
        return is_apart or (_ends_after(reading, cue) and not _is_name_in_clause(reading, number))
    if between[0].lower in ("como", "según"):
        return len(between) == 1
    if any(
        p.mark is not None or p.lower in BREAKS or (p.pos in ("VERB", "AUX", "ADP") and p.lower not in ("de", "del"))
        for p in between
    ):
        return False
    if _has_object(reading, cue):
        return False
    if at == number + 1:
        return _ends_after(reading, cue)
    complement = reading.complements.get(cue.first)
    has_clause = complement is not None and complement.kind == "clause"
    return not (has_clause and _is_name_in_clause(reading, number))


def _is_topic(reading: Reading, number: int) -> bool:
    """Tell 'Con "plan B", se refería al puente': a few marked words after a preposition are what is spoken about."""
    return number > 0 and reading.pieces[number - 1].pos == "ADP" and not reading.is_sentence(number)


def _takes_up(reading: Reading, cue: Cue) -> bool:
    """Tell 'Y aunque hable de "robo", la renuncia *la* anunció antes': what the verb governs goes before it."""
    return any(piece.lower in OBJECTS for piece in reading.pieces[cue.lead : cue.first])


def _is_name_in_clause(reading: Reading, number: int) -> bool:
    """Tell 'el llamado "plan B" amenaza a todos': a few marked words within a clause that has the verb."""
    return not reading.is_sentence(number) and not reading.is_empty(0, number)


def _has_object(reading: Reading, cue: Cue) -> bool:
    """Tell "«...», ambos países comparten una larga frontera": what a verb with a subject before it governs."""
    at = cue.last + 1
    if at >= len(reading.pieces) or reading.pieces[at].pos not in ("DET", "NUM", "NOUN") or reading.pieces[at].mark:
        return False
    stop = nominal_end(reading.pieces, at)
    return not is_time(reading.pieces, at, stop) and not names_source(reading.pieces, at, stop)


def _governs_next(reading: Reading, cue: Cue) -> bool:
    """Tell 'Ruiz, que se dice "gente de paz", *promete bajar* el precio', which tells of other words."""
    complement = reading.complements.get(cue.first)
    return complement is not None and complement.kind == "clause" and complement.at <= cue.last + 2


def _ends_after(reading: Reading, cue: Cue) -> bool:
    complement = reading.complements.get(cue.first)
    return complement is None or complement.kind == "mark"
