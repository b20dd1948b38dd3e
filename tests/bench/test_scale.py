import json
import sys
from pathlib import Path
from unittest import mock

import flows.tasks
from tests.bench import scale, steps
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
    seconds = {"one": 3, "raw": 13, "both": 15.5, "first": 40, "start": 10, "build": 22, "two": 16, "size4": 16}
    seconds |= {"size16": 34, "steps": 2, "build_more": 2.5, "start_plain": 1, "start_prefect": 11}
    seconds |= {"frame_plain": 30, "frame_prefect": 41}

    def run(command, folder):
        taken = _name(command)
        if "tests.bench.steps" in command:
            times = {"all": {"seconds": seconds[taken], "cpu_seconds": 2 * seconds[taken]}}
            Path(command[5]).write_text(json.dumps(times))
        return Run(seconds[taken], 2 * seconds[taken], 500, 300)

    monkeypatch.setattr(scale, "_run", run)
    figures = scale.measure(tmp_path, [invent(number) for number in range(4)], [4, 16], 20)
    assert figures["build_over_model"] == figures["build_over_model_cpu"] == 1.2
    assert figures["two_workers_speed"] == 2
    assert figures["two_models_speed"] == 1.6
    assert round(figures["two_models_speed_cpu"], 2) == 4.21
    assert figures["one_per_cent"]["new_articles"] == 1
    assert figures["one_per_cent"]["share"] == 2.5 / 14
    assert round(figures["one_per_cent"]["share_without_start_cpu"], 3) == 0.042
    assert (figures["prefect"]["start_seconds"], figures["prefect"]["added_seconds"]) == (10, 11)
    assert figures["prefect"]["share"] == 11 / 60
    grown = figures["growth"].values()
    assert [run["seconds_an_article"] for run in grown] == [1.5, 1.5]
    assert all(
        round(run["seconds_a_thousand_words"] * run["words"]) == 1500 * size
        for size, run in zip([4, 16], grown, strict=True)
    )
    assert len((tmp_path / "raw16/articles.jsonl").read_text().splitlines()) == 16
    assert len((tmp_path / "frame/articles.jsonl").read_text().splitlines()) == 20
    scale.draw(figures, tmp_path / "scale.svg")
    assert "<svg" in (tmp_path / "scale.svg").read_text()
    json.dumps(figures)


def _name(command):
    """What a command measures, as the test calls it."""
    if "tests.bench.steps" in command:
        name = Path(command[5]).stem
        return "build_more" if name == "build" else name
    if command[0] == "sh":
        return "both"
    return Path(command[-1] if "tests.bench.bare" in command else command[7]).name


def test_build_plainly_tells_each_step_and_publishes_what_the_flow_does(tmp_path):
    corpus = Path(__file__).parents[1] / "fixtures" / "corpus"
    with mock.patch.object(flows.tasks, "extract_guarded", steps.keep_nothing):
        times = steps.build_plainly(str(corpus), tmp_path, 2)
    assert set(times) == {*steps.STEPS, "all"}
    assert sum(times[step]["seconds"] for step in steps.STEPS) <= times["all"]["seconds"] + 0.1
    manifest = json.loads((tmp_path / "releases" / f"{steps.DAY}.1" / "manifest.json").read_text())
    assert (manifest["tables"]["articles"]["rows"], manifest["tables"]["quotes"]["rows"]) == (4, 0)


def test_run_measures_time_and_memory(tmp_path):
    run = scale._run([sys.executable, "-c", "import time; held = b'1' * 60_000_000; time.sleep(1)"], tmp_path)
    assert run.seconds > 1
    assert run.peak_mb == run.peak_process_mb > 60
    assert 0 < run.cpu_seconds < run.seconds + 1
