"""The data dictionary, generated from the schemas."""

import inspect
import re
from collections.abc import Iterator
from importlib import resources

from schemas import ALL_TABLES, Table
from schemas.table import SCHEMA_VERSION, column_metadata, key, polars_schema, sort_order, sql_type

DESCRIBED_VIEW = re.compile(r"^((?:--.*\n)+)CREATE OR REPLACE VIEW (\w+)", re.MULTILINE)


def dictionary() -> str:
    """Every table, column and view of a release as Markdown: type, null, key, reference, meaning, vocabulary."""
    lines = ["# Data dictionary", "", f"Schema version {SCHEMA_VERSION}. Generated from the schemas.", ""]
    for name, table in ALL_TABLES.items():
        lines += [
            f"## `{name}`",
            "",
            grain(table),
            "",
            f"Key: {_names(key(table))}. Sorted by {_names(sort_order(table))}.",
        ]
        lines += ["", "| column | type | null | meaning |", "|---|---|---|---|"]
        lines += [*_rows(table), "", *_vocabularies(table)]
    lines += ["## Views", "", *(f"- `{name}`: {meaning}" for name, meaning in _described_views().items())]
    return "\n".join(lines).rstrip() + "\n"


def grain(table: type[Table]) -> str:
    """The first sentence of a table's docstring: one row per what."""
    return (inspect.getdoc(table) or "").splitlines()[0]


def comments() -> Iterator[str]:
    """SQL statements that put each description on its table, column or view in DuckDB."""
    for name, table in ALL_TABLES.items():
        yield f"COMMENT ON TABLE {name} IS {_quoted(grain(table))}"
        for column, described in table.to_schema().columns.items():
            yield f"COMMENT ON COLUMN {name}.{column} IS {_quoted(described.description or '')}"
    for name, meaning in _described_views().items():
        yield f"COMMENT ON VIEW {name} IS {_quoted(meaning)}"


def views() -> str:
    """The SQL of the views that every release offers over its tables."""
    return resources.files("flows.publish").joinpath("views.sql").read_text(encoding="utf-8")


def _described_views() -> dict[str, str]:
    """What each view answers: the comment before it."""
    return {
        name: " ".join(line.removeprefix("--").strip() for line in comment.splitlines())
        for comment, name in DESCRIBED_VIEW.findall(views())
    }


def _rows(table: type[Table]) -> Iterator[str]:
    for column, dtype in polars_schema(table).items():
        described = table.to_schema().columns[column]
        target = column_metadata(table, column).get("references")
        meaning = (described.description or "") + (f" References `{target}`." if target else "")
        yield f"| `{column}` | {sql_type(dtype)} | {'yes' if described.nullable else 'no'} | {meaning} |"


def _vocabularies(table: type[Table]) -> Iterator[str]:
    for column in polars_schema(table):
        values = column_metadata(table, column).get("vocabulary")
        if values:
            yield f"Values of `{column}`:"
            yield ""
            yield from (f"- `{value}`: {meaning}" for value, meaning in values.items())
            yield ""


def _names(columns: list[str]) -> str:
    return ", ".join(f"`{column}`" for column in columns)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
