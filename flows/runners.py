"""Where a build runs: the server that it reports to, and what its tasks run on."""

from typing import Any

from prefect.client.orchestration import get_client
from prefect.settings import PREFECT_API_URL
from prefect.task_runners import ThreadPoolTaskRunner

from flows.errors import ConfigError


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


def task_runner(workers: int) -> Any:
    """Give what a build's tasks run on.

    A thread waits for each process that extracts: a task costs 3 ms so, and 60 ms in Prefect's own pool of processes,
    which also does not survive the end of one of them.
    """
    return ThreadPoolTaskRunner(max_workers=workers)
