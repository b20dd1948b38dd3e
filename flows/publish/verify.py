"""Whether a release's files are what its manifest and ``SHA256SUMS`` say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as arrow
import pyarrow.parquet as parquet

from flows.publish.content import content_digest
from flows.publish.files import digest_file
from flows.publish.layout import MANIFEST, SUMS
from flows.resolve.bounded import bounded
from flows.resolve.past import escape, file_name
from schemas import ALL_TABLES
from schemas.table import SCHEMA_VERSION


def verify_files(folder: Path) -> list[str]:
    """Hold every file of a release against what is promised of it; gives a line for each fault."""
    if not (folder / SUMS).is_file() or not (folder / MANIFEST).is_file():
        return [f"{folder} is no release: it has no {SUMS} or no {MANIFEST}"]
    faults = list(_sum_faults(folder))
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except ValueError as error:
        return [*faults, f"{MANIFEST}: no JSON ({error})"]
    return [*faults, *_table_faults(folder, manifest)]


def read_sums(folder: Path) -> dict[str, str]:
    """The SHA-256 that is promised of each file of a release, by its path."""
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _sum_faults(folder: Path) -> Iterator[str]:
    promised = read_sums(folder)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} - {SUMS}
    yield from (f"{name}: missing" for name in sorted(promised.keys() - there))
    yield from (f"{name}: not listed in {SUMS}" for name in sorted(there - promised.keys()))
    for name in sorted(promised.keys() & there):
        found = digest_file(folder / name)
        if found != promised[name]:
            yield f"{name}: SHA-256 is {found}, promised is {promised[name]}"


def _table_faults(folder: Path, manifest: dict[str, Any]) -> Iterator[str]:
    for name, facts in manifest["tables"].items():
        path = folder / facts["file"]
        try:
            rows = parquet.read_metadata(path).num_rows
        except (OSError, arrow.ArrowInvalid) as error:
            yield f"{name}: cannot be read ({error})"
            continue
        if rows != facts["rows"]:
            yield f"{name}: has {rows} rows, promised are {facts['rows']}"
    if manifest["schema_version"] == SCHEMA_VERSION:  # another version's digests are over other columns
        yield from _digest_faults(folder, manifest)


def _digest_faults(folder: Path, manifest: dict[str, Any]) -> Iterator[str]:
    with duckdb.connect(config=bounded()) as con:
        for name, table in ALL_TABLES.items():
            source = f"read_parquet('{escape(str(folder / file_name(table)))}')"
            try:
                found = content_digest(con, table, source)
            except duckdb.Error as error:
                yield f"{name}: cannot be read ({error})"
                continue
            if found != manifest["tables"][name]["content_digest"]:
                yield f"{name}: its rows are not those that the manifest was written for"
