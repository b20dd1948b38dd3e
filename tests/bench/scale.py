"""What a build costs: against the bare model, with two processes, for one per cent more, and as an archive grows.

    python -m tests.bench.scale FOLDER [--raw RAW] [--articles 400] [--sizes 100 400 1600] [--frame 20000]

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

from flows.cli.embedded import PREFECT_SETTINGS
from flows.read import read_raw
from flows.records import Article
from tests.bench.invented import invent
from tests.bench.steps import Times

SAMPLE_SECONDS = 0.2
TWO = ("--workers", "2")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run took: wall time, CPU time of all its processes, the most memory that they and any one of them held."""

    seconds: float
    cpu_seconds: float
    peak_mb: float
    peak_process_mb: float
    others_cpu_seconds: float = 0.0
    """CPU time that everything else on the machine took meanwhile: what disturbed the wall time."""


def main() -> None:
    """Measure, and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--raw", help="articles to measure with; invented ones if left out")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--sizes", type=int, nargs="*", default=[100, 400, 1600], help="archives that are compared")
    parser.add_argument("--frame", type=int, default=20_000, help="short articles that Prefect's share is measured at")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    texts = _texts(options.raw, options.articles)
    figures = measure(options.folder, texts, options.sizes, options.frame)
    (options.folder / "scale.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    draw(figures, options.folder / "scale.svg")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


def measure(folder: Path, texts: list[str], sizes: list[int], frame: int) -> dict[str, Any]:
    """Run everything once; times are in seconds, ``start`` is what a build of one article takes.

    A first build goes before it and does not count: it also makes Prefect's database.
    """
    one, all_of_them = _write(folder / "one", texts[:1]), _write(folder / "raw", texts)
    _build(folder, one, "first")
    start = _build(folder, one, "start")
    model, ceiling, ceiling_cpu = _measure_model(folder, one, all_of_them)
    build, two = _build(folder, all_of_them, "build"), _build(folder, all_of_them, "two", *TWO)
    full, full_cpu = build.seconds - start.seconds, build.cpu_seconds - start.cpu_seconds
    two_speed = full / (two.seconds - start.seconds)
    figures = {
        "articles": len(texts),
        "words": _words(texts),
        "start": asdict(start),
        "model": asdict(model),
        "build": asdict(build),
        "build_over_model": full / model.seconds,
        "build_over_model_cpu": full_cpu / model.cpu_seconds,
        "two_workers": asdict(two),
        "two_workers_speed": two_speed,
        "two_models_speed": ceiling,
        "two_models_speed_cpu": ceiling_cpu,
        "two_workers_share_of_two_models": two_speed / ceiling,
    }
    figures["one_per_cent"] = _measure_more(folder, texts, one, all_of_them, full, full_cpu)
    figures["prefect"] = _measure_prefect(folder, one, frame, full / len(texts))
    return figures | {"growth": _measure_growth(folder, texts, sizes, start)}


def _measure_model(folder: Path, one: Path, all_of_them: Path) -> tuple[Run, float, float]:
    """The bare model without its start, and how much faster two processes of it are, each with all articles.

    The second is what the machine allows: two virtual cores may share one. The third is the same, of CPU time: what it
    allows where nobody else works on it.
    """
    command = [sys.executable, "-m", "tests.bench.bare"]
    nothing, bare = (_run([*command, str(raw)], folder) for raw in (one, all_of_them))
    both = _run(["sh", "-c", '"$@" & "$@"; wait', "sh", *command, str(all_of_them)], folder)
    alone, alone_cpu = bare.seconds - nothing.seconds, bare.cpu_seconds - nothing.cpu_seconds
    return (
        Run(alone, alone_cpu, bare.peak_mb, bare.peak_process_mb),
        2 * alone / (both.seconds - nothing.seconds),
        4 * alone_cpu / (both.cpu_seconds - 2 * nothing.cpu_seconds),
    )


def _measure_more(
    folder: Path, texts: list[str], one: Path, all_of_them: Path, full: float, full_cpu: float
) -> dict[str, Any]:
    """One per cent more words, in new articles beside those of the last build, without Prefect, against all of them.

    ``share`` has all that it takes, the start of a process and of the model too; ``share_without_start`` less what a
    build of one article takes, of both.

    Args:
        folder: where the builds are.
        texts: the articles that the build ``build`` had.
        one: raw folder of one article.
        all_of_them: raw folder of all.
        full: seconds of a build of all, less those of a build of one article.
        full_cpu: the same in CPU time.
    """
    start, _ = _steps(folder, one, "steps")
    new = list(_one_per_cent(texts))
    _write(all_of_them, new, "new")
    more, _ = _steps(folder, all_of_them, "build")
    took, began = more["all"], start["all"]
    return {
        "new_articles": len(new),
        "new_words": _words(new),
        "steps": more,
        "start": began,
        "share": took["seconds"] / (full + began["seconds"]),
        "share_cpu": took["cpu_seconds"] / (full_cpu + began["cpu_seconds"]),
        "share_without_start": (took["seconds"] - began["seconds"]) / full,
        "share_without_start_cpu": (took["cpu_seconds"] - began["cpu_seconds"]) / full_cpu,
    }


def _measure_prefect(folder: Path, one: Path, count: int, seconds_an_article: float) -> dict[str, Any]:
    """What Prefect adds at ``count`` articles: a build with and without it, of short ones with nothing extracted.

    That leaves the frame, of which Prefect is a larger part than of a build. ``share`` is what it adds, of the time
    that as many articles of usual length would take in one process.
    """
    raw = _write(folder / "frame", [f"{invent(number, 3)} Nota {number}." for number in range(count)])
    runs = {
        (name, kind): _steps(folder, files, f"{name}_{kind}", *TWO, "--nothing-extracted", *options)
        for name, files in (("start", one), ("frame", raw))
        for kind, options in (("plain", ()), ("prefect", ("--prefect",)))
    }
    seconds = {run: times["all"]["seconds"] for run, (times, _) in runs.items()}
    start_seconds = seconds["start", "prefect"] - seconds["start", "plain"]
    added = seconds["frame", "prefect"] - seconds["frame", "plain"]
    added_cpu = runs["frame", "prefect"][1].cpu_seconds - runs["frame", "plain"][1].cpu_seconds
    whole = count * seconds_an_article
    return {
        "articles": count,
        "seconds_without": seconds["frame", "plain"],
        "seconds_with": seconds["frame", "prefect"],
        "start_seconds": start_seconds,
        "added_seconds": added,
        "added_cpu_seconds": added_cpu,
        "seconds_of_usual_articles": whole,
        "share": added / whole,
        "share_without_start": (added - start_seconds) / whole,
        "share_cpu": added_cpu / whole,
    }


def _measure_growth(folder: Path, texts: list[str], sizes: list[int], start: Run) -> dict[int, Any]:
    """Archives of several sizes, in two processes; by words too, as copies may be longer than what they are made of."""
    grown = {}
    for size in sizes:
        copies = list(_copies(texts, size, 0))
        words = _words(copies)
        run = _build(folder, _write(folder / f"raw{size}", copies), f"size{size}", *TWO)
        seconds = run.seconds - start.seconds
        grown[size] = asdict(run) | {
            "words": words,
            "seconds_an_article": seconds / size,
            "seconds_a_thousand_words": seconds / words * 1000,
            "cpu_seconds_a_thousand_words": (run.cpu_seconds - start.cpu_seconds) / words * 1000,
        }
    return grown


def draw(figures: dict[str, Any], path: Path) -> None:
    """Draw time an article and peak memory over the size of the archive."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - half a second, for the picture alone

    growth: dict[int, dict[str, float]] = figures["growth"]
    figure = Figure(figsize=(9, 3.5), layout="constrained")
    left, right = figure.subplots(1, 2)
    for axes, kind, label in (
        (left, "seconds_a_thousand_words", "seconds a thousand words (two processes, without start)"),
        (right, "peak_mb", "peak memory of all processes, MB"),
    ):
        values = [run[kind] for run in growth.values()]
        axes.plot(list(growth), values, marker="o")
        axes.set(xscale="log", ylim=(0, max([*values, 0.001]) * 1.2), xlabel="articles", title=label)
        axes.set_xticks(list(growth), [f"{size:,}" for size in growth])
        axes.minorticks_off()
    figure.savefig(path)


