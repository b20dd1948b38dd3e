"""What Prefect's pages show of a build: its counts, the checks that it passed, and where the release lies."""

import json
from pathlib import Path
from typing import Any

from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact

from flows.check.invariants import invariants
from flows.publish.layout import MANIFEST

Manifest = dict[str, Any]


def show_release(folder: Path, extracted_count: int, known_count: int) -> None:
    """Leave three artifacts on the run: the counts as Markdown, a table of the checks, and a link to the release.

    Args:
        folder: the published release.
        extracted_count: articles whose text was read anew.
        known_count: articles whose rows the store had.
    """
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    told = f"Release {folder.name}"
    markdown = summary(folder.resolve(), manifest, extracted_count, known_count)
    create_markdown_artifact(key="release", markdown=markdown, description=told)
    create_table_artifact(key="checks", table=checks(manifest), description=f"{told}: the gates that it passed")
    shown = folder / "explorer" / "index.html"
    create_link_artifact(key="open", link=shown.resolve().as_uri(), link_text=f"{told}: {shown.name}")


def summary(folder: Path, manifest: Manifest, extracted_count: int, known_count: int) -> str:
    """A release as Markdown: where it lies, rows by table with what changed, and what was turned away and why."""
    before = manifest["previous"]
    compared = f"compared with {before}" if before else "the first release"
    lines = [f"# Release {manifest['release']}", "", f"In `{folder}`; {compared}.", ""]
    lines += ["| table | rows | added | removed | changed |", "|---|---:|---:|---:|---:|"]
    for table, facts in manifest["tables"].items():
        changes = facts.get("changes") or {}
        counts = [f"{changes[kind]:,}" if kind in changes else "" for kind in ("added", "removed", "changed")]
        lines.append(f"| {table} | {facts['rows']:,} | {' | '.join(counts)} |")
    lines += ["", f"{extracted_count:,} articles extracted, {known_count:,} taken from the store."]
    if manifest["rejects"]:
        lines += ["", "## Turned away", "", "| where | check | count |", "|---|---|---:|"]
        for where, counted in manifest["rejects"].items():
            lines += [f"| {where} | {check} | {count:,} |" for check, count in counted.items()]
    return "\n".join(lines) + "\n"


def checks(manifest: Manifest) -> list[dict[str, str]]:
    """The gates that a release passed, a row each: what was compared, and with what outcome."""
    tables = {name: facts for name, facts in manifest["tables"].items() if name != "rejects"}
    failed = {name: sum(manifest["rejects"].get(name, {}).values()) for name in tables}
    rows = sum(facts["rows"] for facts in tables.values())
    before, accepted = manifest["previous"], manifest["accepted"]
    drift = f"compared with {before}: no more than is credible" if before else "no earlier release"
    return [
        {
            "gate": "1 rows",
            "checked": f"{len(tables)} tables against their schemas",
            "outcome": f"{rows:,} rows kept, {sum(failed.values()):,} moved to rejects",
        },
        *(
            {"gate": "1 rows", "checked": name, "outcome": f"{tables[name]['rows']:,} kept, {count:,} moved to rejects"}
            for name, count in failed.items()
            if count
        ),
        {"gate": "2 rules across tables", "checked": f"{len([*invariants()])} rules", "outcome": "all hold"},
        {"gate": "3 drift", "checked": "the last release", "outcome": f"accepted: {accepted}" if accepted else drift},
    ]
