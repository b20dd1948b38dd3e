"""CSV: one article a row, the first row naming the fields."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from flows.errors import RecordError
from flows.read.decode import decode
from flows.read.fields import field_name, to_record
from flows.read.record import Context, Record
from flows.read.streams import in_utf8, lines

DELIMITERS = (",", ";", "\t", "|")


def read_csv(stream: BinaryIO, context: Context) -> Iterator[Record | RecordError]:
    """Read a row at a time; the delimiter is the one that most often stands in the first line."""
    csv.field_size_limit(context.limits.article_bytes)  # the default would refuse an article of 128 KB
    texts = _texts(stream, context)
    header = next(texts, "").removeprefix("\ufeff")
    delimiter = max(DELIMITERS, key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    if names and field_name("text", context).partition(".")[0] not in names:
        raise context.fault("no_text", f"no column {field_name('text', context)!r}; the first line has {names}")
    rows = csv.reader(texts, delimiter=delimiter)
    while True:
        place = str(rows.line_num + 2)
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield context.fault("broken_csv", f"line {place}: {error}", place)
            continue
        if row:
            yield to_record(dict(zip(names, row, strict=False)), place, context)


def _texts(stream: BinaryIO, context: Context) -> Iterator[str]:
    """The file's lines. One that is no text or too long stands for nothing that could be put back together."""
    for number, line in enumerate(lines(in_utf8(stream), context.limits.article_bytes), start=1):
        text = None if line is None else decode(line)
        if text is None:
            why = "longer than an article may be" if line is None else "no text in any encoding that we know"
            raise context.fault("undecodable", f"line {number} is {why}")
        yield text
