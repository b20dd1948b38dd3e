"""Writing a release: aside first, then one rename, then the index."""

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

import duckdb

from flows.extract.digests import code_digest, extraction_digest, model_version
from flows.publish.changelog import as_markdown, compare
from flows.publish.changes import BEFORE, TableChanges, both_releases, write_changes
from flows.publish.content import content_digest
from flows.publish.database import MAX_ROWS, open_release, open_script, write_database
from flows.publish.dictionary import dictionary
from flows.publish.explorer import write_explorer
from flows.publish.files import digest_file, move_into_place
from flows.publish.index import check_free, list_release, read_index
from flows.publish.layout import CHANGES, MANIFEST, RELEASES, STAGING, SUMS
from flows.publish.metadata import write_metadata
from flows.publish.tables import Written, write_table
from flows.publish.withdrawals import read_withdrawals
from flows.resolve.bounded import bounded
from flows.resolve.lineage import trace_ids
from flows.resolve.past import escape, file_name, see_release
from flows.resolve.withdrawals import see_tombstones
from schemas import ALL_TABLES
from schemas.table import SCHEMA_VERSION, key, sort_order

WRITERS = ("pyarrow", "duckdb")

Measure = Callable[[Path], dict[str, Any]]
"""Measures a written release against gold annotations."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What the rows of a release were made of and by, as its manifest says it."""

    model: str
    """Name and version of the spaCy pipeline."""
    code: dict[str, str]
    sources: list[dict[str, Any]]
    """What ``source.yml`` says of each source."""


def publish_release(
    database: Path,
    dist: Path,
    release: str,
    *,
    model: str,
    people: str | None = None,
    accept: str | None = None,
    sources: list[dict[str, Any]] | None = None,
    measure: Measure | None = None,
) -> Path:
    """Write every table of a working database as a release.

    Args:
        database: the DuckDB file that resolution and the gates left.
        dist: folder of releases; ``<dist>/releases/<release>`` must not be there yet.
        release: the release's name.
        model: the spaCy pipeline that was used.
        people: the list of a newsroom's own names that was used; its content goes into the extraction's digest.
        accept: why a release that differs much from the last one is right; goes into the manifest.
        sources: what ``source.yml`` says of each source; see ``describe_sources``.
        measure: measures the release's accuracy, if there are gold annotations.

    Returns:
        The release's folder.

    Raises:
        ConfigError: the name is none.
        PublishError: the name is taken.
    """
    code = {
        "teletipo": metadata.version("teletipo"),
        "sha256": code_digest(),
        "extraction_sha256": extraction_digest(model, people),
    }
    return _publish(database, dist, release, Origin(model_version(model), code, sources or []), accept, measure)


def republish(database: Path, dist: Path, of: Path, release: str, *, accept: str) -> Path:
    """Write a working database that was made of the release ``of`` as another one, with the same origin."""
    manifest = json.loads((of / MANIFEST).read_text(encoding="utf-8"))
    origin = Origin(manifest["model"], manifest["code"], manifest["sources"])
    return _publish(database, dist, release, origin, accept, None)


def _publish(
    database: Path, dist: Path, release: str, origin: Origin, accept: str | None, measure: Measure | None
) -> Path:
    check_free(dist, release)
    target = dist / RELEASES / release
    aside = dist / STAGING / "release" / release
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    previous = _previous(dist)
    written, inputs, rejects = _write_tables(database, dist, previous, aside)
    digests = _content_digests(aside)
    changes = _write_changes(previous, aside, digests) if previous else {}
    if sum(table.rows for table in written.values()) <= MAX_ROWS:
        write_database(aside, aside / "teletipo.duckdb")
    (aside / "open.sql").write_text(open_script(), encoding="utf-8")
    (aside / "dictionary.md").write_text(dictionary(), encoding="utf-8")
    made = {
        "release": release,
        "schema_version": SCHEMA_VERSION,
        "previous": read_index(dist)["latest"],
        "model": origin.model,
        "accuracy": measure(aside) if measure else None,
    }
    with open_release(aside, **bounded(dist / STAGING / "spill")) as con:
        write_explorer(con, aside / "explorer", made)
    manifest = made | {
        "inputs": inputs,
        "sources": origin.sources,
        "code": origin.code,
        "writers": {writer: metadata.version(writer) for writer in WRITERS},
        "accepted": accept,
        "rejects": rejects,
        "tables": {name: _table_facts(name, written[name], digests[name], changes.get(name)) for name in ALL_TABLES},
    }
    tables = [_file_facts(aside / file_name(table), aside) for table in ALL_TABLES.values()]
    write_metadata(aside, manifest | {"files": tables})
    _seal(aside, manifest)
    target.parent.mkdir(parents=True, exist_ok=True)
    move_into_place(aside, target)
    list_release(dist, release)
    return target


