"""Where a reporter goes on about the speaker: "dijo que el plan avanza *y criticó* a la oposición"."""

from collections.abc import Sequence

from flows.extract.quotes.reading import Reading
from flows.extract.quotes.reporting_cues import Cue
from flows.extract.quotes.utterances import Piece

ADDITIONS = frozenset(["y", "e", "pero"])
ADVERBS = 2
"""How many adverbs may stand before the verb: "y también hoy pidió"."""

TOLD = ("Past", "Perfect")
"""Tenses that a report tells deeds in: "dijo", "ha dicho". In the present all is told alike."""


def next_deed(reading: Reading, cue: Cue, other: Cue, at: int) -> int | None:
    """The piece before a verb of saying that is coordinated with a cue, not with the clause that the cue reports.

    It is in the cue's tense and number, and no verb of the clause is in that tense.

    Args:
        reading: the utterance.
        cue: what governs the clause.
        other: the verb of saying after it.
        at: where the clause begins.
    """
    pieces = reading.pieces
    tense = _tense(pieces, cue.lead, cue.last + 1)
    if cue.kind != "finite" or other.kind != "finite" or tense not in TOLD or other.is_plural != cue.is_plural:
        return None
    if _tense(pieces, other.lead, other.last + 1) != tense:
        return None
    opening = other.lead - 1
    while opening > other.lead - 1 - ADVERBS and pieces[opening].pos == "ADV":
        opening -= 1
    if opening <= at or pieces[opening].lower not in ADDITIONS:
        return None
    if any(_tense(pieces, place, place + 1) == tense for place in range(at, opening)):
        return None
    return opening - 1 if pieces[opening - 1].lower == "," else opening


def _tense(pieces: Sequence[Piece], first: int, stop: int) -> str | None:
    """The tense of the first finite verb of some pieces, "Perfect" for "ha dicho"; None where there is none."""
    for place in range(first, stop):
        token = pieces[place].token
        if token is not None and token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm", []):
            is_perfect = token.lower_ in ("ha", "han")
            return "Perfect" if is_perfect else next(iter(token.morph.get("Tense", [])), "Other")
    return None
