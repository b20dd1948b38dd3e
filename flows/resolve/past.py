"""Reading an earlier release as today's schema has it."""

from pathlib import Path

import duckdb
import pyarrow.parquet as parquet

from flows.resolve.bounded import open_working
from schemas import ALL_TABLES, TABLES
from schemas.table import Table, polars_schema, sql_type, table_name


def see_release(con: duckdb.DuckDBPyConnection, folder: Path | None, prefix: str) -> None:
    """Make a temporary view ``<prefix><table>`` in ``con`` of each table of a release; without folder each is empty."""
    for name, table in ALL_TABLES.items():
        con.execute(f"CREATE OR REPLACE TEMP VIEW {prefix}{name} AS {read_as(table, folder)}")


def unpack_release(folder: Path, database: Path) -> Path:
    """Write a release's tables as a working database; see ``load_release``."""
    database.parent.mkdir(parents=True, exist_ok=True)
    database.unlink(missing_ok=True)
    with open_working(database) as con:
        load_release(con, folder)
    return database


def load_release(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Make a working database in ``con``, as resolution leaves it, of a release's tables.

    Texts that the release withholds are not in it: spans into them cannot be checked again.
    """
    for name, table in TABLES.items():
        con.execute(f"CREATE TABLE {name} AS {read_as(table, folder)}")
    con.execute("CREATE TABLE articles_unresolved AS FROM articles WHERE text IS NOT NULL")
    con.execute(
        "CREATE TABLE article_duplicates AS "
        "SELECT article_id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL"
    )
    con.execute("CREATE TABLE entity_facts AS SELECT * EXCLUDE (aliases, mention_count, article_count) FROM entities")
    con.execute("CREATE TABLE event_facts AS SELECT * EXCLUDE (mention_count, article_count, denied_count) FROM events")


def read_as(table: type[Table], folder: Path | None) -> str:
    """The SQL that reads a table of a release as today's schema has it, whichever schema wrote it.

    A column that the file lacks is NULL, one that the schema no longer has is left out; without file there is no row.
    """
    path = folder / file_name(table) if folder else None
    there = columns_there(table, folder) if folder else frozenset()
    columns = ", ".join(
        f"CAST({name if name in there else 'NULL'} AS {sql_type(dtype)}) AS {name}"
        for name, dtype in polars_schema(table).items()
    )
    return f"SELECT {columns} FROM read_parquet('{escape(str(path))}')" if there else f"SELECT {columns} WHERE false"


def columns_there(table: type[Table], folder: Path) -> frozenset[str]:
    """The columns that a release's file of a table has; none without file."""
    path = folder / file_name(table)
    return frozenset(parquet.read_schema(path).names) if path.is_file() else frozenset()


def file_name(table: type[Table]) -> str:
    """The table's file in a release."""
    return f"{table_name(table)}.parquet"


def escape(text: str) -> str:
    """A text as it stands between the quotation marks of SQL."""
    return text.replace("'", "''")
