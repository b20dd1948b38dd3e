"""``croissant.json``: Croissant 1.1, schema.org's vocabulary for data sets that machines learn from."""

from collections.abc import Iterator
from typing import Any

import polars as pl

from flows.publish.dictionary import grain
from flows.publish.metadata.citation import AUTHORS, TITLE, day
from schemas import ALL_TABLES
from schemas.table import Table, key, polars_schema, references

CONTEXT = {
    "@language": "es",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataBiases": "cr:dataBiases",
    "dataCollection": "cr:dataCollection",
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "personalSensitiveInformation": "cr:personalSensitiveInformation",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
TYPES = {
    pl.String: "sc:Text",
    pl.Int32: "cr:Int32",
    pl.Int64: "cr:Int64",
    pl.Float64: "cr:Float64",
    pl.Boolean: "sc:Boolean",
    pl.Date: "sc:Date",
    pl.List: "sc:Text",
}


def croissant(manifest: dict[str, Any]) -> dict[str, Any]:
    """Describe a release in Croissant, from the schemas and the manifest."""
    files = {file["path"]: file for file in manifest["files"]}
    release = manifest["release"]
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.1",
        "name": "teletipo",
        "description": TITLE,
        "version": _semantic(release),
        "datePublished": day(release),
        "creator": {"@type": "sc:Organization", "name": AUTHORS},
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "inLanguage": "es",
        "url": "./",
        "citeAs": f"{AUTHORS}: {TITLE}, {release}",
        "distribution": [_file(name, files[f"{name}.parquet"]) for name in ALL_TABLES],
        "recordSet": [_record_set(name, table) for name, table in ALL_TABLES.items()],
    }


def _semantic(release: str) -> str:
    """A release's name as Croissant wants a version: three numbers, the year and the day as one each.

    >>> _semantic("2024-03-01.2")
    '2024.301.2'
    """
    date, _, number = release.partition(".")
    year, month, day_of_month = (int(part) for part in date.split("-"))
    return f"{year}.{month * 100 + day_of_month}.{number}"


def _file(name: str, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": f"{name}.parquet",
        "name": f"{name}.parquet",
        "contentUrl": file["path"],
        "contentSize": f"{file['bytes']} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file["sha256"],
    }


def _record_set(name: str, table: type[Table]) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": grain(table),
        "key": [{"@id": f"{name}/{column}"} for column in key(table)],
        "field": list(_fields(name, table)),
    }


def _fields(name: str, table: type[Table]) -> Iterator[dict[str, Any]]:
    targets = references(table)
    for column, dtype in polars_schema(table).items():
        field: dict[str, Any] = {
            "@type": "cr:Field",
            "@id": f"{name}/{column}",
            "name": column,
            "description": table.to_schema().columns[column].description or "",
            "dataType": TYPES[type(dtype)],
            "source": {"fileObject": {"@id": f"{name}.parquet"}, "extract": {"column": column}},
        }
        if isinstance(dtype, pl.List):
            field |= {"isArray": True, "arrayShape": "-1"}
        if (
            column in targets and targets[column][0] != name
        ):  # mlcroissant takes a table that points at itself for a cycle
            field["references"] = {"field": {"@id": "/".join(targets[column])}}
        yield field
