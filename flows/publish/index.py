"""``dist/index.json``: which releases there are and which is the latest; changed last, in one step."""

import fcntl
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flows.errors import ConfigError, PublishError
from flows.publish.files import replace_file
from flows.publish.layout import INDEX, MANIFEST, RELEASES, STAGING
from flows.publish.registry import update_registry
from flows.publish.withdrawals import withdrawn_from

RELEASE_NAME = re.compile(r"\d{4}-\d{2}-\d{2}\.[1-9]\d*")


@contextmanager
def only_writer(dist: Path) -> Iterator[None]:
    """Hold ``dist`` for one build; the lock goes with the process, however that ends.

    Raises:
        PublishError: another build holds it, or it cannot be written to.
    """
    try:
        dist.mkdir(parents=True, exist_ok=True)
        opened = (dist / ".lock").open("w")
    except OSError as error:
        raise PublishError(
            f"releases cannot be written to {dist} ({error.strerror}); give --dist another folder"
        ) from error
    with opened as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise PublishError(
                f"another build writes to {dist} now; wait for it, or give --dist another folder"
            ) from error
        yield


def read_index(dist: Path) -> dict[str, Any]:
    """The index of ``dist``; without releases if there is none yet."""
    path = dist / INDEX
    if not path.exists():
        return {"latest": None, "releases": []}
    try:
        index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise PublishError(
            f"{path} is no JSON ({error}); restore it from a copy, or move it away to make a new one"
        ) from error
    return index


def recover(dist: Path) -> list[str]:
    """Finish what a build that was killed left: list releases that lie complete, remove what lies half written.

    Only for who holds ``only_writer``.

    Returns:
        The releases that are listed now and were not.
    """
    shutil.rmtree(dist / STAGING, ignore_errors=True)
    listed = {entry["release"] for entry in read_index(dist)["releases"]}
    there = sorted((path.parent.name for path in (dist / RELEASES).glob(f"*/{MANIFEST}")), key=release_order)
    unlisted = [name for name in there if name not in listed]
    for name in unlisted:
        list_release(dist, name)
    return unlisted


def list_release(dist: Path, release: str) -> None:
    """Point the index at a release that lies complete in its folder, and take its ids into the registry.

    Older releases become superseded; those that hold what was withdrawn say so; one whose folder is gone is kept as
    retired, with the digest of its manifest.
    """
    known = {entry["release"]: entry for entry in read_index(dist)["releases"]}
    for manifest in sorted((dist / RELEASES).glob(f"*/{MANIFEST}")):
        known.setdefault(manifest.parent.name, _entry(manifest))
    names = sorted(known, key=release_order)
    update_registry(dist, names)
    withdrawn = withdrawn_from(dist)
    for name in names:
        there = (dist / RELEASES / name).is_dir()
        known[name]["status"] = ("current" if name == release else "superseded") if there else "retired"
        held = [
            {key: one[key] for key in ("id", "withdrawn_on", "reason")}
            for one in withdrawn
            if release_order(one["first_release"]) <= release_order(name) <= release_order(one["last_release"])
        ]
        if held:
            known[name]["withdrawn"] = held
    index = {"latest": release, "releases": [known[name] for name in names]}
    replace_file(dist / INDEX, json.dumps(index, indent=2, ensure_ascii=False) + "\n")


def next_release(dist: Path, day: str) -> str:
    """The name of the day's next release: ``day`` and the next number that no release ever had.

    Args:
        dist: the folder of releases.
        day: ISO date.
    """
    taken = {entry["release"] for entry in read_index(dist)["releases"]}
    taken |= {path.name for path in (dist / RELEASES).glob(f"{day}.*")}
    number = 1
    while f"{day}.{number}" in taken:
        number += 1
    return f"{day}.{number}"


def check_name(release: str) -> None:
    """Refuse a release name that is not ``YYYY-MM-DD.N``: names are sorted, and never used again.

    Raises:
        ConfigError: with the form that it should have.
    """
    if not RELEASE_NAME.fullmatch(release):
        raise ConfigError(f"{release!r} is no name of a release; it has the form YYYY-MM-DD.N, such as 2024-06-20.1")


def check_free(dist: Path, release: str) -> None:
    """Refuse a name that is none, or that a release has or had.

    Raises:
        ConfigError: the name has not the form that it should have.
        PublishError: it is taken.
    """
    check_name(release)
    listed = any(entry["release"] == release for entry in read_index(dist)["releases"])
    if listed or (dist / RELEASES / release).exists():
        raise PublishError(f"release {release} is there already and is never overwritten; give --release another name")


def find_release(dist: Path, release: str | None = None) -> Path:
    """The folder of a release, of the latest if none is named.

    Raises:
        PublishError: there is no such release, or its folder is gone.
    """
    index = read_index(dist)
    name = release or index["latest"]
    if name is None:
        raise PublishError(f"{dist} has no release yet; run `teletipo build` first")
    folder = dist / RELEASES / name
    if folder.is_dir():
        return folder
    names = [entry["release"] for entry in index["releases"] if entry["status"] != "retired"]
    if any(entry["release"] == name for entry in index["releases"]):
        raise PublishError(
            f"release {name} is retired: its files are no longer in {dist}; there are {', '.join(names)}"
        )
    raise PublishError(f"{dist} has no release {name}; there are {', '.join(names) or 'none'}")


def release_order(name: str) -> tuple[str, int]:
    """What releases are sorted by: their day, then their number."""
    day, _, number = name.rpartition(".")
    return (day, int(number)) if number.isdigit() else (name, 0)


def _entry(manifest: Path) -> dict[str, Any]:
    content = manifest.read_bytes()
    told = json.loads(content)
    return {
        "release": told["release"],
        "status": "current",
        "schema_version": told["schema_version"],
        "manifest_sha256": hashlib.sha256(content).hexdigest(),
        "previous": told["previous"],
    }
