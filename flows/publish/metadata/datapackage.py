"""``datapackage.json``: Data Package version 2."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from flows.publish.dictionary import grain
from flows.publish.metadata.citation import AUTHORS, TITLE, day
from flows.publish.metadata.sources import licence
from schemas import ALL_TABLES
from schemas.table import Table, checks, column_metadata, key, polars_schema, references

PROFILE = "https://datapackage.org/profiles/2.0"
TYPES = {
    pl.String: "string",
    pl.Int32: "integer",
    pl.Int64: "integer",
    pl.Float64: "number",
    pl.Boolean: "boolean",
    pl.Date: "date",
    pl.List: "list",
}
CONSTRAINTS = {
    "greater_than_or_equal_to": ("minimum", "min_value"),
    "less_than_or_equal_to": ("maximum", "max_value"),
    "str_matches": ("pattern", "pattern"),
    "isin": ("enum", "allowed_values"),
}
"""pandera's checks, each with the constraint that says the same, and where its value lies."""


def datapackage(manifest: dict[str, Any]) -> dict[str, Any]:
    """Describe a release as a Data Package, from the schemas and the manifest."""
    files = {file["path"]: file for file in manifest["files"]}
    return {
        "$schema": f"{PROFILE}/datapackage.json",
        "name": "teletipo",
        "title": TITLE,
        "version": manifest["release"],
        "created": f"{day(manifest['release'])}T00:00:00Z",
        "contributors": [{"title": AUTHORS, "roles": ["creator"]}],
        "licenses": [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "sources": [{"title": source["outlet"] or source["folder"] or "raw"} for source in manifest["sources"]],
        "resources": [_resource(name, table, files[f"{name}.parquet"]) for name, table in ALL_TABLES.items()],
    }


def _resource(name: str, table: type[Table], file: dict[str, Any]) -> dict[str, Any]:
    spdx, path = licence(name)
    return {
        "name": name,
        "type": "table",
        "description": grain(table),
        "path": file["path"],
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": file["bytes"],
        "hash": f"sha256:{file['sha256']}",
        "licenses": [{"name": spdx, "path": path}],
        "schema": {
            "$schema": f"{PROFILE}/tableschema.json",
            "fields": list(_fields(table)),
            "primaryKey": key(table),
            "foreignKeys": [
                {"fields": [column], "reference": {"resource": other, "fields": [other_key]}}
                for column, (other, other_key) in references(table).items()
            ],
        },
    }


def _fields(table: type[Table]) -> Iterator[dict[str, Any]]:
    for name, dtype in polars_schema(table).items():
        described = table.to_schema().columns[name]
        field: dict[str, Any] = {"name": name, "type": TYPES[type(dtype)], "description": described.description or ""}
        if isinstance(dtype, pl.List):
            field["itemType"] = "string"
        vocabulary = column_metadata(table, name).get("vocabulary")
        if vocabulary:
            field["categories"] = [{"value": value, "label": meaning} for value, meaning in vocabulary.items()]
        constraints = {} if described.nullable else {"required": True}
        yield field | {"constraints": constraints | dict(_constraints(table, name))}


def _constraints(table: type[Table], column: str) -> Iterator[tuple[str, Any]]:
    for name, check in checks(table):
        if name == column and check.name in CONSTRAINTS:
            constraint, statistic = CONSTRAINTS[check.name]
            value = (check.statistics or {})[statistic]
            yield constraint, list(value) if constraint == "enum" else getattr(value, "pattern", value)
