"""The main job as people run it: the command, on a small corpus of invented articles with some faults."""

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.build import check_request
from flows.errors import SourceError, StopError
from flows.extract.digests import article_digest
from flows.publish.database import open_release
from flows.tasks import batch_sizes, read_articles

CORPUS = Path(__file__).parents[1] / "fixtures" / "corpus"
RELEASE = "2024-05-08.1"


def teletipo(*arguments, cwd):
    # a home of its own, so that neither a server nor settings of the machine are used
    environment = {**os.environ, "PREFECT_HOME": str(cwd / ".prefect"), "NO_COLOR": "1", "COLUMNS": "120"}
    environment.pop("PREFECT_API_URL", None)
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300, check=False)


def build(cwd, *options, raw=CORPUS, release=RELEASE):
    return teletipo("build", "--raw", raw, "--dist", cwd / "dist", "--release", release, *options, cwd=cwd)


@pytest.fixture(scope="module")
def one_process(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    return folder, build(folder)


def query(folder, sql):
    with open_release(folder / "dist" / "releases" / RELEASE) as con:
        return con.sql(sql).fetchall()


def test_build_publishes_and_says_so(one_process):
    folder, done = one_process
    assert done.returncode == 0, done.stderr
    assert f"Release {RELEASE} is published" in done.stdout
    assert done.stderr == ""
    assert json.loads((folder / "dist/index.json").read_text())["latest"] == RELEASE


def test_build_accounts_for_every_file(one_process):
    rows = query(one_process[0], "SELECT source_path FROM articles ORDER BY ALL")
    assert [row[0] for row in rows] == [
        "agencia/cables.jsonl#dos",
        "agencia/cables.jsonl#uno",
        "faro/puerto.txt",
        "faro/tratado.txt",
    ]
    rejects = query(one_process[0], "SELECT split_part(source_path, '#', 1), stage FROM rejects ORDER BY ALL")
    assert rejects == [
        ("agencia/cables.jsonl", "read"),
        ("agencia/cables.jsonl", "read"),
        ("agencia/foto.txt", "read"),
        ("faro/notas.xyz", "read"),
        ("faro/vacio.txt", "read"),
    ]


def test_build_withholds_the_text_that_its_terms_withhold(one_process):
    rows = query(one_process[0], "SELECT source_path LIKE 'faro/%', text IS NULL FROM articles")
    assert all(free != withheld for free, withheld in rows)


def test_build_fills_every_table(one_process):
    for table in ("entity_mentions", "time_expressions", "quantities", "quotes", "event_mentions", "affiliations"):
        assert query(one_process[0], f"SELECT count(*) FROM {table}")[0][0] > 0, table


def test_build_tells_who_said_what(one_process):
    said = query(one_process[0], "SELECT speaker FROM who_said_what WHERE words = 'No vamos a cerrar el puerto'")
    assert said == [("Carmen Olivares",)]


def test_build_in_two_processes_gives_the_same_bytes(one_process, tmp_path):
    done = build(tmp_path, "--workers", "2", "--batch-articles", "1")
    assert done.returncode == 0, done.stderr
    sums = [(folder / "dist/releases" / RELEASE / "SHA256SUMS").read_text() for folder in (one_process[0], tmp_path)]
    assert sums[0] == sums[1]
    indexes = [(folder / "dist/index.json").read_bytes() for folder in (one_process[0], tmp_path)]
    assert indexes[0] == indexes[1]


def test_build_extracts_only_what_is_new(one_process, tmp_path):
    shutil.copytree(one_process[0] / "dist", tmp_path / "dist")
    raw = tmp_path / "raw"
    shutil.copytree(CORPUS, raw)
    (raw / "faro" / "nuevo.txt").write_text("Perú saludó el tratado entre Uruguay y Paraguay, dijo su canciller.\n")
    done = build(tmp_path, raw=raw, release="2024-05-09.1")
    assert done.returncode == 0, done.stderr
    assert "1 articles extracted, 4 taken from the store" in done.stdout
    assert json.loads((tmp_path / "dist/index.json").read_text())["releases"][0]["status"] == "superseded"


def test_build_extracts_everything_anew_where_that_is_asked_for(one_process, tmp_path):
    shutil.copytree(one_process[0] / "dist", tmp_path / "dist")
    done = build(tmp_path, "--fresh", release="2024-05-09.1")
    assert done.returncode == 0, done.stderr
    assert "extracting: 4 of 4 articles" in done.stdout
    assert "taken from the store" not in done.stdout


def test_build_stops_with_one_clear_line(tmp_path):
    done = build(tmp_path, raw=tmp_path / "nowhere")
    assert done.returncode == 3
    assert done.stderr.startswith("teletipo: ")
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "dist" / "releases").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"raw": "nowhere"}, "there is no raw folder"),
        ({"release": "2024-05-08"}, "is no name of a release"),
        ({"release": "2024-05-08.1"}, "never overwritten"),
        ({"model": "es_no_model"}, "not installed"),
        ({"people": "nobody.csv"}, "own entities"),
        ({"gold": "nowhere"}, "no gold files"),
    ],
)
def test_check_request_refuses_at_once_what_a_build_would_stop_at(asked, said, tmp_path):
    (tmp_path / "releases" / "2024-05-08.1").mkdir(parents=True)
    good: dict[str, Any] = {
        "raw": str(CORPUS),
        "dist": str(tmp_path),
        "release": "2024-05-08.2",
        "model": "es_core_news_sm",
        "people": None,
        "gold": None,
    }
    check_request(**good)
    with pytest.raises(StopError, match=said):
        check_request(**(good | asked))


