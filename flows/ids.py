"""Ids: a short prefix and a hash of the fewest stable raw inputs.

The recipes are a promise to those who join on them.
"""

import hashlib

SEPARATOR = "\x1f"


def make_id(prefix: str, *parts: str | int) -> str:
    """Make an id of raw parts: the same parts give the same id in every release.

    >>> make_id("a", "raw/agencia/1.txt")
    'a_18d8d1ac8756597d'

    Args:
        prefix: the kind of thing, as in ``schemas`` (``a`` article, ``m`` mention, ...).
        parts: what identifies it, uncleaned; none may hold the separator U+001F.
    """
    digest = hashlib.sha256(SEPARATOR.join(str(part) for part in parts).encode()).hexdigest()
    return f"{prefix}_{digest[:16]}"


def sha256_text(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
