"""From files to articles: each file's records with what its source and its own text say of them."""

import dataclasses
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from flows.errors import RecordError, TeletipoError
from flows.ids import make_id
from flows.read.about import read_claims
from flows.read.decode import repair
from flows.read.files import RawFile, list_files
from flows.read.language import SPANISH, detect_language
from flows.read.record import LIMITS, Context, Limits, Reader, Record
from flows.read.streams import PACKED, unpack
from flows.records import Article, Reject
from flows.text import normalise

READERS = {
    ".txt": "flows.read.txt:read_txt",
    ".json": "flows.read.json_values:read_json",
    ".jsonl": "flows.read.jsonl:read_jsonl",
    ".ndjson": "flows.read.jsonl:read_jsonl",
    ".html": "flows.read.html:read_html",
    ".htm": "flows.read.html:read_html",
    ".parquet": "flows.read.parquet:read_parquet",
    ".csv": "flows.read.csv_rows:read_csv",
    ".warc": "flows.read.warc:read_warc",
}
"""The reader of each suffix; all but Parquet may be packed (``.gz``, ``.zst``).

By name, so that a file costs the start of its own reader's libraries alone: all of them take half a second to import.
"""


REASON_MAX_CHARS = 500
"""A library's message may quote the whole input."""


class Told(Protocol):
    """What stands for an article: the article itself, or what is known of it from an earlier reading."""

    @property
    def article_id(self) -> str:
        """Id of the article."""

    @property
    def source_path(self) -> str:
        """Where it was read."""


Found = TypeVar("Found", bound=Told)
ReadRecord = Callable[[Record, RawFile], Found]
"""Turns a record of a file into what stands for its article; raises RecordError if there is none."""


def read_raw(root: str, limits: Limits = LIMITS) -> Iterator[Article | Reject]:
    """Read every file below ``root``, in order of path; the second article of an id is a reject.

    Raises:
        SourceError: ``root`` as a whole cannot be read.
        TransientError: a storage fault that may pass.
    """
    return read_files(list_files(root), limits)


def read_files(files: Iterable[RawFile], limits: Limits = LIMITS) -> Iterator[Article | Reject]:
    """Read files in the order given; the second article of an id is a reject.

    Raises:
        TransientError: a storage fault that may pass.
    """
    return read_records(files, read_article, limits)


def read_records(
    files: Iterable[RawFile], read_record: ReadRecord[Found], limits: Limits = LIMITS
) -> Iterator[Found | Reject]:
    """Read files as ``read_files`` does, with ``read_record`` in the place of ``read_article``.

    Raises:
        TransientError: a storage fault that may pass.
    """
    first: dict[str, str] = {}
    rejects: Counter[str] = Counter()
    for file in files:
        for item in _read_file(file, read_record, limits):
            if not isinstance(item, Reject) and item.article_id not in first:
                first[item.article_id] = item.source_path
                yield item
                continue
            reject = item if isinstance(item, Reject) else _repeated(item, first[item.article_id])
            rejects[reject.reject_id] += 1
            yield _numbered(reject, rejects[reject.reject_id])


def read_file(file: RawFile, limits: Limits = LIMITS) -> Iterator[Article | Reject]:
    """Read the articles of one file, as a stream; whatever is wrong with it is a reject.

    Raises:
        TransientError: a storage fault that may pass.
    """
    return _read_file(file, read_article, limits)


def read_article(record: Record, file: RawFile) -> Article:
    """Put together what the source, the file and the text itself say of an article; the first that says it is believed.

    Raises:
        RecordError: it has no words, or is not in Spanish.
    """
    source_path = file.path if record.key is None else f"{file.path}#{record.key}"
    text = normalise(repair(record.text))
    language = detect_language(text)
    if language is None:
        raise RecordError("empty", source_path, "there are no words in its text")
    if language != SPANISH:
        raise RecordError("language", source_path, f"its language is {language}, not {SPANISH}")
    facts, source = file.facts(record.key), file.source
    title = _line(facts.title or record.title)
    url = _line(facts.url or record.url)
    claims = read_claims(text, title)
    stamped = facts.published_on or (record.published_on if source.trust_dates else None)
    published_on = stamped or claims.published_on
    return Article(
        article_id=make_id("a", url or source_path),
        source_path=source_path,
        text=text,
        language=language,
        url=url,
        outlet=_line(facts.outlet or record.outlet or source.outlet),
        title=title or claims.title,
        byline=_line(facts.byline or record.byline) or claims.byline,
        published_on=published_on,
        published_on_basis=None if published_on is None else "metadata" if stamped else "text",
        updated_on=claims.updated_on or (record.updated_on if source.trust_dates else None),
        translated_from=facts.translated_from or claims.translated_from,
        machine_translated=claims.machine_translated,
        credited_outlets=claims.credited_outlets,
        country_code=facts.country_code or source.country_code,
        republish_text=source.republish_text,
    )


def _read_file(file: RawFile, read_record: ReadRecord[Found], limits: Limits) -> Iterator[Found | Reject]:
    found = False
    try:
        for item in _records(file, limits):
            found = True
            yield _reject(item) if isinstance(item, RecordError) else _found_or_reject(item, file, read_record)
    except RecordError as error:
        found = True
        yield _reject(error)
    except TeletipoError:
        raise
    except Exception as error:  # whatever a library does on bytes that it never met costs this file alone
        found = True
        yield _reject(RecordError("reader_failed", file.path, f"{type(error).__name__}: {error}"))
    if not found:
        yield _reject(RecordError("empty", file.path, "there is nothing in it"))


def _records(file: RawFile, limits: Limits) -> Iterator[Record | RecordError]:
    context = Context(path=file.path, fields=file.source.fields, limits=limits)
    if file.is_missing:
        raise context.fault("missing", "source.yml names it, but it is not there; mend the name, or take it out")
    suffixes = [suffix.lower() for suffix in PurePosixPath(file.path).suffixes]
    packed = suffixes.pop() if suffixes and suffixes[-1] in PACKED else ""
    suffix = suffixes[-1] if suffixes else ""
    if suffix not in READERS or (packed and suffix == ".parquet"):
        known = " ".join(READERS)
        raise context.fault(
            "unknown_format", f"no reader for {suffix + packed or 'a name without suffix'}; known: {known}"
        )
    reader: Reader = pkgutil.resolve_name(READERS[suffix])
    with file.open() as stream:
        yield from reader(unpack(stream, packed, context), context)


def _found_or_reject(record: Record, file: RawFile, read_record: ReadRecord[Found]) -> Found | Reject:
    try:
        return read_record(record, file)
    except RecordError as error:
        return _reject(error)


def _line(value: str | None) -> str | None:
    """A piece of metadata in the form of the text, on one line."""
    return None if value is None else " ".join(normalise(repair(value)).split()) or None


def _repeated(article: Told, first: str) -> Reject:
    return _reject(RecordError("duplicate_id", article.source_path, f"{first} is the same article"))


def _numbered(reject: Reject, number: int) -> Reject:
    """Tell the second reject of one key and fault (two lines of one id, say) from the first."""
    return reject if number == 1 else dataclasses.replace(reject, reject_id=make_id("r", reject.reject_id, number))


def _reject(error: RecordError) -> Reject:
    return Reject(
        reject_id=make_id("r", "read", error.source_path, error.check),
        stage="read",
        source_path=error.source_path,
        table_name=None,
        check_name=error.check,
        reason=normalise(error.reason)[:REASON_MAX_CHARS],
        row=None,
    )
