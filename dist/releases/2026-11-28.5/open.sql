-- Tables and views of this release. From its folder: duckdb -init open.sql
-- From elsewhere: duckdb -cmd ".cd /the/folder/of/the/release" -cmd ".read open.sql"

CREATE OR REPLACE VIEW articles AS SELECT * FROM read_parquet('articles.parquet');
CREATE OR REPLACE VIEW entity_mentions AS SELECT * FROM read_parquet('entity_mentions.parquet');
CREATE OR REPLACE VIEW entities AS SELECT * FROM read_parquet('entities.parquet');
CREATE OR REPLACE VIEW entity_joins AS SELECT * FROM read_parquet('entity_joins.parquet');
CREATE OR REPLACE VIEW affiliations AS SELECT * FROM read_parquet('affiliations.parquet');
CREATE OR REPLACE VIEW time_expressions AS SELECT * FROM read_parquet('time_expressions.parquet');
CREATE OR REPLACE VIEW quantities AS SELECT * FROM read_parquet('quantities.parquet');
CREATE OR REPLACE VIEW quotes AS SELECT * FROM read_parquet('quotes.parquet');
CREATE OR REPLACE VIEW event_mentions AS SELECT * FROM read_parquet('event_mentions.parquet');
CREATE OR REPLACE VIEW event_participants AS SELECT * FROM read_parquet('event_participants.parquet');
CREATE OR REPLACE VIEW events AS SELECT * FROM read_parquet('events.parquet');
CREATE OR REPLACE VIEW event_joins AS SELECT * FROM read_parquet('event_joins.parquet');
CREATE OR REPLACE VIEW inputs AS SELECT * FROM read_parquet('inputs.parquet');
CREATE OR REPLACE VIEW rejects AS SELECT * FROM read_parquet('rejects.parquet');
CREATE OR REPLACE VIEW id_redirects AS SELECT * FROM read_parquet('id_redirects.parquet');
CREATE OR REPLACE VIEW tombstones AS SELECT * FROM read_parquet('tombstones.parquet');

-- Views that every release offers over its tables, for the questions that are asked most.

-- One row per quote: who said what, where and when.
CREATE OR REPLACE VIEW who_said_what AS
SELECT
    coalesce(quotes.said_on, articles.published_on) AS said_on,
    speaker.name AS speaker,
    quotes.speaker_text,
    affiliation.name AS speaks_for,
    (
        SELECT min(role) FROM affiliations
        WHERE affiliations.article_id = quotes.article_id AND affiliations.person_id = quotes.speaker_entity_id
    ) AS speaker_role,
    quotes.quote_type,
    quotes.cue,
    quotes.stance,
    quotes.text AS words,
    coalesce(inner_speaker.name, quotes.inner_speaker_text) AS quoted_within,
    articles.outlet,
    articles.source_path,
    quotes.confidence,
    quotes.quote_group,
    quotes.quote_id,
    quotes.article_id,
    quotes.char_start
FROM quotes
JOIN articles USING (article_id)
LEFT JOIN entities AS speaker ON speaker.entity_id = quotes.speaker_entity_id
LEFT JOIN entities AS affiliation ON affiliation.entity_id = quotes.speaker_affiliation_entity_id
LEFT JOIN entities AS inner_speaker ON inner_speaker.entity_id = quotes.inner_speaker_entity_id
ORDER BY quotes.article_id, quotes.char_start;

-- One row per event: what happened, when, where, with whom, and in how many articles.
CREATE OR REPLACE VIEW timeline AS
SELECT
    events.starts_on,
    events.ends_on,
    events.event_type,
    events.status,
    events.label,
    place.name AS place,
    (
        SELECT list_sort(list(DISTINCT entities.name))
        FROM event_mentions JOIN event_participants USING (event_mention_id)
        JOIN entities ON entities.entity_id = event_participants.entity_id
        WHERE event_mentions.event_id = events.event_id
    ) AS participants,
    events.mention_count,
    events.article_count,
    events.denied_count,
    events.event_id
FROM events
LEFT JOIN entities AS place ON place.entity_id = events.place_entity_id
ORDER BY events.starts_on NULLS LAST, events.event_id;

-- One row per pair of countries, day and quad class: cooperation and conflict between them.
CREATE OR REPLACE VIEW dyads AS
WITH sides AS (
    SELECT DISTINCT event_mentions.event_id, event_participants.role, entities.country_code
    FROM event_mentions
    JOIN event_participants USING (event_mention_id)
    JOIN entities ON entities.entity_id = event_participants.entity_id
    WHERE entities.country_code IS NOT NULL
)
SELECT
    actor.country_code AS actor_country,
    other.country_code AS other_country,
    events.starts_on,
    events.ends_on,
    events.quad_class,
    count(DISTINCT events.event_id) AS event_count,
    avg(events.goldstein) AS mean_goldstein
FROM events
JOIN sides AS actor ON actor.event_id = events.event_id AND actor.role = 'actor'
JOIN sides AS other ON other.event_id = events.event_id AND other.country_code <> actor.country_code
WHERE events.status = 'occurred'
GROUP BY ALL
ORDER BY ALL;

-- One row per event that one source tells or claims and another denies, with both sides.
CREATE OR REPLACE VIEW claims_and_denials AS
WITH told AS (
    SELECT
        event_mentions.event_id,
        event_mentions.status,
        coalesce(
            source.name,
            (
                SELECT string_agg(DISTINCT entities.name, ', ' ORDER BY entities.name)
                FROM event_participants JOIN entities ON entities.entity_id = event_participants.entity_id
                WHERE event_participants.event_mention_id = event_mentions.event_mention_id
                  AND event_participants.role = 'actor' AND event_mentions.status = 'denied'
            )
        ) AS teller
    FROM event_mentions LEFT JOIN entities AS source ON source.entity_id = event_mentions.source_entity_id
)
SELECT
    events.event_id,
    events.label,
    list_sort(list(DISTINCT teller) FILTER (WHERE told.status <> 'denied' AND teller IS NOT NULL)) AS claimed_by,
    list_sort(list(DISTINCT teller) FILTER (WHERE told.status = 'denied' AND teller IS NOT NULL)) AS denied_by,
    count(*) FILTER (WHERE told.status <> 'denied') AS claim_count,
    count(*) FILTER (WHERE told.status = 'denied') AS denial_count
FROM events JOIN told USING (event_id)
GROUP BY ALL
HAVING claim_count > 0 AND denial_count > 0
ORDER BY events.event_id;
