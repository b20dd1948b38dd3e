"""What a reader finds in a file: one record an article, as the file has it."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import BinaryIO

from flows.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a file may ask for; a file that asks for more is a reject."""

    article_bytes: int = 8 << 20
    """Of one article or record. A long newspaper article has 100 KB; a book of 1,000 pages 3 MB."""
    expansion: int = 200
    """Times that a compressed file may grow. JSON lines of news grow 3 to 10 times, a zip bomb 1,000 times."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """An article as its file has it: the text decoded but not normalised, and the metadata that the file gives."""

    text: str
    key: str | None = None
    """Id or line number in a file of many; None where the file is the article."""
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published_on: dt.date | None = None
    updated_on: dt.date | None = None


Reader = Callable[[BinaryIO, "Context"], Iterable[Record | RecordError]]
"""A format: the records of a stream in order. It yields a fault that costs one record, and raises one that ends all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a reader may know beside the bytes."""

    path: str
    fields: dict[str, str]
    """Our field -> the file's, from ``source.yml``."""
    limits: Limits = LIMITS

    def fault(self, check: str, reason: str, key: str | None = None) -> RecordError:
        """A fault of this file, or of its record ``key``."""
        return RecordError(check, self.path if key is None else f"{self.path}#{key}", reason)
