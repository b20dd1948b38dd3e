"""A release many times as large as another: as rich as news is, and made in minutes.

    python -m tests.bench.multiplied RELEASE TARGET TIMES

Articles, quotes, events and mentions come TIMES times under ids of their own; ten copies at a time share their
entities, as articles of one newsroom do. Counts are multiplied, not counted again.
"""

import sys
from pathlib import Path

import duckdb

from flows.publish.tables import ROW_GROUP_ROWS
from flows.resolve.past import escape, file_name, read_as
from schemas import ALL_TABLES
from schemas.table import Table, polars_schema, sort_order

SHARED_BY = 10
"""Copies that name the same entities."""

ENTITY_IDS = {"entity_id", "person_id", "organization_id"}


def multiply(release: Path, target: Path, times: int) -> Path:
    """Write the tables of a release ``times`` as large; gives its folder."""
    target.mkdir(parents=True)
    with duckdb.connect(config={"memory_limit": "2GB", "temp_directory": str(target / "spill")}) as con:
        for name, table in ALL_TABLES.items():
            copies = times // SHARED_BY + 1 if name == "entities" else times
            con.execute(
                f"COPY (SELECT {', '.join(_column(table, column) for column in polars_schema(table))} "
                f"FROM ({read_as(table, release)}) AS one, range({copies}) AS copies(copy) "
                f"ORDER BY {', '.join(sort_order(table))}) "
                f"TO '{escape(str(target / file_name(table)))}' "
                f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP_ROWS})"
            )
    return target


def _column(table: type[Table], column: str) -> str:
    if column == "entity_id" and table is ALL_TABLES["entities"]:
        copy = "copy"
    elif column in ENTITY_IDS or column.endswith("_entity_id"):
        copy = f"copy // {SHARED_BY}"
    elif (column.endswith("_id") and column != "wikidata_id") or column in {"duplicate_of", "quote_group"}:
        copy = "copy"
    elif table is ALL_TABLES["entities"] and column.endswith("_count"):
        return f"{column} * {SHARED_BY} AS {column}"
    else:
        return column
    return f"left({column}, 2) || left(md5({column} || {copy}), 16) AS {column}"


if __name__ == "__main__":
    multiply(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
