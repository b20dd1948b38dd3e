-- ¿Con qué formas se escribe cada nombre?
-- In which forms is each name written?

SELECT entities.name, entity_type, entity_mentions.text AS form, count(*) AS mention_count,
       count(DISTINCT article_id) AS article_count
FROM entities JOIN entity_mentions USING (entity_id)
WHERE len(aliases) > 0
GROUP BY ALL
ORDER BY entities.name, mention_count DESC, form;
