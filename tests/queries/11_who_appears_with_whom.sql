-- ¿Qué personas se nombran juntas en una misma oración?
-- Which people are named together in one sentence?

WITH people AS (
    SELECT DISTINCT article_id, sentence_index, entity_id, name
    FROM entity_mentions JOIN entities USING (entity_id)
    WHERE entity_type = 'PER'
)
SELECT one.name AS one, other.name AS other, count(*) AS sentence_count, count(DISTINCT article_id) AS article_count
FROM people AS one JOIN people AS other USING (article_id, sentence_index)
WHERE one.entity_id < other.entity_id
GROUP BY ALL
ORDER BY sentence_count DESC, one, other
LIMIT 50;
