"""What a batch of articles says, as one Parquet file a table: a shard, kept until its inputs or the code change."""

import dataclasses
import datetime as dt
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import polars as pl

from flows.extract.digests import article_digest
from flows.extract.quotes.words import words_of
from flows.extract.signatures import sign_text
from flows.ids import sha256_text
from flows.nlp.gazetteer import places_named
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

ARTICLE_FACTS = {
    "content_sha256": pl.String,
    "char_count": pl.Int32,
    "word_count": pl.Int32,
    "sentence_count": pl.Int32,
    "pair_count": pl.Int32,
    "signature": pl.Binary,
}
"""What an article's row has beside the article; the last two are for resolution, which compares articles by them."""


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
        rows: list[Any] = list(rejects) if table == "rejects" else _rows(batch, PARTS[table])
        frame = _frame(rows, frame_schema(record))
        if table in FACTS:
            frame = frame.hstack(FACTS[table](rows))
        frame.write_parquet(folder / f"{table}.parquet")
    articles_schema = frame_schema(Article) | ARTICLE_FACTS
    rows = [_article_row(found) for found in batch]
    pl.DataFrame(rows, schema=articles_schema, orient="row").write_parquet(folder / "articles.parquet")
    members = [(article_digest(article), article.article_id, article.source_path) for article in articles]
    pl.DataFrame(members, schema=MEMBERS, orient="row").write_parquet(folder / "members.parquet")


def write_articles(articles: Iterable[Article], path: Path) -> None:
    """Write articles that wait for extraction to one Parquet file."""
    _frame(list(articles), frame_schema(Article)).write_parquet(path)


def load_articles(path: Path) -> list[Article]:
    """Read what ``write_articles`` wrote."""
    rows: Iterator[dict[str, Any]] = pl.read_parquet(path, glob=False).iter_rows(named=True)
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
    return (*_values(found.article), *counts, *sign_text(text))


def _quote_facts(quotes: list[Quote]) -> pl.DataFrame:
    """The words of each quote: see ``flows.extract.quotes.words``."""
    words = [words_of(quote.text) for quote in quotes]
    schema: dict[str, Any] = {"stems": pl.List(pl.String), "phrase": pl.String}
    return pl.DataFrame([(list(each.stems), each.phrase) for each in words], schema=schema, orient="row")


def _entity_facts(entities: list[ArticleEntity]) -> pl.DataFrame:
    """How many places of the gazetteer bear the name of each entity that may be one of them."""
    counts = [
        len(places_named(entity.name)) if entity.entity_type == "LOC" and entity.knowledge_id is None else None
        for entity in entities
    ]
    return pl.DataFrame({"place_count": counts}, schema={"place_count": pl.Int32})


FACTS: dict[str, Callable[[list[Any]], pl.DataFrame]] = {"quotes": _quote_facts, "article_entities": _entity_facts}
"""What a row has beside its record: what resolution would otherwise find out anew, of all articles in each build."""


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
