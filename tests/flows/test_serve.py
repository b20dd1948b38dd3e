"""The scheduled run: a release where something is new, nothing where nothing is."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.update import input_stamp, is_built
from tests.flows.test_build import CORPUS, teletipo


def serve_once(cwd, raw):
    return teletipo("serve", "--once", "--raw", raw, "--dist", cwd / "dist", cwd=cwd)


def names(cwd):
    index = json.loads((cwd / "dist/index.json").read_text())
    return [entry["release"] for entry in index["releases"]]


def test_serve_once_publishes_what_is_new_and_says_when_nothing_is(tmp_path):
    raw = tmp_path / "raw"
    shutil.copytree(CORPUS, raw)
    first = serve_once(tmp_path, raw)
    assert first.returncode == 0, first.stderr
    assert "is published" in first.stdout
    again = serve_once(tmp_path, raw)
    assert again.stdout.splitlines()[-1] == f"Nothing is new in {raw}; the last release stands"
    assert len(names(tmp_path)) == 1
    about = raw / "faro" / "source.yml"  # no article changes, but what is known of them does
    about.write_text(about.read_text().replace("outlet: El Faro", "outlet: El Faro de Lima"))
    changed = serve_once(tmp_path, raw)
    assert changed.returncode == 0, changed.stderr
    assert "is published" in changed.stdout
    assert len(names(tmp_path)) == 2


@pytest.mark.parametrize("options", [("serve", "--once"), ("watch",)])
def test_a_scheduled_run_uses_the_list_of_own_names(options, tmp_path, monkeypatch):
    given = []
    monkeypatch.setattr("flows.update.update", lambda raw, dist, **options: given.append(options["people"]))
    monkeypatch.setattr("flows.watch.settled_changes", lambda *_: [frozenset()])
    for name in ("_set_prefect", "_end_on_interrupt"):  # they change the process
        monkeypatch.setattr(f"flows.cli.{name}", lambda: None)
    done = CliRunner().invoke(app, [*options, "--entities", str(tmp_path / "own.csv")])
    assert done.exit_code == 0, done.output
    assert given == [str(tmp_path / "own.csv")]


def test_input_stamp_sees_a_change_of_the_list_of_own_names(tmp_path):
    stamps = set()
    for content in ("Ana Ríos", "Ana Ruiz"):
        path = tmp_path / f"{content}.csv"
        path.write_text(content, encoding="utf-8")
        stamps.add(input_stamp([], "es_core_news_sm", str(path)))
    assert len(stamps) == 2


def test_is_built_takes_the_stamp_of_the_latest_release_only(tmp_path):
    folder = tmp_path / "releases" / "2024-05-08.2"
    folder.mkdir(parents=True)
    manifest = {"inputs": {"sha256": "of other files"}, "code": {"extraction_sha256": ""}, "schema_version": ""}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (tmp_path / "index.json").write_text(json.dumps({"latest": folder.name, "releases": []}))
    (tmp_path / ".store").mkdir()
    for release, built in (("2024-05-08.2", True), ("2024-05-08.1", False)):
        (tmp_path / ".store/built.json").write_text(json.dumps({"release": release, "stamp": "s"}))
        assert is_built([], "s", tmp_path, "es_core_news_sm") is built


@pytest.mark.parametrize(
    ("options", "said"), [((), "give either --cron or --once"), (("--cron", "* * * * *"), "prefect server start")]
)
def test_serve_says_what_it_needs(options, said, tmp_path):
    done = teletipo("serve", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


@pytest.mark.skipif(
    not os.environ.get("TELETIPO_TEST_SERVER"),
    reason="takes three minutes, as a schedule has no less than one between runs; TELETIPO_TEST_SERVER=1 runs it",
)
def test_serve_builds_on_a_schedule_with_a_real_server(tmp_path):
    port = _free_port()
    api = f"http://127.0.0.1:{port}/api"
    settings = {"PREFECT_HOME": str(tmp_path / "home"), "PREFECT_API_URL": api, "PREFECT_SERVER_API_PORT": str(port)}
    environment = {**os.environ, **settings, "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    options = {"cwd": tmp_path, "env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    command = [
        sys.executable,
        "-m",
        "flows.cli",
        "serve",
        "--cron",
        "* * * * *",
        "--raw",
        str(CORPUS),
        "--dist",
        "dist",
    ]
    server = subprocess.Popen([sys.executable, "-m", "prefect", "server", "start"], **options)
    try:
        _wait_for(lambda: _ask(f"{api}/health"), 60)
        served = subprocess.Popen(command, **options)
        try:
            _wait_for(lambda: [*_states(api)][:1] == ["Completed"] or None, 150)
            _wait_for(lambda: "NothingNew" in _states(api) or None, 120)
        finally:
            served.terminate()
            served.wait(30)
        assert len(names(tmp_path)) == 1
    finally:
        server.terminate()
        server.wait(30)


def _states(api):
    """Names of the states of the finished runs of ``update``, the oldest first."""
    asked = {"flows": {"name": {"any_": ["update"]}}, "sort": "START_TIME_ASC"}
    runs = _ask(f"{api}/flow_runs/filter", asked)
    return [run["state"]["name"] for run in runs if run["state"]["type"] in {"COMPLETED", "FAILED", "CRASHED"}]


def _ask(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def _wait_for(look, seconds):
    """Wait until ``look`` gives something."""
    fault = None
    for _ in range(seconds * 2):
        try:
            if found := look():
                return found
        except OSError as error:  # not up yet
            fault = error
        time.sleep(0.5)
    pytest.fail(f"nothing after {seconds} s; last fault: {fault}")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
