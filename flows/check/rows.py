"""Gate 1: every row of every table against the table's pandera model; rows that fail become rejects."""

import json
from collections.abc import Iterator

import duckdb
import polars as pl

from flows.ids import make_id
from schemas import TABLES
from schemas.table import key, polars_schema, references
from schemas.validation import validate

CHUNK_ROWS = 100_000
"""Rows that are validated at once. A key is unique within a chunk here, and over the whole table in gate 2."""

FACTS = {"entities": "entity_facts", "events": "event_facts"}
"""Tables that are counted from others, and what is known of their rows before they are counted."""


def quarantine(con: duckdb.DuckDBPyConnection, table: str) -> int:
    """Move the rows of a table in ``con`` that fail a check to ``rejects``, with the check's name.

    Returns:
        How many rows were moved.
    """
    model = TABLES[table]
    moved = 0
    for chunk in _chunks(con, table):
        _, bad = validate(model, chunk)
        if bad.height:
            moved += _reject(con, table, bad)
    return moved


def prune(con: duckdb.DuckDBPyConnection) -> int:
    """Reject what points at a row that was rejected, and what points at that, until nothing does.

    A reference that may be NULL becomes NULL; a row whose reference may not be NULL goes to ``rejects``.

    Returns:
        How many rows were moved.
    """
    moved, found = 0, -1
    while found:
        found = sum(_prune_reference(con, table, name) for table in TABLES for name in references(TABLES[table]))
        moved += found
    return moved


def _prune_reference(con: duckdb.DuckDBPyConnection, table: str, name: str) -> int:
    other, other_key = references(TABLES[table])[name]
    lost = f"{name} IS NOT NULL AND {name} NOT IN (SELECT {other_key} FROM {other})"
    if TABLES[table].to_schema().columns[name].nullable:
        con.execute(f"UPDATE {table} SET {name} = NULL WHERE {lost}")
        return 0
    bad = con.sql(f"SELECT {_columns(table)}, ['{name}:foreign_key'] AS failed_checks FROM {table} WHERE {lost}").pl()
    return _reject(con, table, bad) if bad.height else 0


def _chunks(con: duckdb.DuckDBPyConnection, table: str) -> Iterator[pl.DataFrame]:
    order = ", ".join(key(TABLES[table]))
    reader = con.cursor().sql(f"SELECT {_columns(table)} FROM {table} ORDER BY {order}").to_arrow_reader(CHUNK_ROWS)
    types = polars_schema(TABLES[table])
    for batch in reader:
        frame = pl.from_arrow(batch)
        if isinstance(frame, pl.DataFrame) and frame.height:
            yield frame.cast({name: dtype for name, dtype in types.items() if frame.schema[name] == pl.Null})


def _reject(con: duckdb.DuckDBPyConnection, table: str, bad: pl.DataFrame) -> int:
    columns = key(TABLES[table])
    rejected = pl.DataFrame(
        [
            {
                "reject_id": make_id("r", table, *(str(row[name]) for name in columns), *row["failed_checks"]),
                "stage": "validate",
                "source_path": row.get("source_path"),
                "table_name": table,
                "check_name": ", ".join(row["failed_checks"]),
                "reason": "the row fails " + ", ".join(row["failed_checks"]),
                "row": json.dumps(
                    {name: value for name, value in row.items() if name != "failed_checks"},
                    ensure_ascii=False,
                    default=str,
                ),
            }
            for row in bad.iter_rows(named=True)
        ],
        schema=polars_schema(TABLES["rejects"]),
    ).unique("reject_id", maintain_order=True)
    keys = bad.select(columns)
    con.register("rejected_rows", rejected.to_arrow())
    con.register("rejected_keys", keys.to_arrow())
    same = " AND ".join(f"kept.{name} IS NOT DISTINCT FROM rejected_keys.{name}" for name in columns)
    con.execute("INSERT INTO rejects SELECT * FROM rejected_rows")
    for target in (table, *([FACTS[table]] if table in FACTS else [])):
        con.execute(f"DELETE FROM {target} AS kept USING rejected_keys WHERE {same}")
    con.unregister("rejected_rows")
    con.unregister("rejected_keys")
    return bad.height


def _columns(table: str) -> str:
    return ", ".join(polars_schema(TABLES[table]))
