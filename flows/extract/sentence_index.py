"""Which sentence of its article a code point lies in."""

from bisect import bisect_right
from collections.abc import Callable

from spacy.tokens import Doc


def sentence_indexer(doc: Doc) -> Callable[[int], int]:
    """Make a function from a code point to the 0-based number of its sentence."""
    starts = [sentence.start_char for sentence in doc.sents]
    return lambda char: max(bisect_right(starts, char) - 1, 0)
