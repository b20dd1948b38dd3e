import json

import duckdb
import polars as pl
import pytest

from flows.check.gates import pass_rules
from flows.errors import ConfigError, PublishError
from flows.publish.layout import REGISTRY
from flows.publish.release import publish_release
from flows.publish.withdrawals import read_withdrawals
from flows.resolve.withdrawals import drop_withdrawn
from flows.verification import verify_release
from flows.withdrawal import withdraw
from schemas import ALL_TABLES
from tests.world import Told, article_id, entity_id, make_world

WORLD = {
    "uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "e1"), Told("Luis Sosa", "Luis Sosa", "e2")],
    "dos.txt": [Told("Luis Sosa", "Luis Sosa", "e3")],
}


@pytest.fixture
def dist(tmp_path):
    dist = tmp_path / "dist"
    publish_release(make_world(tmp_path / "w.duckdb", WORLD), dist, "2024-03-01.1", model="es_core_news_sm")
    return dist


def take_out(dist, withdrawn_id, release="2024-03-02.1"):
    return withdraw(dist, withdrawn_id, release=release, day="2024-03-02", reason="a court order")


def everything(folder):
    """Every text of a release's data, in one string."""
    return " ".join(str(pl.read_parquet(path).rows()) for path in sorted(folder.rglob("*.parquet"))) + "".join(
        path.read_text() for path in folder.rglob("*") if path.suffix in (".md", ".json", ".html", ".js")
    )


def test_withdraw_leaves_no_trace_of_a_person(dist):
    done = take_out(dist, entity_id("Ana Ruiz"))
    assert "Ana Ruiz" in everything(dist / "releases/2024-03-01.1")
    assert "Ana Ruiz" not in everything(done.folder)
    assert "Luis Sosa" in everything(done.folder)
    assert verify_release(str(done.folder)) == []


def test_withdraw_leaves_no_label_with_a_name_that_the_article_itself_has_not(tmp_path):
    world = WORLD | {"tres.txt": [Told("A. R.", "Ana Ruiz", "e4"), Told("Luis Sosa", "Luis Sosa", "e5")]}
    database = make_world(tmp_path / "w.duckdb", world)
    with duckdb.connect(database) as con:
        con.execute("UPDATE entity_joins SET name = 'A. R.' WHERE article_id = $1", [article_id("tres.txt")])
    publish_release(database, tmp_path / "dist", "2024-03-01.1", model="es_core_news_sm")
    told = everything(take_out(tmp_path / "dist", entity_id("Ana Ruiz")).folder)
    assert "Ana Ruiz" not in told
    assert "Habla Luis Sosa" in told


def test_withdraw_leaves_a_tombstone_and_says_which_releases_still_hold_it(dist):
    done = take_out(dist, entity_id("Ana Ruiz"))
    tombs = pl.read_parquet(done.folder / "tombstones.parquet").rows()
    assert [(tomb[0], str(tomb[1]), tomb[2]) for tomb in tombs] == [
        (entity_id("Ana Ruiz"), "2024-03-02", "a court order")
    ]
    assert done.held_by == ["2024-03-01.1"]
    index = json.loads((dist / "index.json").read_text())
    old, new = index["releases"]
    assert old["status"] == "superseded"
    assert old["withdrawn"] == [{"id": entity_id("Ana Ruiz"), "withdrawn_on": "2024-03-02", "reason": "a court order"}]
    assert "withdrawn" not in new
    registry = pl.read_parquet(dist / REGISTRY).filter(id=entity_id("Ana Ruiz"))
    assert registry["status"].to_list() == ["withdrawn"]


def test_withdraw_redirects_the_person_to_nothing(dist):
    done = take_out(dist, entity_id("Ana Ruiz"))
    rows = pl.read_parquet(done.folder / "id_redirects.parquet").filter(old_id=entity_id("Ana Ruiz"))
    assert rows.select("new_id", "reason").rows() == [(None, "withdrawn")]


def test_withdraw_takes_out_an_article_with_all_its_rows(dist):
    done = take_out(dist, article_id("uno.txt"))
    for name in ALL_TABLES:
        frame = pl.read_parquet(done.folder / f"{name}.parquet")
        if "article_id" in frame.columns:
            assert article_id("uno.txt") not in frame["article_id"].to_list(), name
    rejects = pl.read_parquet(done.folder / "rejects.parquet").select("stage", "source_path", "row").rows()
    assert rejects == [("withdraw", "uno.txt", None)]
    assert verify_release(str(done.folder)) == []


def test_a_duplicate_of_a_withdrawn_article_becomes_the_original(tmp_path):
    world = {name: [Told("Ana", "Ana", "e1")] for name in ("uno.txt", "dos.txt", "tres.txt")}
    database = make_world(tmp_path / "w.duckdb", world)
    first, *others = sorted(article_id(name) for name in world)
    with duckdb.connect(database) as con:
        for other in others:
            con.execute("UPDATE articles SET duplicate_of = $1 WHERE article_id = $2", [first, other])
            con.execute("INSERT INTO article_duplicates VALUES ($1, $2)", [other, first])
        con.execute("UPDATE articles SET content_sha256 = sha256(article_id)")
        con.execute("UPDATE entities SET article_count = 1")
        con.execute("UPDATE events SET article_count = 1")
    dist = tmp_path / "dist"
    publish_release(database, dist, "2024-03-01.1", model="es_core_news_sm")
    done = take_out(dist, first)
    left = pl.read_parquet(done.folder / "articles.parquet").select("article_id", "duplicate_of").rows()
    assert left == [(others[0], None), (others[1], others[0])]


@pytest.mark.parametrize("withdrawn", [article_id("uno.txt"), entity_id("Ana Ruiz")])
def test_what_was_withdrawn_never_comes_back(dist, tmp_path, withdrawn):
    take_out(dist, withdrawn)
    # the raw files are still there; one has another name, and the entity another id
    again = make_world(tmp_path / "again.duckdb", {"otro.txt": WORLD["uno.txt"], **WORLD})
    with duckdb.connect(again) as con:
        for table in ("entities", "entity_facts", "entity_mentions", "event_participants"):
            con.execute(
                f"UPDATE {table} SET entity_id = 'e_00000000000000aa' WHERE entity_id = $1", [entity_id("Ana Ruiz")]
            )
        con.execute(
            "UPDATE quotes SET speaker_entity_id = 'e_00000000000000aa' WHERE speaker_entity_id = $1",
            [entity_id("Ana Ruiz")],
        )
    drop_withdrawn(again, read_withdrawals(dist))
    pass_rules(again)
    folder = publish_release(again, dist, "2024-03-03.1", model="es_core_news_sm")
    assert "Ana Ruiz" not in everything(folder)


def test_withdraw_needs_an_id_that_was_there_and_a_reason(dist):
    with pytest.raises(ConfigError, match="no release ever had"):
        take_out(dist, "e_0000000000000bad")
    with pytest.raises(ConfigError, match="needs a reason"):
        withdraw(dist, entity_id("Ana Ruiz"), release="2024-03-02.1", day="2024-03-02", reason=" ")
    assert read_withdrawals(dist) == []


def test_withdraw_notes_nothing_where_the_release_has_no_free_name(dist):
    with pytest.raises(PublishError, match="never overwritten"):
        take_out(dist, entity_id("Ana Ruiz"), release="2024-03-01.1")
    assert read_withdrawals(dist) == []
