"""Which event mentions tell of one event."""

import duckdb


def resolve_events(con: duckdb.DuckDBPyConnection) -> None:
    """Join event mentions into events.

    Reads ``event_mentions`` and ``event_participants`` (their entity columns already hold entity ids), ``articles`` and
    ``entity_facts``. Writes ``event_map(event_mention_id, event_id, rule)`` and ``event_facts`` (one row per event: its
    columns of the published table, but for counts).
    """
    con.execute(
        """
        CREATE TABLE event_map AS
        SELECT event_mention_id, 'v_' || left(sha256(event_mention_id), 16) AS event_id, 'alone' AS rule
        FROM event_mentions
        """
    )
    con.execute(
        """
        CREATE TABLE event_facts AS
        SELECT event_id, event_type, status, starts_on, ends_on, place_entity_id,
               CAST([] AS VARCHAR[]) AS country_codes, 'verbal_cooperation' AS quad_class,
               CAST(0 AS DOUBLE) AS goldstein, text AS label
        FROM event_map JOIN event_mentions USING (event_mention_id)
        """
    )
