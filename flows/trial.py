"""One file, read and extracted at once: what ``teletipo try`` shows, without a flow or a release."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flows.config import parse_source
from flows.errors import SourceError
from flows.extract import extract
from flows.nlp.pipeline import DEFAULT_MODEL, load_pipeline, read_docs
from flows.read import list_files
from flows.read.articles import read_file
from flows.read.files import SOURCE_FILE, RawFile
from flows.records import PARTS, Article, Findings


def try_file(path: Path, *, published_on: dt.date | None = None, model: str = DEFAULT_MODEL) -> Iterator[Findings]:
    """Say what each article of a file says.

    A ``source.yml`` that lies beside the file holds for it, as in a build.

    Args:
        path: file in any format that a build reads.
        published_on: day that "ayer" and "el lunes" count from, where the file does not say it.
        model: installed spaCy pipeline.

    Raises:
        SourceError: nothing in the file is an article.
    """
    articles = [_dated(article, published_on) for article in _articles(path)]
    for doc, article in read_docs(load_pipeline(model), articles):
        yield extract(doc, article)


def as_rows(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """An article's rows by table, under the columns that a release has; values are ready for JSON.

    Ids of entities are those of ``article_entities``: what two articles call by one name is joined in a build alone.
    """
    rows = {"articles": [_row(findings.article)]}
    return rows | {table: [_row(record) for record in getattr(findings, part)] for table, part in PARTS.items()}


def _articles(path: Path) -> list[Article]:
    """The articles of a file.

    Raises:
        SourceError: it has none; the message is the first reject's reason.
    """
    items = list(read_file(_raw_file(path)))
    articles = [item for item in items if isinstance(item, Article)]
    if not articles:
        reasons = [item.reason for item in items if not isinstance(item, Article)]
        raise SourceError(f"{path} gives no article: {reasons[0]}")
    return articles


def _raw_file(path: Path) -> RawFile:
    if not path.is_file():
        raise SourceError(f"there is no file {path}; give one article file, such as article.txt")
    (file,) = list_files(str(path))
    beside = path.with_name(SOURCE_FILE)
    if not beside.is_file():
        return file
    return dataclasses.replace(file, source=parse_source(beside.read_bytes(), str(beside)), below_source=path.name)


def _dated(article: Article, published_on: dt.date | None) -> Article:
    if published_on is None:
        return article
    return dataclasses.replace(article, published_on=published_on, published_on_basis="metadata")


def _row(record: Any) -> dict[str, Any]:
    return {name: _plain(value) for name, value in dataclasses.asdict(record).items()}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
