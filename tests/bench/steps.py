"""A build's own steps as plain functions, each timed: what it costs without Prefect, and what Prefect adds.

    python -m tests.bench.steps RAW DIST TIMES [--workers 1] [--prefect] [--nothing-extracted]

The flow itself runs, with each of its tasks replaced by the function that the task calls, and its pool by threads; with
``--prefect`` it runs as it is. Writes the seconds to TIMES: of each step wall time and the CPU time of this process, of
the extraction that of all its processes; of all steps together with Prefect's start, where it is there. Importing the
code does not count. With ``--nothing-extracted`` each batch gives a shard without rows: what remains is the frame.
"""

import argparse
import json
import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import ExitStack, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any
from unittest import mock

import flows.build
import flows.tasks
from flows.build import build, run_build
from flows.extract.shard import load_articles
from flows.nlp.pipeline import DEFAULT_MODEL
from flows.publish.index import next_release
from flows.records import Findings
from flows.store.processes import Tools
from flows.store.shards import keep_shard, shard_name
from flows.tasks import extract_batch

STEPS = (
    "read_articles",
    "extract_batches",
    "resolve_articles",
    "leave_out_withdrawn",
    "check_rows",
    "check_rules",
    "check_changes",
    "publish",
)
DAY = "2026-11-28"

Times = dict[str, dict[str, float]]


def main() -> None:
    """Build, and write what each step took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("raw")
    parser.add_argument("dist", type=Path)
    parser.add_argument("times", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--prefect", action="store_true")
    parser.add_argument("--nothing-extracted", action="store_true")
    options = parser.parse_args()
    with ExitStack() as stack:
        if options.nothing_extracted:
            stack.enter_context(mock.patch.object(flows.tasks, "extract_guarded", keep_nothing))
        run = build_with_prefect if options.prefect else build_plainly
        times = run(options.raw, options.dist, options.workers)
    options.times.write_text(json.dumps(times, indent=2) + "\n", encoding="utf-8")


def build_plainly(raw: str, dist: Path, workers: int = 1) -> Times:
    """Run the build without Prefect; gives what each step took by name, and ``all`` of them together."""
    times: Times = {}
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(workers))
        for name in STEPS:
            step = getattr(flows.build, name)
            plain = getattr(step, "fn", step)
            stack.enter_context(mock.patch.object(flows.build, name, _timed(plain, name, times)))
        for name, plain in (
            ("extract_batch", _Pooled(extract_batch.fn, pool)),
            ("as_completed", as_completed),
            ("releasing", lambda task, *_: task),
            ("show_release", lambda *_: None),
        ):
            stack.enter_context(mock.patch.object(flows.build, name, plain))
        with _timing("all", times):
            build.fn(raw, str(dist), next_release(dist, DAY), DEFAULT_MODEL, workers, accept="measuring")
    return times


def build_with_prefect(raw: str, dist: Path, workers: int = 1) -> Times:
    """Run the build as the command does, Prefect's start and end included."""
    times: Times = {}
    with _timing("all", times):
        run_build(raw, str(dist), next_release(dist, DAY), model=DEFAULT_MODEL, workers=workers, accept="measuring")
    return times


def keep_nothing(batch: Path, store: Path, _aside: Path, _tools: Tools) -> list[Path]:
    """Stands for the extraction: the batch's shard has its articles, and nothing that they say."""
    articles = load_articles(batch)
    shard = store / shard_name(articles)
    keep_shard(articles, [Findings(article=each, sentence_count=1, layout=()) for each in articles], [], shard)
    return [shard]


class _Pooled:
    """Stands for a task: what is submitted runs on threads."""

    def __init__(self, function: Callable[..., list[str]], pool: ThreadPoolExecutor) -> None:
        self._function = function
        self._pool = pool

    def submit(self, *arguments: Any) -> Future[list[str]]:
        return self._pool.submit(self._function, *arguments)


def _timed(function: Callable[..., Any], name: str, times: Times) -> Callable[..., Any]:
    @wraps(function)
    def timed(*arguments: Any, **named: Any) -> Any:
        with _timing(name, times):
            return function(*arguments, **named)

    return timed


@contextmanager
def _timing(name: str, times: Times) -> Iterator[None]:
    started, before = time.perf_counter(), sum(os.times()[:4])
    yield
    cpu = sum(os.times()[:4]) - before
    times[name] = {"seconds": round(time.perf_counter() - started, 2), "cpu_seconds": round(cpu, 2)}


if __name__ == "__main__":
    main()
