-- ¿Quién afirma y quién niega que Corea del Norte entregue armas a Rusia?
-- Who claims and who denies that North Korea hands arms to Russia?

WITH transfers AS (
    SELECT mention.*
    FROM event_mentions AS mention
    WHERE event_type = 'AID'
      AND EXISTS (FROM event_participants p JOIN entities e ON e.entity_id = p.entity_id
                  WHERE p.event_mention_id = mention.event_mention_id AND p.role = 'actor' AND e.country_code = 'KP')
      AND EXISTS (FROM event_participants p JOIN entities e ON e.entity_id = p.entity_id
                  WHERE p.event_mention_id = mention.event_mention_id AND p.role = 'recipient' AND e.country_code = 'RU')
), told AS (
    SELECT event_mention_id, article_id, text, char_start, status, source_entity_id AS teller_id FROM transfers
    UNION
    -- "A y B niegan la entrega" is two rows: the denial (REJECT), whose actors are all that deny, and what is denied
    SELECT transfers.event_mention_id, transfers.article_id, transfers.text, transfers.char_start, transfers.status, p.entity_id
    FROM transfers
    JOIN event_mentions AS denial USING (article_id, sentence_index)
    JOIN event_participants AS p ON p.event_mention_id = denial.event_mention_id AND p.role = 'actor'
    WHERE transfers.status = 'denied' AND denial.event_type = 'REJECT'
)
SELECT CASE WHEN told.status = 'denied' THEN 'niega' ELSE 'afirma' END AS stance, teller.name AS who,
       count(DISTINCT event_mention_id) AS mention_count, list_sort(list(DISTINCT source_path)) AS articles
FROM told
JOIN articles USING (article_id)
JOIN entities AS teller ON teller.entity_id = told.teller_id
WHERE told.status IN ('occurred', 'denied')
GROUP BY ALL
ORDER BY stance, mention_count DESC, who;
