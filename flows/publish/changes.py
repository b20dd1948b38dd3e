"""What changed between two releases, row by row: the predecessor with the changes applied is the release."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as arrow

from flows.errors import PublishError
from flows.publish.content import content_digest, row_digest, same_key
from flows.publish.tables import write_rows
from flows.resolve.bounded import bounded
from flows.resolve.past import escape, file_name, see_release
from schemas import ALL_TABLES
from schemas.table import Table, arrow_schema, key, polars_schema, table_name

BEFORE, AFTER = "before_", "after_"
DESCRIBED = {
    "change": "added, removed or changed.",
    "changed_columns": "Of a changed row, the columns that differ; NULL of the others.",
}


@dataclass(frozen=True, slots=True)
class TableChanges:
    """How many rows of a table were added, removed and changed, and how often each column changed."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    columns: tuple[tuple[str, int], ...] = ()


@contextmanager
def both_releases(before: Path, after: Path, spill: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """Connect to two releases: views ``before_<table>`` and ``after_<table>``.

    Args:
        before: folder of the earlier release.
        after: folder of the later release.
        spill: where what memory cannot hold may lie meanwhile; the system's temporary folder if left out.
    """
    with (
        TemporaryDirectory(prefix="teletipo-") as own,
        duckdb.connect(config=bounded(spill or Path(own)) | {"preserve_insertion_order": "false"}) as con,
    ):
        see_release(con, before, BEFORE)
        see_release(con, after, AFTER)
        yield con


def find_changes(con: duckdb.DuckDBPyConnection, table: type[Table]) -> TableChanges:
    """Compare a table of the two releases that ``con`` shows, into the temporary table ``changes_<table>``.

    It has a row for each row that differs: its key, ``change`` (added, removed, changed), ``changed_columns``, and the
    other columns as the later release has them; of a removed row only the key, so that what is withdrawn stays gone.
    """
    name, columns = table_name(table), key(table)
    keys = ", ".join(f"coalesce(later.{column}, earlier.{column}) AS {column}" for column in columns)
    digests = f"SELECT {', '.join(columns)}, {row_digest(table)} AS digest FROM"
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE differing AS
        SELECT {keys}, earlier.digest IS NULL AS is_new, later.digest IS NULL AS is_gone
        FROM ({digests} {BEFORE}{name}) AS earlier
        FULL JOIN ({digests} {AFTER}{name}) AS later ON {same_key(table, "earlier", "later")}
        WHERE earlier.digest IS DISTINCT FROM later.digest
        """
    )
    others = [column for column in polars_schema(table) if column not in columns]
    differs = ", ".join(
        f"CASE WHEN earlier.{column} IS DISTINCT FROM later.{column} THEN '{column}' END" for column in others
    )
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE changes_{name} AS
        SELECT CASE WHEN is_new THEN 'added' WHEN is_gone THEN 'removed' ELSE 'changed' END AS change,
               CASE WHEN NOT is_new AND NOT is_gone
                    THEN list_filter([{differs}], lambda name: name IS NOT NULL) END AS changed_columns,
               {", ".join(f"differing.{column}" for column in columns)}
               {"".join(f", later.{column}" for column in others)}
        FROM differing
        LEFT JOIN {BEFORE}{name} AS earlier ON {same_key(table, "earlier", "differing")}
        LEFT JOIN {AFTER}{name} AS later ON {same_key(table, "later", "differing")}
        """
    )
    con.execute("DROP TABLE differing")
    return _count(con, name)


def write_changes(con: duckdb.DuckDBPyConnection, folder: Path, digests: dict[str, str]) -> dict[str, TableChanges]:
    """Write ``<table>.parquet`` of what changed into ``folder``, and prove that it leads to the later release.

    Args:
        con: from ``both_releases``.
        folder: the folder of changes, in the later release.
        digests: content digest of each table of the later release.

    Raises:
        PublishError: the earlier release and the changes do not give the later one.
    """
    folder.mkdir()
    found = {}
    for name, table in ALL_TABLES.items():
        found[name] = find_changes(con, table)
        path = folder / file_name(table)
        query = f"SELECT change, changed_columns, {', '.join(polars_schema(table))} FROM changes_{name}"
        write_rows(con, f"{query} ORDER BY {', '.join(key(table))}", _changes_schema(table), path)
        con.execute(f"DROP TABLE changes_{name}")
        if content_digest(con, table, f"({applied(table, path)})") != digests[name]:
            raise PublishError(
                f"{name}: the last release with the changes applied is not the new release, so nothing was published; "
                "this is a fault of teletipo: please report it"
            )
    return found


def applied(table: type[Table], changes: Path) -> str:
    """The SQL of a table after its changes: how anybody who keeps a copy brings it up to date."""
    columns = ", ".join(polars_schema(table))
    read = f"read_parquet('{escape(str(changes))}')"
    return (
        f"SELECT {columns} FROM {BEFORE}{table_name(table)} AS earlier "
        f"ANTI JOIN {read} AS changes ON {same_key(table, 'earlier', 'changes')} "
        f"UNION ALL SELECT {columns} FROM {read} WHERE change <> 'removed'"
    )


def _count(con: duckdb.DuckDBPyConnection, name: str) -> TableChanges:
    counts = dict(con.sql(f"SELECT change, count(*) FROM changes_{name} GROUP BY ALL").fetchall())
    columns = con.sql(
        f"SELECT name, count(*) AS count FROM (SELECT unnest(changed_columns) AS name FROM changes_{name}) "
        "GROUP BY ALL ORDER BY count DESC, name"
    ).fetchall()
    return TableChanges(**counts, columns=tuple(columns))


def _changes_schema(table: type[Table]) -> arrow.Schema:
    """The schema of a table's changes: what changed, then its columns, of which only the key is always there."""
    published = arrow_schema(table)
    told = {name: {"description": description} for name, description in DESCRIBED.items()}
    first = [
        arrow.field("change", arrow.string(), nullable=False, metadata=told["change"]),
        arrow.field("changed_columns", arrow.list_(arrow.string()), metadata=told["changed_columns"]),
    ]
    rest = [field.with_nullable(field.name not in key(table)) for field in published]
    return arrow.schema(first + rest, metadata=published.metadata)
