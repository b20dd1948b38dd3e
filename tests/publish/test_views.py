"""What the views of a release answer, over a few invented rows."""

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from flows.publish.dictionary import views
from schemas import ALL_TABLES
from schemas.table import polars_schema, sql_type
from tests.schemas.rows import DAY, frame

MEETING = {"event_type": "CONSULT", "quad_class": "verbal_cooperation", "goldstein": 2.5}
ATTACK = {"event_type": "ASSAULT", "quad_class": "material_conflict", "goldstein": -9.0}


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """An article, three countries and a body of no country, under the views."""
    with duckdb.connect() as con:
        for name, table in ALL_TABLES.items():
            columns = ", ".join(f"{column} {sql_type(dtype)}" for column, dtype in polars_schema(table).items())
            con.execute(f"CREATE TABLE {name} ({columns})")
        con.execute(views())
        add(con, "articles", {})
        for name, code in {"Perú": "PE", "Chile": "CL", "Bolivia": "BO", "ONU": None}.items():
            add(con, "entities", {"entity_id": name, "name": name, "country_code": code})
        yield con


def add(con: duckdb.DuckDBPyConnection, table: str, row: dict[str, Any]) -> None:
    con.register("given", frame(table, row).to_arrow())
    con.execute(f"INSERT INTO {table} BY NAME FROM given")


def tell(con: duckdb.DuckDBPyConnection, event: dict[str, Any], *mentions: dict[str, Any]) -> None:
    """Add an event with its mentions; a mention's ``actor`` and ``recipient`` list names."""
    add(con, "events", event)
    for number, mention in enumerate(mentions):
        key = f"x_{event['event_id']}_{number}"
        columns = {name: value for name, value in mention.items() if name not in ("actor", "recipient")}
        row = {"event_mention_id": key, "event_id": event["event_id"], "event_type": event["event_type"]}
        add(con, "event_mentions", row | {"sentence_index": number} | columns)
        for role in ("actor", "recipient"):
            for name in mention.get(role, ()):
                add(con, "event_participants", {"event_mention_id": key, "role": role, "entity_id": name})


def dyads(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, bool, int]]:
    return con.sql("SELECT actor_country, other_country, is_mutual, event_count FROM dyads").fetchall()


def test_dyads_counts_a_meeting_once_for_a_pair(con):
    tell(con, MEETING | {"event_id": "v"}, {"actor": ["Perú", "Chile"]}, {"actor": ["Chile", "Perú"]})
    assert dyads(con) == [("CL", "PE", True, 1)]


def test_dyads_takes_those_who_act_together_for_no_adversaries(con):
    tell(con, ATTACK | {"event_id": "v1"}, {"actor": ["Perú", "Chile"], "recipient": ["Bolivia"]})
    tell(con, ATTACK | {"event_id": "v2"}, {"actor": ["Perú", "Chile"]})
    assert dyads(con) == [("CL", "BO", False, 1), ("PE", "BO", False, 1)]


def test_dyads_takes_those_who_thank_a_third_for_no_pair(con):
    thanks = {"event_type": "SUPPORT", "quad_class": "verbal_cooperation", "goldstein": 5.0}
    tell(con, thanks | {"event_id": "v"}, {"actor": ["Perú", "Chile"], "recipient": ["ONU"]})
    assert dyads(con) == []


def test_dyads_has_a_country_on_the_side_where_most_mentions_have_it(con):
    visit = {"actor": ["Perú"], "recipient": ["Chile"]}
    hosted = {"actor": ["Chile"], "recipient": ["Perú"]}
    tell(con, MEETING | {"event_id": "v"}, visit, hosted, visit)
    assert dyads(con) == [("PE", "CL", False, 1)]


def test_dyads_holds_what_occurred(con):
    visit = {"actor": ["Perú"], "recipient": ["Chile"]}
    tell(con, MEETING | {"event_id": "v", "status": "planned"}, visit | {"status": "planned"})
    assert dyads(con) == []


def sides(con: duckdb.DuckDBPyConnection) -> list[tuple[list[str] | None, list[str] | None, int, int]]:
    return con.sql("SELECT claimed_by, denied_by, claim_count, denial_count FROM claims_and_denials").fetchall()


