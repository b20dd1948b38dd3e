"""What a build says at its end, so that it can be copied and run."""

import shlex
from pathlib import Path
from types import SimpleNamespace

from flows.cli.building import _tell


def test_tell_gives_a_command_that_runs_whatever_the_folder_is_called(capsys):
    dist = Path("/tmp/[prensa] de Ana's")
    _tell(
        SimpleNamespace(
            folder=dist / "releases" / "2024-05-08.1", rows={"rejects": 0}, known_count=0, extracted_count=1
        )
    )
    told = capsys.readouterr().out
    (command,) = [line.partition(": ")[2] for line in told.splitlines() if "who said what" in line]
    assert str(dist) in shlex.split(command)
    assert f"is published in {dist}/releases/2024-05-08.1\n" in told
