"""Where a fact follows what was asked or denied: "negó que esto pase, *pero el club lo ha visto*"."""

from collections.abc import Sequence

from flows.extract.quotes.utterances.pieces import Piece

BREAKS = frozenset(["pero", "aunque"])
SUBJECT_REACH = 8
"""Pieces that may stand between the conjunction and its verb."""
CLAUSES = frozenset(["que", "si", "quien", "cuando", "donde", "como"])


def next_fact(pieces: Sequence[Piece], at: int) -> int | None:
    """The comma before "pero" and an indicative, where all verbs of the clause before it are subjunctives."""
    is_wished = False
    for number in range(at, len(pieces) - 1):
        if pieces[number].is_finite:
            if pieces[number].mood != "Sub":
                return None
            is_wished = True
        if pieces[number].lower == "," and pieces[number + 1].lower in BREAKS:
            return number if is_wished and _tells(pieces, number + 2) else None
    return None


def _tells(pieces: Sequence[Piece], first: int) -> bool:
    for piece in pieces[first : first + SUBJECT_REACH]:
        if piece.is_finite:
            return piece.mood == "Ind"
        if piece.lower in CLAUSES:
            return False
    return False
