"""What a published table is: a pandera model whose columns are described once.

Everything else that speaks of columns (Parquet schema, data dictionary, DuckDB comments, datapackage) is generated
from these models.
"""

from collections.abc import Mapping
from typing import Any

import pandera.polars as pa
import polars as pl
import pyarrow as arrow
from pandera.api.checks import Check
from pandera.engines import polars_engine

SCHEMA_VERSION = "1.2.3"
"""SemVer of the tables, apart from the data's own version.

MAJOR: a column or table is dropped, renamed, retyped, or means something else; MINOR: a table, a nullable column or a
vocabulary value is added; PATCH: words.
"""

SQL_TYPES = {
    pl.String: "VARCHAR",
    pl.Int32: "INTEGER",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
}


class Table(pa.DataFrameModel):
    """A published table. Subclasses' docstrings begin "One row per ...".

    A subclass's ``Config`` sets ``name``, ``unique`` (its key: the columns that are unique together) and, where the
    file is not sorted by that key alone, ``metadata = {"sort": [...]}``: the columns that the file is sorted by first.
    """

    class Config:
        strict = True
        ordered = True
        coerce = False


def column(
    description: str,
    *,
    null: bool = False,
    references: str | None = None,
    vocabulary: Mapping[str, str] | None = None,
    **checks: Any,
) -> Any:
    """Describe a column.

    Args:
        description: what a value means, with its unit; goes into every generated document.
        null: whether a value may be missing, which then means "the article does not say".
        references: ``table.column`` that each value (of a list: each item) must be found in.
        vocabulary: the closed set of values, each with what it is and what it is not.
        checks: pandera's own checks (``ge``, ``le``, ``str_matches``, ...) and ``dtype_kwargs``.
    """
    if vocabulary is not None:
        checks["isin"] = list(vocabulary)
    return pa.Field(
        nullable=null,
        description=description,
        metadata={"references": references, "vocabulary": dict(vocabulary) if vocabulary else None},
        **checks,
    )


def id_column(prefix: str, description: str, *, unique: bool = False, **options: Any) -> Any:
    """Describe a column of ids: ``prefix``, an underscore and 16 hexadecimal digits (see ``flows.ids``)."""
    return column(description, str_matches=rf"^{prefix}_[0-9a-f]{{16}}$", unique=unique, **options)


def text_list(description: str, *, null: bool = False, references: str | None = None) -> Any:
    """Describe a column of lists of text."""
    return column(description, null=null, references=references, dtype_kwargs={"inner": pl.String})


def ordered_span(data: pa.PolarsData) -> pl.LazyFrame:
    """True where ``char_start`` lies before ``char_end`` and their distance is the length of ``text``."""
    start, end = pl.col("char_start"), pl.col("char_end")
    return data.lazyframe.select((start < end) & (end - start == pl.col("text").str.len_chars()))


def ordered_dates(data: pa.PolarsData) -> pl.LazyFrame:
    """True where ``starts_on`` is not after ``ends_on``; a missing end leaves it open."""
    return data.lazyframe.select((pl.col("starts_on") <= pl.col("ends_on")).fill_null(True))


def table_name(table: type[Table]) -> str:
    """The name of the table's file."""
    return str(table.to_schema().name)


def key(table: type[Table]) -> list[str]:
    """The columns that are unique together."""
    return list(table.to_schema().unique or [])


def sort_order(table: type[Table]) -> list[str]:
    """The columns that the file is sorted by: what it is most often looked up by, then its key."""
    first = list((getattr(table.__config__, "metadata", None) or {}).get("sort", []))
    return first + [name for name in key(table) if name not in first]


def polars_schema(table: type[Table]) -> dict[str, pl.DataType]:
    """Name and polars type of each column, in the published order."""
    types: dict[str, pl.DataType] = {}
    for name, described in table.to_schema().columns.items():
        dtype = described.dtype
        if not isinstance(dtype, polars_engine.DataType):
            raise TypeError(f"{table_name(table)}.{name} has no polars type")
        types[name] = dtype.type if isinstance(dtype.type, pl.DataType) else dtype.type()
    return types


def arrow_schema(table: type[Table]) -> arrow.Schema:
    """The table's Parquet schema: types, null, and each column's description as field metadata."""
    fields = [
        arrow.field(
            name,
            _arrow_type(dtype),
            nullable=table.to_schema().columns[name].nullable,
            metadata={"description": table.to_schema().columns[name].description or ""},
        )
        for name, dtype in polars_schema(table).items()
    ]
    return arrow.schema(fields, metadata={"table": table_name(table), "schema_version": SCHEMA_VERSION})


def column_metadata(table: type[Table], name: str) -> dict[str, Any]:
    """What ``column`` was told of a column beside type, null and checks: ``references`` and ``vocabulary``."""
    return table.to_schema().columns[name].metadata or {}


def references(table: type[Table]) -> dict[str, tuple[str, str]]:
    """The foreign keys of a table: its column -> (table, column) that it must be found in."""
    found = {}
    for name in table.to_schema().columns:
        target = column_metadata(table, name).get("references")
        if target:
            other, _, key = target.partition(".")
            found[name] = (other, key)
    return found


def checks(table: type[Table]) -> list[tuple[str | None, Check]]:
    """Every check of a table with its column (None: it reads several columns)."""
    schema = table.to_schema()
    own = [(name, check) for name, described in schema.columns.items() for check in described.checks]
    return own + [(None, check) for check in schema.checks]


def sql_type(dtype: pl.DataType) -> str:
    """DuckDB's name of a column's type."""
    if isinstance(dtype, pl.List):
        return f"{sql_type(dtype.inner())}[]"  # type: ignore[operator]
    return SQL_TYPES[type(dtype)]


def empty(table: type[Table]) -> pl.DataFrame:
    """The table without rows."""
    return pl.DataFrame(schema=polars_schema(table))


def _arrow_type(dtype: pl.DataType) -> arrow.DataType:
    if isinstance(dtype, pl.List):
        return arrow.list_(_arrow_type(dtype.inner()))  # type: ignore[operator]
    return {
        pl.String: arrow.string(),
        pl.Int32: arrow.int32(),
        pl.Int64: arrow.int64(),
        pl.Float64: arrow.float64(),
        pl.Boolean: arrow.bool_(),
        pl.Date: arrow.date32(),
    }[type(dtype)]
