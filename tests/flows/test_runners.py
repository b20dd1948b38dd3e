import pytest
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.errors import ConfigError
from flows.runners import check_server, task_runner


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/api", "4200"])
def test_check_server_names_a_server_that_does_not_answer(url):
    with temporary_settings({PREFECT_API_URL: url}), pytest.raises(ConfigError, match=f"answers at {url} .*unset it"):
        check_server()


def test_check_server_asks_for_none_without_an_address():
    with temporary_settings({PREFECT_API_URL: None}):
        check_server()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"cluster": "tcp://127.0.0.1:8786"}, "needs --runner dask"),
        ({"runner": "spark"}, "local, dask, ray"),
        ({"runner": "dask"}, "prefect server start"),
    ],
)
def test_task_runner_says_what_it_needs(options, said):
    with temporary_settings({PREFECT_API_URL: None}), pytest.raises(ConfigError, match=said):
        task_runner(**options)
