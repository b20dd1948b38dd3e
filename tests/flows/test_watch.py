"""New files are taken when they are complete, and only then."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from flows.publish.database import open_release
from flows.watch import look_at, settled_changes


def seen(*looks):
    """The looks that a watcher acts on; each letter is a file."""
    coming = iter(frozenset((name, 1, 1) for name in look) for look in looks)
    found = []
    try:
        for change in settled_changes(lambda: next(coming), lambda: None):
            found.append("".join(sorted(name for name, _, _ in change)))
    except RuntimeError:  # the looks have come to their end within the generator
        pass
    return found


def test_watch_acts_on_what_is_there_at_the_start():
    assert seen("a", "a", "a") == ["a"]


def test_watch_waits_until_nothing_changes():
    assert seen("a", "a", "ab", "abc", "abcd", "abcd", "abcd") == ["a", "abcd"]


def test_watch_acts_on_files_that_go():
    assert seen("ab", "ab", "a", "a") == ["ab", "a"]


def test_watch_forgets_what_came_and_went():
    assert seen("a", "a", "ab", "a", "a") == ["a"]


def test_look_at_sees_a_file_grow_and_change(tmp_path):
    (tmp_path / "faro").mkdir()
    file = tmp_path / "faro" / "uno.txt"
    file.write_text("Lima")
    before = look_at(tmp_path)
    assert {path for path, _, _ in before} == {"faro/uno.txt"}
    file.write_text("Lima.")
    assert look_at(tmp_path) != before
    grown = look_at(tmp_path)
    os.utime(file, ns=(1, 1))
    assert look_at(tmp_path) != grown


def test_look_at_of_no_folder_is_empty(tmp_path):
    assert look_at(tmp_path / "nada") == frozenset()


ARTICLE = "La ministra Ana Ríos visitó Lima el martes. «No habrá más peajes», dijo Ríos a la prensa.\n"


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_watch_builds_what_arrives_in_parts_once_and_whole(ending, tmp_path):
    raw, dist = tmp_path / "raw", tmp_path / "dist"
    raw.mkdir()
    (raw / "uno.txt").write_text(ARTICLE * 2, encoding="utf-8")
    with Watching(tmp_path) as told:
        wait_for(told, lambda: releases(dist) == 1)
        with (raw / "dos.txt").open("w", encoding="utf-8") as arriving:
            for part in range(6):
                arriving.write(f"{part}. {ARTICLE}")
                arriving.flush()
                time.sleep(0.5)
        (raw / "mala.jsonl").write_bytes(b'{"id": "x", "text": "La ministra\n')
        wait_for(told, lambda: releases(dist) == 2)
        told.process.send_signal(ending)
        assert told.process.wait(30) == 128 + ending
        assert not alive_in(told.process.pid)
    assert releases(dist) == 2
    latest = json.loads((dist / "index.json").read_text())["latest"]
    with open_release(dist / "releases" / latest) as con:
        assert con.sql("SELECT source_path, char_count FROM articles ORDER BY ALL").fetchall() == [
            ("dos.txt", 6 * len(f"0. {ARTICLE}")),
            ("uno.txt", 2 * len(ARTICLE)),
        ]
        assert con.sql("SELECT source_path, check_name FROM rejects").fetchall() == [("mala.jsonl#1", "broken_json")]


class Watching:
    """``teletipo watch`` in a process group of its own; what it prints is kept."""

    def __init__(self, folder):
        self._folder = folder
        self._printed = folder / "printed.txt"

    def __enter__(self):
        environment = {**os.environ, "PREFECT_HOME": str(self._folder / ".prefect"), "NO_COLOR": "1"}
        environment.pop("PREFECT_API_URL", None)
        command = [sys.executable, "-m", "flows.cli", "watch", "--raw", "raw", "--dist", "dist", "--every", "2"]
        with self._printed.open("w") as output:
            self.process = subprocess.Popen(
                command, cwd=self._folder, env=environment, stdout=output, stderr=output, start_new_session=True
            )
        return self

    def __exit__(self, *_):
        if alive_in(self.process.pid):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    @property
    def printed(self):
        return self._printed.read_text()


def releases(dist):
    index = dist / "index.json"
    return len(json.loads(index.read_text())["releases"]) if index.is_file() else 0


def wait_for(told, holds, seconds=180):
    for _ in range(seconds * 4):
        if holds():
            return
        assert told.process.poll() is None, told.printed
        time.sleep(0.25)
    pytest.fail(f"not in {seconds} s: {told.printed}")


def alive_in(group, seconds=5):
    """Whether a process of the group lives on; the last of them may need a moment to end."""
    for _ in range(seconds * 10):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
