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
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.update import input_stamp, is_built
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


needs_minutes = pytest.mark.skipif(
    not os.environ.get("TELETIPO_TEST_SERVER"),
    reason="starts a Prefect server and waits for its runs, which takes minutes; TELETIPO_TEST_SERVER=1 runs it",
)


@needs_minutes
def test_serve_builds_on_a_schedule_with_a_real_server(tmp_path):
    with prefect_server(tmp_path) as server:
        arguments = ("--cron", "* * * * *", "--raw", str(CORPUS), "--dist", "dist")
        with server.running(sys.executable, "-m", "flows.cli", "serve", *arguments):
            _wait_for(lambda: server.states()[:1] == ["Completed"], 180)
            _wait_for(lambda: "NothingNew" in server.states(), 120)
        assert len(names(tmp_path)) == 1


@needs_minutes
def test_deployment_to_a_work_pool_publishes_fails_tells_and_recovers(tmp_path):
    raw = tmp_path / "raw"
    shutil.copytree(CORPUS, raw)
    with prefect_server(tmp_path) as server, listening() as hook:
        for command in (
            ("work-pool", "create", "--type", "process", "teletipo"),
            ("--no-prompt", "deploy", "--all", "--prefect-file", str(DEPLOYMENT)),
        ):
            subprocess.run([sys.executable, "-m", "prefect", *command], **server.options, check=True, timeout=120)
        server.save_webhook("redaccion", hook.address)
        with server.running(sys.executable, "-m", "prefect", "worker", "start", "--pool", "teletipo"):
            assert server.run(notify="redaccion") == "Completed"
            (deployment,) = server.ask("deployments/filter", {})
            asked = deployment["parameter_openapi_schema"]["properties"]
            assert all(asked[name]["description"] for name in ("raw", "dist", "notify", "timeout_hours"))
            assert [schedule["schedule"]["cron"] for schedule in deployment["schedules"]] == ["0 * * * *"]
            assert deployment["global_concurrency_limit"]["limit"] == 1
            shown = {artifact["key"]: artifact for artifact in server.ask("artifacts/filter", {})}
            assert {"release", "checks", "open", "update"} <= {*shown}
            assert "explorer/index.html" in shown["open"]["data"]
            assert hook.told == []

            raw.rename(tmp_path / "away")  # a disk that is not mounted
            assert server.run(notify="redaccion") == "Failed"
            _wait_for(lambda: hook.told, 30)  # a hook runs after the state is told
            (told,) = hook.told
            assert "there is no raw folder" in told["message"]
            assert told["url"].startswith(server.address)

            (tmp_path / "away").rename(raw)
            (raw / "faro" / "nuevo.txt").write_text("La ministra Ana Ríos visitó Lima. «Ya basta», dijo Ríos.")
            assert server.run(notify="redaccion", timeout_hours=0.0001) == "Failed"
            _wait_for(lambda: len(hook.told) == 2, 30)
            assert "took longer than 0.36 seconds" in hook.told[1]["message"]
            assert server.run(notify="redaccion") == "Completed"
            assert server.run() == "NothingNew"
        assert len(hook.told) == 2
        assert len(names(tmp_path)) == 2


class Server:
    """A Prefect server of its own on loopback, and what is asked of it."""

    def __init__(self, folder, address):
        self.address = address
        settings = {
            "PREFECT_HOME": str(folder / "home"),
            "PREFECT_API_URL": f"{address}/api",
            "PREFECT_SERVER_API_PORT": address.rpartition(":")[2],
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "DO_NOT_TRACK": "1",
        }
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.options = {"cwd": folder, "env": {**os.environ, **settings}, **quiet}

    @contextmanager
    def running(self, *command):
        """A process that is there for a while."""
        process = subprocess.Popen(command, **self.options)
        try:
            yield
        finally:
            process.terminate()
            process.wait(60)

    def ask(self, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}/api/{path}", data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)

    def states(self):
        """Names of the states of the finished runs of ``update``, the oldest first."""
        asked = {"flows": {"name": {"any_": ["update"]}}, "sort": "START_TIME_ASC"}
        runs = self.ask("flow_runs/filter", asked)
        return [run["state"]["name"] for run in runs if run["state"]["type"] in {"COMPLETED", "FAILED", "CRASHED"}]

    def run(self, **parameters):
        """Run the one deployment now, with other parameters; gives the name of its last state."""
        (deployment,) = self.ask("deployments/filter", {})
        made = self.ask(f"deployments/{deployment['id']}/create_flow_run", {"parameters": parameters})

        def last_state():
            state = self.ask(f"flow_runs/{made['id']}")["state"]
            return state["name"] if state["type"] in {"COMPLETED", "FAILED", "CRASHED"} else None

        return _wait_for(last_state, 240)

    def save_webhook(self, name, url):
        script = f"from prefect.blocks.webhook import Webhook; Webhook(method='POST', url={url!r}).save({name!r})"
        subprocess.run([sys.executable, "-c", script], **self.options, check=True, timeout=120)


@contextmanager
def prefect_server(folder):
    server = Server(folder, f"http://127.0.0.1:{_free_port()}")
    with server.running(sys.executable, "-m", "prefect", "server", "start"):
        _wait_for(lambda: server.ask("health"), 60)
        yield server


@contextmanager
def listening():
    """A web server that keeps what is posted to it."""
    hook = SimpleNamespace(told=[])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            hook.told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        hook.address = f"http://127.0.0.1:{server.server_port}"
        yield hook
        server.shutdown()


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
