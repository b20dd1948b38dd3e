"""Events of the mentions of several articles, in the database that resolution works in."""

import duckdb
import pytest

from flows.resolve.events import resolve_events

MENTIONS = [
    # mention, article, start, type, mode, family, status, date
    ("x_1", "a_1", 10, "CONSULT", "visit", "visit", "occurred", "2024-05-03"),
    ("x_2", "a_2", 20, "CONSULT", "visit", "visit", "occurred", "2024-05-03"),
    ("x_3", "a_2", 90, "ACCUSE", "disapprove", "disapprove", "denied", None),
]
PARTIES = [
    *[
        (mention, role, entity)
        for mention in ("x_1", "x_2")
        for role, entity in (("actor", "e_1"), ("recipient", "e_2"))
    ],
    ("x_3", "actor", "e_1"),
]


@pytest.fixture
def con() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    con.execute(
        "CREATE TABLE event_mentions (event_mention_id VARCHAR, article_id VARCHAR, char_start INTEGER, "
        "event_type VARCHAR, event_mode VARCHAR, family VARCHAR, status VARCHAR, date_value VARCHAR, "
        "starts_on DATE, ends_on DATE, "
        "place_entity_id VARCHAR)"
    )
    con.execute("CREATE TABLE event_participants (event_mention_id VARCHAR, role VARCHAR, entity_id VARCHAR)")
    con.execute("CREATE TABLE articles (article_id VARCHAR, published_on DATE)")
    con.execute("INSERT INTO articles VALUES ('a_1', DATE '2024-05-04'), ('a_2', NULL)")
    con.execute(
        "CREATE TABLE entity_facts AS "
        "SELECT * FROM (VALUES ('e_1', 'Lula', 'BR', 'PER'), ('e_2', 'Chile', 'CL', 'LOC')) "
        "t(entity_id, name, country_code, entity_type)"
    )
    con.executemany(
        "INSERT INTO event_mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)", [(*m, m[-1], m[-1]) for m in MENTIONS]
    )
    con.executemany("INSERT INTO event_participants VALUES (?, ?, ?)", PARTIES)
    return con


def test_resolve_events_joins_a_verb_and_a_noun_of_two_articles(con: duckdb.DuckDBPyConnection) -> None:
    resolve_events(con)
    rows = con.execute("SELECT event_mention_id, rule FROM event_map ORDER BY event_mention_id").fetchall()
    assert rows == [("x_1", "alone"), ("x_2", "same_parties_and_date"), ("x_3", "alone")]
    assert con.execute("SELECT count(DISTINCT event_id) FROM event_map").fetchone() == (2,)


def test_resolve_events_says_what_an_event_is(con: duckdb.DuckDBPyConnection) -> None:
    resolve_events(con)
    rows = con.execute(
        "SELECT event_type, status, country_codes, quad_class, goldstein, label FROM event_facts ORDER BY event_type"
    ).fetchall()
    assert rows == [
        ("ACCUSE", "denied", ["BR"], "verbal_conflict", -2.0, "Desmentido: crítica de Lula"),
        ("CONSULT", "occurred", ["BR", "CL"], "verbal_cooperation", 4.0, "Visita de Lula a Chile (3 de mayo de 2024)"),
    ]


def test_resolve_events_names_nobody_on_both_sides_of_a_label(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("INSERT INTO event_participants VALUES ('x_3', 'recipient', 'e_1')")
    resolve_events(con)
    row = con.execute("SELECT label FROM event_facts WHERE event_type = 'ACCUSE'").fetchone()
    assert row == ("Desmentido: crítica de Lula",)


def test_resolve_events_keeps_an_id_when_a_later_article_tells_of_the_event_too(con: duckdb.DuckDBPyConnection) -> None:
    resolve_events(con)
    both = con.execute("SELECT event_id FROM event_map WHERE event_mention_id = 'x_1'").fetchone()
    con.execute(
        "DROP TABLE event_map; DROP TABLE event_facts; DELETE FROM event_mentions WHERE event_mention_id = 'x_2'"
    )
    resolve_events(con)
    assert con.execute("SELECT event_id FROM event_map WHERE event_mention_id = 'x_1'").fetchone() == both


def test_resolve_events_takes_an_empty_release(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM event_mentions; DELETE FROM event_participants")
    resolve_events(con)
    assert con.execute("SELECT count(*) FROM event_facts").fetchone() == (0,)
