"""Why names are one entity and mentions one event, as a release tells it."""

import json

import duckdb
import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.errors import ConfigError
from flows.publish.explain import as_text, explain
from flows.publish.release import publish_release
from tests.world import Told, article_id, entity_id, event_id, make_world

OLD = {"uno.txt": [Told("Ana Ruiz", "A. R.", "habla Ruiz")], "dos.txt": [Told("Ruiz", "A. R.", "habla Ruiz")]}
NEW = {
    "uno.txt": [Told("Ana Ruiz", "Ana Ruiz", "habla Ruiz"), Told("Luis Sosa", "Luis Sosa", "habla Sosa")],
    "dos.txt": [Told("Ruiz", "Ana Ruiz", "habla Ruiz")],
}
LATEST = "releases/2024-03-02.1"


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """Two releases: the later one has Ana Ruiz under another id, and tells why her two articles mean one person."""
    folder = tmp_path_factory.mktemp("explain")
    for world, name in ((OLD, "2024-03-01.1"), (NEW, "2024-03-02.1")):
        database = make_world(folder / "w.duckdb", world)
        with duckdb.connect(database) as con:
            con.execute("UPDATE entity_joins SET rule = 'alone'")
            told = ["Lima", "Rímac"]
            con.execute(
                "UPDATE entity_joins SET rule = 'surname', other_article_id = $1, other_name = 'Ana Ruiz', "
                "shared_names = $2 WHERE article_id = $3",
                [article_id("uno.txt"), told, article_id("dos.txt")],
            )
            con.execute(
                "UPDATE event_joins SET rule = 'same_parties', other_event_mention_id = other.event_mention_id "
                "FROM event_mentions AS other, event_mentions AS own "
                "WHERE own.event_mention_id = event_joins.event_mention_id AND own.article_id = $1 "
                "AND other.article_id = $2 AND other.event_id = event_joins.event_id",
                [article_id("dos.txt"), article_id("uno.txt")],
            )
        publish_release(database, folder / "dist", name, model="es_core_news_sm")
    return folder / "dist"


def test_explain_tells_the_rule_of_each_join_and_what_the_articles_have_in_common(dist):
    told = explain(dist / LATEST, entity_id("Ana Ruiz"))
    joins = {article.article_id: article.joins for article in told.articles}
    (join,) = joins[article_id("dos.txt")]
    assert (join["rule"], join["other_name"], join["shared_names"]) == ("surname", "Ana Ruiz", ["Lima", "Rímac"])
    assert join["other_article_id"] == article_id("uno.txt")
    assert [each["rule"] for each in joins[article_id("uno.txt")]] == ["alone"]
    assert set(told.rules) == {"alone", "surname"}
    assert told.facts["country_code"] == "PE"
    assert [each["text"] for article in told.articles for each in article.mentions].count("Ruiz") == 1


def test_explain_tells_what_mentions_of_an_event_agree_in(dist):
    told = explain(dist / LATEST, event_id("habla Ruiz"))
    mentions = {article.article_id: article.mentions for article in told.articles}
    (mention,) = mentions[article_id("dos.txt")]
    assert (mention["rule"], mention["other_article_id"]) == ("same_parties", article_id("uno.txt"))
    assert mention["shared_parties"] == ["Ana Ruiz"]
    assert told.facts["mention_count"] == 2


def test_explain_follows_an_id_to_what_stands_for_it(dist):
    told = explain(dist / LATEST, entity_id("A. R."))
    assert told.id == entity_id("Ana Ruiz")
    assert as_text(told).startswith(f"{entity_id('A. R.')} is no longer used since release 2024-03-02.1: rekey")


def test_explain_of_an_unknown_id_says_how_to_find_one(dist):
    with pytest.raises(ConfigError, match=r"no entity or event e_0123456789abcdef.*teletipo sql"):
        explain(dist / LATEST, "e_0123456789abcdef")


def test_explain_of_an_earlier_release_knows_its_ids(dist):
    assert explain(dist / "releases/2024-03-01.1", entity_id("A. R.")).redirects == []


@pytest.mark.parametrize("asked", [entity_id("Ana Ruiz"), event_id("habla Ruiz")])
def test_explain_prints_every_article_and_what_its_rules_mean(dist, asked):
    printed = CliRunner().invoke(app, ["explain", asked, "--dist", str(dist)]).output
    assert all(article_id(name) in printed for name in NEW)
    assert "\nRules\n  " in printed
    as_json = json.loads(CliRunner().invoke(app, ["explain", asked, "--dist", str(dist), "--json"]).output)
    assert as_json["id"] == asked
