"""What DuckDB may hold in memory, however large the archive is; the rest lies on the disk meanwhile."""

from pathlib import Path
from typing import Any

import duckdb

MEMORY_LIMIT = "350MB"
"""With it a build of 20,000 articles holds 2.3 GB at most; DuckDB's own default is most of the machine."""


def bounded(spill: Path | None = None) -> dict[str, Any]:
    """The settings of a DuckDB that keeps to the memory limit; ``spill`` is where the rest lies meanwhile."""
    return {"memory_limit": MEMORY_LIMIT} | ({"temp_directory": str(spill)} if spill else {})


def open_working(database: Path, *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """Connect to the working database of a build, within the memory limit; what is more lies beside its file."""
    return duckdb.connect(database, read_only=read_only, config=bounded())
