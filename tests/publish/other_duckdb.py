"""Ask the latest release everything with the DuckDB that is installed: releases outlive the version that wrote them.

    uv run --no-project --isolated --with "duckdb>=2,<3" python tests/publish/other_duckdb.py dist

It needs nothing but DuckDB. It runs the cookbook's questions over the release's DuckDB file and, through ``open.sql``,
over its Parquet files; an answer that differs between the two, or fails, ends it.
"""

import json
import os
import sys
from pathlib import Path

import duckdb

QUERIES = sorted((Path(__file__).parents[1] / "queries").resolve().glob("*.sql"))


def main():
    dist = Path(sys.argv[1])
    os.chdir(dist / "releases" / json.loads((dist / "index.json").read_text(encoding="utf-8"))["latest"])
    database = duckdb.connect("teletipo.duckdb", read_only=True)
    files = duckdb.connect()
    files.execute(Path("open.sql").read_text(encoding="utf-8"))
    rows = 0
    for query in QUERIES:
        first, second = (con.sql(query.read_text(encoding="utf-8")).fetchall() for con in (database, files))
        if first != second:
            sys.exit(f"{query.name}: the DuckDB file and the Parquet files answer differently")
        rows += len(first)
    print(f"DuckDB {duckdb.__version__} answers {len(QUERIES)} questions with {rows} rows")  # noqa: T201 - its result


if __name__ == "__main__":
    main()
