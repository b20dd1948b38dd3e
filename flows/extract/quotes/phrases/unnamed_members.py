"""The body whose people speak unnamed: "dijeron *en el Ministerio*"."""

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.lexicon.speaker_nouns import is_movement, speaker_noun, speaking_bodies
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nouns import nominal_end

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
    stop = cue.lead
    while stop > 0 and pieces[stop - 1].pos == "ADV":
        stop -= 1
    before = (_body_after(pieces, at) for at in range(stop - 1, max(-1, stop - MEMBERS_REACH), -1))
    return next((body for body in before if body is not None and body.stop == stop), None)


def _body_after(pieces: NamedPieces, at: int) -> Phrase | None:
    """The body whose place a phrase is: "en el Ministerio", "desde la oposición"."""
    if at + 1 >= len(pieces) or pieces[at].lower not in ("en", "desde", "cerca"):
        return None
    if pieces[at].lower == "cerca":
        return _company_of(pieces, at)
    stop = nominal_end(pieces, at + 1)
    head = at + 2 if pieces[at + 1].pos == "DET" else at + 1
    head += head + 1 < stop and pieces[head].pos == "ADJ"  # "en el máximo tribunal"
    if head >= stop:
        return None
    is_body = pieces[head].lower in speaking_bodies() or pieces.type_at(head) == "ORG"
    is_source = pieces[at].lower == "desde" and _may_be_body(pieces, head)
    return pieces.phrase(at + 1, stop) if is_body or is_source or is_movement(pieces[head].lower) else None


def _may_be_body(pieces: NamedPieces, head: int) -> bool:
    """Tell whatever body something is said from, known or not: "explican desde Nubia", but not "desde Lima"."""
    noun = speaker_noun(pieces[head].lower)
    is_name = pieces[head].pos == "PROPN" and pieces[head].is_capital and pieces.type_at(head) in (None, "MISC")
    return is_name or (noun is not None and noun.kind == "organization")


def _company_of(pieces: NamedPieces, at: int) -> Phrase | None:
    """Those around a person, who are not that person: "*cerca de Ana Ruiz* creen que"."""
    stop = nominal_end(pieces, at + 2) if at + 2 < len(pieces) and pieces[at + 1].lower in ("de", "del") else at
    return pieces.phrase(at, stop) if any(pieces.is_person(piece) for piece in range(at + 2, stop)) else None
