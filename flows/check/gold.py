"""Reading gold annotations: JSON files, one an article."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

from flows.errors import ConfigError

Item = dict[str, Any]
"""What is found or annotated, by field."""


def load_gold(folder: Path) -> list[Item]:
    """Read the gold annotations of a folder, one JSON file an article.

    Raises:
        ConfigError: there is no gold file, or one of them is not of the expected form.
    """
    golds = []
    for path in sorted(folder.rglob("*.json")):
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:  # no JSON, or no UTF-8
            raise ConfigError(f"{path} is no gold file: {error}") from error
        lacking = {"article", "mentions", "dates", "quotes", "events"} - (
            gold.keys() if isinstance(gold, dict) else set()
        )
        if lacking:
            raise ConfigError(f"{path} is no gold file: it lacks {', '.join(sorted(lacking))}")
        golds.append(gold | {"article": article_key(gold["article"])})
    if not golds:
        raise ConfigError(f"{folder} has no gold files (*.json); give the folder of the annotations")
    return golds


def article_key(source_path: str) -> str:
    """Name an article as gold annotations do: its file's name without ending, or its key in a file of many."""
    return PurePosixPath(source_path.rsplit("#", 1)[-1]).name.removesuffix(".txt")
