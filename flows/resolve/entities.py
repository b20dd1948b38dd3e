"""Which of the articles' entities are one thing in the world."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import duckdb
import polars as pl

from flows.ids import make_id
from flows.nlp.person_names import is_first_name
from flows.resolve.entity_bodies import is_acronym_of, is_open, link_bodies
from flows.resolve.entity_links import Context, Link, Named, shared
from flows.resolve.entity_names import name_key
from flows.resolve.entity_people import link_people

NAMED_BY_MANY = 0.02
LEAST_MANY = 20
"""What more than so many articles name, and more than such a share, is usual: that two name it says little."""

SHOWN_NAMES = 6
"""So many of the names that two articles have in common are told, the rarest of them."""

MAP_SCHEMA: dict[str, Any] = {
    "article_entity_id": pl.String,
    "entity_id": pl.String,
    "rule": pl.String,
    "other_id": pl.String,
    "shared_names": pl.List(pl.String),
}

Row = tuple[str, str, str, str | None, list[str] | None]
"""A row of ``entity_map``."""


def resolve_entities(con: duckdb.DuckDBPyConnection) -> None:
    """Join the articles' entities into entities.

    Reads ``articles``, ``article_entities`` and ``entity_mentions``. Writes ``entity_map`` (``article_entity_id``,
    ``entity_id``, and why: ``rule``, the other article's ``other_id``, ``shared_names``) and ``entity_facts`` (one row
    per entity: its columns of the published table, but for counts and aliases). The rules are those of
    ``schemas.vocabularies.ENTITY_RULES``.
    """
    _prepare(con)
    con.execute(
        """
        CREATE TABLE entity_map AS
        SELECT article_entity_id, 'e_' || left(sha256(knowledge_id), 16) AS entity_id, 'knowledge' AS rule,
               NULL::VARCHAR AS other_id, NULL::VARCHAR[] AS shared_names
        FROM article_entities WHERE knowledge_id IS NOT NULL AND entity_type <> 'PER'
        UNION ALL
        SELECT article_entity_id, 'e_' || left(sha256('name' || chr(31) || key), 16),
               CASE WHEN earliest = article_entity_id THEN 'alone' ELSE 'same_name' END,
               CASE WHEN earliest <> article_entity_id THEN earliest END, NULL
        FROM (
            SELECT article_entity_id, key,
                   first(article_entity_id) OVER earliest_first AS earliest
            FROM named WHERE kind = 'closed'
            WINDOW earliest_first AS (PARTITION BY key ORDER BY day, article_id, article_entity_id)
        )
        """
    )
    for rows in (_people_rows(con), _body_rows(con)):
        mapped = pl.DataFrame(list(rows), schema=MAP_SCHEMA, orient="row")
        con.register("mapped", mapped.to_arrow())
        con.execute("INSERT INTO entity_map FROM mapped")
        con.unregister("mapped")
    _write_facts(con)
    for table in ("named", "things", "main_countries", "name_keys"):
        con.execute(f"DROP TABLE {table}")


def _prepare(con: duckdb.DuckDBPyConnection) -> None:
    """Write ``named`` (what knowledge does not decide), ``things`` (what each article names) and ``main_countries``."""
    names = con.execute(
        "SELECT name, entity_type, max(place_count) FROM article_entities "
        "WHERE knowledge_id IS NULL OR entity_type = 'PER' GROUP BY ALL"
    ).fetchall()
    keys = [
        (name, kind, name_key(name) or name, kind != "PER" and is_open(name, kind, place_count), is_first_name(name))
        for name, kind, place_count in names
    ]
    schema: dict[str, Any] = {"name": pl.String, "entity_type": pl.String, "key": pl.String}
    schema |= {"is_open": pl.Boolean, "is_first_name": pl.Boolean}
    con.register("keys", pl.DataFrame(keys, schema=schema, orient="row").to_arrow())
    con.execute("CREATE TEMP TABLE name_keys AS FROM keys")
    con.unregister("keys")
    con.execute(
        """
        CREATE TEMP TABLE main_countries AS
        WITH counted AS (
            SELECT article_id, knowledge_id AS country, count(*) AS mentions
            FROM article_entities
            JOIN (SELECT entity_id AS article_entity_id FROM entity_mentions) USING (article_entity_id)
            WHERE is_country AND knowledge_id IS NOT NULL
            GROUP BY ALL
        ),
        ranked AS (
            SELECT *, sum(mentions) OVER (PARTITION BY article_id) AS all_mentions,
                   row_number() OVER (PARTITION BY article_id ORDER BY mentions DESC, country) AS place
            FROM counted
        )
        SELECT article_id, country FROM ranked WHERE place = 1 AND 2 * mentions >= all_mentions
        """
    )
    con.execute(
        """
        CREATE TEMP TABLE named AS
        SELECT article_entity_id, article_id, coalesce(strftime(published_on, '%Y-%m-%d'), '9999') AS day,
               article_entities.name, entity_type, key, country, mention_forms, is_open, knowledge_id,
               CASE WHEN entity_type = 'PER' THEN 'person'
                    WHEN is_open OR len(list_filter(mention_forms, form -> form <> name AND form = upper(form))) > 0
                    THEN 'body' ELSE 'closed' END AS kind
        FROM article_entities
        JOIN name_keys USING (name, entity_type)
        JOIN (SELECT article_id, published_on FROM articles) USING (article_id)
        LEFT JOIN main_countries USING (article_id)
        WHERE knowledge_id IS NULL OR entity_type = 'PER'
        """
    )
    # a key that is linked in one article is linked in all
    con.execute(
        "UPDATE named SET kind = 'body' WHERE kind = 'closed' AND key IN (SELECT key FROM named WHERE kind = 'body')"
    )
    con.execute(
        f"""
        CREATE TEMP TABLE things AS
        WITH found AS (
            SELECT article_id, coalesce(knowledge_id, entity_type || ' ' || key) AS thing, article_entities.name,
                   knowledge_id IS NULL AND is_open AND entity_type = 'ORG' AS is_usual
            FROM article_entities LEFT JOIN name_keys USING (name, entity_type)
            WHERE NOT is_country AND (entity_type = 'PER' OR NOT starts_with(coalesce(knowledge_id, ''), 'known:'))
              AND (knowledge_id IS NOT NULL OR entity_type <> 'PER' OR NOT is_first_name)
            UNION ALL
            SELECT article_id, country, name, true
            FROM main_countries JOIN article_entities USING (article_id) WHERE knowledge_id = country
        ),
        numbered AS (
            SELECT thing, row_number() OVER (ORDER BY thing) AS number, min(name) AS name,
                   bool_or(is_usual) OR count(DISTINCT article_id)
                      > greatest({LEAST_MANY}, {NAMED_BY_MANY} * (SELECT count(*) FROM articles)) AS is_usual
            FROM found GROUP BY thing
        )
        SELECT DISTINCT article_id, thing, number, numbered.name, numbered.is_usual
        FROM found JOIN numbered USING (thing)
        """
    )


def _people_rows(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    first: dict[str, str] = {}
    names = _thing_names(con)
    for link in link_people(_named(con, "person")):
        if link.named.known is not None:
            yield (link.named.article_entity_id, make_id("e", link.named.known), "knowledge", None, None)
        else:
            yield _row(link, _person_id(link.first, first), names)


def _person_id(person: Named, first: dict[str, str]) -> str:
    """A set's id is made of what a list knows it by, else of its name, else of name and first article."""
    if person.known is not None:
        return make_id("e", person.known)
    earliest = first.setdefault(person.key, person.article_entity_id)
    return make_id("e", "PER", person.key, "" if earliest == person.article_entity_id else person.order[1])


