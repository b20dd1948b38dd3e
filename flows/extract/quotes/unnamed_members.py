"""The body whose people speak unnamed: "dijeron *en el Ministerio*"."""

from flows.extract.quotes.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.noun_phrases import nominal_end
from flows.extract.quotes.reporting_cues import Cue
from flows.extract.quotes.speaker_nouns import is_movement, speaking_bodies

MEMBERS_REACH = 8


def body_of_members(pieces: NamedPieces, cue: Cue) -> Phrase | None:
    """Find the body whose people speak unnamed: "dijeron *en el Ministerio*", "desde *la oposición* señalan"."""
    if not cue.is_plural:
        return None
    at = cue.last + 1
    while at < len(pieces) and pieces[at].pos == "ADV":
        at += 1
    found = _body_after(pieces, at)
    if found is not None:
        return found
    before = (_body_after(pieces, at) for at in range(cue.lead - 1, max(-1, cue.lead - MEMBERS_REACH), -1))
    return next((body for body in before if body is not None and body.stop == cue.lead), None)


def _body_after(pieces: NamedPieces, at: int) -> Phrase | None:
    """The body whose place a phrase is: "en el Ministerio", "desde la oposición"."""
    if at + 1 >= len(pieces) or pieces[at].lower not in ("en", "desde"):
        return None
    stop = nominal_end(pieces, at + 1)
    head = at + 2 if pieces[at + 1].pos == "DET" else at + 1
    if head >= stop:
        return None
    is_body = pieces[head].lower in speaking_bodies() or pieces.type_at(head) == "ORG"
    return pieces.phrase(at + 1, stop) if is_body or is_movement(pieces[head].lower) else None
