"""What the explorer shows of events."""

from collections.abc import Iterator

import duckdb

from flows.publish.explorer.shown import MAX_LISTED, SURE, SURE_PARTY, read_lines

EVENTS = """
WITH party AS (
    SELECT event_id, min(role) AS role, entities.entity_id, name, entity_type AS type,
           max(event_participants.confidence) AS confidence,
           row_number() OVER (PARTITION BY event_id ORDER BY min(role), name, entities.entity_id) AS number,
           count(*) OVER (PARTITION BY event_id) AS party_count
    FROM shown_events
    JOIN event_mentions ON event_id = shown_events.id
    JOIN event_participants USING (event_mention_id)
    JOIN entities ON entities.entity_id = event_participants.entity_id
    GROUP BY event_id, entities.entity_id, name, entity_type
    QUALIFY number <= $listed
),
told AS (
    SELECT event_id, mention.article_id AS article, mention.char_start, mention.char_end, mention.text AS words,
           mention.status, mention.confidence, source.name AS claimed_by, quotes.text AS quote,
           bool_or(mention.confidence >= $sure AND coalesce(least_sure, 1) >= $sure_party)
               OVER (PARTITION BY event_id) AS is_sure,
           CASE WHEN shown_articles.id IS NULL THEN coalesce(title, outlet, source_path) END AS elsewhere,
           row_number() OVER (
               PARTITION BY event_id
               ORDER BY shown_articles.id IS NULL, mention.article_id, mention.char_start, event_mention_id
           ) AS number
    FROM shown_events
    JOIN event_mentions AS mention ON event_id = shown_events.id
    JOIN articles ON articles.article_id = mention.article_id
    LEFT JOIN (
        SELECT event_mention_id, min(event_participants.confidence) AS least_sure
        FROM shown_events
        JOIN event_mentions ON event_id = shown_events.id
        JOIN event_participants USING (event_mention_id)
        GROUP BY event_mention_id
    ) AS parties USING (event_mention_id)
    LEFT JOIN shown_articles ON shown_articles.id = mention.article_id
    LEFT JOIN entities AS source ON source.entity_id = mention.source_entity_id
    LEFT JOIN quotes ON quotes.quote_id = mention.quote_id
    QUALIFY number <= $listed
)
SELECT events.event_id AS id, event_type AS type, status, starts_on, ends_on, label,
       place.name AS place, place_entity_id AS place_id, country_codes AS countries,
       events.mention_count, events.article_count, denied_count,
       coalesce(parties, []) AS parties, coalesce(party_count, 0) AS party_count, evidence, is_sure
FROM shown_events
JOIN events ON events.event_id = shown_events.id
LEFT JOIN entities AS place ON place.entity_id = events.place_entity_id
LEFT JOIN (
    SELECT event_id, max(party_count) AS party_count,
           list({'role': role, 'entity_id': entity_id, 'name': name, 'type': type, 'confidence': confidence}
                ORDER BY number) AS parties
    FROM party GROUP BY event_id
) AS parties ON parties.event_id = events.event_id
JOIN (
    SELECT event_id, bool_or(is_sure) AS is_sure,
           list({'article': article, 'elsewhere': elsewhere, 'start': char_start, 'end': char_end, 'words': words,
                 'status': status, 'confidence': confidence, 'claimed_by': claimed_by, 'quote': quote}
                ORDER BY number) AS evidence
    FROM told GROUP BY event_id
) AS told ON told.event_id = events.event_id
ORDER BY starts_on DESC NULLS LAST, events.article_count DESC, events.mention_count DESC, events.event_id
"""


def events(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The events told most, the latest first, each with its parties and the words that it rests on.

    ``elsewhere`` names an article that is not among those shown; ``is_sure`` says that a mention of the event is at
    least as likely as ``SURE``, and each of its parties as ``SURE_PARTY``.
    """
    return read_lines(con, EVENTS, listed=MAX_LISTED, sure=SURE, sure_party=SURE_PARTY)
