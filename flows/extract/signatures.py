"""What tells whether a text repeats another one, small enough to keep: its number of word pairs, and a signature."""

import re
import zlib
from functools import cache
from itertools import pairwise

from datasketch import LeanMinHash, MinHash

PERMUTATIONS = 128
BYTE_ORDER = "<"
WORD = re.compile(r"\w+")


def sign_text(text: str) -> tuple[int, bytes]:
    """Give the number of pairs of words of a text, and the signature of these pairs.

    >>> count, signature = sign_text("Sube el pan. Sube el té")
    >>> count, load_signature(signature).jaccard(load_signature(signature))
    (4, 1.0)
    """
    pairs = word_pairs(text)
    signature = _blank().copy()
    signature.update_batch([pair.encode() for pair in pairs])
    lean = LeanMinHash(signature)
    packed = bytearray(lean.bytesize(BYTE_ORDER))
    lean.serialize(packed, BYTE_ORDER)
    return len(pairs), bytes(packed)


def load_signature(packed: bytes) -> LeanMinHash:
    """Unpack a signature; two of them tell the share of pairs in common (``jaccard``)."""
    return LeanMinHash.deserialize(packed, BYTE_ORDER)


def word_pairs(text: str) -> frozenset[str]:
    """The pairs of words that follow one another, in lower case.

    >>> sorted(word_pairs("Sube el pan. Sube el té"))
    ['el pan', 'el té', 'pan sube', 'sube el']
    """
    words = WORD.findall(text.lower())
    return frozenset(f"{first} {second}" for first, second in pairwise(words))


@cache
def _blank() -> MinHash:
    """A signature of nothing: making the permutations anew for each article would cost more than the rest."""
    return MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=zlib.crc32)
