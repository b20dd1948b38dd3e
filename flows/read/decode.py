"""Bytes to text: which encoding they are in."""

import codecs

from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(content: bytes) -> str | None:
    r"""Decode a text in whatever encoding it is: UTF-8, UTF-16, cp1252 or latin-1, else what fits Spanish best.

    >>> decode("Perú".encode("latin-1"))
    'Perú'

    Returns:
        The text, not normalised; None if the bytes are no text.
    """
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    best = from_bytes(content, cp_isolation=["cp1252", "latin_1"]).best()
    return None if best is None else str(best)
