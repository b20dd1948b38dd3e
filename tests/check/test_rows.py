import json

import duckdb
import pytest

from flows.check.rows import prune, quarantine
from schemas import TABLES
from tests.database import make_database


@pytest.fixture
def con(tmp_path):
    with duckdb.connect(make_database(tmp_path / "work.duckdb")) as connection:
        yield connection


def count(con, table):
    return con.sql(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_quarantine_moves_nothing_that_passes(con):
    assert sum(quarantine(con, table) for table in TABLES) == 0
    assert count(con, "rejects") == 1


def test_quarantine_moves_a_failing_row_with_its_check(con):
    con.execute("UPDATE quantities SET value_max = -1")
    assert quarantine(con, "quantities") == 1
    assert count(con, "quantities") == 0
    rejected = con.sql("SELECT stage, check_name, row FROM rejects WHERE table_name = 'quantities'").fetchone()
    assert rejected[:2] == ("validate", "ordered_values")
    assert json.loads(rejected[2])["value_max"] == -1


def test_prune_rejects_what_points_at_a_rejected_row(con):
    con.execute("UPDATE entities SET latitude = 100")
    assert quarantine(con, "entities") == 1
    assert prune(con) == 4  # its mention, why that names it, its affiliation and its part in an event
    assert count(con, "entity_mentions") == 0
    names = {row[0] for row in con.sql("SELECT check_name FROM rejects WHERE table_name IS NOT NULL").fetchall()}
    assert "entity_id:foreign_key" in names


def test_prune_empties_a_reference_that_may_be_null(con):
    con.execute("UPDATE entities SET latitude = 100")
    quarantine(con, "entities")
    prune(con)
    assert con.sql("SELECT speaker_entity_id FROM quotes").fetchone() == (None,)
