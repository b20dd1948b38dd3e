"""JSON lines: one article a line."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from flows.errors import RecordError
from flows.read.decode import decode
from flows.read.fields import to_record
from flows.read.record import Context, Record
from flows.read.streams import in_utf8, lines


def read_jsonl(stream: BinaryIO, context: Context) -> Iterator[Record | RecordError]:
    """Read a line at a time; a line that is broken costs that line."""
    for number, line in enumerate(lines(in_utf8(stream), context.limits.article_bytes), start=1):
        if line is None:
            reason = f"line {number}: more than {context.limits.article_bytes:,} bytes"
            yield context.fault("too_large", reason, str(number))
        elif line.strip():
            yield _parse(line, number, context)


def _parse(line: bytes, number: int, context: Context) -> Record | RecordError:
    text = decode(line)
    if text is None:
        return context.fault("undecodable", f"line {number} is no text in any encoding that we know", str(number))
    return parse_object(text.removeprefix("\ufeff"), str(number), context)


def parse_object(text: str, place: str, context: Context) -> Record | RecordError:
    """Read one JSON object as a record; ``place`` is its key if it has no id."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        return context.fault("broken_json", f"record {place}: {error or 'nested too deeply'}", place)
    return to_record(data, place, context)
