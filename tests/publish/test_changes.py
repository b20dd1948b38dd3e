import hashlib
import json

import duckdb
import polars as pl
import pytest

from flows.errors import PublishError
from flows.publish.changelog import diff_releases
from flows.publish.changes import both_releases, find_changes
from flows.publish.content import content_digest
from flows.publish.release import publish_release
from schemas import ALL_TABLES, TABLES
from tests.schemas.rows import frame
from tests.world import Told, article_id, entity_id, make_world

MODEL = "es_core_news_sm"
BEFORE = {
    "uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1"), Told("Ruiz", "Ana Ruiz", "e1")],
    "dos.txt": [Told("Luis Sosa", "Luis Sosa", "e2")],
}
AFTER = {
    "uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1"), Told("Ruiz", "Ana Ruiz", "e1")],
    "tres.txt": [Told("Luis Sosa", "Luis Sosa", "e3"), Told("Ana R.", "Ana Ruiz", "e3")],
}


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    folder = tmp_path_factory.mktemp("two")
    dist = folder / "dist"
    worlds = [(BEFORE, "2024-03-01.1"), (AFTER, "2024-03-02.1")]
    return [publish_release(make_world(folder / "w.duckdb", w), dist, name, model=MODEL) for w, name in worlds]


def digest(rows):
    with duckdb.connect() as con:
        con.register("rows", rows.to_arrow())
        return content_digest(con, TABLES["articles"], "rows")


def test_changes_are_absent_in_the_first_release(two):
    assert not (two[0] / "changes").exists()
    assert not (two[0] / "CHANGES.md").exists()


def test_changes_tell_added_removed_and_changed_rows(two):
    entities = pl.read_parquet(two[1] / "changes/entities.parquet").rows(named=True)
    assert [(row["entity_id"], row["change"], row["changed_columns"]) for row in entities] == [
        (entity_id("Ana Ruiz"), "changed", ["aliases", "mention_count", "article_count"])
    ]
    articles = pl.read_parquet(two[1] / "changes/articles.parquet").select("article_id", "change").rows()
    assert set(articles) == {(article_id("tres.txt"), "added"), (article_id("dos.txt"), "removed")}


def test_changes_keep_nothing_of_a_removed_row_but_its_key(two):
    removed = pl.read_parquet(two[1] / "changes/articles.parquet").filter(change="removed").drop("change", "article_id")
    assert removed.height == 1
    assert all(value is None for value in removed.row(0))


@pytest.mark.parametrize("name", ALL_TABLES)
def test_predecessor_with_its_changes_is_the_release(two, name):
    # in polars, as somebody would who knows nothing of our SQL
    keys = list(ALL_TABLES[name].to_schema().unique or [])
    before, after = (pl.read_parquet(folder / f"{name}.parquet") for folder in two)
    changes = pl.read_parquet(two[1] / f"changes/{name}.parquet")
    new = changes.filter(pl.col("change") != "removed").select(before.columns)
    applied = pl.concat([before.join(changes, on=keys, how="anti"), new]).sort(keys)
    assert applied.equals(after.sort(keys))


def test_publish_release_stops_when_changes_do_not_lead_to_it(two, tmp_path, monkeypatch):
    dist = tmp_path / "dist"
    publish_release(make_world(tmp_path / "w.duckdb", BEFORE), dist, "2024-03-01.1", model=MODEL)
    monkeypatch.setattr("flows.publish.changes.applied", lambda table, path: "FROM before_" + table.to_schema().name)
    with pytest.raises(PublishError, match="with the changes applied is not the new release"):
        publish_release(make_world(tmp_path / "w.duckdb", AFTER), dist, "2024-03-02.1", model=MODEL)
    assert json.loads((dist / "index.json").read_text())["latest"] == "2024-03-01.1"


def test_changes_md_tells_people(two):
    told = (two[1] / "CHANGES.md").read_text()
    assert "# Changes from 2024-03-01.1 to 2024-03-02.1" in told
    assert "| `articles` | 2 | 2 | 1 | 1 | 0 |" in told
    assert "## Articles in (1)" in told
    assert f"`{article_id('tres.txt')}` Luis Sosa" in told
    assert "## events: gone (1)" in told


def test_diff_releases_gives_what_changes_md_says(two):
    told = diff_releases(*two).as_dict()
    manifest = json.loads((two[1] / "manifest.json").read_text())
    for name, facts in manifest["tables"].items():
        assert facts["changes"].items() <= told["tables"][name].items()


def test_diff_releases_tells_of_a_schema_that_changed(two, tmp_path):
    old = tmp_path / "2024-01-01.1"
    old.mkdir()
    for name in TABLES:
        if name != "quantities":
            pl.read_parquet(two[0] / f"{name}.parquet").drop("confidence", strict=False).write_parquet(
                old / f"{name}.parquet"
            )
    told = diff_releases(old, two[1]).schema
    assert "table `quantities` is new" in told
    assert "column `quotes.confidence` is new" in told


def test_find_changes_sees_none_between_a_release_and_itself(two):
    with both_releases(two[0], two[0]) as con:
        for table in ALL_TABLES.values():
            found = find_changes(con, table)
            assert (found.added, found.removed, found.changed) == (0, 0, 0)


def test_content_digest_is_not_changed_by_order_or_writer():
    rows = frame("articles", {}, {"article_id": "a_000000000000000b", "title": None})
    assert digest(rows) == digest(rows.reverse())


@pytest.mark.parametrize(
    "change",
    [{"title": None}, {"title": ""}, {"credited_outlets": []}, {"credited_outlets": [""]}, {"word_count": 4}],
)
def test_content_digest_tells_rows_apart(change):
    assert digest(frame("articles", change)) != digest(frame("articles", {}))


def test_content_digest_tells_null_from_empty():
    assert digest(frame("articles", {"title": None})) != digest(frame("articles", {"title": ""}))
    assert digest(frame("articles", {"credited_outlets": []})) != digest(frame("articles", {"credited_outlets": [""]}))


def test_content_digest_can_be_made_without_duckdb():
    fields = frame("articles", {"credited_outlets": ["EFE", "AFP"]}).row(0)
    expected = hashlib.md5("\x1f".join(map(field_text, fields)).encode()).digest()
    assert digest(frame("articles", {"credited_outlets": ["EFE", "AFP"]})) == expected.hex()


def field_text(value):
    if isinstance(value, list):
        return "\x1e".join([str(len(value)), *value])
    return "\0" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
