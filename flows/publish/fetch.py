"""A release wherever it lies: a folder, a tarball, or an address."""

import shutil
import tarfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import fsspec

from flows.errors import PublishError
from flows.publish.layout import SUMS


@contextmanager
def release_folder(place: str) -> Iterator[Path]:
    """Yield a folder with a release's files, fetched or unpacked for that time where it is no folder.

    Args:
        place: a folder; a tarball of one; or the address of a folder (``https://``, or what fsspec knows).

    Raises:
        PublishError: there is nothing, or it is no release.
    """
    if "://" not in place and Path(place).is_dir():
        yield Path(place)
        return
    with TemporaryDirectory(prefix="teletipo-") as aside:
        if "://" in place:
            yield _download(place.rstrip("/"), Path(aside))
        else:
            yield _unpack(Path(place), Path(aside))


def is_http(address: str) -> bool:
    """Whether an address is read over plain HTTP."""
    return address.startswith(("http://", "https://"))


def read_bytes(address: str, **options: Any) -> bytes:
    """Read a file by its address.

    Args:
        address: the file's.
        options: fsspec's own, such as credentials; of an address that is not HTTP.

    Raises:
        PublishError: it cannot be read.
    """
    try:
        if is_http(address):
            with urllib.request.urlopen(address, timeout=60) as answer:
                content: bytes = answer.read()
                return content
        with fsspec.open(address, "rb", **options) as file:
            return bytes(file.read())
    except (OSError, ValueError, ImportError) as error:  # URLError is an OSError; ImportError: a missing storage client
        raise PublishError(f"{address} cannot be read: {error}") from error


def _download(address: str, aside: Path) -> Path:
    folder = aside / address.rpartition("/")[2]
    sums = read_bytes(f"{address}/{SUMS}")
    for line in sums.decode("utf-8", "replace").splitlines():
        name = line.partition("  ")[2]
        path = _below(folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(read_bytes(f"{address}/{name}"))
    (folder / SUMS).write_bytes(sums)
    return folder


def _below(folder: Path, name: str) -> Path:
    """A file's path in a folder; a list that leads out of it is refused."""
    path = (folder / name).resolve()
    if not name or not path.is_relative_to(folder.resolve()):
        raise PublishError(f"{SUMS} lists {name!r}, which is no file of a release")
    return path


def _unpack(tarball: Path, aside: Path) -> Path:
    try:
        with tarfile.open(tarball) as tar:
            tar.extractall(aside, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise PublishError(f"{tarball} is neither a folder nor a tarball of a release: {error}") from error
    folders = [path for path in aside.iterdir() if (path / SUMS).is_file()]
    if len(folders) != 1:
        shutil.rmtree(aside, ignore_errors=True)
        raise PublishError(f"{tarball} holds no release: no folder in it has a {SUMS}")
    return folders[0]
