"""Which of the articles' entities are one thing in the world."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

import duckdb
import polars as pl

from flows.ids import make_id
from flows.nlp.gazetteer import places_named
from flows.resolve.entity_names import name_key
from flows.resolve.entity_people import Person, link_people
from flows.word_lists import parse_words

MAP_SCHEMA = {"article_entity_id": pl.String, "entity_id": pl.String, "rule": pl.String}
ACRONYM_LENGTH = 6


def resolve_entities(con: duckdb.DuckDBPyConnection) -> None:
    """Join the articles' entities into entities.

    Reads ``articles``, ``article_entities`` and ``entity_mentions``. Writes ``entity_map(article_entity_id, entity_id,
    rule)`` and ``entity_facts`` (one row per entity: its columns of the published table, but for counts and aliases).
    The rule says what joined an entity of an article to the others: ``knowledge`` (the gazetteer or the newsroom's
    list), ``same_name``, ``name_and_country`` ("Ministerio de Defensa", "PRI"), those of ``link_people``, or
    ``own_name`` (nothing).
    """
    rows = _rows(con)
    mapped = pl.DataFrame(list(_map(rows)), schema=MAP_SCHEMA, orient="row")
    con.register("mapped", mapped.to_arrow())
    con.execute("CREATE TABLE entity_map AS FROM mapped")
    con.unregister("mapped")
    con.execute(
        """
        CREATE TABLE entity_facts AS
        WITH forms AS (
            SELECT entity_id, entity_map.rule, article_entities.*, mentions
            FROM entity_map JOIN article_entities USING (article_entity_id)
            LEFT JOIN (SELECT entity_id AS article_entity_id, count(*) AS mentions FROM entity_mentions GROUP BY ALL)
            USING (article_entity_id)
        ),
        usual AS (
            SELECT entity_id, name, row_number() OVER (
                PARTITION BY entity_id ORDER BY count(*) DESC, length(name) DESC, name
            ) AS place FROM forms GROUP BY entity_id, name
        ),
        types AS (
            SELECT entity_id, entity_type, row_number() OVER (
                PARTITION BY entity_id ORDER BY sum(coalesce(mentions, 0)) DESC, entity_type
            ) AS place FROM forms GROUP BY entity_id, entity_type
        )
        SELECT entity_id,
               min(usual.name) AS name,
               min(types.entity_type) AS entity_type,
               min(country_code) AS country_code,
               bool_or(is_country) AS is_country,
               min(wikidata_id) AS wikidata_id,
               min(latitude) AS latitude,
               min(longitude) AS longitude
        FROM forms
        JOIN usual USING (entity_id)
        JOIN types USING (entity_id)
        WHERE usual.place = 1 AND types.place = 1
        GROUP BY entity_id
        """
    )


class _Row(NamedTuple):
    article_entity_id: str
    article_id: str
    published_on: str
    name: str
    entity_type: str
    knowledge_id: str | None
    is_country: bool
    mention_count: int


def _rows(con: duckdb.DuckDBPyConnection) -> list[_Row]:
    found = con.execute(
        """
        SELECT article_entity_id, article_id, coalesce(strftime(published_on, '%Y-%m-%d'), '9999'),
               name, entity_type, knowledge_id, is_country, coalesce(mention_count, 0)
        FROM article_entities
        JOIN (SELECT article_id, published_on FROM articles) USING (article_id)
        LEFT JOIN (
            SELECT entity_id AS article_entity_id, count(*) AS mention_count FROM entity_mentions GROUP BY ALL
        ) USING (article_entity_id)
        ORDER BY article_entity_id
        """
    ).fetchall()
    return [_Row(*row) for row in found]


def _map(rows: list[_Row]) -> Iterator[tuple[str, str, str]]:
    main = _main_countries(rows)
    people = []
    contexts = _contexts(rows, main)
    for row in rows:
        if row.knowledge_id is not None:
            yield row.article_entity_id, make_id("e", row.knowledge_id), "knowledge"
        elif row.entity_type == "PER":
            key = name_key(row.name) or row.name
            context = frozenset(contexts[row.article_id] - {f"PER {key}"})
            people.append(Person(row.article_entity_id, (row.published_on, row.article_id), key, context))
        else:
            yield (row.article_entity_id, *_named_thing(row, main.get(row.article_id)))
    first: dict[str, Person] = {}
    for person, earliest, rule in link_people(people):
        anchor = "" if first.setdefault(earliest.key, earliest) == earliest else earliest.order[1]
        yield person.article_entity_id, make_id("e", "PER", earliest.key, anchor), rule


def _named_thing(row: _Row, country: str | None) -> tuple[str, str]:
    """Entity id and rule of an organisation, place or other thing that no knowledge decides for."""
    key = name_key(row.name) or row.name
    if not _is_of_many_countries(row):
        return make_id("e", "name", key), "same_name"
    if country is not None:
        return make_id("e", "name", key, country), "name_and_country"
    return make_id("e", "name", key, row.article_id), "own_name"


def _is_of_many_countries(row: _Row) -> bool:
    """Names that in every country mean another thing: bodies without a name of their own, acronyms, open places."""
    if row.entity_type == "LOC":
        return len(places_named(row.name)) != 1
    if row.name.isupper() and len(row.name) <= ACRONYM_LENGTH:
        return True
    words = [word for word in name_key(row.name).split() if word not in SMALL_WORDS]
    return row.entity_type == "ORG" and all(word in _common_words() for word in words)


SMALL_WORDS = frozenset({"de", "del", "la", "las", "los", "el", "i", "e", "para"})


@cache
def _common_words() -> frozenset[str]:
    text = resources.files("flows.resolve").joinpath("data/bodies.yml").read_text(encoding="utf-8")
    return frozenset(name_key(word) for word in parse_words(text)["words"])


def _main_countries(rows: list[_Row]) -> dict[str, str]:
    """The country that an article names at least as often as all others together."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        if row.is_country and row.knowledge_id:
            counts[row.article_id][row.knowledge_id] += row.mention_count
    found = {}
    for article_id, countries in counts.items():
        (first, count), *_ = sorted(countries.items(), key=lambda item: (-item[1], item[0]))
        if count and 2 * count >= countries.total():
            found[article_id] = first
    return found


def _contexts(rows: list[_Row], main: dict[str, str]) -> dict[str, set[str]]:
    """What an article names that tells it from others: not the bodies that all name, of countries only its main one."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.is_country or (row.knowledge_id or "").startswith("known:"):
            continue
        found[row.article_id].add(row.knowledge_id or f"{row.entity_type} {name_key(row.name)}")
    for article_id, country in main.items():
        found[article_id].add(country)
    return found
