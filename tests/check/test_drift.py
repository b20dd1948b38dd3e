import json

import duckdb
import pytest

from flows.check.drift import check_drift
from flows.errors import DriftError
from schemas import TABLES
from tests.database import make_database


@pytest.fixture
def con(tmp_path):
    with duckdb.connect(make_database(tmp_path / "work.duckdb")) as connection:
        yield connection


def manifest(folder, **rows):
    folder.mkdir()
    tables = {name: {"rows": rows.get(name, 1)} for name in TABLES}
    path = folder / "manifest.json"
    path.write_text(json.dumps({"tables": tables}))
    return path


def test_check_drift_passes_the_first_release(con):
    check_drift(con, None, None)


def test_check_drift_passes_a_like_release(con, tmp_path):
    check_drift(con, manifest(tmp_path / "2024-03-01.1"), None)


def test_check_drift_stops_a_table_that_shrank(con, tmp_path):
    with pytest.raises(DriftError, match="quotes: 40 rows before, 1 now"):
        check_drift(con, manifest(tmp_path / "2024-03-01.1", quotes=40), None)


def test_check_drift_stops_a_jump_of_rejects(con, tmp_path):
    more = "SELECT rejects.* REPLACE (reject_id || i AS reject_id) FROM rejects, range(10) AS numbers(i)"
    con.execute(f"INSERT INTO rejects {more}")
    with pytest.raises(DriftError, match="share of rejects"):
        check_drift(con, manifest(tmp_path / "2024-03-01.1", rejects=0), None)


def test_check_drift_passes_a_few_rejects_among_a_few_files(con, tmp_path):
    check_drift(con, manifest(tmp_path / "2024-03-01.1", rejects=0), None)


def test_check_drift_passes_what_is_accepted(con, tmp_path):
    check_drift(con, manifest(tmp_path / "2024-03-01.1", quotes=40), "half of the sources withdrew")


def test_check_drift_compares_no_column_that_the_release_before_had_not(con, tmp_path, monkeypatch):
    monkeypatch.setattr("flows.check.drift.MIN_ROWS", 1)
    previous = manifest(tmp_path / "2024-03-01.1")
    facts = json.loads(previous.read_text())
    facts["tables"]["quotes"]["null_counts"] = {}
    previous.write_text(json.dumps(facts))
    path = previous.parent / "quotes.parquet"
    con.execute(f"COPY (SELECT quote_id FROM quotes) TO '{path}' (FORMAT parquet)")
    check_drift(con, previous, None)
    con.execute(f"COPY (SELECT quote_id, said_on FROM quotes) TO '{path}' (FORMAT parquet)")
    with pytest.raises(DriftError, match=r"quotes.said_on: 0.0% NULL before, 100.0% now"):
        check_drift(con, previous, None)
