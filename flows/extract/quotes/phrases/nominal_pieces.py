"""Pieces of which noun phrases are made, whatever the tagger says of titles: "la *alcaldesa Ana Ruiz*"."""

from flows.extract.quotes.lexicon.speaker_nouns import speaker_nouns
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.utterances.pieces import Piece

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "X", "SYM"})
NOT_NOMINAL = frozenset(
    [
        "que",
        "quien",
        "quienes",
        "cual",
        "cuales",
        "cuyo",
        "cuya",
        "se",
        "le",
        "les",
        "lo",
        "me",
        "nos",
        "te",
        "si",
        "no",
        "ya",
        "sí",
        "ello",
        "también",
        "además",
        "cuando",
        "donde",
        "mientras",
        "como",
        "según",
        "ni",
        "o",
        "u",
        "pero",
        "sino",
        "aunque",
        "porque",
        "pues",
        "así",
        "obstante",
        "junto",
        "qué",
        "quién",
        "quiénes",
        "cuándo",
        "cómo",
        "dónde",
        "cuánto",
        "cuál",
        "cuáles",
    ]
)
BULLETS = frozenset("*•·|►▪")
SENTENCE_SIGNS = (".", "¿", "¡")
"""What begins the next sentence where a space is left out: "la ministra .¿Qué"."""
ONLY = frozenset(["solo", "sólo"])
"""Adverbs that the tagger takes for adjectives: "tan solo habló de", but "un solo vecino"."""
INNER_PREPOSITIONS = frozenset(["de", "del"])
ARTICLES = frozenset(["el", "la", "los", "las", "un", "una", "este", "esta"])
BEFORE_TITLE = ARTICLES | {"y", "e"}
PRONOUNS = frozenset(["él", "ella", "ellos", "ellas", "éste", "ésta", "éstos", "éstas", "ambos", "aquél"])


def begins_nominal(pieces: NamedPieces, at: int) -> bool:
    """Tell whether a piece can begin a noun phrase, or go on with one."""
    piece = pieces[at]
    if piece.mark is not None or piece.lower in NOT_NOMINAL:
        return False
    if len(piece.lower) > 1 and piece.lower.startswith(SENTENCE_SIGNS):
        return False
    if piece.lower in BULLETS and _stands_apart(pieces, at):
        return False
    if piece.lower in ONLY and not (at and pieces[at - 1].pos == "DET"):
        return False
    if piece.pos in NOMINAL or piece.lower in PRONOUNS or pieces.type_at(at) is not None:
        return True
    return at > 0 and pieces[at - 1].lower in BEFORE_TITLE and _is_title(piece)  # whatever the tagger says


def _stands_apart(pieces: NamedPieces, at: int) -> bool:
    is_after_space = at == 0 or pieces[at - 1].end < pieces[at].start
    return is_after_space and at + 1 < len(pieces) and pieces[at + 1].start > pieces[at].end


def _is_title(piece: Piece) -> bool:
    noun = speaker_nouns().get(piece.lower)
    return noun is not None and noun.kind == "person"
