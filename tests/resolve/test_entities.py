"""Articles' entities become entities of the world, each with the rule that joined it."""

import duckdb
import pytest

from flows.nlp.gazetteer import places_named
from flows.resolve.entities import resolve_entities

COLUMNS = (
    "article_entity_id, article_id, name, entity_type, mention_forms, knowledge_id, country_code, is_country, "
    "wikidata_id, latitude, longitude, place_count"
)


@pytest.fixture
def resolve():
    def run(*entities):
        con = duckdb.connect()
        con.execute("CREATE TABLE articles (article_id VARCHAR, published_on DATE)")
        con.execute(
            "CREATE TABLE article_entities (article_entity_id VARCHAR, article_id VARCHAR, name VARCHAR, "
            "entity_type VARCHAR, mention_forms VARCHAR[], knowledge_id VARCHAR, country_code VARCHAR, "
            "is_country BOOLEAN, wikidata_id VARCHAR, latitude DOUBLE, longitude DOUBLE, place_count INTEGER)"
        )
        con.execute("CREATE TABLE entity_mentions (entity_id VARCHAR)")
        for article in sorted({article for article, *_ in entities}):
            con.execute("INSERT INTO articles VALUES (?, DATE '2024-01-01')", [article])
        for number, (article, name, kind, knowledge) in enumerate(entities):
            places = len(places_named(name)) if kind == "LOC" else None
            code = knowledge.removeprefix("country:") if knowledge else None
            con.execute(
                f"INSERT INTO article_entities ({COLUMNS}) VALUES (?, ?, ?, ?, [?], ?, ?, ?, NULL, NULL, NULL, ?)",
                [f"x{number}", article, name, kind, name, knowledge, code, knowledge is not None, places],
            )
            con.execute("INSERT INTO entity_mentions VALUES (?)", [f"x{number}"])
        resolve_entities(con)
        rows = con.execute("SELECT article_entity_id, entity_id, rule FROM entity_map").fetchall()
        return con, {key: (entity, rule) for key, entity, rule in rows}

    return run


PERU, CHILE = ("Perú", "LOC", "country:PE"), ("Chile", "LOC", "country:CL")


def test_resolve_entities_country_is_one(resolve):
    _, found = resolve(("a1", *PERU), ("a2", "Perú", "LOC", "country:PE"))
    assert found["x0"] == found["x1"]
    assert found["x0"][1] == "knowledge"


def test_resolve_entities_body_of_two_countries_is_two(resolve):
    body = ("Ministerio de Defensa", "ORG", None)
    _, found = resolve(("a1", *PERU), ("a1", *body), ("a2", *CHILE), ("a2", *body), ("a3", *PERU), ("a3", *body))
    assert found["x1"][0] != found["x3"][0]
    assert found["x1"][0] == found["x5"][0]
    assert [found[x][1] for x in ("x1", "x3", "x5")] == ["alone", "alone", "name_and_country"]


def test_resolve_entities_organisation_is_one_in_all_spellings(resolve):
    _, found = resolve(("a1", "Universidad Yonsei", "ORG", None), ("a2", "UNIVERSIDAD YONSEI", "ORG", None))
    assert found["x0"][0] == found["x1"][0]
    assert found["x1"][1] == "same_name"


def test_resolve_entities_id_does_not_depend_on_other_articles(resolve):
    _, alone = resolve(("a1", "Universidad Yonsei", "ORG", None))
    _, among = resolve(("a1", "Universidad Yonsei", "ORG", None), ("a2", "Ana Duarte", "PER", None))
    assert alone["x0"] == among["x0"]


def test_resolve_entities_tells_the_other_article_and_what_both_name(resolve):
    street = ("Calle Real 5", "MISC", None)
    con, _ = resolve(*(row for a in ("a1", "a2") for row in ((a, "Eva Arce", "PER", None), (a, *street))))
    rows = con.execute("SELECT rule, other_id, shared_names FROM entity_map WHERE article_entity_id = 'x2'").fetchall()
    assert rows == [("same_name", "x0", ["Calle Real 5"])]


def test_resolve_entities_every_entity_has_its_facts(resolve):
    con, found = resolve(("a1", *PERU), ("a1", "Ana Duarte", "PER", None), ("a2", "Ana Duarte", "PER", None))
    facts = con.execute("SELECT entity_id FROM entity_facts").fetchall()
    assert sorted(entity for (entity,) in facts) == sorted({entity for entity, _ in found.values()})
