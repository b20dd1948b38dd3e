"""The scheduled run: a release where something is new, nothing where nothing is."""

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.publish.metadata.sources import describe_sources
from flows.publish.release import publish_release
from flows.read import list_files
from flows.update import input_stamp, is_built
from tests.database import make_database
from tests.flows.test_build import CORPUS, teletipo

DEPLOYMENT = Path(__file__).parents[2] / "flows" / "prefect.yaml"


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
    for name in ("set_prefect", "end_on_interrupt"):  # they change the process
        monkeypatch.setattr(f"flows.cli.building.{name}", lambda: None)
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


def test_is_built_sees_that_a_source_no_longer_lets_its_texts_be_published(tmp_path):
    """Without a stamp: the last release was built by hand."""
    raw, dist = tmp_path / "raw", tmp_path / "dist"
    shutil.copytree(CORPUS, raw)
    database = make_database(tmp_path / "work.duckdb")
    files = list_files(str(raw))
    with duckdb.connect(database) as con:
        con.execute("DELETE FROM inputs")
        for file in files:
            con.execute("INSERT INTO inputs VALUES ($1, 1, $2, 1)", [file.path, file.sha256()])
    publish_release(database, dist, "2024-05-08.1", model="es_core_news_sm", sources=describe_sources(files))
    assert is_built(list_files(str(raw)), "", dist, "es_core_news_sm")
    about = raw / "faro" / "source.yml"
    about.write_text(about.read_text().replace("republish_text: true", "republish_text: false"))
    assert not is_built(list_files(str(raw)), "", dist, "es_core_news_sm")


@pytest.mark.parametrize(
    ("options", "said"), [((), "give either --cron or --once"), (("--cron", "* * * * *"), "prefect server start")]
)
def test_serve_says_what_it_needs(options, said, tmp_path):
    done = teletipo("serve", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


# -- with a real server, on loopback and with a home of its own


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("server"), f"http://127.0.0.1:{_free_port()}")
    with server.running("-m", "prefect", "server", "start"):
        server.ask("health")
        yield server


def test_serve_builds_on_a_schedule_and_tells_what_the_release_is_made_of(server, tmp_path):
    dist = tmp_path / "dist"
    arguments = ("--cron", "* * * * *", "--raw", str(CORPUS), "--dist", str(dist))
    with server.running("-m", "flows.cli", "serve", *arguments):
        _wait_for(lambda: server.states("teletipo")[:1] == ["Completed"], 180)
    (release,) = names(tmp_path)
    made = (dist / "releases" / release).as_uri()
    (event,) = server.events("prefect.asset.materialization.succeeded", made)
    assert CORPUS.as_uri() in {related["prefect.resource.id"] for related in event["related"]}
    assert server.events("prefect.asset.referenced", CORPUS.as_uri())


def test_deployment_to_a_work_pool_fails_tells_recovers_and_publishes(server):
    raw = server.folder / "raw"
    prepare = [
        server.start("-m", "prefect", "work-pool", "create", "--type", "process", "teletipo"),
        server.start("-c", SAVE_WEBHOOK, "redaccion", (hook := Hook()).address),
    ]
    assert [process.wait(120) for process in prepare] == [0, 0]
    assert server.start("-m", "prefect", "--no-prompt", "deploy", "--all", "--prefect-file", DEPLOYMENT).wait(120) == 0
    deployment = server.deployment("pool")
    asked = deployment["parameter_openapi_schema"]["properties"]
    assert all(asked[name]["description"] for name in ("raw", "dist", "notify", "timeout_hours"))
    assert [schedule["schedule"]["cron"] for schedule in deployment["schedules"]] == ["0 * * * *"]
    assert deployment["global_concurrency_limit"]["limit"] == 1
    server.ask(f"deployments/{deployment['id']}/pause_deployment", {})  # the full hour may strike meanwhile
    with hook.listening(), server.running("-m", "prefect", "worker", "start", "--pool", "teletipo"):
        assert server.run("pool", notify="redaccion") == "Failed"  # as with a disk that is not mounted
        _wait_for(lambda: hook.told, 30)  # a hook runs after the state is told
        assert "there is no raw folder" in hook.told[0]["message"]
        assert hook.told[0]["url"].startswith(server.address)
        as_a_browser = urllib.request.Request(hook.told[0]["url"], headers={"Accept": "text/html"})
        with urllib.request.urlopen(as_a_browser, timeout=30) as page:  # the run's page
            assert b"<title>Prefect" in page.read()

        shutil.copytree(CORPUS, raw)
        assert server.run("pool", notify="redaccion", timeout_hours=0.0001) == "Failed"
        _wait_for(lambda: len(hook.told) == 2, 30)
        assert "took longer than 0.36 seconds" in hook.told[1]["message"]

        assert server.run("pool", notify="redaccion") == "Completed"
        assert server.run("pool") == "NothingNew"
    assert len(hook.told) == 2
    (release,) = names(server.folder)
    shown = {artifact["key"]: artifact for artifact in server.ask("artifacts/filter", {})}
    assert {"release", "checks", "open", "update"} <= {*shown}
    assert f"{release}/explorer/index.html" in shown["open"]["data"]


