-- ¿En qué palabras exactas se apoya cada hecho con fecha?
-- Which exact words support each dated event?

SELECT events.label, source_path, mention.char_start, mention.char_end, mention.text AS words, mention.status,
       source.name AS claimed_by, quotes.text AS within_the_quote
FROM events
JOIN event_mentions AS mention USING (event_id)
JOIN articles USING (article_id)
LEFT JOIN entities AS source ON source.entity_id = mention.source_entity_id
LEFT JOIN quotes ON quotes.quote_id = mention.quote_id
WHERE events.starts_on IS NOT NULL
ORDER BY events.starts_on, events.event_id, source_path, mention.char_start;
