import json
import sys

from tests.bench import scale
from tests.bench.invented import invent
from tests.bench.scale import Run


def test_copies_share_no_line_at_the_same_place():
    texts = [invent(number) for number in range(20)]
    copies = list(scale._copies(texts, 80, 0))
    assert len(copies) == len(set(copies)) == 80
    assert copies[:20] == texts
    shared = [len({*copies[0].split("\n")} & {*other.split("\n")}) for other in copies[20:]]
    assert max(shared) <= 1


def test_measure_tells_ratios_without_the_start_and_draws_them(tmp_path, monkeypatch):
    seconds = {"one": 3, "raw": 13, "first": 40, "start": 10, "build": 22, "two": 16, "times1": 16, "times4": 34}
    taken = []

    def run(command, folder):
        name = command[-1].rpartition("/")[2] if "tests.bench.bare" in command else command[7].rpartition("/")[2]
        taken.append(name)
        taken_seconds = 10.5 if taken.count(name) == 2 else seconds[name]
        return Run(taken_seconds, 2 * taken_seconds, 500)

    monkeypatch.setattr(scale, "_run", run)
    figures = scale.measure(tmp_path, [invent(number) for number in range(4)], [1, 4])
    assert figures["build_over_bare"] == 1.2
    assert figures["build_over_bare_cpu"] == 1.2
    assert figures["two_workers_speed"] == 2
    assert round(figures["one_per_cent_share"], 3) == 0.042
    assert figures["seconds_an_article"] == {1: 1.5, 4: 1.5}
    assert len((tmp_path / "raw4/articles.jsonl").read_text().splitlines()) == 16
    scale.draw(figures, tmp_path / "scale.svg")
    assert "<svg" in (tmp_path / "scale.svg").read_text()
    json.dumps(figures)


def test_run_measures_time_and_memory(tmp_path):
    run = scale._run([sys.executable, "-c", "import time; held = b'1' * 60_000_000; time.sleep(1)"], tmp_path)
    assert run.seconds > 1
    assert run.peak_mb > 60
    assert 0 < run.cpu_seconds < run.seconds + 1
