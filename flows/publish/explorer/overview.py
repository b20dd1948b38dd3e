"""What the explorer shows of a release as a whole: counts, the events of each month, the places on the map."""

import duckdb

from flows.publish.explorer.shown import Row, read_rows

MAX_PLACES = 500
MAX_NAMED = 3
"""Articles of which a place's row gives the words that name it."""

GLANCE = """
SELECT (SELECT count(*) FROM articles) AS articles,
       (SELECT count(*) FROM quotes) AS quotes,
       (SELECT count(*) FROM events) AS events,
       (SELECT count(*) FROM entities) AS entities,
       (SELECT count(*) FROM entities WHERE latitude IS NOT NULL) AS places,
       (SELECT count(*) FROM time_expressions) AS times,
       (SELECT count(*) FROM quantities) AS quantities,
       (SELECT count(*) FROM rejects) AS rejects,
       (SELECT count(DISTINCT outlet) FROM articles) AS outlets,
       (SELECT min(published_on) FROM articles) AS first,
       (SELECT max(published_on) FROM articles) AS last
"""

MONTHS = """
SELECT strftime(starts_on, '%Y-%m') AS month, quad_class AS quad, count(*) AS count
FROM events WHERE starts_on IS NOT NULL AND status = 'occurred'
GROUP BY ALL ORDER BY ALL
"""

PLACES = """
WITH place AS (
    SELECT entity_id, name, latitude, longitude, mention_count
    FROM entities WHERE latitude IS NOT NULL
    ORDER BY mention_count DESC, name, entity_id LIMIT $places
),
named AS (
    SELECT entity_id, article_id AS article, min(char_start) AS char_start, arg_min(text, char_start) AS words
    FROM place
    JOIN entity_mentions USING (entity_id)
    JOIN shown_articles ON shown_articles.id = article_id
    GROUP BY entity_id, article_id
    QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY article_id) <= $named
)
SELECT entity_id AS id, name, latitude, longitude, event_count, mention_count, coalesce(evidence, []) AS evidence
FROM place
LEFT JOIN (
    SELECT place_entity_id AS entity_id, count(*) AS event_count FROM events GROUP BY ALL
) USING (entity_id)
LEFT JOIN (
    SELECT entity_id, list({'article': article, 'start': char_start, 'words': words} ORDER BY article) AS evidence
    FROM named GROUP BY entity_id
) USING (entity_id)
ORDER BY mention_count DESC, name, id
"""


def glance(con: duckdb.DuckDBPyConnection) -> Row:
    """Counts of the whole release, and the span of time."""
    return next(read_rows(con, GLANCE))


def months(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """How many events took place in each month, by quad class."""
    return list(read_rows(con, MONTHS))


def places(con: duckdb.DuckDBPyConnection) -> list[Row]:
    """The places named most that have coordinates, each with a few of the words that name it."""
    return list(read_rows(con, PLACES, places=MAX_PLACES, named=MAX_NAMED))
