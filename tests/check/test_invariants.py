import duckdb
import pytest

from flows.check.invariants import check_invariants, invariants
from flows.errors import InvariantError
from tests.database import make_database

# Of each kind of rule: what breaks it
BREAKS = {
    "articles.key_is_unique": "INSERT INTO articles FROM articles",
    "entity_mentions.entity_id.is_found": "UPDATE entity_mentions SET entity_id = 'e_00000000000000ff'",
    "event_mentions.quote_id.is_found": "UPDATE event_mentions SET quote_id = 'q_00000000000000ff'",
    "entity_mentions.span_slices_back": "UPDATE entity_mentions SET text = 'Roma'",
    "quotes.speaker_slices_back": "UPDATE quotes SET speaker_text = 'tú'",
    "quotes.inner_speaker_slices_back": "UPDATE quotes SET inner_speaker_text = 'tú'",
    "entities.counts_hold": "UPDATE entities SET mention_count = 7",
    "events.counts_hold": "UPDATE events SET article_count = 7",
    "events.denied_count_holds": "UPDATE events SET denied_count = 1",
    "every_input_is_accounted_for": "DELETE FROM articles",
}


@pytest.fixture
def con(tmp_path):
    with duckdb.connect(make_database(tmp_path / "work.duckdb")) as connection:
        yield connection


def test_check_invariants_passes_a_consistent_release(con):
    check_invariants(con)


@pytest.mark.parametrize("rule", BREAKS)
def test_check_invariants_names_the_broken_rule(con, rule):
    con.execute(BREAKS[rule])
    with pytest.raises(InvariantError, match=rule):
        check_invariants(con)


def test_an_entity_without_mention_breaks_its_count(con):
    con.execute("DELETE FROM entity_mentions")
    with pytest.raises(InvariantError, match=r"entities\.counts_hold: 1 rows"):
        check_invariants(con)


def test_every_foreign_key_has_a_rule():
    names = {rule.name for rule in invariants()}
    assert "events.place_entity_id.is_found" in names
    assert len(names) == len(list(invariants()))
