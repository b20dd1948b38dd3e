"""Ids across releases: redirects, the registry, and the gates on both."""

import json

import duckdb
import polars as pl
import pytest

from flows.check.gates import pass_drift
from flows.errors import DriftError
from flows.publish.index import recover
from flows.publish.layout import REGISTRY
from flows.publish.release import publish_release
from tests.world import Told, article_id, entity_id, event_id, make_world

MODEL = "es_core_news_sm"


class Releases:
    """Releases of worlds, one a day."""

    def __init__(self, folder):
        self.folder = folder
        self.dist = folder / "dist"
        self.day = 0

    def add(self, **articles):
        self.day += 1
        database = make_world(self.folder / "w.duckdb", articles)
        self.last = publish_release(database, self.dist, f"2024-03-0{self.day}.1", model=MODEL)
        return self.last

    def redirects(self, kind="e"):
        rows = pl.read_parquet(self.last / "id_redirects.parquet").filter(pl.col("old_id").str.starts_with(kind))
        return rows.select("old_id", "new_id", "reason", "shared_mention_count").rows()

    def registry(self):
        return {row["id"]: row for row in pl.read_parquet(self.dist / REGISTRY).rows(named=True)}


@pytest.fixture
def releases(tmp_path):
    return Releases(tmp_path)


def told(*people):
    """An article in which each of (form, entity) speaks."""
    return [Told(form, entity, f"event of {form}") for form, entity in people]


def test_first_release_redirects_nothing(releases):
    releases.add(uno=told(("Ana", "Ana")))
    assert releases.redirects() == []


def test_merged_entity_leads_to_the_one_that_stands_for_both(releases):
    releases.add(uno=told(("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ruiz"), ("A. Ruiz", "Ruiz")))
    releases.add(uno=told(("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz"), ("A. Ruiz", "Ana Ruiz")))
    assert releases.redirects() == [(entity_id("Ruiz"), entity_id("Ana Ruiz"), "merge", 2)]


def test_split_entity_leads_to_each_part_the_greatest_first(releases):
    releases.add(uno=told(("Ruiz", "Ruiz"), ("Ruiz", "Ruiz"), ("Ruiz", "Ruiz")))
    releases.add(uno=told(("Ruiz", "Ana Ruiz"), ("Ruiz", "Eva Ruiz"), ("Ruiz", "Eva Ruiz")))
    assert releases.redirects() == [
        (entity_id("Ruiz"), entity_id("Eva Ruiz"), "split", 2),
        (entity_id("Ruiz"), entity_id("Ana Ruiz"), "split", 1),
    ]


def test_renamed_entity_is_rekeyed(releases):
    releases.add(uno=told(("Ana", "Ana")))
    releases.add(uno=told(("Ana", "Ana Ruiz")))
    assert releases.redirects() == [(entity_id("Ana"), entity_id("Ana Ruiz"), "rekey", 1)]


def test_entity_without_mention_left_is_gone(releases):
    releases.add(uno=told(("Ana", "Ana")), dos=told(("Luis", "Luis")))
    releases.add(uno=told(("Ana", "Ana")))
    assert releases.redirects() == [(entity_id("Luis"), None, "gone", 0)]


def test_redirect_is_found_in_an_edited_text_by_its_words(releases):
    releases.add(uno=told(("Ana", "Ana"), ("Luis", "Luis")))
    releases.add(uno=told(("Luis Sosa", "Luis Sosa"), ("Ana", "Ana Ruiz")))
    assert releases.redirects() == sorted(
        [(entity_id("Ana"), entity_id("Ana Ruiz"), "rekey", 1), (entity_id("Luis"), None, "gone", 0)]
    )


def test_events_are_redirected_too(releases):
    releases.add(uno=[Told("Ana", "Ana", "one"), Told("Ana", "Ana", "two")])
    releases.add(uno=[Told("Ana", "Ana", "one"), Told("Ana", "Ana", "one")])
    assert releases.redirects("v") == [(event_id("two"), event_id("one"), "merge", 1)]


