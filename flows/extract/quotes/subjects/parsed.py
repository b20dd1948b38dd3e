"""Subjects as the parse has them, but for the adjuncts that it takes for subjects: "En *la fiesta* dijo"."""

from spacy.tokens import Token

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.nominal_pieces import NOMINAL, NOT_NOMINAL
from flows.extract.quotes.phrases.nouns import nominal_end
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS, complement_end
from flows.extract.quotes.phrases.times import is_time
from flows.extract.quotes.subjects.adjuncts import after_comma, opens_adjunct

BESIDE_SUBJECT = frozenset({"PUNCT", "CCONJ", "ADV", "SCONJ", "ADP", "SPACE"})


def parsed_subject(pieces: NamedPieces, cue: Cue, first: int, stop: int) -> int | None:
    """Where the subject begins that the parse gives a cue in its clause."""
    token = pieces[cue.first].token
    if token is None:
        return None
    backwards = range(stop - 1, first - 1, -1)
    for at in reversed(backwards) if cue.is_plural else backwards:  # of several at once the first is the speaker
        if is_subject_of(pieces, at, token):
            edge = left_edge(pieces, at, first)
            is_adjunct = opens_adjunct(pieces, edge) or (edge > first and _governs(pieces, edge - 1))
            if not is_adjunct and not is_time(pieces, edge, nominal_end(pieces, edge)):
                return edge
    return None


def _governs(pieces: NamedPieces, at: int) -> bool:
    """Tell a preposition before what is no subject ("*En* la fiesta dijo"), or in a name ("*Del* Mazo")."""
    is_inner = pieces[at].lower in PREPOSITIONS or pieces.type_at(at) is not None
    return pieces[at].pos == "ADP" and is_inner


def is_subject_of(pieces: NamedPieces, at: int, verb: Token) -> bool:
    """Tell a piece that the parse takes for the subject of a verb."""
    token = pieces[at].token
    if token is None or token.dep_ != "nsubj" or token.head.i != verb.i:
        return False
    return token.pos_ in NOMINAL and token.lower_ not in NOT_NOMINAL


def left_edge(pieces: NamedPieces, at: int, first: int) -> int:
    """Where the phrase of a subject begins, past what its clause begins with: "A la salida, *los vecinos* dijeron"."""
    token = pieces[at].token
    assert token is not None
    edge = token.left_edge.idx
    while first < at:
        if opens_adjunct(pieces, first) and "," in (piece.lower for piece in pieces[first:at]):
            first = after_comma(pieces, first, at)
        elif pieces[first].lower in PREPOSITIONS and complement_end(pieces, first + 1) <= at:
            first = max(complement_end(pieces, first + 1), first + 1)  # "A la salida, familiares dijeron"
        elif pieces[first].start < edge or pieces[first].pos in BESIDE_SUBJECT:
            first += 1
        else:
            break
    return first
