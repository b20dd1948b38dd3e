"""What stands before a subject and is none, up to its comma: "*Tras reunir a todos*, Ana Ruiz dijo"."""

from flows.extract.quotes.phrases.named_pieces import NamedPieces
from flows.extract.quotes.subjects.asked import is_asked
from flows.extract.quotes.utterances.pieces import PARTICIPLES


def opens_adjunct(pieces: NamedPieces, at: int) -> bool:
    """Tell "Citado por la prensa, Ruiz dijo" and "Tras reunir a todos, Ruiz dijo": what a comma ends."""
    token = pieces[at].token
    if token is None:
        return False
    if "VerbForm=Inf" in str(token.morph):
        return True
    is_participle = is_asked(token.lower_) or (token.lower_.endswith(PARTICIPLES) and token.pos_ in ("ADJ", "VERB"))
    is_first = at == 0 or pieces[at - 1].lower == ","
    return is_participle and is_first and at + 1 < len(pieces) and pieces[at + 1].pos == "ADP"


def after_comma(pieces: NamedPieces, at: int, stop: int) -> int:
    """Where what follows the first comma begins."""
    return next((comma + 1 for comma in range(at, stop) if pieces[comma].lower == ","), stop)
