"""What "y" joins within a noun phrase: "Agua *y* Saneamiento", "la alcaldesa *y* diputada Ana Gil"."""

from flows.extract.quotes.lexicon.speaker_nouns import speaker_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.phrases.nominal_pieces import NOMINAL


def joins_names(pieces: NamedPieces, at: int) -> bool:
    """Tell "y" within the name of a body or between two titles, after which a phrase goes on."""
    is_name = joins_nominals(pieces, at, is_plural=True) and pieces[at + 1].pos == "PROPN"
    return is_name or joins_titles(pieces, at)


def joins_nominals(pieces: NamedPieces, at: int, *, is_plural: bool) -> bool:
    """Tell "Agua y Saneamiento" from "y" between clauses; before a singular verb both sides must be alike."""
    if at == 0 or at + 1 >= len(pieces):
        return False
    left, right = pieces[at - 1], pieces[at + 1]
    if joins_titles(pieces, at):
        return True
    if not is_plural:
        is_noun = left.pos in ("NOUN", "PROPN") and right.pos in ("NOUN", "PROPN", "ADJ")
        return is_noun and left.is_capital == right.is_capital
    return left.pos in NOMINAL and left.pos != "PRON" and right.pos in ("PROPN", "DET", "NOUN", "ADJ")


def joins_titles(pieces: NamedPieces, at: int) -> bool:
    """Tell "y" before a second title of one person, which has no article: "la alcaldesa y diputada Ana Gil"."""
    title = speaker_noun(pieces[at + 1].lower) if at + 1 < len(pieces) else None
    return title is not None and title.is_one_person
