"""Whether a word stands in a line of capitals, which the tagger reads as names: "MILES MANIFIESTAN"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import MIN_FORM


def is_in_capitals(token: Token) -> bool:
    """Whether a word stands in a line of capitals, which the tagger reads as names: "MILES MANIFIESTAN"."""
    if not token.is_upper or len(token) < MIN_FORM:  # most words; to ask for a token's sentence is slow
        return False
    sentence = token.sent
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if sentence.start <= i < sentence.end]
    return any(word.is_upper and len(word) > 1 for word in beside)
