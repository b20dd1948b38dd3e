"""What the explorer shows of names: a line each for the list, and the profile that the page of one name needs."""

from collections.abc import Iterator

import duckdb

from flows.publish.explorer.shown import MAX_LISTED, read_lines

ORDER = "ORDER BY entities.mention_count DESC, entities.name, entities.entity_id"

NAMES = f"""
SELECT entity_id AS id, name, entity_type AS type, country_code AS country, aliases[:$listed] AS aliases,
       len(aliases) AS alias_count, mention_count, article_count
FROM shown_entities JOIN entities ON entity_id = id
{ORDER}
"""

PROFILES = f"""
WITH office AS (
    SELECT person_id, affiliations.text, organization.name AS organization, affiliations.article_id AS article,
           affiliations.char_start,
           CASE WHEN shown_articles.id IS NULL THEN coalesce(title, outlet, source_path) END AS elsewhere,
           count(*) OVER form AS count
    FROM shown_entities
    JOIN affiliations ON person_id = shown_entities.id
    JOIN articles ON articles.article_id = affiliations.article_id
    LEFT JOIN shown_articles ON shown_articles.id = affiliations.article_id
    LEFT JOIN entities AS organization ON organization.entity_id = organization_id
    WINDOW form AS (PARTITION BY person_id, affiliations.text)
    QUALIFY row_number() OVER (
        form ORDER BY shown_articles.id IS NULL, affiliations.article_id, affiliations.char_start, affiliation_id
    ) = 1
),
listed_office AS (
    SELECT *, row_number() OVER (PARTITION BY person_id ORDER BY count DESC, text) AS number,
           count(*) OVER (PARTITION BY person_id) AS office_count
    FROM office QUALIFY number <= $listed
),
article AS MATERIALIZED (SELECT article_id, row_number() OVER () AS article FROM articles),
thing AS MATERIALIZED (
    SELECT entity_id, name, shown_entities.id IS NOT NULL AS is_shown, row_number() OVER () AS thing
    FROM entities LEFT JOIN shown_entities ON shown_entities.id = entity_id
),
named AS MATERIALIZED (
    SELECT DISTINCT article, sentence_index, thing, is_shown
    FROM entity_mentions JOIN article USING (article_id) JOIN thing USING (entity_id)
),
company AS (
    SELECT one.thing AS one, other.thing AS other, count(*) AS count
    FROM named AS one JOIN named AS other USING (article, sentence_index)
    WHERE one.is_shown AND one.thing <> other.thing
    GROUP BY ALL
),
listed_company AS (
    SELECT one.entity_id, other.entity_id AS other, other.name, count,
           row_number() OVER (PARTITION BY one.entity_id ORDER BY count DESC, other.name, other.entity_id) AS number
    FROM company
    JOIN thing AS one ON one.thing = company.one
    JOIN thing AS other ON other.thing = company.other
    QUALIFY number <= $listed
),
named_in AS (
    SELECT entity_id, article_id AS article, arg_min(text, char_start) AS words, min(char_start) AS char_start
    FROM shown_entities
    JOIN entity_mentions ON entity_id = shown_entities.id
    JOIN shown_articles ON shown_articles.id = article_id
    GROUP BY entity_id, article_id
    QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY article_id) <= $listed
)
SELECT entities.entity_id AS id, wikidata_id AS wikidata, latitude, longitude,
       coalesce(offices, []) AS offices, coalesce(office_count, 0) AS office_count,
       coalesce(company, []) AS company, coalesce(named_in, []) AS named_in
FROM shown_entities
JOIN entities ON entities.entity_id = shown_entities.id
LEFT JOIN (
    SELECT person_id, max(office_count) AS office_count,
           list({{'text': text, 'organization': organization, 'count': count, 'article': article,
                  'elsewhere': elsewhere, 'start': char_start}} ORDER BY number) AS offices
    FROM listed_office GROUP BY person_id
) AS offices ON person_id = entities.entity_id
LEFT JOIN (
    SELECT entity_id, list({{'other': other, 'name': name, 'count': count}} ORDER BY number) AS company
    FROM listed_company GROUP BY entity_id
) AS company ON company.entity_id = entities.entity_id
LEFT JOIN (
    SELECT entity_id, list({{'article': article, 'start': char_start, 'words': words}} ORDER BY article) AS named_in
    FROM named_in GROUP BY entity_id
) AS named_in ON named_in.entity_id = entities.entity_id
{ORDER}
"""
"""Pairs are counted by number: by id it took twice the time and memory of 10 M mentions."""


def names(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The things named most."""
    return read_lines(con, NAMES, listed=MAX_LISTED)


def profiles(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Of the same things, in the same order: offices, whom they are named with in a sentence, and where."""
    return read_lines(con, PROFILES, listed=MAX_LISTED)
