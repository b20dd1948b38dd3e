"""What somebody is accused of: "los hombres acusados *de robar un banco* fueron detenidos"."""

from collections.abc import Sequence

from flows.extract.quotes.cues.verb_groups import CLITICS, HAVE
from flows.extract.quotes.utterances.pieces import Piece

LISTED = frozenset(["y", "e", "o", "ni", "no", "de"])
"""What stands between the deeds of one accusation: "de robar, mentir y huir"."""
CLAUSES = frozenset(["que", "quien", "quienes", "donde", "cuando", "si", "como", "mientras", "porque", "cuyo", "cuya"])
"""What begins a clause within an accusation, which has a verb of its own."""


def end_of_accusation(pieces: Sequence[Piece], at: int) -> int:
    """Where an accusation ends that hangs on a noun: at a comma that no other deed follows, or at the main verb."""
    is_within = False
    for number in range(at + 1, len(pieces)):
        piece = pieces[number]
        if piece.lower == "," and not _goes_on(pieces, number):
            return number
        is_within = is_within or piece.lower in CLAUSES
        if piece.is_finite:
            if not is_within:
                return _lead(pieces, number, at)
            is_within = False
    return len(pieces)


def _goes_on(pieces: Sequence[Piece], comma: int) -> bool:
    words = (piece for piece in pieces[comma + 1 : comma + 4] if piece.lower not in LISTED)
    first = next(words, None)
    return first is not None and first.is_infinitive


def _lead(pieces: Sequence[Piece], verb: int, at: int) -> int:
    while verb > at and pieces[verb - 1].lower in CLITICS | HAVE | {"no", "ya", "y", "e", "pero"}:
        verb -= 1
    return verb
