"""What the explorer shows of a release: rows of its tables, joined for reading."""

import datetime as dt
import itertools
from collections.abc import Iterator
from typing import Any

import duckdb

from flows.publish.explorer.pieces import Span, text_pieces

MAX_ROWS = 20_000
"""Rows of a kind in the pages: 20,000 events are 12 MB of data that a browser loads and filters in a second."""

Row = dict[str, Any]

EVENTS = """
SELECT event_id AS id, event_type AS type, status, starts_on, ends_on, label, quad_class AS quad, goldstein,
       place.name AS place, place_entity_id AS place_id, country_codes AS countries,
       events.mention_count, events.article_count, denied_count
FROM events LEFT JOIN entities AS place ON place.entity_id = events.place_entity_id
QUALIFY row_number() OVER (ORDER BY events.article_count DESC, events.mention_count DESC, event_id) <= $most
ORDER BY starts_on DESC NULLS LAST, events.article_count DESC, events.mention_count DESC, event_id
"""

PARTIES = """
SELECT event_id AS id, min(role) AS role, entities.entity_id, name, entity_type AS type
FROM event_participants
JOIN event_mentions USING (event_mention_id)
JOIN entities ON entities.entity_id = event_participants.entity_id
GROUP BY ALL ORDER BY id, role, name, entities.entity_id
"""

EVIDENCE = """
SELECT event_id AS id, mention.article_id AS article, mention.char_start AS start, mention.char_end AS end,
       mention.text AS words, mention.status, source.name AS claimed_by, quotes.text AS quote
FROM event_mentions AS mention
LEFT JOIN entities AS source ON source.entity_id = mention.source_entity_id
LEFT JOIN quotes ON quotes.quote_id = mention.quote_id
ORDER BY event_id, article, start, event_mention_id
"""

QUOTES = """
SELECT quotes.quote_id AS id, quotes.article_id AS article, quotes.char_start AS start, quotes.char_end AS end,
       quotes.quote_type AS type, quotes.cue, words, speaker, speaker_entity_id AS speaker_id, quotes.speaker_text,
       speaks_for, speaker_role AS role, said.said_on, quotes.stance, quoted_within,
       quotes.inner_speaker_entity_id AS quoted_within_id, coalesce(grouped.article_count, 1) AS article_count
FROM who_said_what AS said JOIN quotes USING (quote_id)
LEFT JOIN (
    SELECT quote_group, count(DISTINCT article_id) AS article_count FROM quotes GROUP BY quote_group
) AS grouped ON grouped.quote_group = quotes.quote_group
QUALIFY row_number() OVER (ORDER BY quotes.quote_id) <= $most
ORDER BY said.said_on DESC NULLS LAST, article, start, id
"""

ENTITIES = """
SELECT entity_id AS id, name, entity_type AS type, country_code AS country, is_country, wikidata_id AS wikidata,
       latitude, longitude, aliases, mention_count, article_count
FROM entities
QUALIFY row_number() OVER (ORDER BY mention_count DESC, entity_id) <= $most
ORDER BY mention_count DESC, name, entity_id
"""

OFFICES = """
SELECT person_id AS id, affiliations.text, affiliations.article_id AS article, organization.name AS organization
FROM affiliations LEFT JOIN entities AS organization ON organization.entity_id = organization_id
ORDER BY id, affiliations.text, article, affiliations.char_start
"""

COMPANY = """
WITH named AS (SELECT DISTINCT article_id, sentence_index, entity_id FROM entity_mentions)
SELECT one.entity_id AS id, other.entity_id AS other, entities.name, count(*) AS count
FROM named AS one
JOIN named AS other USING (article_id, sentence_index)
JOIN entities ON entities.entity_id = other.entity_id
WHERE one.entity_id <> other.entity_id
GROUP BY one.entity_id, other.entity_id, entities.name
QUALIFY row_number() OVER (PARTITION BY one.entity_id ORDER BY count(*) DESC, entities.name, other.entity_id) <= 10
ORDER BY one.entity_id, count(*) DESC, entities.name, other.entity_id
"""

MENTIONING = """
SELECT DISTINCT entity_id AS id, article_id AS article FROM entity_mentions ORDER BY id, article
"""

ARTICLES = """
SELECT article_id AS id, title, outlet, published_on AS date, source_path AS path, url, byline, duplicate_of, text
FROM articles
QUALIFY row_number() OVER (ORDER BY published_on DESC NULLS LAST, article_id) <= $most
ORDER BY date DESC NULLS LAST, path, id
"""