SAVE_WEBHOOK = """
import sys
from prefect.blocks.webhook import Webhook

Webhook(method="POST", url=sys.argv[2]).save(sys.argv[1])
"""


class Server:
    """A Prefect server of its own, the processes that work for it, and what is asked of it."""

    def __init__(self, folder, address):
        self.folder = folder
        self.address = address
        settings = {
            "PREFECT_HOME": str(folder / "home"),
            "PREFECT_API_URL": f"{address}/api",
            "PREFECT_SERVER_API_PORT": address.rpartition(":")[2],
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
            "PREFECT_RUNNER_POLL_FREQUENCY": "1",  # 10 s each, of which the tests have several
            "PREFECT_WORKER_QUERY_SECONDS": "1",
        }
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.options = {"cwd": folder, "env": {**os.environ, **settings}, **quiet}

    def start(self, *arguments):
        return subprocess.Popen([sys.executable, *map(str, arguments)], **self.options)

    @contextmanager
    def running(self, *arguments):
        """A process that is there for a while."""
        process = self.start(*arguments)
        try:
            yield
        finally:
            process.terminate()
            process.wait(60)

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}/api/{path}", data, {"Content-Type": "application/json"})

        def answer():
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, json.loads(answer.read() or "null")

        return _wait_for(answer, 120)[1]  # a busy server answers 503: its database is locked

    def events(self, kind, resource):
        """The events of a kind about a resource, once there is one: the server stores them a moment later."""
        asked = {"event": {"name": [kind]}, "resource": {"id": [resource]}}
        return _wait_for(lambda: self.ask("events/filter", {"filter": asked})["events"], 30)

    def deployment(self, name):
        (deployment,) = self.ask("deployments/filter", {"deployments": {"name": {"any_": [name]}}})
        return deployment

    def states(self, deployment):
        """Names of the states of the finished runs of a deployment, the oldest first."""
        asked = {"deployments": {"name": {"any_": [deployment]}}, "sort": "START_TIME_ASC"}
        return [run["state"]["name"] for run in self.ask("flow_runs/filter", asked) if run["state"]["type"] in ENDS]

    def run(self, deployment, **parameters):
        """Run a deployment now, with other parameters; gives the name of its last state."""
        asked = f"deployments/{self.deployment(deployment)['id']}/create_flow_run"
        made = self.ask(asked, {"parameters": parameters})

        def last_state():
            state = self.ask(f"flow_runs/{made['id']}")["state"]
            return state["name"] if state["type"] in ENDS else None

        return _wait_for(last_state, 240)


ENDS = {"COMPLETED", "FAILED", "CRASHED"}


class Hook:
    """A web server that keeps what is posted to it."""

    def __init__(self):
        self.told = told = []

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    @contextmanager
    def listening(self):
        with self._server:
            threading.Thread(target=self._server.serve_forever, daemon=True).start()
            yield
            self._server.shutdown()


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
