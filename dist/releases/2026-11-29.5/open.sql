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

-- One row per quote: who said what, where and when. `said_on` is NULL where the article does not tell the day.
CREATE OR REPLACE VIEW who_said_what AS
SELECT
    quotes.said_on,
    articles.published_on,
    speaker.name AS speaker,
    quotes.speaker_text,
    affiliation.name AS speaks_for,
    (
        SELECT min_by(role, char_start) FROM affiliations
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

-- One row per event mention: who does what to whom, in which word, who says so, and how sure it is.
-- parties_confidence is that of the least sure of who and to_whom.
CREATE OR REPLACE VIEW who_did_what AS
WITH parties AS (
    SELECT
        event_mention_id,
        list(entities.name ORDER BY entities.name) FILTER (WHERE role = 'actor') AS who,
        list(entities.name ORDER BY entities.name) FILTER (WHERE role = 'recipient') AS to_whom,
        min(confidence) AS parties_confidence
    FROM event_participants JOIN entities USING (entity_id)
    GROUP BY event_mention_id
)
SELECT
    mention.starts_on,
    mention.ends_on,
    parties.who,
    mention.event_type,
    mention.text AS words,
    parties.to_whom,
    mention.status,
    source.name AS claimed_by,
    place.name AS place,
    mention.confidence,
    parties.parties_confidence,
    quotes.text AS within_quote,
    articles.outlet,
    articles.source_path,
    mention.event_id,
    mention.event_mention_id,
    mention.article_id,
    mention.char_start
FROM event_mentions AS mention
JOIN articles USING (article_id)
LEFT JOIN parties USING (event_mention_id)
LEFT JOIN entities AS source ON source.entity_id = mention.source_entity_id
LEFT JOIN entities AS place ON place.entity_id = mention.place_entity_id
LEFT JOIN quotes ON quotes.quote_id = mention.quote_id
ORDER BY mention.article_id, mention.char_start, mention.event_mention_id;

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

-- One row per pair of countries, date and quad class: what occurred between them, an event once for a pair.
-- Where `is_mutual`, both do it (meet, sign, agree, cooperate), the first by the alphabet is `actor_country`;
-- else `actor_country` does it to `other_country`. Countries that do something together to others are no pair.
-- A country takes part itself, or by what is of it: a city, a body, who holds an office.
CREATE OR REPLACE VIEW dyads AS
WITH sides AS (
    SELECT
        event_mentions.event_id,
        entities.country_code,
        coalesce(entities.country_code, entities.entity_id) AS party,
        event_participants.role
    FROM event_mentions
    JOIN event_participants USING (event_mention_id)
    JOIN entities ON entities.entity_id = event_participants.entity_id
    GROUP BY event_id, country_code, party, role
    -- whom mentions have on both sides stands where most of them have it
    QUALIFY row_number() OVER (PARTITION BY event_id, party ORDER BY count(*) DESC, role) = 1
),
pairs AS (
    SELECT event_id, actor.country_code AS actor_country, other.country_code AS other_country, false AS is_mutual
    FROM sides AS actor JOIN sides AS other USING (event_id)
    WHERE actor.role = 'actor' AND other.role = 'recipient'
    UNION ALL
    SELECT event_id, actor.country_code, other.country_code, true
    FROM sides AS actor JOIN sides AS other USING (event_id) JOIN events USING (event_id)
    WHERE actor.country_code < other.country_code
      AND event_type IN ('AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT')
      AND event_id NOT IN (SELECT event_id FROM sides WHERE role = 'recipient')
)
SELECT
    actor_country,
    other_country,
    is_mutual,
    events.starts_on,
    events.ends_on,
    events.quad_class,
    count(*) AS event_count,
    avg(events.goldstein) AS mean_goldstein
FROM events JOIN pairs USING (event_id)
WHERE events.status = 'occurred' AND actor_country IS NOT NULL AND other_country IS NOT NULL
GROUP BY ALL
ORDER BY ALL;

-- One row per event that is told or claimed, as done or planned, and denied elsewhere.
-- `claimed_by`: who is named as claiming it; NULL where the articles tell it themselves. `denied_by`: whose words deny
-- it, or who "niega" or "desmiente" it in the sentence; NULL where an article says of itself that it is not so.
CREATE OR REPLACE VIEW claims_and_denials AS
WITH told AS (
    SELECT event_id, event_mention_id, status = 'denied' AS is_denial, source_entity_id AS teller_id
    FROM event_mentions WHERE status <> 'hypothetical'
    UNION
    -- "A y B niegan la entrega" is two mentions: the denial (REJECT), whose actors deny, and what is denied
    SELECT denied.event_id, denied.event_mention_id, true, event_participants.entity_id
    FROM event_mentions AS denied
    JOIN event_mentions AS denial USING (article_id, sentence_index)
    JOIN event_participants ON event_participants.event_mention_id = denial.event_mention_id AND role = 'actor'
    WHERE denied.status = 'denied' AND denial.event_type = 'REJECT' AND denial.status <> 'denied'
      AND denial.char_start < denied.char_start AND regexp_matches(lower(denial.text), '^(neg|nieg|desm[ei])')
)
SELECT
    events.event_id,
    events.label,
    list_sort(list(DISTINCT teller.name) FILTER (WHERE NOT is_denial AND teller.name IS NOT NULL)) AS claimed_by,
    list_sort(list(DISTINCT teller.name) FILTER (WHERE is_denial AND teller.name IS NOT NULL)) AS denied_by,
    count(DISTINCT event_mention_id) FILTER (WHERE NOT is_denial) AS claim_count,
    count(DISTINCT event_mention_id) FILTER (WHERE is_denial) AS denial_count
FROM events JOIN told USING (event_id) LEFT JOIN entities AS teller ON teller.entity_id = teller_id
GROUP BY ALL
HAVING claim_count > 0 AND denial_count > 0
ORDER BY events.event_id;
