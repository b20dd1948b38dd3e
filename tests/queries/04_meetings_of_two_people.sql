-- ¿Cuándo y dónde se han reunido Putin y Kim Jong-un?
-- When and where did Putin and Kim Jong-un meet?

WITH parties AS (
    SELECT DISTINCT event_mentions.event_id, strip_accents(entities.name) AS name
    FROM event_mentions
    JOIN event_participants USING (event_mention_id)
    JOIN entities ON entities.entity_id = event_participants.entity_id
)
SELECT timeline.starts_on, timeline.ends_on, timeline.status, timeline.label, timeline.place, timeline.article_count
FROM timeline
WHERE event_type = 'CONSULT'
  AND event_id IN (SELECT event_id FROM parties WHERE name LIKE '%Putin')
  AND event_id IN (SELECT event_id FROM parties WHERE name ILIKE 'Kim Jong%Un')
ORDER BY timeline.starts_on NULLS LAST, timeline.label;
