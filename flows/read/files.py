"""The files below the raw root: a local folder, or any storage that fsspec knows (``s3://``, ``https://``)."""

import dataclasses
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

import fsspec
from fsspec.implementations.local import LocalFileSystem

from flows.config import NO_SOURCE, FileFacts, Source, parse_source
from flows.errors import RecordError, SourceError
from flows.read.storage import open_raw, storage_faults

SOURCE_FILE = "source.yml"
NO_FACTS = FileFacts()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """A file below the raw root, with what its source says of it."""

    path: str
    """Where it lies below the root, with ``/``; a ``#`` in a name is ``%23``, as ``#`` begins a record's key."""
    size: int
    """Bytes; 0 where it cannot be told."""
    location: str
    """Where its storage finds it."""
    storage: fsspec.AbstractFileSystem
    source: Source = NO_SOURCE
    below_source: str = ""
    """Its path below the folder of its ``source.yml``: what ``files`` names it by."""
    is_missing: bool = False
    """Whether its ``source.yml`` names it and it is not there."""

    def open(self) -> BinaryIO:
        """Open its bytes.

        Raises:
            RecordError: it is no file, or may not be read.
            TransientError: the storage fails in a way that may pass.
        """
        return open_raw(self.storage, self.location, self.path)

    def sha256(self) -> str | None:
        """SHA-256 of its bytes; None if they cannot be read."""
        digest = hashlib.sha256()
        try:
            with self.open() as stream:
                while chunk := stream.read(1 << 20):
                    digest.update(chunk)
        except RecordError:
            return None
        return digest.hexdigest()

    def facts(self, key: str | None = None) -> FileFacts:
        """What its source says of it, or of its record ``key``."""
        name = self.below_source if key is None else f"{self.below_source}#{key}"
        return self.source.files.get(name, NO_FACTS)


def check_root(root: str) -> None:
    """Refuse a local raw folder that is not there, without a look at its files.

    Raises:
        SourceError: there is no such folder.
    """
    storage, top = fsspec.core.url_to_fs(root)
    if isinstance(storage, LocalFileSystem) and not Path(top).exists():
        raise _missing(root)


def list_files(root: str) -> list[RawFile]:
    """List every file below ``root`` but ``source.yml``, sorted by path.

    A folder that links lead to in a circle or twice is listed once. A file that a ``source.yml`` names and that is not
    there is listed as missing: what is known of it would be lost in silence else.

    Args:
        root: a folder, one file, or an fsspec URL of either.

    Raises:
        SourceError: there is no such folder, or it may not be read.
        ConfigError: a ``source.yml`` is not valid.
        TransientError: the storage fails in a way that may pass.
    """
    with storage_faults(root, SourceError):
        storage, top = fsspec.core.url_to_fs(root)
        local = isinstance(storage, LocalFileSystem)
        found = dict(_walk_local(Path(top)) if local else _walk_remote(storage, top))
    if not found and not storage.exists(top):
        raise _missing(root)
    top = top.rstrip("/")
    base = top.rpartition("/")[0] if set(found) == {top} else top
    sources = {
        _below(location, base).rpartition("/")[0]: _read_source(storage, location)
        for location in found
        if PurePosixPath(location).name == SOURCE_FILE
    }
    files = [
        _raw_file(storage, location, size, _below(location, base), sources)
        for location, size in found.items()
        if PurePosixPath(location).name != SOURCE_FILE
    ]
    there = {_below(location, base) for location in found}
    missing = [
        dataclasses.replace(_raw_file(storage, f"{base}/{below}", 0, below, sources), is_missing=True)
        for below in sorted(set(_named(sources, there)) - there)
    ]
    return sorted(files + missing, key=lambda file: file.path)


def _named(sources: dict[str, Source], there: set[str]) -> Iterator[str]:
    """The files that every ``source.yml`` names, below the root; of a record's name (``path#key``) its file's."""
    for folder, source in sources.items():
        for name in source.files:
            path = f"{folder}/{name}".lstrip("/")
            yield path if path in there else path.partition("#")[0]


def _missing(root: str) -> SourceError:
    return SourceError(f"there is no raw folder {root}; put article files there, or name another with --raw")


def _walk_local(top: Path) -> Iterator[tuple[str, int]]:
    """Every file below a folder. Real folders first, then those behind links unless they were walked already.

    A folder that may not be listed stands for its files: it is given as if it were one, and becomes a reject.
    """
    if not top.is_dir():
        yield from [(top.as_posix(), _size(top))] if top.exists() else []
        return
    seen: set[str] = set()
    closed: list[OSError] = []
    starts = [top]
    while starts:
        for folder, names, files in os.walk(starts.pop(0), onerror=closed.append):
            real = os.path.realpath(folder)
            if real in seen:
                names.clear()
                continue
            seen.add(real)
            names.sort()
            starts += [Path(folder, name) for name in names if Path(folder, name).is_symlink()]
            for name in files:
                yield Path(folder, name).as_posix(), _size(Path(folder, name))
    for error in closed:
        if Path(error.filename) == top:
            raise error
        yield Path(error.filename).as_posix(), 0


def _walk_remote(storage: fsspec.AbstractFileSystem, top: str) -> Iterator[tuple[str, int]]:
    for location, about in storage.find(top, detail=True).items():
        size = about.get("size")
        yield location, (storage.size(location) or 0) if size is None else size


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # a link into nothing or in a circle; reading it tells
        return 0


def _below(location: str, base: str) -> str:
    return location.removeprefix(base).lstrip("/")


def _read_source(storage: fsspec.AbstractFileSystem, location: str) -> Source:
    with storage_faults(location, SourceError):
        return parse_source(storage.cat_file(location), location)


def _raw_file(
    storage: fsspec.AbstractFileSystem, location: str, size: int, below: str, sources: dict[str, Source]
) -> RawFile:
    folder = next((name for name in _folders(below) if name in sources), None)
    # a name that is not UTF-8 comes with lone surrogates; no table can hold those
    path = below.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace").replace("#", "%23")
    return RawFile(
        path=path,
        size=size,
        location=location,
        storage=storage,
        source=NO_SOURCE if folder is None else sources[folder],
        below_source=below.removeprefix(folder or "").lstrip("/"),
    )


def _folders(below: str) -> Iterator[str]:
    """The folders that a path lies in, from its own up to the root, which is the empty text."""
    while below:
        below = below.rpartition("/")[0]
        yield below
