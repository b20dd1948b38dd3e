"""Where the clause of a verb begins: "Llovió y *la alcaldesa, que sonreía, dijo*"."""

from flows.extract.quotes.phrases.brackets import opening_bracket
from flows.extract.quotes.phrases.joined_nouns import joins_nominals
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.subjects.antecedents import RELATIVES

PHRASE_BREAKS = frozenset(
    [";", ":", ".", "que", "pero", "mientras", "aunque", "donde", "cuando", "(", "—", "–", "sino"]
)
COMMENT_OPENERS = frozenset(["como", "según"])
"""What a comment in commas may begin with: "las autoridades, como es sabido, garantizan"."""
LEFT_LIMIT = 60
"""Pieces before a verb among which its clause begins."""


def clause_start(pieces: NamedPieces, stop: int, *, is_plural: bool) -> int:
    """Go back to where the verb's clause begins; a relative clause in commas lies within it."""
    first, comma = stop, None
    while first > max(0, stop - LEFT_LIMIT):
        before = pieces[first - 1]
        if before.mark is not None or (before.lower in PHRASE_BREAKS and before.lower not in RELATIVES):
            break
        if before.lower == ")":
            opening = opening_bracket(pieces, first - 1, limit=LEFT_LIMIT)
            if opening == first - 1:  # of a bracket that clings to what was before: "dijo Ruiz.(Lea también: ...)"
                break
            first = opening
            continue
        if before.lower in ("y", "e") and not _joins_speakers(pieces, first - 1, is_plural=is_plural):
            break
        if before.lower in RELATIVES:
            return first
        if before.is_finite:
            relative = _relative_before(pieces, first - 1)
            if relative is None:
                return comma + 1 if comma is not None else first
            first = relative
            continue
        if before.lower == ",":
            comma = first - 1
        first -= 1
    return first


def _joins_speakers(pieces: NamedPieces, at: int, *, is_plural: bool) -> bool:
    """Tell "y" between nominals, or after an apposition: "Ana Ruiz, la rectora, y Luis Paz, decano, indicaron"."""
    if joins_nominals(pieces, at, is_plural=is_plural):
        return True
    if not is_plural or at == 0 or at + 1 >= len(pieces):
        return False
    is_set_off = pieces[at - 1].lower == "," and pieces.type_at(at + 1) == "PER"
    return is_set_off or (pieces[at + 1].lower in ("a", "de", "del") and pieces.type_at(at - 1) is not None)


def _relative_before(pieces: NamedPieces, verb: int) -> int | None:
    """The piece where the relative clause of a verb begins, its comma included."""
    for at in range(verb - 1, max(-1, verb - 6), -1):
        if pieces[at].lower in RELATIVES and pieces[at].token is not None:
            return at - 1 if at and pieces[at - 1].lower == "," else at
        if pieces[at].lower == ",":
            is_comment = pieces[at + 1].lower in COMMENT_OPENERS
            return at if is_comment else None
    return None
