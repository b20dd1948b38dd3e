"""The commands on releases, as people run them."""

import json

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.publish.release import publish_release
from tests.world import Told, entity_id, make_world

ONE = {"uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1"), Told("Luis Sosa", "Luis Sosa", "e2")]}
TWO = ONE | {"dos.txt": [Told("Luis Sosa", "Luis Sosa", "e3")]}


@pytest.fixture
def dist(tmp_path):
    for world, name in ((ONE, "2024-03-01.1"), (TWO, "2024-03-02.1")):
        publish_release(make_world(tmp_path / "w.duckdb", world), tmp_path / "dist", name, model="es_core_news_sm")
    return tmp_path / "dist"


def teletipo(*arguments):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.mark.parametrize("command", ["diff", "explain", "verify", "rebuild", "withdraw", "pack", "publish"])
def test_command_shows_an_example(command):
    assert "Example: teletipo" in teletipo(command, "--help").output


def test_diff_prints_what_changed(dist):
    done = teletipo("diff", "2024-03-01.1", "2024-03-02.1", "--dist", dist)
    assert "## Articles in (1)" in done.output
    as_json = json.loads(teletipo("diff", "2024-03-01.1", "2024-03-02.1", "--dist", dist, "--json").output)
    assert as_json["tables"]["articles"]["added"] == 1


def test_verify_tells_good_from_bad(dist):
    assert teletipo("verify", "2024-03-02.1", "--dist", dist).exit_code == 0
    (dist / "releases/2024-03-02.1/open.sql").write_text("?")
    bad = teletipo("verify", dist / "releases/2024-03-02.1")
    assert bad.exit_code == 1
    assert "open.sql: SHA-256 is" in bad.output


def test_withdraw_publishes_without_it(dist):
    done = teletipo("withdraw", entity_id("Ana Ruiz"), "--reason", "asked", "--dist", dist, "--release", "2024-03-03.1")
    assert done.exit_code == 0, done.output
    assert "It is still in the files of 2024-03-01.1, 2024-03-02.1" in done.output.replace("\n", " ")


def test_pack_and_publish_write_what_can_be_verified(dist, tmp_path):
    teletipo("pack", "--dist", dist, "--out", tmp_path / "r.tar")
    assert teletipo("verify", tmp_path / "r.tar").exit_code == 0
    teletipo("publish", tmp_path / "public", "--dist", dist)
    assert teletipo("verify", tmp_path / "public/releases/2024-03-02.1").exit_code == 0
    assert "0 files sent" in teletipo("publish", tmp_path / "public", "--dist", dist).output
