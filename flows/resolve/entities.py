"""Which of the articles' entities are one thing in the world."""

import duckdb


def resolve_entities(con: duckdb.DuckDBPyConnection) -> None:
    """Join the articles' entities into entities.

    Reads ``article_entities`` and ``entity_mentions``. Writes ``entity_map(article_entity_id, entity_id, rule)`` and
    ``entity_facts`` (one row per entity: its columns of the published table, but for counts and aliases).
    """
    con.execute(
        """
        CREATE TABLE entity_map AS
        SELECT article_entity_id,
               'e_' || left(sha256(coalesce(knowledge_id, entity_type || chr(31) || lower(name))), 16) AS entity_id,
               CASE WHEN knowledge_id IS NULL THEN 'same_name' ELSE 'knowledge' END AS rule
        FROM article_entities
        """
    )
    con.execute(
        """
        CREATE TABLE entity_facts AS
        SELECT entity_id,
               min(name) AS name,
               min(entity_type) AS entity_type,
               min(country_code) AS country_code,
               bool_or(is_country) AS is_country,
               min(wikidata_id) AS wikidata_id,
               min(latitude) AS latitude,
               min(longitude) AS longitude
        FROM entity_map JOIN article_entities USING (article_entity_id)
        GROUP BY entity_id
        """
    )