def _texts(raw: str | None, count: int) -> list[str]:
    if raw is None:
        return [invent(number) for number in range(count)]
    articles = [item.text for item in read_raw(raw) if isinstance(item, Article)]
    return articles[:: max(len(articles) // count, 1)][:count]


def _one_per_cent(texts: list[str]) -> Iterator[str]:
    """Copies with a hundredth of the words of all: of articles, not a hundredth of them, as copies may be longer."""
    left = _words(texts) / 100
    for copy in _copies(texts, len(texts), 7):
        if left <= 0:
            return
        left -= _words([copy])
        yield copy


def _words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


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


def _steps(folder: Path, raw: Path, name: str, *options: str) -> tuple[Times, Run]:
    """Build by ``tests.bench.steps`` into a folder of releases of its own."""
    dist, times = folder / "dist" / name, folder / f"{name}.json"
    run = _run([sys.executable, "-m", "tests.bench.steps", str(raw), str(dist), str(times), *options], folder)
    told: Times = json.loads(times.read_text(encoding="utf-8"))
    return told, run


def _run(command: list[str], folder: Path) -> Run:
    environment = {**PREFECT_SETTINGS, **os.environ, "PREFECT_HOME": str(folder / ".prefect"), "OMP_NUM_THREADS": "1"}
    environment.pop("PREFECT_API_URL", None)
    started, before, busy = time.perf_counter(), os.times(), _busy()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as process:
        peak = _Peak(process.pid)
        code = process.wait()
    seconds, after = time.perf_counter() - started, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    if code != 0:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    together, single = peak.stop()
    others = max(_busy() - busy - cpu, 0.0)
    run = Run(round(seconds, 2), round(cpu, 2), round(together / 1e6, 1), round(single / 1e6, 1), round(others, 2))
    sys.stderr.write(
        f"{run.seconds:8.2f} s {run.cpu_seconds:8.2f} s CPU, others {run.others_cpu_seconds:.2f} s, "
        f"{run.peak_mb:8.1f} MB  {' '.join(command[1:])}\n"
    )
    return run


def _busy() -> float:
    """CPU seconds that the machine has worked for anybody."""
    times = psutil.cpu_times()
    return float(sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0))


class _Peak:
    """Watches the memory of a process and all below it, together and of the one that holds most."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._together = self._single = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> tuple[int, int]:
        self._stop.set()
        self._thread.join()
        return self._together, self._single

    def _watch(self) -> None:
        while not self._stop.wait(SAMPLE_SECONDS):
            held = self._look()
            self._together, self._single = max(self._together, sum(held)), max([self._single, *held])

    def _look(self) -> list[int]:
        held = []
        try:
            root = psutil.Process(self._pid)
            for process in [root, *root.children(recursive=True)]:
                held.append(process.memory_info().rss)
        except psutil.NoSuchProcess:  # one ended meanwhile; the next look tells
            pass
        return held


if __name__ == "__main__":
    main()
