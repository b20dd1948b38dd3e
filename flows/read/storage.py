"""Bytes from a storage, and which of its faults stop, skip or may pass."""

import errno
import io
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import fsspec
from fsspec.implementations.local import LocalFileSystem

from flows.errors import RecordError, SourceError, TeletipoError, TransientError

FINAL = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError)
"""Faults that trying again does not mend, on any storage."""

NETWORK = (ConnectionError, TimeoutError)
PASSING = {errno.EIO, errno.ESTALE, errno.ETIMEDOUT, errno.EAGAIN, errno.EBUSY, errno.EMFILE, errno.ENFILE}
"""Faults of a local or mounted disk that may pass; all others are final."""


@contextmanager
def storage_faults(name: str, final: type[SourceError] | type[RecordError]) -> Iterator[None]:
    """Turn what a storage raises into our errors: ``final``, or TransientError where it may pass."""
    try:
        yield
    except OSError as error:
        if isinstance(error, NETWORK) or error.errno in PASSING or _is_foreign(error):
            raise TransientError(f"{name}: {_told(error)}") from error
        raise _final(name, final, error) from error
    except (ValueError, ImportError) as error:  # a protocol that fsspec does not know, or whose package is missing
        raise _final(name, final, error) from error
    except TeletipoError:
        raise
    except Exception as error:  # a storage's client has faults of its own kinds; trying again tells
        raise TransientError(f"{name}: {_told(error)}") from error


def open_raw(storage: fsspec.AbstractFileSystem, location: str, name: str) -> BinaryIO:
    """Open a file of a storage; whatever goes wrong, now or in reading it, is one of our errors.

    Raises:
        RecordError: there is no such file, it is none, or it may not be read.
        TransientError: a fault that may pass.
    """
    with storage_faults(name, RecordError):
        if isinstance(storage, LocalFileSystem) and not stat.S_ISREG(Path(location).stat().st_mode):
            # opening a pipe would wait for ever
            raise RecordError("not_a_file", name, "it is no regular file (a folder, pipe, socket or device)")
        stream = storage.open(location, "rb")
    return cast(BinaryIO, io.BufferedReader(_Guarded(stream, name), 1 << 18))


class _Guarded(io.RawIOBase):
    """A stream whose faults in reading are our errors too."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._stream = stream
        self._name = name

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        with storage_faults(self._name, RecordError):
            chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _is_foreign(error: OSError) -> bool:
    """Whether a storage's own library raised it, for whatever its server said, and not the operating system."""
    return error.errno is None and not isinstance(error, FINAL)


def _final(name: str, final: type[SourceError] | type[RecordError], error: Exception) -> SourceError | RecordError:
    if issubclass(final, SourceError):
        return final(f"{name} cannot be read: {_told(error)}")
    return final("unreadable", name, _told(error))


def _told(error: Exception) -> str:
    """What an error says, without the place that only this machine has."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text or type(error).__name__