@pytest.mark.parametrize(
    ("most", "workers", "sizes"),
    [(100, 1, [100] * 8), (100, 2, [12, 12, 25, 25, 50, 50, 100, 100]), (2, 4, [2] * 8), (45, 3, [11, 11, 11, 22])],
)
def test_batch_sizes_of_several_workers_begin_small(most, workers, sizes):
    assert list(itertools.islice(batch_sizes(most, workers), len(sizes))) == sizes


@pytest.mark.parametrize(
    ("count", "workers", "counts"),
    [(80, 2, (20, 20, 20, 10, 10)), (13, 2, (13,)), (45, 1, (25, 20)), (50, 1, (10, 20, 20)), (3, 1, (3,))],
)
def test_read_articles_puts_the_largest_batches_first(count, workers, counts, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(count):
        (raw / f"{number:02}.txt").write_text(f"El puerto abrió este lunes con {number} barcos, dijo la alcaldesa.")
    reading = read_articles.fn(str(raw), tmp_path / "store", tmp_path / "staging", batch_articles=20, workers=workers)
    assert tuple(pl.read_parquet(batch).height for batch in reading.batches) == reading.batch_counts == counts


@pytest.mark.parametrize(("name", "said"), [(None, "holds no file"), ("vacio.txt", r"no article.*\(empty 1\)")])
def test_read_articles_stops_where_there_is_no_article(name, said, tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    if name:
        (raw / name).write_bytes(b"")
    with pytest.raises(SourceError, match=said):
        read_articles.fn(str(raw), tmp_path / "store", tmp_path / "staging")


def test_read_articles_leaves_a_file_that_comes_in_meanwhile_to_the_next_build(tmp_path, monkeypatch):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("El puerto abrió este lunes, dijo la alcaldesa.")

    def another(article):
        (raw / "b.txt").write_text("El puerto cerró este martes, dijo la alcaldesa.")
        return article_digest(article)

    monkeypatch.setattr("flows.tasks.article_digest", another)
    reading = read_articles.fn(str(raw), tmp_path / "store", tmp_path / "staging")
    assert reading.article_count == 1
    assert pl.read_parquet(tmp_path / "staging/inputs.parquet")["source_path"].to_list() == ["a.txt"]
    assert json.loads((tmp_path / "staging/sources.json").read_text())[0]["file_count"] == 1


def test_build_ends_at_once_on_ctrl_c(tmp_path):
    environment = {**os.environ, "PREFECT_HOME": str(tmp_path / ".prefect"), "PYTHONUNBUFFERED": "1"}
    environment.pop("PREFECT_API_URL", None)
    command = [sys.executable, "-m", "flows.cli", "build", "--raw", str(CORPUS), "--dist", str(tmp_path / "dist")]
    # a terminal sends the signal to the command and to the server that Prefect started for it
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline().startswith("extracting")
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=20)
    assert running.returncode == 130
    assert told.startswith("teletipo: interrupted") and "Traceback" not in told
    assert not (tmp_path / "dist" / "index.json").exists()


def test_build_refuses_a_model_that_is_not_there(tmp_path):
    done = build(tmp_path, "--model", "es_no_model")
    assert done.returncode == 2
    assert "es_no_model" in done.stderr
    assert "Traceback" not in done.stderr
