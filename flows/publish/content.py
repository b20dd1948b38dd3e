"""What a table holds, apart from how a writer lays it out: a digest that no writer changes."""

import duckdb

from schemas.table import Table, key, polars_schema

FIELD_SEPARATOR = "chr(31)"
NULL_MARK = "chr(0)"


def content_digest(con: duckdb.DuckDBPyConnection, table: type[Table], rows: str) -> str:
    """Digest the rows of a table: the same whatever their order, the file's layout, or the writer's version.

    It is the xor of the MD5 of each row, so two equal rows would cancel out: the table's key must be unique.

    Args:
        con: where ``rows`` can be read.
        table: the model whose columns count.
        rows: a relation in SQL that has them.
    """
    (number,) = con.sql(f"SELECT coalesce(bit_xor({row_digest(table)}), 0) FROM {rows}").fetchone() or (0,)
    return int(number).to_bytes(16, "little").hex()  # DuckDB reads an MD5 as a little-endian number


def row_digest(table: type[Table]) -> str:
    """The SQL of one row's digest, a 128-bit number."""
    fields = ", ".join(_as_text(name, str(dtype)) for name, dtype in polars_schema(table).items())
    return f"md5_number(concat_ws({FIELD_SEPARATOR}, {fields}))"


def same_key(table: type[Table], left: str, right: str) -> str:
    """The SQL condition that two rows have the same key."""
    return " AND ".join(f"{left}.{name} = {right}.{name}" for name in key(table))


def _as_text(column: str, dtype: str) -> str:
    """A column as text; a list gives the number of its items first, so that an empty one is not one empty item."""
    text = f"len({column}) || chr(30) || array_to_string({column}, chr(30))" if dtype.startswith("List") else column
    return f"coalesce(CAST({text} AS VARCHAR), {NULL_MARK})"
