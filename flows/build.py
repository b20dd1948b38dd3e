"""The flow that turns raw articles into a release; it reads as a table of contents."""

import json
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.futures import PrefectFuture, as_completed

from flows.artifacts import show_release
from flows.assets import releasing
from flows.check.gold import load_gold
from flows.errors import StopError
from flows.nlp.known_names import load_people
from flows.nlp.pipeline import DEFAULT_MODEL, check_model
from flows.progress import report
from flows.publish.index import check_free, only_writer, read_index, recover
from flows.publish.layout import MANIFEST, RELEASES, STAGING
from flows.read import check_root
from flows.runners import check_server, task_runner
from flows.store.exchange import ASIDE, BATCHES, LISTS, Exchange
from flows.store.processes import Tools, end_processes
from flows.store.shards import store_folder
from flows.tasks import (
    BATCH_ARTICLES,
    Reading,
    check_changes,
    check_rows,
    check_rules,
    extract_batch,
    extract_exchanged_batch,
    leave_out_withdrawn,
    publish,
    read_articles,
    resolve_articles,
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did: the release's folder, its rows by table, and how many articles were extracted anew."""

    folder: Path
    rows: dict[str, int]
    extracted_count: int
    known_count: int


@flow(name="build", validate_parameters=False)
def build(
    raw: str,
    dist: str,
    release: str,
    model: str = DEFAULT_MODEL,
    workers: int = 1,
    people: str | None = None,
    accept: str | None = None,
    batch_articles: int = BATCH_ARTICLES,
    gold: str | None = None,
    fresh: bool = False,
    exchange: str | None = None,
) -> BuildReport:
    """Build a release of every article below ``raw``.

    Args:
        raw: folder (or fsspec URL) of article files.
        dist: folder of releases.
        release: name of the new release.
        model: installed spaCy pipeline for tags and parse.
        workers: processes that extract.
        people: CSV file of a newsroom's own names, which win over ours.
        accept: why a release that differs much from the last one is right.
        batch_articles: articles a task; the release does not depend on it.
        gold: folder of gold annotations that the release is measured against.
        fresh: extract every article anew, also those that the store has.
        exchange: storage through which workers that share no folder with the build get batches and give shards.
    """
    check_request(raw, dist, release, model, people, gold, exchange)
    root = Path(dist)
    store = store_folder(root, model, people)
    staging = root / STAGING
    with only_writer(root):
        recover(root)  # what a build that was interrupted left
        if fresh:
            shutil.rmtree(store, ignore_errors=True)
        store.mkdir(parents=True, exist_ok=True)
        staging.mkdir(parents=True)
        if exchange is not None and not fresh:
            Exchange(exchange).fetch_store(store)
        reading = read_articles(raw, store, staging, batch_articles, workers)
        shards = extract_batches(reading, store, staging, (model, people), exchange)
        database = resolve_articles(shards, staging)
        leave_out_withdrawn(database, root)
        check_rows(database)
        check_rules(database)
        check_changes(database, root, last_manifest(root), accept)
        published = releasing(publish, raw, root / RELEASES / release)
        folder = published(database, root, release, model, people, accept, raw, gold)
        shutil.rmtree(staging)
    built = BuildReport(folder, row_counts(folder), reading.article_count - reading.known_count, reading.known_count)
    show_release(folder, built.extracted_count, built.known_count)
    return built


def run_build(
    raw: str,
    dist: str,
    release: str,
    *,
    model: str,
    workers: int,
    people: str | None = None,
    timeout_seconds: float | None = None,
    runner: str = "local",
    cluster: str | None = None,
    **options: Any,
) -> BuildReport:
    """Run the flow ``build`` on what ``task_runner`` gives; ``options`` are the flow's own.

    What can be refused is refused before Prefect starts its server, which takes 10 s. A build that takes longer than
    ``timeout_seconds`` fails once the batches that are being extracted are done.

    Raises:
        StopError: it cannot be built, or took too long.
    """
    check_request(raw, dist, release, model, people, options.get("gold"), options.get("exchange"))
    check_server()
    configured = build.with_options(task_runner=task_runner(runner, workers, cluster), timeout_seconds=timeout_seconds)
    try:
        built: BuildReport = configured(raw, dist, release, model, workers, people, **options)
    except TimeoutError as error:
        raise StopError(
            f"the build took longer than {timeout_seconds:g} seconds; what was extracted is kept, and the next build "
            "goes on from there: run it again, with more workers or a later time-out"
        ) from error
    return built


def check_request(
    raw: str, dist: str, release: str, model: str, people: str | None, gold: str | None, exchange: str | None = None
) -> None:
    """Refuse at once what would stop a build only at its end, after hours of a large one.

    Raises:
        StopError: no such raw folder or model, a name that is none or taken, a list of own names, gold or an exchange
            that cannot be used.
    """
    check_root(raw)
    check_free(Path(dist), release)
    check_model(model)
    if people is not None:
        load_people(Path(people))
    if gold is not None:
        load_gold(Path(gold))
    if exchange is not None:
        Exchange(exchange)


def extract_batches(
    reading: Reading, store: Path, staging: Path, tools: Tools, exchange: str | None = None
) -> list[str]:
    """Extract every batch, as many at a time as there are workers; gives the shards of known and new articles."""
    new = reading.article_count - reading.known_count
    report("extracting", 0, new)
    shards = set(reading.shards)
    aside = staging.resolve() / "aside"
    submit = partial(_submit, store, aside, tools) if exchange is None else partial(_send, exchange, store, tools)
    counts = {submit(Path(batch)): count for batch, count in zip(reading.batches, reading.batch_counts, strict=True)}
    extracted = 0
    try:
        for future in as_completed([*counts]):
            done = future.result()
            shards.update(done if exchange is None else _fetch(exchange, done, store, aside))
            extracted += counts[future]
            report("extracting", extracted, new)
    finally:
        end_processes()
    return sorted(shards)


def _submit(store: Path, aside: Path, tools: Tools, batch: Path) -> PrefectFuture[list[str]]:
    """Have a batch extracted by a worker that has the same folders, though not this working directory."""
    model, people = tools
    listed = None if people is None else str(Path(people).resolve())
    return extract_batch.submit(str(batch.resolve()), str(store.resolve()), str(aside), model, listed)


def _send(exchange: str, store: Path, tools: Tools, batch: Path) -> PrefectFuture[list[str]]:
    """Have a batch extracted by a worker that reaches the exchange alone."""
    model, people = tools
    listed = None if people is None else Exchange(exchange).send_file(Path(people), LISTS)
    sent = Exchange(exchange).send_file(batch, BATCHES)
    return extract_exchanged_batch.submit(exchange, sent, store.name, model, listed)


def _fetch(exchange: str, shards: list[str], store: Path, aside: Path) -> list[str]:
    """Bring the shards that a worker has put on the exchange."""
    return [
        str(Exchange(exchange).fetch_shard(shard, aside if shard.startswith(f"{ASIDE}/") else store))
        for shard in shards
    ]


def last_manifest(dist: Path) -> Path | None:
    """The manifest of the latest release; None if there is none, or its files are gone."""
    latest = read_index(dist)["latest"]
    manifest = dist / RELEASES / str(latest) / MANIFEST
    return manifest if latest and manifest.is_file() else None


def row_counts(folder: Path) -> dict[str, int]:
    """Rows by table of a release, as its manifest has them."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return {table: facts["rows"] for table, facts in manifest["tables"].items()}
