"""Asking a release in SQL."""

from pathlib import Path
from typing import Any

import duckdb

from flows.errors import ConfigError
from flows.publish.database import open_release


def run_query(folder: Path, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Run SQL over a release's tables and views.

    Returns:
        The answer's column names and its rows.

    Raises:
        ConfigError: DuckDB cannot run the query; the message is its own.
    """
    with open_release(folder) as con:
        try:
            answer = con.execute(query)
            return [column[0] for column in answer.description or []], answer.fetchall()
        except duckdb.Error as error:
            raise ConfigError(f"the query cannot be run: {error}") from error