def _body_rows(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    names = _thing_names(con)
    links = list(link_bodies(_named(con, "body")))
    ids = _body_ids(links)
    for link in links:
        yield _row(link, ids[link.first], names)


def _body_ids(links: list[Link]) -> dict[Named, str]:
    """A set's id is made of the name that is one everywhere, else of name and country, else of its first article."""
    ids: dict[Named, str] = {}
    ranks: dict[Named, int] = {}
    for link in links:
        named = link.named
        rank, last = (2, named.country) if named.country is not None else (1, named.order[1])
        rank, parts = (rank, ["name", named.key, last]) if named.is_open else (3, ["name", named.key])
        if rank > ranks.get(link.first, 0):
            ranks[link.first], ids[link.first] = rank, make_id("e", *parts)
    return ids


def _named(con: duckdb.DuckDBPyConnection, kind: str) -> Iterator[Named]:
    contexts = _contexts(con)
    empty = Context(frozenset())
    words: dict[str, str] = {}
    orders: dict[str, tuple[str, str]] = {}  # hundreds of thousands of names share their articles and keys
    rows = con.execute(
        """
        SELECT article_entity_id, day, article_id, key, country, is_open, mention_forms, name, knowledge_id,
               (SELECT any_value(number) FROM things WHERE thing = coalesce(knowledge_id, entity_type || ' ' || key))
        FROM named WHERE kind = $1
        """,
        [kind],
    )
    while batch := rows.fetchmany(10_000):
        for article_entity_id, day, article_id, key, country, open_, forms, name, known, own in batch:
            acronyms = () if kind == "person" else tuple(name_key(form) for form in forms if is_acronym_of(form, name))
            context = contexts.get(article_id, empty)
            order = orders.setdefault(article_id, (day, article_id))
            place = words.setdefault(country, country) if country else None
            shared_key = words.setdefault(key, key)
            yield Named(article_entity_id, order, shared_key, context, own, place, bool(open_), acronyms, known)


def _contexts(con: duckdb.DuckDBPyConnection) -> dict[str, Context]:
    rows = con.execute(
        """
        SELECT article_id, list(number) FILTER (WHERE NOT is_usual), list(number) FILTER (WHERE is_usual)
        FROM things GROUP BY article_id
        """
    ).fetchall()
    numbers: dict[int, int] = {}

    def same(things: list[int] | None) -> frozenset[int]:
        return frozenset(numbers.setdefault(thing, thing) for thing in things or ())

    return {article_id: Context(same(rare), same(usual)) for article_id, rare, usual in rows}


def _thing_names(con: duckdb.DuckDBPyConnection) -> dict[Hashable, str]:
    return dict(con.execute("SELECT DISTINCT number, name FROM things").fetchall())


def _row(link: Link, entity_id: str, names: Mapping[Hashable, str]) -> Row:
    other = link.other
    common = sorted(names[thing] for thing in shared(link.named, other)[:SHOWN_NAMES]) if other else None
    return (link.named.article_entity_id, entity_id, link.rule, other.article_entity_id if other else None, common)


def _write_facts(con: duckdb.DuckDBPyConnection) -> None:
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
