"""Bringing releases out: as one tarball, or to any storage that fsspec knows."""

import json
import tarfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec

from flows.errors import PublishError
from flows.publish.index import read_index
from flows.publish.layout import INDEX, MANIFEST, REGISTRY, RELEASES, SUMS
from flows.publish.verify import read_sums


@dataclass(frozen=True, slots=True)
class Upload:
    """What an upload did: files sent, copied within the target, and left as they were."""

    sent: int
    copied: int
    kept: int


def pack(folder: Path, tarball: Path) -> Path:
    """Write a release as one tarball: the same release gives the same bytes.

    It is not compressed, as Parquet already is.
    """
    with tarfile.open(tarball, "w", format=tarfile.PAX_FORMAT) as tar:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = tar.gettarinfo(path, arcname=f"{folder.name}/{path.relative_to(folder).as_posix()}")
            entry.mtime, entry.uid, entry.gid, entry.uname, entry.gname, entry.mode = 0, 0, 0, "", "", 0o644
            with path.open("rb") as file:
                tar.addfile(entry, file)
    return tarball


def upload(dist: Path, target: str, **options: Any) -> Upload:
    """Bring the releases of ``dist`` to a target, the index last; to repeat it is safe, and sends what is missing.

    Args:
        dist: the folder of releases.
        target: a folder of a storage that fsspec knows (``s3://bucket/prefix``, ``/mnt/share``).
        options: fsspec's own, such as credentials.

    Raises:
        PublishError: the target has releases that ``dist`` does not know, or its index moved meanwhile.
    """
    storage, root = fsspec.core.url_to_fs(target, **options)
    before = _remote(storage, f"{root}/{INDEX}")
    index = read_index(dist)
    _check_lineage(index, before, target)
    counts = {"sent": 0, "copied": 0, "kept": 0}
    for entry in index["releases"]:
        folder = dist / RELEASES / entry["release"]
        if folder.is_dir():
            _upload_release(storage, root, folder, entry["previous"], counts)
    if (dist / REGISTRY).is_file():
        _send(storage, (dist / REGISTRY).read_bytes(), f"{root}/{REGISTRY}")
    if (dist / INDEX).is_file() and not _replace(storage, f"{root}/{INDEX}", before, (dist / INDEX).read_bytes()):
        raise PublishError(f"the index in {target} moved while this upload ran; run it again")
    return Upload(**counts)


def _check_lineage(index: dict[str, Any], remote: bytes | None, target: str) -> None:
    if remote is None:
        return
    ours = {entry["release"]: entry["manifest_sha256"] for entry in index["releases"]}
    for entry in json.loads(remote)["releases"]:
        if ours.get(entry["release"]) != entry["manifest_sha256"]:
            raise PublishError(
                f"{target} has a release {entry['release']} that is not ours; "
                "bring its index here first, or publish to another place"
            )


def _upload_release(
    storage: fsspec.AbstractFileSystem, root: str, folder: Path, previous: str | None, counts: dict[str, int]
) -> None:
    """Send a release's files; one that its predecessor there has too is copied there; its list of digests goes last."""
    there = f"{root}/{RELEASES}/{folder.name}"
    if _remote(storage, f"{there}/{SUMS}") == (folder / SUMS).read_bytes():
        counts["kept"] += len(read_sums(folder)) + 1
        return
    earlier = _remote(storage, f"{root}/{RELEASES}/{previous}/{MANIFEST}") if previous else None
    known = {file["sha256"]: file["path"] for file in json.loads(earlier)["files"]} if earlier else {}
    for name, digest in read_sums(folder).items():
        if digest in known:
            storage.makedirs(f"{there}/{name}".rpartition("/")[0], exist_ok=True)
            storage.cp_file(f"{root}/{RELEASES}/{previous}/{known[digest]}", f"{there}/{name}")
            counts["copied"] += 1
        else:
            storage.makedirs(f"{there}/{name}".rpartition("/")[0], exist_ok=True)
            storage.put_file(str(folder / name), f"{there}/{name}")
            counts["sent"] += 1
    _send(storage, (folder / SUMS).read_bytes(), f"{there}/{SUMS}")
    counts["sent"] += 1


def _replace(storage: fsspec.AbstractFileSystem, path: str, before: bytes | None, content: bytes) -> bool:
    """Write a file if it still is what it was, and say whether it was.

    S3 compares and writes in one step (conditional requests, ETag); other storages leave a moment in between.
    """
    if "s3" not in storage.protocol:
        moved = _remote(storage, path) != before
        if not moved:
            _send(storage, content, path)
        return not moved
    try:
        condition = {"IfNoneMatch": "*"} if before is None else {"IfMatch": storage.info(path, refresh=True)["ETag"]}
        if _remote(storage, path) != before:
            return False
        storage.pipe_file(path, content, **condition)
    except OSError as error:
        if getattr(error.__cause__, "response", {}).get("Error", {}).get("Code") == "PreconditionFailed":
            return False
        raise
    return True


def _remote(storage: fsspec.AbstractFileSystem, path: str) -> bytes | None:
    storage.invalidate_cache()
    try:
        return bytes(storage.cat_file(path))
    except FileNotFoundError:
        return None


def _send(storage: fsspec.AbstractFileSystem, content: bytes, path: str) -> None:
    storage.makedirs(path.rpartition("/")[0], exist_ok=True)
    storage.pipe_file(path, content)
