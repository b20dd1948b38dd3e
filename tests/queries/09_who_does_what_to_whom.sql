-- ¿Qué hacen unos países a otros, y cuántas veces se cuenta?
-- What do countries do to one another, and how often is it told?

SELECT actor.country_code AS actor, recipient.country_code AS recipient, event_type, status,
       count(DISTINCT event_mention_id) AS mention_count, list_sort(list(DISTINCT event_mentions.text)) AS words
FROM event_mentions
JOIN event_participants AS a USING (event_mention_id)
JOIN event_participants AS r USING (event_mention_id)
JOIN entities AS actor ON actor.entity_id = a.entity_id
JOIN entities AS recipient ON recipient.entity_id = r.entity_id
WHERE a.role = 'actor' AND r.role = 'recipient' AND actor.country_code <> recipient.country_code
GROUP BY ALL
ORDER BY mention_count DESC, actor, recipient, event_type, status
LIMIT 50;
