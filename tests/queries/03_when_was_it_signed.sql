-- ¿Qué día y dónde se firmó el tratado, quién lo firmó y qué artículos lo cuentan?
-- On which day and where was the treaty signed, by whom, and which articles tell of it?

WITH parties AS (
    SELECT DISTINCT event_mentions.event_id, strip_accents(entities.name) AS name
    FROM event_mentions
    JOIN event_participants USING (event_mention_id)
    JOIN entities ON entities.entity_id = event_participants.entity_id
)
SELECT timeline.starts_on, timeline.place, timeline.participants AS signed_by,
       list_sort(list(DISTINCT articles.source_path)) AS told_in,
       list_sort(list(DISTINCT event_mentions.text)) AS words
FROM timeline
JOIN event_mentions USING (event_id)
JOIN articles USING (article_id)
WHERE timeline.event_type = 'SUPPORT' AND timeline.status = 'occurred'
  AND event_id IN (SELECT event_id FROM parties WHERE name LIKE '%Putin')
  AND event_id IN (SELECT event_id FROM parties WHERE name ILIKE 'Kim Jong%Un')
GROUP BY ALL
HAVING bool_or(event_mentions.text ILIKE 'firm%')
ORDER BY len(told_in) DESC, timeline.starts_on;
