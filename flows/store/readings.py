"""What earlier builds have read is kept: of each record the article that it gave, so that it is not read again."""

import dataclasses
import hashlib
import json
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

import polars as pl

from flows.errors import RecordError
from flows.extract.digests import article_digest, code_digest
from flows.publish.files import move_into_place
from flows.read import RawFile, Record, read_article
from flows.records import Article

READINGS = "readings.parquet"
"""Its name in the store."""

LIBRARIES = ("babel", "ftfy", "py3langid")
"""What decides, beside our own code, which article a record gives."""

SCHEMA = dict.fromkeys(
    ("record_digest", "source_path", "article_id", "article_digest", "check_name", "reason"), pl.String
)


@dataclass(frozen=True, slots=True)
class ReadBefore:
    """An article as read before: enough to find its shard, and to know a second article of its id."""

    source_path: str
    article_id: str
    article_digest: str


class Readings:
    """The records of the last build with their articles; what it has is asked for first, and what is read is noted.

    To decode, judge and search a text for what it says of itself takes 2 ms an article, to look its record up 0.1 ms.
    The key of a record is a digest of all that decides its article: the record, its file's path, what ``source.yml``
    says, and the code.
    """

    def __init__(self, path: Path, known: Container[str]) -> None:
        """Load what was noted.

        Args:
            path: file of the readings; need not be there.
            known: the articles' digests that the store has shards of: any other article is wanted as a whole.
        """
        self._path = path
        self._noted: dict[str, ReadBefore | RecordError] = {}
        self._known: dict[str, ReadBefore | RecordError] = {}
        if path.is_file() and (noted := pl.read_parquet(path, glob=False)).schema == SCHEMA:
            for digest, source_path, article_id, article, check, reason in noted.iter_rows():
                if check is not None:
                    self._known[digest] = RecordError(check, source_path, reason)
                elif article in known:
                    self._known[digest] = ReadBefore(source_path, article_id, article)

    def read(self, record: Record, file: RawFile) -> Article | ReadBefore:
        """Read the article of a record, or tell which it is if that is known; see ``flows.read.read_records``.

        Raises:
            RecordError: the record holds no article.
        """
        digest = record_digest(record, file)
        if digest in self._known:
            found = self._noted[digest] = self._known[digest]
            if isinstance(found, RecordError):
                raise found
            return found
        try:
            article = read_article(record, file)
        except RecordError as error:
            self._noted[digest] = error
            raise
        self._noted[digest] = ReadBefore(article.source_path, article.article_id, article_digest(article))
        return article

    def save(self) -> None:
        """Replace the file by what this build has met."""
        rows = [(digest, *_columns(found)) for digest, found in self._noted.items()]
        aside = self._path.with_suffix(".tmp")
        pl.DataFrame(rows, schema=SCHEMA, orient="row").write_parquet(aside)
        move_into_place(aside, self._path)


def record_digest(record: Record, file: RawFile) -> str:
    """SHA-256 of everything that decides which article a record gives."""
    facts: list[Any] = [
        _made_by(),
        file.path,
        file.source.model_dump_json(exclude={"files"}),
        file.facts(record.key).model_dump_json(),
        dataclasses.asdict(record),
    ]
    return hashlib.sha256(json.dumps(facts, default=str).encode()).hexdigest()


def _columns(found: ReadBefore | RecordError) -> tuple[str | None, ...]:
    if isinstance(found, RecordError):
        return found.source_path, None, None, found.check, found.reason
    return found.source_path, found.article_id, found.article_digest, None, None


@cache
def _made_by() -> str:
    return " ".join([code_digest(), *(metadata.version(library) for library in LIBRARIES)])
