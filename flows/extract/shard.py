"""What a batch of articles says, as one Parquet file a table: a shard, kept until its inputs or the code change."""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import polars as pl

from flows.extract.digests import article_digest
from flows.ids import sha256_text
from flows.records import (
    PARTS,
    Affiliation,
    Article,
    ArticleEntity,
    EntityMention,
    EventMention,
    EventParticipant,
    Findings,
    Quantity,
    Quote,
    Reject,
    TimeExpression,
)

RECORDS: dict[str, type] = {
    "article_entities": ArticleEntity,
    "entity_mentions": EntityMention,
    "affiliations": Affiliation,
    "time_expressions": TimeExpression,
    "quantities": Quantity,
    "quotes": Quote,
    "event_mentions": EventMention,
    "event_participants": EventParticipant,
    "rejects": Reject,
}
"""The tables of a shard beside ``articles``, and the record that is a row of each."""

ARTICLE_COUNTS = {
    "content_sha256": pl.String,
    "char_count": pl.Int32,
    "word_count": pl.Int32,
    "sentence_count": pl.Int32,
}

MEMBERS = {"article_digest": pl.String, "article_id": pl.String, "source_path": pl.String}


def write_shard(
    articles: Iterable[Article], findings: Iterable[Findings], rejects: Iterable[Reject], folder: Path
) -> None:
    """Write what a batch of articles says to ``folder``, one Parquet file a table.

    Its ``members.parquet`` names every article that the batch was made of, also those that became rejects.
    """
    batch = sorted(findings, key=lambda found: found.article.article_id)
    folder.mkdir(parents=True)
    for table, record in RECORDS.items():
        rows = list(rejects) if table == "rejects" else _rows(batch, PARTS[table])
        _frame(rows, frame_schema(record)).write_parquet(folder / f"{table}.parquet")
    rows = [_article_row(found) for found in batch]
    schema = frame_schema(Article) | ARTICLE_COUNTS
    pl.DataFrame(rows, schema=schema, orient="row").write_parquet(folder / "articles.parquet")
    members = [(article_digest(article), article.article_id, article.source_path) for article in articles]
    pl.DataFrame(members, schema=MEMBERS, orient="row").write_parquet(folder / "members.parquet")


def write_articles(articles: Iterable[Article], path: Path) -> None:
    """Write articles that wait for extraction to one Parquet file."""
    _frame(list(articles), frame_schema(Article)).write_parquet(path)


def load_articles(path: Path) -> list[Article]:
    """Read what ``write_articles`` wrote."""
    rows: Iterator[dict[str, Any]] = pl.read_parquet(path).iter_rows(named=True)
    return [Article(**(row | {"credited_outlets": tuple(row["credited_outlets"])})) for row in rows]


def frame_schema(record: type) -> dict[str, Any]:
    """The polars type of each field of a record."""
    hints = typing.get_type_hints(record)
    return {field.name: _polars_type(hints[field.name]) for field in dataclasses.fields(record)}


def _rows(batch: list[Findings], part: str) -> list[Any]:
    return [row for found in batch for row in getattr(found, part)]


def _frame(rows: list[Any], schema: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([tuple(_values(row)) for row in rows], schema=schema, orient="row")


def _article_row(found: Findings) -> tuple[Any, ...]:
    text = found.article.text
    counts = (sha256_text(text), len(text), len(text.split()), max(found.sentence_count, 1))
    return (*_values(found.article), *counts)


def _values(row: Any) -> Iterator[Any]:
    for field in dataclasses.fields(row):
        value = getattr(row, field.name)
        yield list(value) if isinstance(value, tuple) else value


def _polars_type(hint: Any) -> Any:
    if isinstance(hint, types.UnionType):
        hint = next(option for option in typing.get_args(hint) if option is not type(None))
    if typing.get_origin(hint) is tuple:
        return pl.List(pl.String)
    return {str: pl.String, int: pl.Int32, float: pl.Float64, bool: pl.Boolean, dt.date: pl.Date}[hint]
