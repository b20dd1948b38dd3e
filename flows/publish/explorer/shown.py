"""Which rows of a release its explorer shows, and how they are read: as many as a browser can hold, whatever the size.

Whole tables never come into Python: DuckDB chooses, joins and sorts, within its memory limit.
"""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import duckdb

MAX_ROWS = 20_000
"""Rows of a kind in the pages: 20,000 events are 12 MB of data that a browser loads and filters in a second."""

MAX_LISTED = 10
"""Entries of a list that stands in a row: an event's evidence, a person's offices, who is named with whom."""

SURE, SURE_PARTY = 0.8, 0.7
"""From which ``confidence`` on the pages call a quote or a mention of an event sure, and each party of it."""

BATCH_ROWS = 1_000

Row = dict[str, Any]

SHOWN = {
    "events": "SELECT event_id AS id FROM events ORDER BY article_count DESC, mention_count DESC, id",
    "entities": "SELECT entity_id AS id FROM entities ORDER BY mention_count DESC, id",
    "quotes": """
        SELECT quote_id AS id, article_count
        FROM quotes JOIN articles USING (article_id) LEFT JOIN (
            SELECT quote_group, count(DISTINCT article_id) AS article_count FROM quotes GROUP BY quote_group
        ) USING (quote_group)
        ORDER BY article_count DESC NULLS LAST, speaker_entity_id IS NULL,
                 coalesce(said_on, published_on) DESC NULLS LAST, id
    """,
    "quantities": """
        SELECT quantity_id AS id FROM quantities JOIN articles USING (article_id)
        ORDER BY published_on DESC NULLS LAST, id
    """,
    "articles": "SELECT article_id AS id FROM articles ORDER BY published_on DESC NULLS LAST, id",
}
"""Of each kind the rows in the order of their claim to be shown: those told or named most, the latest articles."""


def choose_rows(con: duckdb.DuckDBPyConnection) -> None:
    """Note which rows are shown, in the temporary tables ``shown_events``, ``shown_entities`` and so on.

    The queries of the other modules join them.
    """
    for kind, query in SHOWN.items():
        con.execute(f"CREATE OR REPLACE TEMP TABLE shown_{kind} AS {query} LIMIT {MAX_ROWS}")


def read_rows(con: duckdb.DuckDBPyConnection, query: str, **parameters: Any) -> Iterator[Row]:
    """The rows of a query's answer, a batch at a time; the next query ends them."""
    answer = con.execute(query, parameters or None)
    columns = [column[0] for column in answer.description or []]
    while batch := answer.fetchmany(BATCH_ROWS):
        for row in batch:
            yield {name: _plain(value) for name, value in zip(columns, row, strict=True)}


def read_lines(con: duckdb.DuckDBPyConnection, query: str, **parameters: Any) -> Iterator[str]:
    """The rows of a query's answer as JSON, which DuckDB writes in half of the time that Python takes to."""
    answer = con.execute(f"SELECT to_json(shown) FROM ({query}) AS shown", parameters or None)
    while batch := answer.fetchmany(BATCH_ROWS):
        for (line,) in batch:
            yield line


def as_line(row: Row) -> str:
    """A row as JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
