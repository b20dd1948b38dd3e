"""Asides that name who tells of what is said: "la ministra dijo -*según EFE*- que", "Ruiz, *según la prensa*, negó"."""

from collections.abc import Sequence

from flows.extract.quotes.cues.reporting import ASIDES, SOURCE_PARTICLES
from flows.extract.quotes.utterances.pieces import Piece

OPENING_PHRASE = ["de", "acuerdo"]
REACH = 14
"""Pieces that an aside may have."""


def aside_stop(pieces: Sequence[Piece], at: int) -> int | None:
    """Where an aside ends, its closing comma or dash included, that begins with a comma or dash at a piece."""
    if at + 1 >= len(pieces) or pieces[at].lower not in ASIDES or not _names_source(pieces, at + 1):
        return None
    closing = (number for number in range(at + 2, min(at + REACH, len(pieces))) if pieces[number].lower in ASIDES)
    return next((number + 1 for number in closing if _closes(pieces, at, number)), None)


def aside_start(pieces: Sequence[Piece], stop: int) -> int | None:
    """Where an aside begins, its opening comma or dash included, that ends before a piece."""
    for at in range(stop - 3, max(-1, stop - REACH), -1):
        if aside_stop(pieces, at) == stop:
            return at
    return None


def _names_source(pieces: Sequence[Piece], at: int) -> bool:
    return pieces[at].lower in SOURCE_PARTICLES or [piece.lower for piece in pieces[at : at + 2]] == OPENING_PHRASE


def _closes(pieces: Sequence[Piece], opening: int, closing: int) -> bool:
    return (pieces[opening].lower == ",") == (pieces[closing].lower == ",")
