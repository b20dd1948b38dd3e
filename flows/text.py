"""The text that offsets count in, and small operations on it."""

import unicodedata


def normalise(text: str) -> str:
    r"""Bring a decoded text into the form that all offsets count in.

    >>> normalise("\ufeffSeu\u0301l\r\n")
    'Seúl\n'

    A byte order mark is dropped, ``\r\n`` and ``\r`` become ``\n``, and the text is put in Unicode NFC. Nothing else
    changes: neither quotation marks, nor spaces, nor case.
    """
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def fold(text: str) -> str:
    """Reduce a text to what comparison needs: lower case without accents (ñ stays), spaces single.

    >>> fold("Volodímir  ZELENSKI")
    'volodimir zelenski'
    """
    decomposed = unicodedata.normalize("NFD", text.lower().replace("ñ", "\0"))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("\0", "ñ")
    return " ".join(bare.split())