def _previous(dist: Path) -> Path | None:
    """The folder of the latest release; None if there is none, or it is no longer there."""
    latest = read_index(dist)["latest"]
    folder = dist / RELEASES / str(latest)
    return folder if latest and folder.is_dir() else None


def _write_tables(
    database: Path, dist: Path, previous: Path | None, aside: Path
) -> tuple[dict[str, Written], dict[str, Any], dict[str, dict[str, int]]]:
    """Write every table; gives what was written, and what the manifest tells of inputs and rejects."""
    with duckdb.connect(database, read_only=True, config=bounded(dist / STAGING / "spill")) as con:
        see_release(con, previous, BEFORE)
        see_tombstones(con, read_withdrawals(dist))
        trace_ids(con, aside.name, BEFORE)
        written = {name: write_table(con, name, aside / file_name(table)) for name, table in ALL_TABLES.items()}
        inputs = con.sql(
            "SELECT count(*), coalesce(sum(byte_count), 0), coalesce(sum(record_count), 0), "
            "sha256(string_agg(source_path || chr(31) || coalesce(content_sha256, ''), chr(30) ORDER BY source_path)) "
            "FROM inputs"
        ).fetchone() or (0, 0, 0, "")
        rejects: dict[str, dict[str, int]] = {}
        counts = con.sql(
            "SELECT coalesce(table_name, stage), check_name, count(*) FROM rejects GROUP BY ALL ORDER BY ALL"
        )
        for where, check, count in counts.fetchall():
            rejects.setdefault(where, {})[check] = count
    return written, dict(zip(("files", "bytes", "records", "sha256"), inputs, strict=True)), rejects


def _content_digests(folder: Path) -> dict[str, str]:
    with duckdb.connect(config=bounded()) as con:
        return {
            name: content_digest(con, table, f"read_parquet('{escape(str(folder / file_name(table)))}')")
            for name, table in ALL_TABLES.items()
        }


def _write_changes(previous: Path, aside: Path, digests: dict[str, str]) -> dict[str, TableChanges]:
    with both_releases(previous, aside, spill=aside.parents[1] / "spill") as con:
        changes = write_changes(con, aside / CHANGES, digests)
        new_redirects = f"(FROM after_id_redirects WHERE release = '{escape(aside.name)}')"
        told = as_markdown(compare(con, previous, aside, changes, new_redirects))
    (aside / "CHANGES.md").write_text(told, encoding="utf-8")
    return changes


def _table_facts(name: str, written: Written, digest: str, changes: TableChanges | None) -> dict[str, Any]:
    table = ALL_TABLES[name]
    facts = {
        "file": file_name(table),
        "rows": written.rows,
        "key": key(table),
        "sorted_by": sort_order(table),
        "content_digest": digest,
        "null_counts": {column: count for column, count in written.null_counts.items() if count},
    }
    if changes is not None:
        facts["changes"] = {"added": changes.added, "removed": changes.removed, "changed": changes.changed}
    return facts


def _file_facts(path: Path, folder: Path) -> dict[str, Any]:
    return {"path": path.relative_to(folder).as_posix(), "bytes": path.stat().st_size, "sha256": digest_file(path)}


def _seal(folder: Path, manifest: dict[str, Any]) -> None:
    """Write the manifest, which lists every file with its digest, and the digests again as ``sha256sum -c`` reads."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = [_file_facts(path, folder) for path in paths]
    text = json.dumps(manifest | {"files": files}, indent=2, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    digests = {str(file["path"]): file["sha256"] for file in files}
    digests[MANIFEST] = hashlib.sha256(text.encode()).hexdigest()
    lines = [f"{digest}  {path}\n" for path, digest in sorted(digests.items())]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8")
