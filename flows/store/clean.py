"""Removing from the store what no release needs any more, by release and age."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.publish.index import only_writer, read_index, release_order
from flows.publish.layout import MANIFEST, RELEASES, STORE
from flows.resolve.past import file_name
from schemas import TABLES


@dataclass(frozen=True, slots=True)
class Waste:
    """A folder of the store that can go: shards of other code, or one shard of articles that have changed or gone."""

    path: Path
    reason: str
    byte_count: int


def find_waste(dist: Path, *, releases: int, older_than: float) -> list[Waste]:
    """List what can be removed: what is older than ``older_than`` and not needed to build one of the last releases.

    Args:
        dist: folder of releases.
        releases: how many of the last releases count; those whose files are gone do not.
        older_than: Unix time in seconds.
    """
    manifests = sorted((dist / RELEASES).glob(f"*/{MANIFEST}"), key=lambda path: release_order(path.parent.name))
    latest = read_index(dist)["latest"]
    manifests = [path for path in manifests if path.parent.name != latest] + [
        path for path in manifests if path.parent.name == latest
    ]
    needed: dict[str, set[str]] = {}
    for manifest in manifests[-releases:]:
        made_by = json.loads(manifest.read_text(encoding="utf-8"))["code"]["extraction_sha256"][:16]
        needed.setdefault(made_by, set()).update(_articles(manifest.parent))
    return list(_find_waste(dist / STORE, needed, older_than))


def clean_store(dist: Path, waste: list[Waste]) -> None:
    """Remove what ``find_waste`` listed.

    Raises:
        PublishError: a build is at work on ``dist``.
    """
    with only_writer(dist):
        for one in waste:
            shutil.rmtree(one.path)


def _find_waste(store: Path, needed: dict[str, set[str]], older_than: float) -> Iterator[Waste]:
    for folder in sorted(path for path in store.glob("*") if path.is_dir()):
        shards = sorted(path for path in folder.iterdir() if path.is_dir())
        if folder.name not in needed:
            if all(path.stat().st_mtime < older_than for path in (folder, *shards)):
                yield Waste(folder, "made by code or a model that no recent release has", _size(folder))
            continue
        for shard in shards:
            if shard.stat().st_mtime >= older_than:
                continue
            if shard.suffix == ".tmp":
                yield Waste(shard, "left by a process that was killed", _size(shard))
            elif needed[folder.name].isdisjoint(_members(shard)):
                yield Waste(shard, "of articles that no recent release has", _size(shard))


def _articles(release: Path) -> set[str]:
    """What tells the articles and rejects of a release."""
    articles = pl.read_parquet(release / file_name(TABLES["articles"]), columns=["article_id"], glob=False)
    rejects = pl.read_parquet(release / file_name(TABLES["rejects"]), columns=["source_path"], glob=False)
    return {*articles["article_id"], *rejects["source_path"].drop_nulls()}


def _members(shard: Path) -> set[str]:
    members = pl.read_parquet(shard / "members.parquet", columns=["article_id", "source_path"], glob=False)
    return {*members["article_id"], *members["source_path"]}


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
