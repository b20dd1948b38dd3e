"""The steps of a build as Prefect tasks: over batches of articles, never one task an article."""

import dataclasses
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, repeat
from pathlib import Path
from typing import Any

import polars as pl
from prefect import task
from prefect.cache_policies import NO_CACHE

from flows.check.evaluate import evaluate_release
from flows.check.gates import pass_drift, pass_rows, pass_rules
from flows.errors import SourceError, TransientError
from flows.extract.digests import article_digest
from flows.extract.shard import MEMBERS, frame_schema, write_articles
from flows.progress import report
from flows.publish.metadata.sources import describe_sources
from flows.publish.release import publish_release
from flows.publish.withdrawals import read_withdrawals
from flows.read import list_files, read_records
from flows.records import Article, Reject
from flows.resolve.assemble import resolve_shards
from flows.resolve.withdrawals import drop_withdrawn
from flows.store.batches import extract_guarded
from flows.store.exchange import extract_exchanged
from flows.store.readings import READINGS, Readings
from flows.store.shards import known_articles
from schemas import TABLES
from schemas.table import polars_schema

BATCH_ARTICLES = 100
"""Articles a task: some ten seconds of work against the 50 ms that Prefect takes for one."""

LEAST_BATCH = 10
"""Of several workers one may be alone with the last batch: that has about so many articles, a second or two of work."""

SOURCES = "sources.json"


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading the raw files gave, and where it lies: batches of the articles that no shard has yet."""

    article_count: int
    reject_count: int
    known_count: int
    batches: tuple[str, ...]
    """In the order in which they are to be extracted."""
    batch_counts: tuple[int, ...]
    """How many articles each of them has."""
    shards: tuple[str, ...]


def is_transient(_task: object, _run: object, state: object) -> bool:
    """Prefect's ``retry_condition_fn``: a fault is tried again only if it may pass."""
    try:
        state.result()  # type: ignore[attr-defined]
    except TransientError:
        return True
    except Exception:  # the state carries whatever the task raised; anything else is final
        return False
    return False


@task(cache_policy=NO_CACHE, retries=3, retry_delay_seconds=[1, 10, 60], retry_condition_fn=is_transient)
def read_articles(
    raw: str, store: Path, staging: Path, batch_articles: int = BATCH_ARTICLES, workers: int = 1
) -> Reading:
    """Read every raw file; note what the release is made of, and put what no shard has yet into batches.

    The raw files are listed once: one that comes in meanwhile belongs to the next build. Writes ``wanted.parquet``,
    ``inputs.parquet``, ``rejects.parquet``, ``sources.json`` and ``batches/`` below ``staging``.

    Raises:
        SourceError: there is not one article; a folder that is not mounted looks like that.
    """
    files = list_files(raw)
    known = known_articles(store)
    readings = Readings(store.with_name(READINGS), known)
    shutil.rmtree(staging / "batches", ignore_errors=True)
    (staging / "batches").mkdir(parents=True)
    wanted: list[tuple[str, str, str]] = []
    rejects: list[Reject] = []
    found: Counter[str] = Counter()
    shards: set[str] = set()
    batches: dict[str, int] = {}

    def unknown() -> Iterator[Article]:
        for item in read_records(files, readings.read):
            found[(item.source_path or "").partition("#")[0]] += 1
            if isinstance(item, Reject):
                rejects.append(item)
                continue
            digest = article_digest(item) if isinstance(item, Article) else item.article_digest
            wanted.append((digest, item.article_id, item.source_path))
            report("reading", len(wanted))
            if digest in known:
                shards.add(known[digest])
            elif isinstance(item, Article):
                yield item

    for number, batch in enumerate(_batched(unknown(), batch_sizes(batch_articles, workers))):
        path = staging / "batches" / f"{number:06d}.parquet"
        write_articles(batch, path)
        batches[str(path)] = len(batch)
    readings.save()
    if not wanted:
        raise SourceError(_no_article(raw, rejects))
    pl.DataFrame(wanted, schema=MEMBERS, orient="row").write_parquet(staging / "wanted.parquet")
    rows = [dataclasses.astuple(reject) for reject in rejects]
    pl.DataFrame(rows, schema=frame_schema(Reject), orient="row").write_parquet(staging / "rejects.parquet")
    census = [(file.path, file.size, file.sha256(), found[file.path]) for file in files]
    pl.DataFrame(census, schema=polars_schema(TABLES["inputs"]), orient="row").write_parquet(staging / "inputs.parquet")
    (staging / SOURCES).write_text(json.dumps(describe_sources(files), ensure_ascii=False), encoding="utf-8")
    return Reading(
        article_count=len(wanted),
        reject_count=len(rejects),
        known_count=len(wanted) - sum(1 for digest, _, _ in wanted if digest not in known),
        batches=tuple(reversed(batches)),
        batch_counts=tuple(reversed(batches.values())),
        shards=tuple(sorted(shards)),
    )


