"""Writing the explorer's files: one page, its style and script, and data files that the script loads as it needs them.

A page that is opened from the file system may not fetch files, but may load scripts: so each data file is a script that
hands over its rows.
"""

import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from flows.publish.explorer.articles import articles, texts
from flows.publish.explorer.charts import month_chart, place_map
from flows.publish.explorer.events import events
from flows.publish.explorer.names import names, profiles
from flows.publish.explorer.overview import glance, months, places
from flows.publish.explorer.quantities import quantities
from flows.publish.explorer.quotes import quotes
from flows.publish.explorer.shown import SURE, SURE_PARTY, Row, as_line, choose_rows
from flows.word_lists import parse_words

PART_CHARS = 400_000
"""Characters of a data file: small enough that one article's text comes at once, large enough that files stay few."""

PLAIN_ROWS = 300
"""Rows of each table that stand in the page itself, for those who read it without script."""


@dataclass(frozen=True, slots=True)
class Written:
    """The data files of a kind: the number of the first row of each, how many rows they hold, and the first rows."""

    firsts: list[int]
    count: int
    plain: list[Row]


def write_explorer(con: duckdb.DuckDBPyConnection, target: Path, facts: dict[str, Any]) -> None:
    """Write the explorer of a release into the folder ``target``; the same release gives the same bytes.

    Args:
        con: has the release's tables and views; gets temporary tables of the rows that are shown.
        target: folder to make.
        facts: what the page says of the release: ``release``, ``schema_version``, ``model``, ``previous``, and
            ``accuracy`` as the manifest has it (None: not measured).
    """
    (target / "data").mkdir(parents=True)
    choose_rows(con)
    heads = list(articles(con))
    kinds = {"events": events, "quotes": quotes, "quantities": quantities}
    kinds |= {"entities": names, "profiles": profiles, "texts": texts}
    written = {"articles": _write_parts(map(as_line, heads), "articles", target / "data")}
    written |= {kind: _write_parts(rows(con), kind, target / "data") for kind, rows in kinds.items()}
    for asset in ("explorer.css", "explorer.js"):
        (target / asset).write_text(_asset(asset), encoding="utf-8")
    words = parse_words(_asset("words.yml"))
    seen, on_map = glance(con), places(con)
    page = (
        _environment()
        .get_template("page.html")
        .render(
            facts=facts,
            glance=seen,
            words=words,
            plain={kind: parts.plain for kind, parts in written.items()},
            counts={kind: parts.count for kind, parts in written.items()} | {"places": len(on_map)},
            heads={head["id"]: head for head in heads},
            places=on_map,
            map=place_map(on_map),
            months=month_chart(months(con), words["quad_classes"]),
            told={
                "release": facts["release"],
                "parts": {kind: parts.firsts for kind, parts in written.items()},
                "totals": {kind: seen[kind] for kind in ("events", "quotes")},
                "words": words,
                "sure": {"row": SURE, "party": SURE_PARTY},
            },
        )
    )
    (target / "index.html").write_text(page, encoding="utf-8")


def _write_parts(rows: Iterable[str], kind: str, folder: Path) -> Written:
    """Write rows to data files, holding those of one file at a time."""
    rest = iter(rows)
    plain = list(itertools.islice(rest, PLAIN_ROWS))
    firsts, number = [], 0
    for part, lines in enumerate(_parts(itertools.chain(plain, rest))):
        content = f'teletipo.take("{kind}",{part},[\n' + ",\n".join(lines) + "\n]);\n"
        (folder / f"{kind}-{part}.js").write_text(content, encoding="utf-8")
        firsts.append(number)
        number += len(lines)
    return Written(firsts, number, [json.loads(line) for line in plain])


def _parts(rows: Iterable[str]) -> Iterator[list[str]]:
    lines: list[str] = []
    size = 0
    for line in rows:
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
    environment.filters["figure"] = lambda number: format_decimal(number, "#,##0.######", locale="es")
    environment.filters["web"] = lambda url: url if (url or "").startswith(("https://", "http://")) else None
    return environment


def _asset(name: str) -> str:
    return resources.files("flows.publish.explorer").joinpath(name).read_text(encoding="utf-8")
