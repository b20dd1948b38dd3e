"""The same build on a cluster: the same bytes, also when the only worker is killed in its midst and another comes.

They need a Prefect server, and the extra (`uv run --extra dask pytest tests/flows/test_cluster.py`); without it they
are skipped.
"""

import os
import signal
import subprocess
import sys
import urllib.request
from contextlib import ExitStack, contextmanager

import pytest

from tests.flows.test_build import CORPUS, RELEASE, build
from tests.flows.test_serve import _free_port, _wait_for


@contextmanager
def running(*command, cwd, environment):
    with subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """A Prefect server, and the settings that lead to it."""
    folder = tmp_path_factory.mktemp("server")
    port = _free_port()
    api = f"http://127.0.0.1:{port}/api"
    settings = {"PREFECT_HOME": str(folder), "PREFECT_API_URL": api, "PREFECT_SERVER_API_PORT": str(port)}
    environment = {**os.environ, **settings, "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    with running("prefect", "server", "start", cwd=folder, environment=environment):
        _wait_for(lambda: urllib.request.urlopen(f"{api}/health", timeout=5).read(), 90)
        yield environment


def teletipo(cwd, environment, *options):
    command = [sys.executable, "-m", "flows.cli", "build", "--raw", str(CORPUS), "--dist", "dist", "--release", RELEASE]
    with subprocess.Popen(
        [*command, "--batch-articles", "1", *options],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        told, _ = process.communicate(timeout=300)
    assert process.returncode == 0, told


def sums(folder):
    return (folder / "dist/releases" / RELEASE / "SHA256SUMS").read_text()


def test_build_on_dask_gives_the_same_bytes_though_a_worker_is_killed(tmp_path, environment):
    pytest.importorskip("prefect_dask", reason="needs the extra dask")
    (tmp_path / "local").mkdir()
    (tmp_path / "dask").mkdir()
    assert build(tmp_path / "local").returncode == 0
    address = f"tcp://127.0.0.1:{_free_port()}"
    scheduler = ("distributed.cli.dask_scheduler", "--host", address, "--no-dashboard")
    worker = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    with ExitStack() as stack:
        stack.enter_context(running(*scheduler, cwd=tmp_path, environment=environment))
        first = stack.enter_context(running(*worker, cwd=tmp_path, environment=environment))
        for process in teletipo(tmp_path / "dask", environment, "--runner", "dask", "--cluster", address):
            _wait_for(lambda: [*(tmp_path / "dask/dist/.store").glob("*/*")], 120)
            assert process.poll() is None
            first.send_signal(signal.SIGKILL)
            stack.enter_context(running(*worker, cwd=tmp_path, environment=environment))
    assert sums(tmp_path / "dask") == sums(tmp_path / "local")


def test_build_on_ray_gives_the_same_bytes(tmp_path, environment):
    pytest.importorskip("prefect_ray", reason="needs the extra ray")
    (tmp_path / "local").mkdir()
    (tmp_path / "ray").mkdir()
    assert build(tmp_path / "local").returncode == 0
    for _ in teletipo(tmp_path / "ray", environment, "--runner", "ray", "--workers", "2"):
        pass
    assert sums(tmp_path / "ray") == sums(tmp_path / "local")
