"""The noun that tells what a phrase names: "la *portavoz* del club", "un *informe* oficial"."""

from flows.extract.quotes.lexicon.speaker_nouns import SpeakerNoun, speaker_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces, Phrase
from flows.extract.quotes.phrases.nominal_pieces import ARTICLES

PARTITIVES = frozenset(
    ["uno", "una", "alguno", "alguna", "algunos", "algunas", "varios", "varias", "muchos", "muchas", "mayoría", "mitad"]
)
"""Words for some of those who are named next: "*una* de las vecinas"."""


def head_noun(pieces: NamedPieces, first: int, stop: int) -> SpeakerNoun | None:
    """The noun among a phrase's first words that names somebody who speaks."""
    for at in range(first, min(stop, first + 5)):
        piece = pieces[at]
        is_part = piece.lower == "de" and at > first and pieces[at - 1].lower in PARTITIVES
        if is_part or (piece.lower in PARTITIVES and at + 1 < stop and pieces[at + 1].lower == "de"):
            continue
        noun = None if piece.lower in ARTICLES else speaker_noun(piece.lower)  # "una" is also somebody
        if noun is not None:
            return noun
        if piece.pos in ("NOUN", "ADP"):
            return None
    return None


def names_person(pieces: NamedPieces, phrase: Phrase) -> bool:
    """Tell a person's name, and a phrase whose noun is one for persons."""
    noun = head_noun(pieces, phrase.first, phrase.stop)
    return pieces.name_type(phrase.start, phrase.end) == "PER" or (noun is not None and noun.kind == "person")