def test_redirects_lead_on_to_what_is_there_now(releases):
    releases.add(uno=told(("Ana", "A")))
    releases.add(uno=told(("Ana", "B")))
    releases.add(uno=told(("Ana", "C")))
    assert dict(row[:2] for row in releases.redirects()) == {
        entity_id("A"): entity_id("C"),
        entity_id("B"): entity_id("C"),
    }


def test_id_that_comes_back_is_redirected_no_longer(releases):
    releases.add(uno=told(("Ana", "A")))
    releases.add(uno=told(("Ana", "B")))
    releases.add(uno=told(("Ana", "A")))
    assert releases.redirects() == [(entity_id("B"), entity_id("A"), "rekey", 1)]


def test_registry_knows_every_id_ever(releases):
    releases.add(uno=told(("Ana", "A"), ("Luis", "Luis")), dos=told(("Luis", "Luis")))
    releases.add(uno=told(("Ana", "B")))
    known = releases.registry()
    assert known[entity_id("A")]["status"] == "redirected"
    assert known[entity_id("Luis")] == {
        "id": entity_id("Luis"),
        "kind": "entity",
        "first_release": "2024-03-01.1",
        "last_release": "2024-03-01.1",
        "status": "gone",
    }
    assert known[article_id("uno")]["last_release"] == "2024-03-02.1"
    assert known[entity_id("B")]["status"] == "current"


def test_registry_is_the_same_when_made_again(releases):
    releases.add(uno=told(("Ana", "A")))
    releases.add(uno=told(("Ana", "B")))
    file = releases.dist / REGISTRY
    before = file.read_bytes()
    file.unlink()
    (releases.dist / "index.json").unlink()
    assert recover(releases.dist) == ["2024-03-01.1", "2024-03-02.1"]
    assert file.read_bytes() == before


def many(entity):
    return {f"{number}": told((f"Ana {number}", entity(number))) for number in range(120)}


def drift(releases, world, accept=None):
    database = make_world(releases.folder / "next.duckdb", world)
    pass_drift(database, releases.last / "manifest.json", accept)


def test_drift_stops_ids_that_vanish_without_redirect(releases):
    world = many(lambda number: f"Ana {number}")
    releases.add(**world)
    shrunk = {name: article for name, article in world.items() if int(name) >= 30}
    with pytest.raises(DriftError, match="entities: 30 of 120 ids are gone without redirect"):
        drift(releases, shrunk)
    drift(releases, shrunk, accept="a source left")


def test_drift_passes_ids_that_vanish_with_redirect(releases):
    releases.add(**many(lambda number: f"Ana {number}"))
    drift(releases, many(lambda number: f"Ana Ruiz {number}"))


def test_drift_stops_a_jump_of_nulls(releases):
    releases.add(**many(lambda number: f"Ana {number}"))
    database = make_world(releases.folder / "next.duckdb", many(lambda number: f"Ana {number}"))
    with duckdb.connect(database) as con:
        con.execute("UPDATE quotes SET speaker_entity_id = NULL WHERE quote_id < 'q_8'")
    with pytest.raises(DriftError, match=r"quotes.speaker_entity_id: 0.0% NULL before"):
        pass_drift(database, releases.last / "manifest.json", None)


def test_drift_stops_a_jump_of_rejected_rows(releases):
    releases.add(**many(lambda number: f"Ana {number}"))
    database = make_world(releases.folder / "next.duckdb", many(lambda number: f"Ana {number}"))
    with duckdb.connect(database) as con:
        for number in range(5):
            row = [f"r_{number:016x}", "validate", None, "quotes", "ordered_span", "?", "{}"]
            con.execute("INSERT INTO rejects VALUES ($1, $2, $3, $4, $5, $6, $7)", row)
    with pytest.raises(DriftError, match=r"quotes: 0.0% of its rows rejected before, 4.0% now"):
        pass_drift(database, releases.last / "manifest.json", None)


def test_accepted_drift_stands_in_the_manifest(releases):
    database = make_world(releases.folder / "w.duckdb", {"uno": told(("Ana", "A"))})
    folder = publish_release(database, releases.dist, "2024-03-01.1", model=MODEL, accept="a source left")
    assert json.loads((folder / "manifest.json").read_text())["accepted"] == "a source left"
