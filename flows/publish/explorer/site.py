"""Writing the explorer's files: one page, its style and script, and data files that the script loads as it needs them.

A page that is opened from the file system may not fetch files, but may load scripts: so each data file is a script that
hands over its rows.
"""

import json
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from flows.publish.explorer import contents
from flows.publish.explorer.charts import month_chart, place_map
from flows.word_lists import parse_words
from schemas.vocabularies import EVENT_TYPES, STATUSES

PART_CHARS = 400_000
"""Characters of a data file: small enough that one article's text comes at once, large enough that files stay few."""

PLAIN_ROWS = 300
"""Rows of each table that stand in the page itself, for those who read it without script."""


def write_explorer(con: duckdb.DuckDBPyConnection, target: Path, facts: dict[str, Any]) -> None:
    """Write the explorer of a release into the folder ``target``; the same release gives the same bytes.

    Args:
        con: has the release's tables and views.
        target: folder to make.
        facts: what the page says of the release: ``release``, ``schema_version``, ``model``, ``previous``, and
            ``accuracy`` as the manifest has it (None: not measured).
    """
    (target / "data").mkdir(parents=True)
    heads, texts = contents.articles(con)
    kinds = {
        "events": contents.events(con),
        "quotes": contents.quotes(con),
        "entities": contents.entities(con),
        "articles": heads,
        "texts": texts,
    }
    parts = {kind: _write_parts(rows, kind, target / "data") for kind, rows in kinds.items()}
    for asset in ("explorer.css", "explorer.js"):
        (target / asset).write_text(_asset(asset), encoding="utf-8")
    words = parse_words(_asset("words.yml"))
    places = contents.places(con)
    glance = contents.glance(con)
    meanings = {"event_types": EVENT_TYPES, "statuses": STATUSES}
    page = (
        _environment()
        .get_template("page.html")
        .render(
            facts=facts,
            glance=glance,
            words=words,
            meanings=meanings,
            plain={kind: rows[:PLAIN_ROWS] for kind, rows in kinds.items()},
            counts={kind: len(rows) for kind, rows in kinds.items()},
            heads={head["id"]: head for head in heads},
            places=places,
            map=place_map(places),
            months=month_chart(contents.months(con), words["quad_classes"]),
            told={"release": facts["release"], "parts": parts, "words": words},
        )
    )
    (target / "index.html").write_text(page, encoding="utf-8")


def _write_parts(rows: Iterable[dict[str, Any]], kind: str, folder: Path) -> list[int]:
    """Write rows to data files; gives the number of the first row of each."""
    firsts, number = [], 0
    for part, lines in enumerate(_parts(rows)):
        content = f'teletipo.take("{kind}",{part},[\n' + ",\n".join(lines) + "\n]);\n"
        (folder / f"{kind}-{part}.js").write_text(content, encoding="utf-8")
        firsts.append(number)
        number += len(lines)
    return firsts


def _parts(rows: Iterable[dict[str, Any]]) -> Iterator[list[str]]:
    lines: list[str] = []
    size = 0
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        if lines and size + len(line) > PART_CHARS:
            yield lines
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield lines


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("flows.publish.explorer", "."),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["thousands"] = lambda number: f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    environment.filters["web"] = lambda url: url if (url or "").startswith(("https://", "http://")) else None
    return environment


def _asset(name: str) -> str:
    return resources.files("flows.publish.explorer").joinpath(name).read_text(encoding="utf-8")
