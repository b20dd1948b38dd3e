"""Writing a release: aside first, then one rename, then the index."""

import hashlib
import json
import os
import shutil
from importlib import metadata
from pathlib import Path
from typing import Any

import duckdb

from flows.errors import PublishError
from flows.extract.digests import extraction_digest, model_version
from flows.publish.database import MAX_ROWS, open_release, open_script, write_database
from flows.publish.dictionary import dictionary
from flows.publish.explorer import write_explorer
from flows.publish.index import MANIFEST, RELEASES, list_release, read_index
from flows.publish.tables import write_table
from schemas import TABLES
from schemas.table import SCHEMA_VERSION, key, sort_order

WRITERS = ("pyarrow", "duckdb")


def publish_release(database: Path, dist: Path, release: str, *, model: str, accept: str | None = None) -> Path:
    """Write every table of a working database as a release.

    Args:
        database: the DuckDB file that resolution and the gates left.
        dist: folder of releases; ``<dist>/releases/<release>`` must not be there yet.
        release: the release's name.
        model: the spaCy pipeline that was used.
        accept: why a release that differs much from the last one is right; goes into the manifest.

    Returns:
        The release's folder.

    Raises:
        PublishError: the name is taken.
    """
    target = dist / RELEASES / release
    if target.exists() or any(entry["release"] == release for entry in read_index(dist)["releases"]):
        raise PublishError(f"release {release} is there already and is never overwritten; give --release another name")
    aside = dist / ".staging" / release
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    with duckdb.connect(database, read_only=True) as con:
        rows = {name: write_table(con, name, aside / f"{name}.parquet") for name in TABLES}
        inputs = con.sql(
            "SELECT count(*), sum(byte_count), sum(record_count), "
            "sha256(string_agg(source_path || chr(31) || coalesce(content_sha256, ''), chr(30) ORDER BY source_path)) "
            "FROM inputs"
        ).fetchone() or (0, 0, 0, "")
    if sum(rows.values()) <= MAX_ROWS:
        write_database(aside, aside / "teletipo.duckdb")
    (aside / "open.sql").write_text(open_script(), encoding="utf-8")
    (aside / "dictionary.md").write_text(dictionary(), encoding="utf-8")
    made = {
        "release": release,
        "schema_version": SCHEMA_VERSION,
        "previous": read_index(dist)["latest"],
        "model": model_version(model),
    }
    with open_release(aside) as con:
        write_explorer(con, aside / "explorer", made)
    manifest = made | {
        "inputs": dict(zip(("files", "bytes", "records", "sha256"), inputs, strict=True)),
        "code": {"teletipo": metadata.version("teletipo"), "extraction_sha256": extraction_digest(model)},
        "writers": {writer: metadata.version(writer) for writer in WRITERS},
        "accepted": accept,
        "tables": {name: _table_facts(name, rows[name]) for name in TABLES},
        "files": [_file_facts(path, aside) for path in _files(aside)],
    }
    _write_synced(aside / MANIFEST, json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")
    sums = "".join(f"{digest_file(path)}  {path.relative_to(aside).as_posix()}\n" for path in _files(aside))
    _write_synced(aside / "SHA256SUMS", sums)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside.rename(target)
    list_release(dist, release)
    return target


def digest_file(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _table_facts(name: str, rows: int) -> dict[str, Any]:
    table = TABLES[name]
    return {"file": f"{name}.parquet", "rows": rows, "key": key(table), "sorted_by": sort_order(table)}


def _files(folder: Path) -> list[Path]:
    """Every file of a release, also in folders below."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _file_facts(path: Path, folder: Path) -> dict[str, Any]:
    return {"path": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": digest_file(path)}


def _write_synced(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
