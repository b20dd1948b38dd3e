"""Commands that build releases: once, on a schedule, and whenever files come."""

import os
import shlex
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from flows.cli.app import Dist, Model, Own, Raw, Workers, app, complaints, console, today
from flows.cli.embedded import end_on_interrupt, set_prefect
from flows.cli.progress import shown_progress


@app.command(epilog="Example: teletipo build --raw raw --dist dist --workers 2")
def build(
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    release: Annotated[str | None, typer.Option(help="Name YYYY-MM-DD.N; today's next free one if left out.")] = None,
    model: Model = "es_core_news_sm",
    entities: Own = None,
    workers: Workers = 1,
    accept: Annotated[
        str | None, typer.Option(help="Why a release that differs much from the last one is right.")
    ] = None,
    batch_articles: Annotated[int, typer.Option(min=1, help="Articles a task.")] = 100,
    gold: Annotated[
        Path | None, typer.Option(help="Folder of gold annotations: the release tells its measured accuracy.")
    ] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Extract anew also what the store has.")] = False,
    runner: Annotated[str, typer.Option(help="What the batches run on: local, dask or ray.")] = "local",
    cluster: Annotated[
        str | None, typer.Option(help="Address of a Dask or Ray cluster, such as tcp://10.0.0.1:8786.")
    ] = None,
    exchange: Annotated[
        str | None,
        typer.Option(help="Storage through which workers without a shared folder work, such as s3://bucket/work."),
    ] = None,
) -> None:
    """Build and publish a release of every article in the raw folder."""
    set_prefect()
    end_on_interrupt()
    # Prefect takes 2 s to import and reads its settings then: only the command that needs it pays, after they are set
    from flows.build import run_build
    from flows.progress import watched_by
    from flows.publish.index import next_release

    name = release or next_release(dist, today())
    with shown_progress() as watcher, watched_by(watcher):
        options: dict[str, Any] = {
            "accept": accept,
            "batch_articles": batch_articles,
            "gold": str(gold) if gold else None,
            "fresh": fresh,
            "runner": runner,
            "cluster": cluster,
            "exchange": exchange,
        }
        people = str(entities) if entities else None
        built = run_build(raw, str(dist), name, model=model, people=people, workers=workers, **options)
    _tell(built)


@app.command(
    epilog='Example: teletipo serve --cron "0 * * * *"   (or, from a crontab of your own: teletipo serve --once)'
)
def serve(
    cron: Annotated[str | None, typer.Option(help="When to run: five fields, in UTC. Needs a Prefect server.")] = None,
    once: Annotated[bool, typer.Option("--once", help="Run once, now, and end.")] = False,
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    model: Model = "es_core_news_sm",
    entities: Own = None,
    workers: Workers = 1,
    notify: Annotated[str | None, typer.Option(help="Prefect webhook block to call when a run fails.")] = None,
    timeout_hours: Annotated[float, typer.Option(min=0.001, help="A build that takes longer fails.")] = 24,
) -> None:
    """Build on a schedule; a run that finds nothing new publishes nothing."""
    if once == (cron is not None):
        raise typer.BadParameter("give either --cron or --once")
    options: dict[str, Any] = {"model": model, "workers": workers, "notify": notify, "timeout_hours": timeout_hours}
    if cron is None:
        set_prefect()
        _update(raw, dist, people=str(entities) if entities else None, **options)
        return
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")  # the server's pages show what each run logs
    set_prefect()
    if not os.environ.get("PREFECT_API_URL"):
        raise typer.BadParameter(
            "a schedule needs a server: run `prefect server start`, and set PREFECT_API_URL=http://127.0.0.1:4200/api; "
            "or call `teletipo serve --once` from a crontab"
        )
    from flows.update import serve_updates

    console.print(f"Building {raw} into {dist} at {cron} (UTC); Ctrl-C ends it")
    # the runs start in processes of their own, whose working directory is not this one
    place = raw if "://" in raw else str(Path(raw).resolve())
    people = str(entities.resolve()) if entities else None
    serve_updates(cron, raw=place, dist=str(dist.resolve()), people=people, **options)


@app.command(epilog="Example: teletipo watch --raw raw --every 10")
def watch(
    raw: Annotated[Path, typer.Option(help="Folder of raw article files.")] = Path("raw"),
    dist: Dist = Path("dist"),
    model: Model = "es_core_news_sm",
    entities: Own = None,
    workers: Workers = 1,
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between looks; a file must rest that long.")] = 10,
) -> None:
    """Build whenever files have come into the raw folder and are complete; Ctrl-C ends it."""
    import time
    from functools import partial

    from flows.errors import TeletipoError
    from flows.watch import look_at, settled_changes

    set_prefect()
    console.print(f"Watching {raw}; Ctrl-C ends it")
    for _ in settled_changes(partial(look_at, raw), partial(time.sleep, every)):
        try:
            _update(str(raw), dist, model=model, people=str(entities) if entities else None, workers=workers)
        except TeletipoError as error:  # the next change may mend it
            complaints.print(f"teletipo: {error}", markup=False, soft_wrap=True)


def _update(raw: str, dist: Path, **options: Any) -> None:
    from flows.progress import watched_by
    from flows.runners import check_server
    from flows.update import update

    end_on_interrupt()
    check_server()
    with shown_progress() as watcher, watched_by(watcher):
        built = update(raw, str(dist), **options)
    if built is None:
        console.print(f"Nothing is new in {raw}; the last release stands")
    else:
        _tell(built)


def _tell(built: Any) -> None:
    """Print what a build published: the release, its rows by table, what was turned away, and where to look at it."""
    console.print(f"Release {built.folder.name} is published in {built.folder}", markup=False, soft_wrap=True)
    table = Table("table", "rows", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for table_name, rows in built.rows.items():
        table.add_row(table_name, f"{rows:,}")
    console.print(table)
    if built.known_count:
        console.print(f"{built.extracted_count:,} articles extracted, {built.known_count:,} taken from the store")
    dist = built.folder.parent.parent
    command = "uv run teletipo" if "UV" in os.environ else "teletipo"  # as this one was given
    ask = f"{command} sql" if dist == Path("dist") else f"{command} sql --dist {shlex.quote(str(dist))}"
    if built.rows["rejects"]:
        query = "SELECT source_path, check_name, reason FROM rejects"
        console.print(f'See what was turned away: {ask} "{query}"', markup=False, soft_wrap=True)
    console.print(f'Ask who said what: {ask} "SELECT speaker, words FROM who_said_what"', markup=False, soft_wrap=True)
    console.print(f"Or open in a browser: {built.folder / 'explorer' / 'index.html'}", markup=False, soft_wrap=True)
