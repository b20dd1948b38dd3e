"""What describes a release to people and to catalogues, all of it generated from the schemas and the manifest."""

import json
from pathlib import Path
from typing import Any

from flows.publish.metadata.card import card
from flows.publish.metadata.citation import citation
from flows.publish.metadata.croissant import croissant
from flows.publish.metadata.datapackage import datapackage
from flows.publish.metadata.sources import attribution


def write_metadata(folder: Path, manifest: dict[str, Any]) -> None:
    """Write a release's README, citation, attribution, ``datapackage.json`` and ``croissant.json`` into its folder.

    Args:
        folder: the release.
        manifest: what its manifest will say, ``files`` with the digests of the tables.
    """
    texts = {
        "README.md": card(manifest),
        "CITATION.cff": citation(manifest),
        "ATTRIBUTION.md": attribution(manifest),
        "datapackage.json": _json(datapackage(manifest)),
        "croissant.json": _json(croissant(manifest)),
    }
    if manifest["accuracy"]:
        texts["accuracy.json"] = _json(manifest["accuracy"])
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
