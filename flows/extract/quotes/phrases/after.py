"""The noun phrase that follows: "dijo ayer a la prensa *la alcaldesa*", "según *Ana Ruiz*"."""

from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nominal_pieces import begins_nominal
from flows.extract.quotes.phrases.nouns import QUOTES, nominal_end
from flows.extract.quotes.phrases.prepositions import PREPOSITIONS, complement_end
from flows.extract.quotes.phrases.times import is_time

RIGHT_LIMIT = 40


def phrase_after(pieces: NamedPieces, at: int, *, skip: bool = True) -> Phrase | None:
    """Find the noun phrase that follows, past adverbs, times and prepositional phrases if ``skip``."""
    limit = min(len(pieces), at + RIGHT_LIMIT)
    while at < limit:
        if begins_nominal(pieces, at):
            stop = nominal_end(pieces, at, is_subject=True)
            if not (skip and is_time(pieces, at, stop)):
                return pieces.phrase(at, stop)
            persons = (person for person in range(at + 1, stop) if pieces.is_person(person))
            at = next(persons, max(stop, at + 1))  # "dijo este jueves *Ana Ruiz*"
        elif skip and pieces[at].lower in PREPOSITIONS:
            at = max(complement_end(pieces, at + 1), at + 1)
        elif skip and (pieces[at].pos == "ADV" or _is_crossed(pieces, at)):
            at += 1
        else:
            return None
    return None


def _is_crossed(pieces: NamedPieces, at: int) -> bool:
    piece = pieces[at]
    return piece.lower in (",", "(", ")", "hace") or (piece.lower in QUOTES and piece.mark is None)
