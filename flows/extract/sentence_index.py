"""Where the tokens and sentences of an article begin, and which sentence a code point lies in."""

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache

from spacy.tokens import Doc


def sentence_indexer(doc: Doc) -> Callable[[int], int]:
    """Make a function from a code point to the 0-based number of its sentence."""
    starts = sentence_starts(doc)
    return lambda char: max(bisect_right(starts, char) - 1, 0)


def sentence_count(doc: Doc) -> int:
    """How many sentences an article has."""
    return len(sentence_starts(doc))


@lru_cache(maxsize=1)  # seven callers an article; to go through a Doc token by token is a tenth of extraction
def sentence_starts(doc: Doc) -> list[int]:
    """The code points at which sentences begin."""
    # doc.sents looks through the whole Doc again for every sentence: half a second on a long article
    return [start for start, begins in doc.to_array(["IDX", "SENT_START"]).tolist() if begins == 1]


@lru_cache(maxsize=1)
def token_starts(doc: Doc) -> list[int]:
    """The code points at which tokens begin."""
    starts: list[int] = doc.to_array("IDX").tolist()
    return starts


@lru_cache(maxsize=1)
def token_numbers(doc: Doc) -> dict[int, int]:
    """The number of the token that begins at a code point."""
    return {start: number for number, start in enumerate(token_starts(doc))}
