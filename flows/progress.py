"""How far a build is, for whoever watches: the command's progress bar, or nobody."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Watcher = Callable[[str, int, int | None], None]
"""Called with a stage's name, how many articles are done, and how many there are (None: not known yet)."""

_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Tell ``watcher`` of the progress of what runs inside the block."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def report(stage: str, done: int, total: int | None = None) -> None:
    """Say that ``done`` articles of ``total`` have passed a stage."""
    watcher = _watcher.get()
    if watcher is not None:
        watcher(stage, done, total)
