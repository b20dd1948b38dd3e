"""Streams of bytes in bounded memory: unpacked, in UTF-8, and cut into lines."""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import zstandard

from flows.read.decode import unicode_encoding
from flows.read.record import Context

CHUNK_BYTES = 1 << 18
WINDOW_BYTES = 1 << 27
"""Memory that a zstd file may ask for to be unpacked; what ``zstd --ultra`` needs by default."""
HEAD_BYTES = 1 << 12
ZSTD_CHUNK_BYTES = 1 << 11
"""Packed bytes at a time: each four may unpack to 128 KB, so these to 64 MB at most."""
PACKED = frozenset({".gz", ".zst"})


def unpack(stream: BinaryIO, suffix: str, context: Context) -> BinaryIO:
    """The bytes of a compressed file, or of a plain one as they are.

    Reading raises RecordError where the file is cut short, broken, or grows beyond what ``context.limits`` allow.
    """
    if suffix not in PACKED:
        return stream
    packed = _Counted(stream)
    plain = gzip.GzipFile(fileobj=cast(BinaryIO, packed)) if suffix == ".gz" else _Unzstd(packed)
    return cast(BinaryIO, io.BufferedReader(_Unpacked(plain, packed, context), CHUNK_BYTES))


def in_utf8(stream: BinaryIO) -> BinaryIO:
    """A text stream as UTF-8 if it is in UTF-16 or UTF-32, else as it is; without byte order mark.

    Lines end in the byte 10 then, and JSON's marks are bytes.
    """
    head = cast(io.BufferedReader, stream).peek(HEAD_BYTES)[:HEAD_BYTES]
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
        return stream
    encoding = unicode_encoding(head)
    return stream if encoding is None else cast(BinaryIO, io.BufferedReader(_Recoded(stream, encoding), CHUNK_BYTES))


def lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines with their ends, of at most ``limit`` bytes; None for a longer one, which is read over in pieces."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(CHUNK_BYTES)
        yield None


class _Counted:
    """Counts what is read of a packed file."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        self.count += len(chunk)
        return chunk


class _Unzstd:
    """Reads zstd; unlike the library's own reader it tells where a file is cut short."""

    def __init__(self, packed: _Counted) -> None:
        self._packed = packed
        self._frame = self._new_frame()
        self._begun = False

    def read1(self, _size: int) -> bytes:
        """The next piece; empty at the end."""
        plain = b""
        while not plain:
            chunk = self._frame.unused_data if self._frame.eof else self._packed.read(ZSTD_CHUNK_BYTES)
            if self._frame.eof:
                chunk = chunk or self._packed.read(ZSTD_CHUNK_BYTES)
                self._frame, self._begun = self._new_frame(), False
            if not chunk:
                if self._begun:
                    raise EOFError("the last frame has no end")
                return b""
            self._begun = True
            plain = self._frame.decompress(chunk)
        return plain

    @staticmethod
    def _new_frame() -> "zstandard.ZstdDecompressionObj":
        return zstandard.ZstdDecompressor(max_window_size=WINDOW_BYTES).decompressobj()


class _Unpacked(io.RawIOBase):
    """The unpacked bytes, watched: a fault or an incredible growth is a RecordError."""

    def __init__(self, plain: gzip.GzipFile | _Unzstd, packed: _Counted, context: Context) -> None:
        self._plain = plain
        self._packed = packed
        self._context = context
        self._count = 0
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._left or self._read(len(buffer))
        taken, self._left = piece[: len(buffer)], piece[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _read(self, size: int) -> bytes:
        try:
            piece = self._plain.read1(size)  # a fault must not take with it what was unpacked before it
        except EOFError as error:
            raise self._context.fault("truncated", f"it ends before its end: {error}") from error
        except (gzip.BadGzipFile, zlib.error, zstandard.ZstdError) as error:
            raise self._context.fault("broken_archive", str(error)) from error
        self._count += len(piece)
        limits = self._context.limits
        if self._count > limits.expansion * self._packed.count + limits.article_bytes:
            raise self._context.fault(
                "zip_bomb", f"{self._packed.count:,} bytes unpack to more than {limits.expansion} times as many"
            )
        return piece


class _Recoded(io.RawIOBase):
    """A stream in another encoding, as UTF-8 without byte order mark."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._left = self._decode(HEAD_BYTES).removeprefix("\ufeff".encode())

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._left:
            self._left = self._decode(CHUNK_BYTES)
        taken, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def _decode(self, size: int) -> bytes:
        """The next piece; empty only at the end, as a character is never longer than a piece."""
        chunk = self._stream.read(size)
        return self._decoder.decode(chunk, final=not chunk).encode("utf-8", "replace")
