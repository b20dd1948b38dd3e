"""The command's parts that all others share: the application, where it prints, and options that several take."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

app = typer.Typer(
    help="Spanish news articles in; a published, versioned dataset of names, events, quotes and dates out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)

Raw = Annotated[str, typer.Option(help="Folder (or fsspec URL) of raw article files.")]
Dist = Annotated[Path, typer.Option(help="Folder of releases.")]
Release = Annotated[str | None, typer.Option(help="Name of a release; the latest if left out.")]
Model = Annotated[str, typer.Option(help="Installed spaCy pipeline for tags and parse.")]
Own = Annotated[
    Path | None, typer.Option(help="CSV of your own people and bodies: name, aliases, type, country, wikidata_id.")
]
Workers = Annotated[int, typer.Option(min=1, help="Processes that extract.")]


def today() -> str:
    """The day that a release is named after."""
    return dt.date.today().isoformat()  # noqa: DTZ011 - the operator's own day


def tell_faults(faults: list[str], good: str) -> None:
    """Print what is wrong and end with code 1, or say that all is well."""
    for fault in faults:
        complaints.print(fault, markup=False, soft_wrap=True)
    if faults:
        raise typer.Exit(1)
    console.print(good, markup=False, soft_wrap=True)
