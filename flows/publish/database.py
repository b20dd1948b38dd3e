"""A release as one DuckDB file, and as views over its Parquet files."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb

from flows.errors import PublishError
from flows.publish.dictionary import comments, views
from flows.resolve.past import escape, read_as
from schemas import ALL_TABLES

STORAGE_VERSION = "v1.2.0"
"""A file in a newer format is unreadable in DuckDB 1.x."""

SAME_BYTES: dict[str, Any] = {"threads": 1, "force_compression": "uncompressed"}
"""More threads lay blocks in the order of their arrival; DuckDB 1.5.5's compression leaves stray bytes in them."""

EMPTY_MEMORY = {"DUCKDB_JE_MALLOC_CONF": "zero:true"}
"""So does a block that is not full, of what its memory held before (duckdb issue 23382): what allocates memory for
DuckDB must empty it, which it can be told at the start of a process alone, and which all else is too slow with."""

WRITER = f"""
import duckdb, json, sys
with duckdb.connect(config={SAME_BYTES}) as con:
    try:
        for statement in json.load(sys.stdin):
            con.execute(statement)
    except duckdb.Error as error:
        sys.exit(str(error))
"""
"""One by one: a view keeps where in the script it stood, which depends on the length of the paths before it."""

MAX_ROWS = 2_000_000
"""A larger release has no DuckDB file: it would weigh as much as the Parquet files again, and these are as fast."""


def write_database(folder: Path, path: Path) -> None:
    """Write a release's tables, their descriptions and its views into one DuckDB file.

    The same rows give the same bytes (on Linux; elsewhere DuckDB allocates otherwise, and some may differ).

    Args:
        folder: the release's Parquet files.
        path: the file to write.

    Raises:
        PublishError: it cannot be written.
    """
    statements = [
        f"ATTACH '{escape(str(path))}' AS release (STORAGE_VERSION '{STORAGE_VERSION}')",
        "USE release",
        *(
            f"CREATE TABLE {name} AS SELECT * FROM read_parquet('{escape(str(folder / f'{name}.parquet'))}')"
            for name in ALL_TABLES
        ),
        views(),
        *comments(),
        "USE memory",
        "DETACH release",
    ]
    command, script = [sys.executable, "-c", WRITER], json.dumps(statements)
    environment = {**os.environ, **EMPTY_MEMORY}
    done = subprocess.run(command, input=script, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PublishError(f"{path} cannot be written: {done.stderr.strip()}")


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
