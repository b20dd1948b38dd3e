"""From files to articles: each file's records with what its source and its own text say of them."""

import dataclasses
from collections import Counter
from collections.abc import Iterator

from flows.errors import RecordError
from flows.ids import make_id
from flows.read.files import RawFile, list_files
from flows.read.jsonl import read_jsonl
from flows.read.record import LIMITS, Context, Limits, Reader, Record
from flows.read.txt import read_txt
from flows.records import Article, Reject
from flows.text import normalise

READERS: dict[str, Reader] = {
    ".txt": read_txt,
    ".jsonl": read_jsonl,
}


def read_raw(root: str, limits: Limits = LIMITS) -> Iterator[Article | Reject]:
    """Read every file below ``root``, in order of path; the second article of an id is a reject.

    Raises:
        SourceError: ``root`` as a whole cannot be read.
        TransientError: a storage fault that may pass.
    """
    first: dict[str, str] = {}
    rejects: Counter[str] = Counter()
    for file in list_files(root):
        for item in read_file(file, limits):
            if isinstance(item, Article) and item.article_id not in first:
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
    found = False
    try:
        for item in _records(file, limits):
            found = True
            yield _reject(item) if isinstance(item, RecordError) else _article_or_reject(item, file)
    except RecordError as error:
        found = True
        yield _reject(error)
    if not found:
        yield _reject(RecordError("empty", file.path, "there is nothing in it"))


def _records(file: RawFile, limits: Limits) -> Iterator[Record | RecordError]:
    suffix = "." + file.path.rpartition(".")[2].lower()
    reader = READERS.get(suffix)
    if reader is None:
        raise RecordError("unknown_format", file.path, f"no reader for {suffix}; known: {', '.join(sorted(READERS))}")
    with file.open() as stream:
        yield from reader(stream, Context(path=file.path, fields=file.source.fields, limits=limits))


def _article_or_reject(record: Record, file: RawFile) -> Article | Reject:
    try:
        return _article(record, file)
    except RecordError as error:
        return _reject(error)


def _article(record: Record, file: RawFile) -> Article:
    source_path = file.path if record.key is None else f"{file.path}#{record.key}"
    facts, source = file.facts(record.key), file.source
    text = normalise(record.text)
    if not text.strip():
        raise RecordError("empty", source_path, "its text is empty or blank")
    url = facts.url or record.url
    published_on = facts.published_on or (record.published_on if source.trust_dates else None)
    return Article(
        article_id=make_id("a", url or source_path),
        source_path=source_path,
        text=text,
        url=url,
        outlet=facts.outlet or record.outlet or source.outlet,
        title=facts.title or record.title,
        byline=facts.byline or record.byline,
        published_on=published_on,
        published_on_basis="metadata" if published_on else None,
        updated_on=record.updated_on,
        translated_from=facts.translated_from,
        country_code=facts.country_code or source.country_code,
        republish_text=source.republish_text,
    )


def _repeated(article: Article, first: str) -> Reject:
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
        reason=error.reason,
        row=None,
    )
