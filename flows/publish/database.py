"""A release as one DuckDB file, and as views over its Parquet files."""

from pathlib import Path
from typing import Any

import duckdb

from flows.publish.dictionary import comments, views
from schemas import TABLES

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
        con.execute(f"ATTACH '{_escaped(path)}' AS release (STORAGE_VERSION '{STORAGE_VERSION}')")
        con.execute("USE release")
        for name in TABLES:
            source = _escaped(folder / f"{name}.parquet")
            con.execute(f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{source}')")
        for comment in comments():
            con.execute(comment)
        con.execute(views())
        con.execute("USE memory")
        con.execute("DETACH release")


def open_script() -> str:
    """The SQL that makes a release's tables and views in a DuckDB started in the release's folder."""
    tables = "".join(
        f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet('{name}.parquet');\n" for name in TABLES
    )
    return (
        "-- Tables and views of this release. From its folder: duckdb -init open.sql\n"
        '-- From elsewhere: duckdb -cmd ".cd /the/folder/of/the/release" -cmd ".read open.sql"\n\n'
        + tables
        + "\n"
        + views()
    )


def open_release(folder: Path) -> duckdb.DuckDBPyConnection:
    """Connect to a release: its tables and views under their names, whatever the working directory."""
    con = duckdb.connect()
    con.execute(f"SET file_search_path = '{_escaped(folder.resolve())}'")
    con.execute(open_script())
    return con


def _escaped(path: Path) -> str:
    return str(path).replace("'", "''")
