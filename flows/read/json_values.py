"""JSON files: an array of articles, one article, or several objects after one another."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from flows.errors import RecordError
from flows.read.decode import decode
from flows.read.jsonl import parse_object
from flows.read.record import Context, Record
from flows.read.streams import CHUNK_BYTES, in_utf8

MARKS = re.compile(rb'["\\{}]')
BETWEEN = re.compile(rb"[\s,\[\]]*")
"""What may stand between objects."""


def read_json(stream: BinaryIO, context: Context) -> Iterator[Record | RecordError]:
    """Read the objects of a file one by one, also of an array that is larger than memory."""
    for number, content in enumerate(_objects(in_utf8(stream), context.limits.article_bytes), start=1):
        if content is None:
            reason = f"record {number}: more than {context.limits.article_bytes:,} bytes"
            yield context.fault("too_large", reason, str(number))
            continue
        text = decode(content)
        if text is None:
            yield context.fault("undecodable", f"record {number} is no text in any encoding that we know", str(number))
        else:
            yield parse_object(text, str(number), context)


def _objects(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The bytes of each outermost object, and whatever else stands between two; None for what exceeds ``limit``."""
    scanner = _Scanner(limit)
    while chunk := stream.read(CHUNK_BYTES):
        yield from scanner.feed(chunk)
    yield from scanner.finish()


class _Scanner:
    """Finds where objects begin and end, a chunk at a time, holding no more than one of them."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._held = bytearray()
        self._is_over = False
        self._depth = 0
        self._in_string = False
        self._escaped = 0
        """Bytes at the beginning of the next chunk that a backslash at the end of the last one covers."""

    def feed(self, chunk: bytes) -> Iterator[bytes | None]:
        """The objects that end in a chunk."""
        done = 0
        free_from = self._escaped
        for match in MARKS.finditer(chunk):
            if match.start() < free_from:
                continue
            mark = match.group()
            if mark == b"\\":
                free_from = match.end() + 1
            elif mark == b'"':
                self._in_string = not self._in_string
            elif not self._in_string:
                edge = match.start() if mark == b"{" else match.end()
                if self._depth == (0 if mark == b"{" else 1):
                    yield from self._cut(chunk[done:edge])
                    done = edge
                self._depth = max(0, self._depth + (1 if mark == b"{" else -1))
        self._escaped = max(0, free_from - len(chunk))
        self._hold(chunk[done:])

    def finish(self) -> Iterator[bytes | None]:
        """What is left when the file ends."""
        yield from self._cut(b"")

    def _cut(self, last: bytes) -> Iterator[bytes | None]:
        self._hold(last)
        if self._is_over:
            yield None
        elif not BETWEEN.fullmatch(self._held):
            yield bytes(self._held)
        self._held.clear()
        self._is_over = False

    def _hold(self, piece: bytes) -> None:
        if len(self._held) + len(piece) > self._limit and not BETWEEN.fullmatch(piece):
            self._is_over = True
        if self._is_over:
            self._held.clear()
        else:
            self._held += piece
