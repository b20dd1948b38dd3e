"""The tutorial: its commands run in their order and do what it says."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TUTORIAL = Path(__file__).parents[2] / "flows" / "TUTORIAL.md"


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The folder after all commands of the tutorial, and what they printed."""
    folder = tmp_path_factory.mktemp("tutorial")
    blocks = re.findall(r"```sh\n(.*?)```", TUTORIAL.read_text(encoding="utf-8"), re.S)
    script = "\n".join(["set -euo pipefail", f'teletipo() {{ "{sys.executable}" -m flows.cli "$@"; }}', *blocks])
    environment = {**os.environ, "PREFECT_HOME": str(folder / ".prefect"), "NO_COLOR": "1", "COLUMNS": "120"}
    environment.pop("PREFECT_API_URL", None)
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_tutorial_answers_who_said_what(followed):
    _, printed = followed
    assert re.search(r"Ana Ríos +│ No habrá más peajes este año +│ dijo", printed)
    assert "Luis Prado" in printed


def test_tutorial_publishes_two_releases_and_tells_what_changed(followed):
    folder, printed = followed
    assert {path.name for path in (folder / "public/releases").iterdir()} == {"2024-05-08.1", "2024-05-09.1"}
    assert "Changes from 2024-05-08.1 to 2024-05-09.1" in printed
    assert "## Articles in (1)" in printed
    assert (folder / "news.tar").stat().st_size > 0
    assert (folder / "names.csv").read_text(encoding="utf-8").startswith("name,entity_type,mention_count\n")