def test_claims_and_denials_names_who_claims_and_who_denies(con):
    claim, denial = {"source_entity_id": "Perú"}, {"source_entity_id": "Chile", "status": "denied"}
    tell(con, ATTACK | {"event_id": "v"}, claim, denial, {})
    assert sides(con) == [(["Perú"], ["Chile"], 2, 1)]


def test_claims_and_denials_lets_nobody_deny_what_an_article_itself_says_he_did_not_do(con):
    tell(con, ATTACK | {"event_id": "v"}, {}, {"actor": ["Chile"], "status": "denied"})
    assert sides(con) == [(None, None, 1, 1)]


def test_claims_and_denials_names_all_who_deny_in_the_sentence(con):
    """«Chile y Bolivia niegan el ataque»: a mention that rejects, and one of what is denied."""
    denied = {"status": "denied", "sentence_index": 5, "char_start": 30, "char_end": 36}
    tell(con, ATTACK | {"event_id": "v"}, {"sentence_index": 4}, denied)
    refusal = {"event_id": "v2", "event_type": "REJECT", "quad_class": "verbal_conflict", "goldstein": -2.0}
    said = {"actor": ["Chile", "Bolivia"], "sentence_index": 5, "char_start": 16, "char_end": 22, "text": "niegan"}
    tell(con, refusal, said)
    assert sides(con) == [(None, ["Bolivia", "Chile"], 1, 1)]


def test_claims_and_denials_lets_nobody_deny_by_rejecting_something_else(con):
    """«Perú no firmó el pacto y Chile rechazó las críticas»."""
    denied = {"status": "denied", "sentence_index": 5, "char_start": 8, "char_end": 13}
    tell(con, ATTACK | {"event_id": "v"}, {"sentence_index": 4}, denied)
    refusal = {"event_id": "v2", "event_type": "REJECT", "quad_class": "verbal_conflict", "goldstein": -2.0}
    tell(con, refusal, {"actor": ["Chile"], "sentence_index": 5, "char_start": 32, "char_end": 39, "text": "rechazó"})
    assert sides(con) == [(None, None, 1, 1)]


def test_claims_and_denials_takes_a_possibility_for_no_claim(con):
    tell(con, ATTACK | {"event_id": "v"}, {"status": "hypothetical"}, {"status": "denied"})
    assert sides(con) == []


def test_who_said_what_leaves_the_day_open_where_the_article_does(con):
    add(con, "quotes", {"said_on": None})
    assert con.sql("SELECT said_on, published_on FROM who_said_what").fetchall() == [(None, DAY)]


def test_who_said_what_gives_the_role_that_the_article_gives_first(con):
    add(con, "quotes", {"speaker_entity_id": "ONU"})
    for start, role in ((40, "alcalde"), (10, "ministro")):
        add(con, "affiliations", {"person_id": "ONU", "role": role, "char_start": start, "char_end": start + 4})
    assert con.sql("SELECT speaker_role FROM who_said_what").fetchall() == [("ministro",)]


def test_who_did_what_has_the_parties_of_a_mention_and_how_sure_the_least_sure_is(con):
    tell(con, ATTACK | {"event_id": "v"}, {"actor": ["Perú", "Chile"], "recipient": ["Bolivia"], "text": "atacaron"})
    con.execute("UPDATE event_participants SET confidence = CASE entity_id WHEN 'Chile' THEN 0.6 ELSE 0.9 END")
    rows = con.sql("SELECT who, words, to_whom, parties_confidence FROM who_did_what").fetchall()
    assert rows == [(["Chile", "Perú"], "atacaron", ["Bolivia"], 0.6)]


def test_who_did_what_keeps_a_mention_without_parties_and_names_who_claims_it(con):
    tell(con, ATTACK | {"event_id": "v"}, {"source_entity_id": "ONU"})
    rows = con.sql("SELECT who, to_whom, parties_confidence, claimed_by FROM who_did_what").fetchall()
    assert rows == [(None, None, None, "ONU")]
