"""Plain text: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from flows.read.decode import decode
from flows.read.record import Context, Record


def read_txt(stream: BinaryIO, context: Context) -> Iterator[Record]:
    """Read a file as one article."""
    content = stream.read(context.limits.article_bytes + 1)
    if len(content) > context.limits.article_bytes:
        raise context.fault("too_large", f"more than {context.limits.article_bytes:,} bytes for one article")
    text = decode(content)
    if text is None:
        raise context.fault("undecodable", "the bytes are no text in any encoding that we know")
    yield Record(text=text)
