import hashlib
import json
import shutil

import duckdb
import polars as pl
import pyarrow.parquet as parquet
import pytest

from flows.errors import ConfigError, PublishError
from flows.publish.database import open_release
from flows.publish.index import find_release, list_release, next_release, only_writer, read_index
from flows.publish.query import run_query
from flows.publish.release import publish_release
from schemas import ALL_TABLES
from tests.database import make_database
from tests.schemas.rows import DAY

MODEL = "es_core_news_sm"
VIEWS = ("who_said_what", "who_did_what", "timeline", "dyads", "claims_and_denials")


@pytest.fixture
def database(tmp_path):
    return make_database(tmp_path / "work.duckdb")


@pytest.fixture
def dist(tmp_path):
    return tmp_path / "dist"


def test_publish_release_writes_every_table_and_its_facts(database, dist):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["tables"].keys() == ALL_TABLES.keys()
    assert {entry["path"] for entry in manifest["files"]} >= {f"{name}.parquet" for name in ALL_TABLES}
    for entry in manifest["files"]:
        content = (folder / entry["path"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["bytes"], entry["sha256"])


def test_publish_release_gives_the_same_bytes_twice(database, tmp_path):
    one = publish_release(database, tmp_path / "one", "2024-03-01.1", model=MODEL)
    two = publish_release(database, tmp_path / "two", "2024-03-01.1", model=MODEL)
    assert (one / "SHA256SUMS").read_text() == (two / "SHA256SUMS").read_text()
    assert (tmp_path / "one/index.json").read_bytes() == (tmp_path / "two/index.json").read_bytes()


def test_publish_release_never_overwrites(database, dist):
    publish_release(database, dist, "2024-03-01.1", model=MODEL)
    with pytest.raises(PublishError, match="never overwritten"):
        publish_release(database, dist, "2024-03-01.1", model=MODEL)


def test_publish_release_leaves_nothing_half_written(database, dist, monkeypatch):
    monkeypatch.setattr("flows.publish.release.write_database", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish_release(database, dist, "2024-03-01.1", model=MODEL)
    assert not (dist / "releases").exists()
    assert read_index(dist)["latest"] is None


def test_parquet_describes_its_columns(database, dist):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    schema = parquet.read_schema(folder / "quotes.parquet")
    assert schema.metadata[b"table"] == b"quotes"
    assert schema.field("cue_lemma").metadata[b"description"] == b"Its dictionary form."


def test_duckdb_file_answers_alone_and_describes_its_columns(database, dist, tmp_path):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    moved = tmp_path / "moved.duckdb"
    (folder / "teletipo.duckdb").rename(moved)
    with duckdb.connect(moved, read_only=True) as con:
        assert con.sql("SELECT words FROM who_said_what").fetchall() == [("Lima",)]
        comment = con.sql(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'quotes' AND column_name = 'cue_lemma'"
        )
        assert comment.fetchone() == ("Its dictionary form.",)
        told = dict(con.sql("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall())
        assert told.keys() == set(VIEWS)
        assert all(f"- `{view}`: {told[view]}\n" in (folder / "dictionary.md").read_text() for view in VIEWS)


def test_open_script_works_in_the_release_folder(database, dist, monkeypatch):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    monkeypatch.chdir(folder)
    with duckdb.connect() as con:
        con.execute((folder / "open.sql").read_text())
        for view in VIEWS:
            con.sql(f"SELECT * FROM {view}").fetchall()


def test_a_release_too_large_for_a_database_file_has_an_explorer(database, dist, monkeypatch):
    monkeypatch.setattr("flows.publish.release.MAX_ROWS", 0)
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    assert not (folder / "teletipo.duckdb").exists()
    files = {entry["path"] for entry in json.loads((folder / "manifest.json").read_text())["files"]}
    assert {"explorer/index.html", "explorer/data/events-0.js"} <= files


def test_open_release_works_from_any_folder(database, dist, monkeypatch, tmp_path):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    monkeypatch.chdir(tmp_path)
    with open_release(folder) as con:
        assert con.sql("SELECT count(*) FROM timeline").fetchone() == (1,)


def test_run_query_says_what_is_wrong_with_a_query(database, dist):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    with pytest.raises(ConfigError, match="citas"):
        run_query(folder, "SELECT * FROM citas")


def test_list_release_supersedes_and_retires(database, dist):
    first = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    publish_release(database, dist, "2024-03-01.2", model=MODEL)
    assert [entry["status"] for entry in read_index(dist)["releases"]] == ["superseded", "current"]
    shutil.rmtree(first)
    publish_release(database, dist, "2024-03-01.10", model=MODEL)
    index = read_index(dist)
    assert [entry["release"] for entry in index["releases"]] == ["2024-03-01.1", "2024-03-01.2", "2024-03-01.10"]
    assert [entry["status"] for entry in index["releases"]] == ["retired", "superseded", "current"]
    assert [entry["previous"] for entry in index["releases"]] == [None, "2024-03-01.1", "2024-03-01.2"]
    with pytest.raises(PublishError, match="retired"):
        find_release(dist, "2024-03-01.1")


def test_list_release_lists_what_a_crash_left_complete(database, dist):
    publish_release(database, dist, "2024-03-01.1", model=MODEL)
    (dist / "index.json").unlink()  # as if the power failed between the rename and the index
    list_release(dist, "2024-03-01.1")
    assert find_release(dist).name == "2024-03-01.1"


def test_next_release_never_gives_a_number_again(database, dist):
    assert next_release(dist, "2024-03-01") == "2024-03-01.1"
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    shutil.rmtree(folder)
    assert next_release(dist, "2024-03-01") == "2024-03-01.2"


def test_find_release_tells_how_to_get_one(dist):
    with pytest.raises(PublishError, match="teletipo build"):
        find_release(dist)


def test_only_writer_turns_a_second_build_away(dist):
    with only_writer(dist), pytest.raises(PublishError, match="another build"), only_writer(dist):
        pass
    with only_writer(dist):
        assert [path.name for path in dist.iterdir()] == [".lock"]


def test_open_release_reads_what_an_older_schema_wrote(database, dist):
    folder = publish_release(database, dist, "2024-03-01.1", model=MODEL)
    quotes = folder / "quotes.parquet"
    pl.read_parquet(quotes).drop("said_on").write_parquet(quotes)
    (folder / "affiliations.parquet").unlink()
    with open_release(folder) as con:
        assert con.sql("SELECT words, published_on, speaker_role FROM who_said_what").fetchall() == [
            ("Lima", DAY, None)
        ]
        assert con.sql("SELECT said_on FROM quotes").fetchall() == [(None,)]
