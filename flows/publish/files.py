"""Writing files so that a crash leaves the old one or the new one, and telling files by their bytes."""

import hashlib
import os
from pathlib import Path


def digest_file(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def replace_file(path: Path, text: str) -> None:
    """Write a text file in one step: whoever reads sees the old one or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.tmp")
    aside.write_text(text, encoding="utf-8")
    move_into_place(aside, path)


def move_into_place(aside: Path, path: Path) -> None:
    """Rename a finished file or folder to its name, its bytes on the disk first."""
    for file in sorted(aside.rglob("*")) if aside.is_dir() else []:
        _sync(file)
    _sync(aside)
    aside.replace(path)
    _sync(path.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
