"""Which sentence of its article a code point lies in."""

from bisect import bisect_right
from collections.abc import Callable

from spacy.tokens import Doc


def sentence_indexer(doc: Doc) -> Callable[[int], int]:
    """Make a function from a code point to the 0-based number of its sentence."""
    starts = _starts(doc)
    return lambda char: max(bisect_right(starts, char) - 1, 0)


def sentence_count(doc: Doc) -> int:
    """How many sentences an article has."""
    return len(_starts(doc))


def _starts(doc: Doc) -> list[int]:
    # doc.sents looks through the whole Doc again for every sentence: half a second on a long article
    return [token.idx for token in doc if token.is_sent_start]
