"""JSON lines: one article a line."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from flows.errors import RecordError
from flows.read.decode import decode
from flows.read.fields import to_record
from flows.read.record import Context, Record


def read_jsonl(stream: BinaryIO, context: Context) -> Iterator[Record | RecordError]:
    """Read a line at a time; a line that is broken costs that line."""
    for number, line in enumerate(_lines(stream, context.limits.article_bytes), start=1):
        if line is None:
            yield context.fault(
                "too_large", f"line {number}: more than {context.limits.article_bytes:,} bytes", str(number)
            )
        elif line.strip():
            yield _parse(line, number, context)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Lines of at most ``limit`` bytes; None for a longer one, which is read over in pieces."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit)
        yield None


def _parse(line: bytes, number: int, context: Context) -> Record | RecordError:
    text = decode(line)
    if text is None:
        return context.fault("undecodable", f"line {number} is no text in any encoding that we know", str(number))
    try:
        return to_record(json.loads(text), str(number), context)
    except (ValueError, RecursionError) as error:
        return context.fault("broken_json", f"line {number}: {error}", str(number))
