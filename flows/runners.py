"""Where a build runs: the server that it reports to, and what its tasks run on."""

import os
from typing import Any

from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL
from prefect.task_runners import ThreadPoolTaskRunner

from flows.errors import ConfigError

RUNNERS = ("local", "dask", "ray")


def check_server() -> None:
    """Refuse a Prefect server that does not answer; without an address Prefect starts one of its own.

    Raises:
        ConfigError: with the address.
    """
    url = PREFECT_API_URL.value()
    if not url:
        return
    with get_client(sync_client=True, httpx_settings={"timeout": 10}) as client:
        fault = client.api_healthcheck()
    if fault is not None:
        raise ConfigError(
            f"no Prefect server answers at {url} ({fault}); start it (`prefect server start`), correct "
            "PREFECT_API_URL, or unset it to do without one"
        )


def task_runner(runner: str = "local", workers: int = 1, cluster: str | None = None) -> Any:
    """Give what a build's tasks run on.

    Args:
        runner: ``local``: a thread waits for each process that extracts; Prefect's own pool of processes takes longer
            (60 ms a task in a trial with Prefect 3.8) and does not survive the end of one of them; ``dask`` or ``ray``.
        workers: how many batches at a time; on a cluster that is there already, its own workers decide.
        cluster: address of a cluster's scheduler; without one, Dask or Ray start one on this machine.

    Raises:
        ConfigError: no such runner, its package is not installed, or it has no Prefect server to report to.
    """
    if runner == "local":
        if cluster is not None:
            raise ConfigError(f"--cluster {cluster} needs --runner dask or --runner ray")
        return ThreadPoolTaskRunner(max_workers=workers)
    if runner not in RUNNERS:
        raise ConfigError(f"there is no runner {runner!r}; there are {', '.join(RUNNERS)}")
    if not PREFECT_API_URL.value():
        raise ConfigError(
            f"--runner {runner} needs a Prefect server that every worker reaches, or each would start one of its own: "
            "run `prefect server start`, and set PREFECT_API_URL"
        )
    try:
        return _dask(workers, cluster) if runner == "dask" else _ray(workers, cluster)
    except ImportError as error:
        raise ConfigError(
            f"--runner {runner} needs a package that is not installed ({error}): install teletipo[{runner}]"
        ) from error


def _dask(workers: int, cluster: str | None) -> Any:
    from prefect_dask import DaskTaskRunner  # noqa: PLC0415 - an extra

    if cluster is not None:
        return DaskTaskRunner(address=cluster)
    return DaskTaskRunner(cluster_kwargs={"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None})


def _ray(workers: int, cluster: str | None) -> Any:
    # below `uv run` Ray would pack the working folder, releases and all, and build an environment anew for each worker
    os.environ.setdefault("RAY_ENABLE_UV_RUN_RUNTIME_ENV", "0")
    from prefect_ray import RayTaskRunner  # noqa: PLC0415 - an extra

    if cluster is not None:
        return RayTaskRunner(address=cluster)
    return RayTaskRunner(init_kwargs={"num_cpus": workers, "include_dashboard": False})
