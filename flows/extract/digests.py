"""Digests that say when a shard still holds: of an article, and of the code, data and model that read it."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from flows.records import Article

EXTRACTION_PARTS = ("nlp", "extract", "records.py", "text.py", "ids.py", "word_lists.py")
"""What decides the records of an article: modules, word lists and weights below ``flows``."""


def article_digest(article: Article) -> str:
    """SHA-256 of everything that extraction may use of an article: its text and what is known of it."""
    fields = json.dumps(dataclasses.asdict(article), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(fields.encode()).hexdigest()


def extraction_digest(model: str, people: str | None = None) -> str:
    """SHA-256 of the extraction's code, data and weights, of the model's version, and of a newsroom's own list.

    Prefect's own cache key sees a task's text but no function that it calls; this one sees every file.
    """
    digest = _installed_digest(model).copy()
    if people is not None:  # read each time: a list may change while a folder is watched
        digest.update(Path(people).read_bytes())
    return digest.hexdigest()


@cache
def code_digest() -> str:
    """SHA-256 of all code and data of the project: what a release is made with beside its inputs and the model."""
    return _digest(
        found for package in ("flows", "schemas") for found in _files(resources.files(package), package)
    ).hexdigest()


def model_version(model: str) -> str:
    """Name and version of an installed pipeline."""
    return f"{model} {_version(model)}"


@cache
def _installed_digest(model: str) -> "hashlib._Hash":
    root = resources.files("flows")
    digest = _digest(found for part in EXTRACTION_PARTS for found in _files(root.joinpath(part), part))
    for package in ("spacy", "datasketch", model):
        digest.update(f"{package}=={_version(package)}\0".encode())
    return digest


def _digest(files: Iterable[tuple[str, Traversable]]) -> "hashlib._Hash":
    digest = hashlib.sha256()
    for name, file in files:
        digest.update(f"{name}\0".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest


def _files(node: Traversable, name: str) -> list[tuple[str, Traversable]]:
    if node.is_file():
        return [(name, node)]
    found = []
    for child in sorted(node.iterdir(), key=lambda entry: entry.name):
        if child.name != "__pycache__" and not child.name.startswith("."):
            found += _files(child, f"{name}/{child.name}")
    return found


def _version(package: str) -> str:
    try:
        return metadata.version(package.replace("_", "-"))
    except metadata.PackageNotFoundError:
        return "unversioned"
