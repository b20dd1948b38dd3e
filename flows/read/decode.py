"""Bytes to text: which encoding they are in, and the repair of what was decoded wrongly before."""

import codecs
import re

import ftfy
from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

LEGACY = ("cp1252", "mac_roman", "cp850")
"""Eight-bit encodings of Spanish, in the order in which they are believed; latin-1 is the printable part of cp1252."""
SPANISH = frozenset("áéíóúüñçÁÉÍÓÚÜÑÇ¿¡«»“”‘’–—…ªº°€´·àèâêôäëïö\xa0©®")
"""What Spanish text holds beyond ASCII."""
MISPLACED = re.compile(r"(?<=[a-z])[¿¡«“‘—…ª°€´·©®](?=[a-z])")
"""What stands within no word: "tra¡do" was "traído"."""
SURE = 0.6
"""Share of such characters among all beyond ASCII from which a legacy encoding is believed."""
SAMPLE_BYTES = 1 << 16

MAX_CONTROL_SHARE = 0.02
"""More control bytes than this and it is no text."""
CONTROL_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOJIBAKE = re.compile("[ÃÂâÐÑðŸ√∂├┬]")
"""What mojibake of Spanish holds at least one of; plain text rarely, so ftfy, which costs 0.7 ms, is rarely asked."""

REPAIR = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
"""Only what was decoded wrongly is put right: typography is evidence."""


def decode(content: bytes) -> str | None:
    r"""Decode a text in whatever encoding it is.

    >>> decode("Perú".encode("latin-1")), decode("Perú".encode("utf-16-le")), decode(b"\x89PNG\x00\x01\x02")
    ('Perú', 'Perú', None)

    Returns:
        The text, not normalised; None if the bytes are no text.
    """
    encoding = unicode_encoding(content)
    if encoding is not None:
        return content.decode(encoding, "replace")
    if len(CONTROL_BYTES.findall(content)) > MAX_CONTROL_SHARE * len(content):
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(content)


def unicode_encoding(content: bytes) -> str | None:
    """The encoding that a byte order mark names, or that null bytes betray: Latin letters in UTF-16 are half nulls."""
    for mark, encoding in BOMS:
        if content.startswith(mark):
            return encoding
    sample = content[:SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.7 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def repair(text: str) -> str:
    r"""Put right what was decoded in a wrong encoding before it came to us, where that is sure.

    >>> repair("El PerÃº dijo â€œnoâ€\x9d"), repair("São Paulo, Â y Ã")
    ('El Perú dijo “no”', 'São Paulo, Â y Ã')
    """
    return ftfy.fix_text(text, REPAIR) if MOJIBAKE.search(text) else text


def _decode_legacy(content: bytes) -> str | None:
    mixed = content.decode("utf-8", "cp1252_for_the_rest")
    if _spanish_share(mixed) >= SURE and _has_utf8(content):
        return mixed
    readings = [_decode_byte_by_byte(content, encoding) for encoding in LEGACY]
    best = max(readings, key=_spanish_share)
    if _spanish_share(best) >= SURE:
        return best
    guess = from_bytes(content[:SAMPLE_BYTES]).best()
    return None if guess is None else content.decode(guess.encoding, "replace")


def _has_utf8(content: bytes) -> bool:
    """Whether more bytes beyond ASCII make UTF-8 than do not: a UTF-8 text with foreign crumbs, or one cut short."""
    beyond = sum(byte >= 0x80 for byte in content)
    broken = sum(len(match) for match in re.findall(r"[\udc80-\udcff]+", content.decode("utf-8", "surrogateescape")))
    return broken < beyond / 2


def _decode_byte_by_byte(content: bytes, encoding: str) -> str:
    return content.decode(encoding, "cp1252_for_the_rest")


def _spanish_share(text: str) -> float:
    beyond = [char for char in text[:SAMPLE_BYTES] if ord(char) >= 0x80]
    plausible = sum(char in SPANISH for char in beyond) - len(MISPLACED.findall(text[:SAMPLE_BYTES]))
    return plausible / len(beyond) if beyond else 1.0


def _cp1252_for_the_rest(error: UnicodeError) -> tuple[str, int]:
    """A codec error handler: the bytes at fault as cp1252, and the five that it does not define as latin-1."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    fault = error.object[error.start : error.end]
    return "".join(_cp1252(byte) for byte in fault), error.end


def _cp1252(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


codecs.register_error("cp1252_for_the_rest", _cp1252_for_the_rest)
