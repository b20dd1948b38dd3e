"""What a build costs: against the bare model, with two processes, for one per cent more, and as an archive grows.

    python -m tests.bench.scale FOLDER [--raw RAW] [--articles 100] [--growth 1 4 16]

Writes FOLDER/scale.json and FOLDER/scale.svg. Without RAW it reads invented articles. The tests do not run it; they
only check that it counts right. Machines are noisy: all runs are of one machine in one go, and the ratios count; those
of CPU time hold also on a machine that does other things meanwhile.
"""

import argparse
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import psutil

from flows.read import read_raw
from flows.records import Article
from tests.bench.invented import invent

SAMPLE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: wall time, CPU time of all its processes, and the most memory that they held together."""

    seconds: float
    cpu_seconds: float
    peak_mb: float


def main() -> None:
    """Measure, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--raw", help="articles to measure with; invented ones if left out")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--growth", type=int, nargs="*", default=[1, 4, 16])
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    texts = _texts(options.raw, options.articles)
    figures = measure(options.folder, texts, options.growth)
    (options.folder / "scale.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    draw(figures, options.folder / "scale.svg")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


def measure(folder: Path, texts: list[str], growth: list[int]) -> dict[str, Any]:
    """Run everything once; times are in seconds, ``start`` is what a build of one article takes.

    A first build goes before it and does not count: it also makes Prefect's database.
    """
    one, all_of_them = _write(folder / "one", texts[:1]), _write(folder / "raw", texts)
    _build(folder, one, "first")
    start = _build(folder, one, "start")
    bare = _run([sys.executable, "-m", "tests.bench.bare", str(all_of_them)], folder)
    nothing = _run([sys.executable, "-m", "tests.bench.bare", str(one)], folder)
    build, two = _build(folder, all_of_them, "build"), _build(folder, all_of_them, "two", "--workers", "2")
    _write(all_of_them, list(_copies(texts, len(texts) // 100 + 1, 7)), "new")
    more = _build(folder, all_of_them, "build")
    grown = {}
    for times in growth:
        raw = _write(folder / f"raw{times}", list(_copies(texts, times * len(texts), 0)))
        grown[times] = _build(folder, raw, f"times{times}", "--workers", "2")
    model = bare.seconds - nothing.seconds
    full = build.seconds - start.seconds
    full_cpu = build.cpu_seconds - start.cpu_seconds
    return {
        "articles": len(texts),
        "words": sum(len(text.split()) for text in texts),
        "start": asdict(start),
        "bare_seconds": model,
        "build": asdict(build),
        "build_over_bare": full / model,
        "build_over_bare_cpu": full_cpu / (bare.cpu_seconds - nothing.cpu_seconds),
        "two_workers": asdict(two),
        "two_workers_speed": full / (two.seconds - start.seconds),
        "one_per_cent": asdict(more),
        "one_per_cent_share": (more.seconds - start.seconds) / full,
        "one_per_cent_share_cpu": (more.cpu_seconds - start.cpu_seconds) / full_cpu,
        "growth": {times: asdict(run) for times, run in grown.items()},
        "seconds_an_article": {
            times: (run.seconds - start.seconds) / (times * len(texts)) for times, run in grown.items()
        },
    }


def draw(figures: dict[str, Any], path: Path) -> None:
    """Draw time an article and peak memory over the size of the archive."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - half a second, for the picture alone

    growth: dict[int, dict[str, float]] = figures["growth"]
    seconds: dict[int, float] = figures["seconds_an_article"]
    sizes = [times * int(str(figures["articles"])) for times in growth]
    figure = Figure(figsize=(9, 3.5), layout="constrained")
    left, right = figure.subplots(1, 2)
    for axes, values, label in (
        (left, list(seconds.values()), "seconds an article (two processes, without start)"),
        (right, [run["peak_mb"] for run in growth.values()], "peak memory of all processes, MB"),
    ):
        axes.plot(sizes, values, marker="o")
        axes.set(xscale="log", ylim=(0, max([*values, 0.001]) * 1.2), xlabel="articles", title=label)
        axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
        axes.minorticks_off()
    figure.savefig(path)


def _texts(raw: str | None, count: int) -> list[str]:
    if raw is None:
        return [invent(number) for number in range(count)]
    articles = [item.text for item in read_raw(raw) if isinstance(item, Article)]
    return articles[:: max(len(articles) // count, 1)][:count]


def _copies(texts: list[str], count: int, salt: int) -> Iterator[str]:
    """Make articles of the lines of others: as long and as varied as these, and no two alike.

    The n-th takes the place of its i-th line from another article each time, so that two share a line at most seldom.
    """
    lines = [[line for line in text.split("\n") if line.strip()] for text in texts]
    for number in range(count):
        turn, own = divmod(number, len(texts))
        picked = []
        for index in range(len(lines[own])):
            other = lines[(own + (turn + salt) * (index + 1)) % len(texts)]
            picked.append(other[index % len(other)])
        yield "\n".join(picked)


def _write(folder: Path, texts: list[str], name: str = "articles") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    rows = [json.dumps({"id": f"{name}{number}", "text": text}) for number, text in enumerate(texts)]
    (folder / f"{name}.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def _build(folder: Path, raw: Path, name: str, *options: str) -> Run:
    command = [sys.executable, "-m", "flows.cli", "build", "--raw", str(raw), "--dist", str(folder / "dist" / name)]
    accept = ["--accept", "measuring"]
    return _run([*command, *accept, *options], folder)


def _run(command: list[str], folder: Path) -> Run:
    environment = {**os.environ, "PREFECT_HOME": str(folder / ".prefect"), "OMP_NUM_THREADS": "1"}
    environment.pop("PREFECT_API_URL", None)
    started, before = time.perf_counter(), os.times()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        peak = _Peak(process.pid)
        code = process.wait()
    seconds, after = time.perf_counter() - started, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    if code != 0:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    run = Run(round(seconds, 2), round(cpu, 2), round(peak.stop() / 1e6, 1))
    sys.stderr.write(
        f"{run.seconds:8.2f} s {run.cpu_seconds:8.2f} s CPU {run.peak_mb:8.1f} MB  {' '.join(command[1:])}\n"
    )
    return run


class _Peak:
    """Watches the memory of a process and all below it."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._peak = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> int:
        self._stop.set()
        self._thread.join()
        return self._peak

    def _watch(self) -> None:
        while not self._stop.wait(SAMPLE_SECONDS):
            self._peak = max(self._peak, self._look())

    def _look(self) -> int:
        total = 0
        try:
            root = psutil.Process(self._pid)
            for process in [root, *root.children(recursive=True)]:
                total += process.memory_info().rss
        except psutil.NoSuchProcess:  # one ended meanwhile; the next look tells
            pass
        return total


if __name__ == "__main__":
    main()
