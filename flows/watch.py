"""Watching a folder: when are new files complete?"""

from collections.abc import Callable, Iterator
from pathlib import Path

Look = frozenset[tuple[str, int, int]]
"""What a folder holds at one moment: path, size and time of change (nanoseconds) of each file."""


def look_at(folder: Path) -> Look:
    """Take in every file below a folder; one that goes away meanwhile is not there.

    Args:
        folder: need not exist yet.
    """
    found = set()
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                about = path.stat()
                found.add((path.relative_to(folder).as_posix(), about.st_size, about.st_mtime_ns))
        except OSError:
            continue
    return frozenset(found)


def settled_changes(look: Callable[[], Look], wait: Callable[[], None]) -> Iterator[Look]:
    """Yield what is there whenever it has changed and then stayed the same for one wait; the first look counts as one.

    A file that is still being copied grows between two looks, so it is never taken half.

    Args:
        look: takes in what is there.
        wait: lets time pass.
    """
    told: Look | None = None
    before = look()
    while True:
        wait()
        now = look()
        if now == before != told:
            told = now
            yield now
        before = now
