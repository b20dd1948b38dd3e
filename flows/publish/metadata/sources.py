"""Whose work a release is made of: licences of its tables, and its sources as their ``source.yml`` tells of them."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from flows.read import RawFile

FACTS = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")
PUBLISHERS = ("LicenseRef-publishers", "ATTRIBUTION.md")

TABLES_WITH_WORDS = ("articles", "quotes")
"""Tables that carry what others wrote: text, headlines, words said; all others hold facts and annotations."""


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """A source: its folder below the raw root, the terms that its ``source.yml`` states, and a digest of all there."""

    folder: str
    outlet: str | None
    licence: str | None
    republish_text: bool
    file_count: int
    sha256: str


def describe_sources(files: Iterable[RawFile]) -> list[dict[str, Any]]:
    """What ``source.yml`` says of each source that raw files lie in, sorted by folder."""
    found: dict[str, SourceFacts] = {}
    for file in files:
        folder = file.path.removesuffix(file.below_source).rstrip("/") if file.below_source else ""
        count = found[folder].file_count if folder in found else 0
        source = file.source
        told = hashlib.sha256(source.model_dump_json().encode()).hexdigest()
        found[folder] = SourceFacts(folder, source.outlet, source.licence, source.republish_text, count + 1, told)
    return [asdict(found[folder]) for folder in sorted(found)]


def licence(table: str) -> tuple[str, str]:
    """The licence of a table: its SPDX name, and where it stands."""
    return PUBLISHERS if table in TABLES_WITH_WORDS else FACTS


def attribution(manifest: dict[str, Any]) -> str:
    """The sources of a release and their terms, as Markdown in Spanish."""
    lines = ["# Fuentes y licencias", ""]
    lines += ["| tabla | licencia |", "|---|---|"]
    lines += [f"| `{name}` | {licence(name)[0]} |" for name in manifest["tables"]]
    lines += [
        "",
        "`LicenseRef-publishers`: los títulos, textos y palabras citadas siguen siendo de quienes los publicaron, en",
        "los términos de abajo. El texto completo solo está (`articles.text`) donde esos términos lo permiten.",
        "Lugares: GeoNames (CC BY 4.0).",
        "",
        "| carpeta | medio | términos | texto completo | archivos |",
        "|---|---|---|---|---:|",
    ]
    for source in manifest["sources"]:
        terms = " ".join((source["licence"] or "no constan").split()).replace("|", "\\|")
        outlet = (source["outlet"] or "según cada artículo").replace("|", "\\|")
        text = "sí" if source["republish_text"] else "no"
        lines.append(f"| `{source['folder'] or '.'}` | {outlet} | {terms} | {text} | {source['file_count']:,} |")
    return "\n".join(lines) + "\n"
