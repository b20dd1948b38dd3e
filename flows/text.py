"""The text that offsets count in, and small operations on it."""

import unicodedata
from functools import lru_cache

CONTROLS = {code: " " for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n\r"}
"""Control characters -> a space each: they print nothing, break Parquet readers (NUL), and no offset moves."""


def normalise(text: str) -> str:
    r"""Bring a decoded text into the form that all offsets count in.

    >>> normalise("\ufeffSeu\u0301l\r\n")
    'Seúl\n'

    A byte order mark is dropped, ``\r\n`` and ``\r`` become ``\n``, a control character a space, half a surrogate pair
    the replacement character, and the text is put in Unicode NFC. Nothing else changes: neither quotation marks, nor
    spaces, nor case.
    """
    text = _whole_characters(text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text.translate(CONTROLS))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Reduce a text to what comparison needs: lower case without accents (ñ stays), spaces single.

    >>> fold("Volodímir  ZELENSKI")
    'volodimir zelenski'

    An article's names come back many times over, so the last few thousand forms are kept.
    """
    if text.isascii():  # two names of three in the gazetteer; four times as fast
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFD", text.lower().replace("ñ", "\0"))
    return " ".join(decomposed.translate(_BARE).replace("\0", "ñ").split())


class _Bare(dict[int, int | None]):
    """What stays of each character once accents are dropped, found out when it is first met."""

    def __missing__(self, code: int) -> int | None:
        return self.setdefault(code, None if unicodedata.combining(chr(code)) else code)


_BARE = _Bare()


def _whole_characters(text: str) -> str:
    """Join surrogate pairs, which JSON may escape one by one; a half alone, which no UTF-8 can hold, is replaced."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
