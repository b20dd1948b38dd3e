-- ¿Quién afirma y quién niega que Corea del Norte entregue armas a Rusia?
-- Who claims and who denies that North Korea hands arms to Russia?

WITH sides AS (
    SELECT event_mention_id, role, event_participants.entity_id, country_code
    FROM event_participants JOIN entities USING (entity_id)
), transfers AS (
    SELECT event_mentions.*
    FROM event_mentions
    WHERE event_type = 'AID'
      AND event_mention_id IN (SELECT event_mention_id FROM sides WHERE role = 'actor' AND country_code = 'KP')
      -- a sentence often leaves out to whom: what has no recipient counts, what goes to another country does not
      AND event_mention_id NOT IN (
          SELECT event_mention_id FROM sides WHERE role = 'recipient' AND country_code IS DISTINCT FROM 'RU'
      )
), told AS (
    SELECT event_mention_id, transfers.article_id, status,
           coalesce(source_entity_id, speaker_entity_id, speaker_affiliation_entity_id) AS teller_id
    FROM transfers LEFT JOIN quotes USING (quote_id)
    UNION
    -- "A y B niegan la entrega" is two rows: the denial (REJECT), whose actors are all who deny, and what is denied
    SELECT transfers.event_mention_id, transfers.article_id, transfers.status, sides.entity_id
    FROM transfers
    JOIN event_mentions AS denial USING (article_id, sentence_index)
    JOIN sides ON sides.event_mention_id = denial.event_mention_id AND sides.role = 'actor'
    WHERE transfers.status = 'denied' AND denial.event_type = 'REJECT'
)
SELECT CASE WHEN status = 'denied' THEN 'niega' ELSE 'afirma' END AS stance, entities.name AS who,
       count(DISTINCT event_mention_id) AS mention_count, list_sort(list(DISTINCT source_path)) AS articles
FROM told
JOIN articles USING (article_id)
JOIN entities ON entities.entity_id = told.teller_id
WHERE status IN ('occurred', 'denied')
GROUP BY ALL
ORDER BY stance, mention_count DESC, who;
