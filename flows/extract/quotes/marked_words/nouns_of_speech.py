"""Words in marks that a noun tells to be said: 'al grito de *"¡Agua!"*', "*«No»*, fue la respuesta de Ana"."""

from collections.abc import Sequence
from dataclasses import replace

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.lexicon.cues import slogan_nouns
from flows.extract.quotes.marked_words.resumed import LISTED
from flows.extract.quotes.utterances.pieces import Piece

SHOUTS = frozenset(["grito", "gritos"])
BEFORE_SHOUT = frozenset(["al", "a", "con", "entre", "los", "el"])
ARE = frozenset(["fue", "fueron", "es", "son", "era", "eran", "ha", "han"])
ARTICLES = frozenset(["el", "la", "los", "las", "su", "sus"])
WORDS = frozenset(
    ["comentario", "palabras", "frase", "respuesta", "mensaje", "pregunta", "reacción", "explicación", "gritos", "lema"]
)
OF = frozenset(["de", "del"])
BEFORE_SLOGAN = frozenset(["como", "de", ":"])


def cue_of_shout(pieces: Sequence[Piece], mark: int) -> Cue | None:
    """The words before a stretch in marks that tell it to be shouted: "al grito de"."""
    first = mark - 3
    if first < 0 or pieces[mark - 1].lower != "de" or pieces[mark - 2].lower not in SHOUTS:
        return None
    return _cue(pieces, first, mark - 1) if pieces[first].lower in BEFORE_SHOUT else None


def cue_of_slogan(pieces: Sequence[Piece], mark: int) -> Cue | None:
    """The noun before a list of stretches in marks that people shout or carry about: "con *pancartas* como"."""
    at = mark - 1
    while at > 0 and pieces[at].lower in LISTED and (pieces[at - 1].mark or pieces[at - 1].lower == ","):
        at -= 1 if pieces[at - 1].lower == "," else 2
    at -= at > 0 and pieces[at].lower in BEFORE_SLOGAN
    if at < 0 or pieces[at].lower not in slogan_nouns():
        return None
    return replace(_cue(pieces, at, at), kind="noun")  # whoever spoke last need not shout


def cue_of_words(pieces: Sequence[Piece], at: int) -> Cue | None:
    """The words after a stretch in marks that tell it to be somebody's: "fue la respuesta de"."""
    words = [piece.lower for piece in pieces[at : at + 4]]
    if len(words) < 4 or words[0] not in ARE or words[1] not in ARTICLES or words[2] not in WORDS or words[3] not in OF:
        return None
    return _cue(pieces, at, at + 2)


def _cue(pieces: Sequence[Piece], first: int, last: int) -> Cue:
    lemma = " ".join(piece.lower for piece in pieces[first : last + 1])
    return Cue(first, first, last, pieces[first].start, pieces[last].end, lemma, None, "words")
