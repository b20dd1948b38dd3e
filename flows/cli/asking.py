"""Commands that ask releases: what there are, what stands in them, why, how good it is, and what changed."""

import csv as csv_writer
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.cells import cell_len
from rich.table import Column, Table
from rich.text import Text

from flows.cli.app import Dist, Raw, Release, app, console


class Output(StrEnum):
    """How a query's answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command(epilog="Example: teletipo releases")
def releases(dist: Dist = Path("dist")) -> None:
    """List the releases, the latest last."""
    from flows.publish.index import read_index

    index = read_index(dist)
    table = Table("release", "status", "schema", "previous", "manifest sha256", box=None, pad_edge=False)
    for entry in index["releases"]:
        table.add_row(
            entry["release"],
            entry["status"],
            entry["schema_version"],
            entry["previous"] or "",
            entry["manifest_sha256"][:16],
        )
    console.print(table if index["releases"] else f"{dist} has no release yet; run `teletipo build` first")


@app.command(epilog="Example: teletipo sql \"SELECT speaker, words FROM who_said_what WHERE speaker = 'Victor Cha'\"")
def sql(
    query: Annotated[str | None, typer.Argument(help="SQL over the release's tables and views.")] = None,
    file: Annotated[
        Path | None, typer.Option(exists=True, dir_okay=False, help="File with the SQL, in the query's place.")
    ] = None,
    dist: Dist = Path("dist"),
    release: Release = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a row.")] = False,
) -> None:
    """Ask a release a question in SQL."""
    from flows.publish.index import find_release
    from flows.publish.query import run_query

    if (query is None) == (file is None):
        raise typer.BadParameter("give either a query or --file")
    asked = query if file is None else file.read_text(encoding="utf-8")
    output = Output.CSV if csv else Output.JSON if as_json else Output.TABLE
    columns, rows = run_query(find_release(dist, release), asked or "")
    _print_rows(columns, rows, output)


@app.command(name="explain", epilog="Example: teletipo explain e_00c0ffee00c0ffee")
def explain_(
    asked_id: Annotated[str, typer.Argument(metavar="ID", help="entity_id or event_id, also of an earlier release.")],
    dist: Dist = Path("dist"),
    release: Release = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Tell why names are one entity, or mentions one event: articles, mentions, and the rule of each join."""
    from flows.publish.explain import as_text, explain
    from flows.publish.index import find_release

    told = explain(find_release(dist, release), asked_id)
    if as_json:
        sys.stdout.write(json.dumps(told.as_dict(), ensure_ascii=False, default=str) + "\n")
    else:
        sys.stdout.write(as_text(told))


@app.command(epilog="Example: teletipo evaluate tests/gold")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold annotations, one JSON file an article.")],
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    release: Release = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Measure a release against gold annotations: precision, recall and F1 of each layer."""
    from flows.check.evaluate import evaluate_release
    from flows.publish.index import find_release

    scores = evaluate_release(find_release(dist, release), gold, raw)
    if as_json:
        console.print_json(json.dumps(scores.as_dict(), ensure_ascii=False))
        return
    table = Table("layer", "precision", "recall", "F1", "found", "gold", box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    for layer, score in scores.layers.items():
        figures = (f"{score.precision:.3f}", f"{score.recall:.3f}", f"{score.f1:.3f}")
        table.add_row(layer, *figures, str(score.found), str(score.gold))
    for layer, accuracy in scores.accuracies.items():
        table.add_row(layer, "", "", f"{accuracy.share:.3f}", "", str(accuracy.count))
    console.print(table)
    console.print(
        f"{scores.article_count} gold articles, missing from the release: {', '.join(scores.missing) or 'none'}"
    )


@app.command(epilog="Example: teletipo diff 2024-06-20.1 2024-06-21.1 > CHANGES.md")
def diff(
    before: Annotated[str, typer.Argument(help="Name of the earlier release.")],
    after: Annotated[str, typer.Argument(help="Name of the later release.")],
    dist: Dist = Path("dist"),
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Tell what changed between two releases: rows by table, articles in and out, ids merged and split, the schema."""
    from flows.publish.changelog import as_markdown, diff_releases
    from flows.publish.index import find_release

    found = diff_releases(find_release(dist, before), find_release(dist, after))
    sys.stdout.write(json.dumps(found.as_dict(), indent=2) + "\n" if as_json else as_markdown(found))


@app.command(epilog="Example: teletipo dictionary > dictionary.md")
def dictionary() -> None:
    """Print the data dictionary: every table and column, generated from the schemas."""
    from flows.publish.dictionary import dictionary as describe

    sys.stdout.write(describe())


def _print_rows(columns: list[str], rows: list[tuple[Any, ...]], output: Output) -> None:
    if output is Output.JSON:
        for row in rows:
            sys.stdout.write(json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False, default=str) + "\n")
        return
    if output is Output.CSV:
        writer = csv_writer.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
        return
    cells = [["" if value is None else str(value) for value in row] for row in rows]
    space = console.width - 3 * len(columns) - 1
    widths = _fitted([list(column) for column in zip(columns, *cells, strict=True)], space)
    if widths:
        table = Table(*(Column(name, width=width) for name, width in zip(columns, widths, strict=True)))
        for written in cells:
            table.add_row(*map(Text, written))  # as text: "[sic]" is no markup
        console.print(table)
    else:
        _print_records(columns, cells)
    console.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}")


def _fitted(columns: list[list[str]], space: int) -> list[int]:
    """How wide columns are that fit a space and cut no word, as an id in part is of no use; none where none fit."""
    least = [max(map(cell_len, " ".join(column).split()), default=1) for column in columns]
    if sum(least) > space:
        return []
    widths = [min(max(map(cell_len, column)), space) for column in columns]
    while sum(widths) > space:
        most = max(range(len(widths)), key=lambda at: widths[at] - least[at])
        widths[most] -= 1
    return widths


def _print_records(columns: list[str], rows: list[list[str]]) -> None:
    """Print a line a value, without those that are NULL."""
    for number, row in enumerate(rows, start=1):
        console.print(f"row {number:,}", style="bold")
        for name, value in zip(columns, row, strict=True):
            if value:
                console.print(f"  {name}: {value}", markup=False, soft_wrap=True)
