"""A build that is killed, and two builds at once, as separate processes."""

import json
import os
import random
import shutil
import subprocess
import sys

import pytest

from flows.publish.index import find_release, only_writer, read_index, recover
from flows.publish.layout import REGISTRY, STAGING
from flows.publish.release import publish_release
from flows.verification import verify_release
from tests.world import Told, make_world

MODEL = "es_core_news_sm"
OLD, NEW = "2024-03-01.1", "2024-03-02.1"
KILLS = int(os.environ.get("TELETIPO_KILLS", "4"))
"""How many moments are tried; each takes several seconds; CI tries twenty."""


def publish_in_a_process(database, dist, release, kill_at=0):
    command = [sys.executable, "-m", "tests.publish.killed", str(database), str(dist), release, str(kill_at)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def databases(tmp_path):
    first = make_world(tmp_path / "one.duckdb", {"uno.txt": [Told("Ana", "Ana", "e1")]})
    second = make_world(tmp_path / "two.duckdb", {"uno.txt": [Told("Ana", "Ana Ruiz", "e1")]})
    return first, second


def test_build_killed_at_any_moment_is_repaired_by_the_next(databases, tmp_path):
    before, whole = tmp_path / "before", tmp_path / "whole"
    publish_release(databases[0], before, OLD, model=MODEL)
    shutil.copytree(before, whole)
    done = publish_in_a_process(databases[1], whole, NEW)
    assert done.returncode == 0, done.stderr
    moments = int(done.stdout)
    # the last moments lie around the rename, the registry and the index: half of the kills go there
    chance = random.Random(8)
    chosen = [chance.randint(1, moments) if n % 2 else chance.randint(moments - 12, moments) for n in range(KILLS)]
    for number, moment in enumerate(chosen):
        dist = tmp_path / f"killed{number}"
        shutil.copytree(before, dist)
        died = publish_in_a_process(databases[1], dist, NEW, kill_at=moment)
        assert died.returncode == -9, (moment, died.stderr)
        # a reader who comes now sees the old release or the new one, whole
        seen = find_release(dist)
        assert seen.name in (OLD, NEW), moment
        assert verify_release(str(seen)) == [], moment
        with only_writer(dist):
            recover(dist)
            if NEW not in [entry["release"] for entry in read_index(dist)["releases"]]:
                publish_release(databases[1], dist, NEW, model=MODEL)
            recover(dist)
        for name in ("index.json", REGISTRY, f"releases/{NEW}/SHA256SUMS"):
            assert (dist / name).read_bytes() == (whole / name).read_bytes(), (moment, name)
        assert verify_release(str(dist / "releases" / NEW)) == []
        assert not (dist / STAGING).exists()


def test_of_two_builds_at_once_one_wins_and_the_other_says_so(databases, tmp_path):
    dist = tmp_path / "dist"
    with only_writer(dist):
        turned_away = publish_in_a_process(databases[0], dist, OLD)
    assert turned_away.returncode != 0
    assert "another build writes to" in turned_away.stderr
    assert not (dist / "index.json").exists()
    commands = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.publish.killed", str(databases[0]), str(dist), name, "0"],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
        )
        for name in ("2024-03-01.1", "2024-03-01.2")
    ]
    told = [command.communicate(timeout=120)[1] for command in commands]
    published = [entry["release"] for entry in json.loads((dist / "index.json").read_text())["releases"]]
    won = [command.returncode == 0 for command in commands]
    assert len(published) == sum(won) >= 1
    assert all(win or "another build writes to" in words for win, words in zip(won, told, strict=True))
