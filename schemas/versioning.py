"""Schema versions: what a table promises, and how great a change of it is."""

from enum import IntEnum
from typing import Any

from schemas.table import Table, checks, column_metadata, key, polars_schema, sort_order, sql_type, table_name

Description = dict[str, Any]


class Level(IntEnum):
    """How great a change is, as SemVer counts it."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


def describe(table: type[Table]) -> Description:
    """What a table promises: its columns with type, null, reference, checks and vocabulary, its key and its order."""
    return {
        "table": table_name(table),
        "key": key(table),
        "sorted_by": sort_order(table),
        "columns": {name: _column(table, name, sql_type(dtype)) for name, dtype in polars_schema(table).items()},
    }


def change_level(old: Description | None, new: Description | None) -> Level:
    """How great the change from one promise to another is; None: there was, or is, no such table.

    MAJOR: a reader of the old one may break: a column or value that is gone, another type or key, a NULL where there
    was none. MINOR: something more: a table, a column, a value of a vocabulary. PATCH: words, and stricter checks.
    """
    if old is None or new is None:
        return Level.NONE if old is new else Level.MAJOR if new is None else Level.MINOR
    if old["key"] != new["key"] or old["columns"].keys() - new["columns"].keys():
        return Level.MAJOR
    added = new["columns"].keys() - old["columns"].keys()
    levels = [_column_level(before, new["columns"][name]) for name, before in old["columns"].items()]
    if any(not new["columns"][name]["null"] for name in added):
        levels.append(Level.MAJOR)  # a release of an older schema cannot be read as one of this
    levels.append(Level.MINOR if added else Level.PATCH if old != new else Level.NONE)
    return max(levels)


def bumped(version: str, level: Level) -> str:
    """The least version that a change of a level asks for.

    >>> bumped("1.2.3", Level.MINOR)
    '1.3.0'
    """
    major, minor, patch = (int(part) for part in version.split("."))
    return {
        Level.NONE: version,
        Level.PATCH: f"{major}.{minor}.{patch + 1}",
        Level.MINOR: f"{major}.{minor + 1}.0",
        Level.MAJOR: f"{major + 1}.0.0",
    }[level]


def _column(table: type[Table], name: str, kind: str) -> Description:
    described = table.to_schema().columns[name]
    metadata = column_metadata(table, name)
    return {
        "type": kind,
        "null": bool(described.nullable),
        "references": metadata.get("references"),
        "vocabulary": sorted(metadata.get("vocabulary") or {}),
        "checks": sorted(
            str(check.error) for column, check in checks(table) if column == name and check.name != "isin"
        ),
        "description": described.description,
    }


def _column_level(old: Description, new: Description) -> Level:
    if (
        old["type"] != new["type"]
        or (new["null"] and not old["null"])
        or set(old["vocabulary"]) - set(new["vocabulary"])
    ):
        return Level.MAJOR
    if set(new["vocabulary"]) - set(old["vocabulary"]):
        return Level.MINOR
    return Level.PATCH if old != new else Level.NONE
