"""A release as one DuckDB file, and as views over its Parquet files."""

from pathlib import Path
from typing import Any

import duckdb

from flows.publish.dictionary import comments, views
from flows.resolve.past import escape, read_as
from schemas import ALL_TABLES

STORAGE_VERSION = "v1.2.0"
"""A file in a newer format is unreadable in DuckDB 1.x."""

SAME_BYTES: dict[str, Any] = {"threads": 1, "force_compression": "uncompressed"}
"""More threads lay blocks in the order of their arrival; DuckDB 1.5.5's compression leaves stray bytes in them."""

MAX_ROWS = 2_000_000
"""A larger release has no DuckDB file: it would weigh as much as the Parquet files again, and these are as fast."""


def write_database(folder: Path, path: Path) -> None:
    """Write a release's tables, their descriptions and its views into one DuckDB file.

    The same rows give the same bytes.

    Args:
        folder: the release's Parquet files.
        path: the file to write.
    """
    with duckdb.connect(config=SAME_BYTES) as con:
        con.execute(f"ATTACH '{escape(str(path))}' AS release (STORAGE_VERSION '{STORAGE_VERSION}')")
        con.execute("USE release")
        for name in ALL_TABLES:
            source = escape(str(folder / f"{name}.parquet"))
            con.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{source}')")
        for comment in comments():
            con.execute(comment)
        con.execute(views())
        con.execute("USE memory")
        con.execute("DETACH release")


def open_script() -> str:
    """The SQL that makes a release's tables and views in a DuckDB started in the release's folder."""
    tables = "".join(
        f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}.parquet');\n" for name in ALL_TABLES
    )
    return (
        "-- Tables and views of this release. From its folder: duckdb -init open.sql\n"
        '-- From elsewhere: duckdb -cmd ".cd /the/folder/of/the/release" -cmd ".read open.sql"\n\n'
        + tables
        + "\n"
        + views()
    )


def open_release(folder: Path, **settings: Any) -> duckdb.DuckDBPyConnection:
    """Connect to a release: its tables and views under their names, whatever the working directory.

    A release that an older schema wrote has the tables and columns of today's, NULL where it lacks them.

    Args:
        folder: the release's.
        settings: DuckDB's; see ``bounded``.
    """
    con = duckdb.connect(config=settings)
    for name, table in ALL_TABLES.items():
        con.execute(f"CREATE VIEW {name} AS {read_as(table, folder.resolve())}")
    con.execute(views())
    return con
