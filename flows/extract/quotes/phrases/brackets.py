"""Brackets in a phrase: "Ana Ruiz *(PSOE)*"."""

from flows.extract.quotes.phrases.named_pieces import NamedPieces

BRACKET_LIMIT = 12


def closing_bracket(pieces: NamedPieces, opening: int) -> int | None:
    """Where the bracket closes that opens at a piece; None where none does."""
    inside = range(opening, min(opening + BRACKET_LIMIT, len(pieces)))
    return next((at for at in inside if pieces[at].lower == ")"), None)


def opening_bracket(pieces: NamedPieces, closing: int, *, limit: int = BRACKET_LIMIT) -> int:
    """Where the bracket opens that closes at a piece; there, where none does."""
    inside = range(closing - 1, max(-1, closing - limit), -1)
    return next((at for at in inside if pieces[at].lower == "("), closing)