SPANS = """
SELECT article_id, char_start, char_end, text, sentence_index, kind, refers, note
FROM (
    SELECT article_id, char_start, char_end, text, sentence_index, mention_type AS kind, entity_id AS refers,
           NULL AS note
    FROM entity_mentions
    UNION ALL
    SELECT article_id, char_start, char_end, text, sentence_index, 'date', NULL, value FROM time_expressions
    UNION ALL
    SELECT article_id, char_start, char_end, text, sentence_index, 'amount', NULL,
           concat_ws(' ', replace(approximation, '_', ' '), format('{:g}', value), format('– {:g}', value_max), unit)
    FROM quantities
    UNION ALL
    SELECT quotes.article_id, char_start, char_end, text, sentence_index, 'quote', speaker_entity_id,
           coalesce(entities.name, speaker_text)
    FROM quotes LEFT JOIN entities ON entities.entity_id = speaker_entity_id
    UNION ALL
    SELECT article_id, char_start, char_end, event_mentions.text, sentence_index, 'event', event_id,
           event_mentions.event_type || '|' || event_mentions.status
    FROM event_mentions
)
ORDER BY article_id, char_start, char_end DESC, kind, refers
"""

PLACES = """
SELECT entity_id AS id, name, latitude, longitude, event_count, mention_count
FROM entities
LEFT JOIN (SELECT place_entity_id AS entity_id, count(*) AS event_count FROM events GROUP BY ALL) USING (entity_id)
WHERE latitude IS NOT NULL
ORDER BY mention_count DESC, name, id
LIMIT 500
"""

MONTHS = """
SELECT strftime(starts_on, '%Y-%m') AS month, quad_class AS quad, count(*) AS count
FROM events WHERE starts_on IS NOT NULL AND status = 'occurred'
GROUP BY ALL ORDER BY ALL
"""

GLANCE = """
SELECT (SELECT count(*) FROM articles) AS articles,
       (SELECT count(*) FROM quotes) AS quotes,
       (SELECT count(*) FROM events) AS events,
       (SELECT count(*) FROM entities) AS entities,
       (SELECT count(*) FROM time_expressions) AS times,
       (SELECT count(*) FROM quantities) AS quantities,
       (SELECT count(*) FROM rejects) AS rejects,
       (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
       (SELECT min(published_on) FROM articles) AS first,
       (SELECT max(published_on) FROM articles) AS last
"""


def events(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The events told most, the latest first, each with its parties and the words that it rests on."""
    parties, evidence = _by_id(con, PARTIES), _by_id(con, EVIDENCE)
    return [
        row | {"parties": parties.get(row["id"], []), "evidence": evidence.get(row["id"], [])}
        for row in _rows(con, EVENTS, most=MAX_ROWS)
    ]


def quotes(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The quotes, the latest first."""
    return list(_rows(con, QUOTES, most=MAX_ROWS))


def entities(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The things named most, with their offices, whom they are named with, and where."""
    offices, company, mentioning = _by_id(con, OFFICES), _by_id(con, COMPANY), _by_id(con, MENTIONING)
    return [
        row
        | {
            "offices": offices.get(row["id"], []),
            "company": company.get(row["id"], []),
            "articles": [found["article"] for found in mentioning.get(row["id"], [])],
        }
        for row in _rows(con, ENTITIES, most=MAX_ROWS)
    ]


def articles(con: duckdb.DuckDBPyConnection) -> tuple[list[Row], list[Row]]:
    """The articles, and of each what may be shown of its text, with marks; in one order."""
    spans: dict[str, list[Span]] = {}
    for row in _rows(con, SPANS):
        spans.setdefault(row["article_id"], []).append(Span(*list(row.values())[1:]))
    heads, texts = [], []
    for row in _rows(con, ARTICLES, most=MAX_ROWS):
        found, text = spans.get(row["id"], []), row.pop("text")
        marks = [[span.kind, span.start, span.end, span.refers, span.note] for span in found]
        heads.append(row | {"whole": text is not None})
        texts.append({"id": row["id"], "pieces": text_pieces(text, found), "marks": marks})
    return heads, texts


def places(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The places named most that have coordinates."""
    return list(_rows(con, PLACES))


def months(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """How many events took place in each month, by quad class."""
    return list(_rows(con, MONTHS))


def glance(con: duckdb.DuckDBPyConnection) -> Row:
    """Counts and the span of time."""
    return next(iter(_rows(con, GLANCE)))


def _by_id(con: duckdb.DuckDBPyConnection, query: str) -> dict[str, list[Row]]:
    """Rows that come sorted by ``id``, grouped by it and without it."""
    groups = itertools.groupby(_rows(con, query), key=lambda row: row["id"])
    return {key: [{name: value for name, value in row.items() if name != "id"} for row in rows] for key, rows in groups}


def _rows(con: duckdb.DuckDBPyConnection, query: str, **parameters: Any) -> Iterator[Row]:
    answer = con.execute(query, parameters or None)
    columns = [column[0] for column in answer.description or []]
    for row in answer.fetchall():
        yield {name: _plain(value) for name, value in zip(columns, row, strict=True)}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