@task(cache_policy=NO_CACHE, retries=3, retry_delay_seconds=[1, 10, 60], retry_condition_fn=is_transient)
def extract_exchanged_batch(exchange: str, batch: str, store: str, model: str, people: str | None) -> list[str]:
    """Say what the articles of a batch say, on a machine that shares no folder with the build; see ``Exchange``.

    Returns:
        Its shards, as the exchange names them.
    """
    return extract_exchanged(exchange, batch, store, model, people)


@task(cache_policy=NO_CACHE)
def extract_batch(batch: str, store: str, aside: str, model: str, people: str | None) -> list[str]:
    """Say what the articles of a batch say, into the store; paths alone go to the worker and come back.

    Returns:
        The folders of its shards: one, or several where an article at fault had to be found.
    """
    return [str(shard) for shard in extract_guarded(Path(batch), Path(store), Path(aside), (model, people))]


@task(cache_policy=NO_CACHE)
def resolve_articles(shards: list[str], staging: Path) -> Path:
    """Compare the articles with one another; every table of the release then lies in a database below ``staging``.

    Returns:
        The database file.
    """
    return resolve_shards([Path(shard) for shard in shards], staging)


@task(cache_policy=NO_CACHE)
def leave_out_withdrawn(database: Path, dist: Path) -> int:
    """Remove what was withdrawn from ``dist`` for good, so that no build brings it back."""
    return drop_withdrawn(database, read_withdrawals(dist))


@task(cache_policy=NO_CACHE)
def check_rows(database: Path) -> int:
    """Gate 1: move every row that fails a check of its table to ``rejects``."""
    return pass_rows(database)


@task(cache_policy=NO_CACHE)
def check_rules(database: Path) -> None:
    """Gate 2: rules across tables."""
    pass_rules(database)


@task(cache_policy=NO_CACHE)
def check_changes(database: Path, dist: Path, previous: Path | None, accept: str | None) -> None:
    """Gate 3: drift against the last release."""
    pass_drift(database, previous, accept, read_withdrawals(dist))


@task(cache_policy=NO_CACHE)
def publish(
    database: Path,
    dist: Path,
    release: str,
    model: str,
    people: str | None,
    accept: str | None,
    raw: str,
    gold: str | None,
) -> Path:
    """Write the release aside, measured if there is gold; move it into place, and point the index at it.

    Returns:
        The release's folder.
    """

    def measure(folder: Path) -> dict[str, Any]:
        return evaluate_release(folder, Path(str(gold)), raw).as_dict()

    return publish_release(
        database,
        dist,
        release,
        model=model,
        people=people,
        accept=accept,
        sources=json.loads((database.parent / SOURCES).read_text(encoding="utf-8")),
        measure=measure if gold else None,
    )


def _no_article(raw: str, rejects: list[Reject]) -> str:
    if not rejects:
        return f"{raw} holds no file; put article files there, or name another folder with --raw"
    checks = Counter(reject.check_name for reject in rejects)
    counts = ", ".join(f"{check} {count:,}" for check, count in sorted(checks.items()))
    first = f"{rejects[0].source_path}: {rejects[0].reason}"
    return f"{raw} holds no article, only what was turned away ({counts}), such as {first}"


def batch_sizes(most: int, workers: int) -> Iterator[int]:
    """Articles of each batch, from the last that is extracted: small ones, so that all workers end at nearly one time.

    >>> [*islice(batch_sizes(100, 2), 8)]
    [12, 12, 25, 25, 50, 50, 100, 100]

    The number of articles is not known while they are read, so what is read first is extracted last.
    """
    for halvings in range(most.bit_length(), 0, -1):
        if workers > 1 and most >> halvings >= LEAST_BATCH:
            yield from repeat(most >> halvings, workers)
    yield from repeat(most)


def _batched(articles: Iterator[Article], sizes: Iterator[int]) -> Iterator[list[Article]]:
    """Batches of such sizes; a rest that is not worth the start of a process goes with the batch before."""
    held: list[Article] = []
    for size in sizes:
        batch = [*islice(articles, size)]
        if len(batch) < min(size, LEAST_BATCH):
            held += batch
            break
        if held:
            yield held
        held = batch
    if held:
        yield held
