-- ¿Con qué verbos se presenta a cada hablante?
-- With which verbs is each speaker introduced?

SELECT entities.name AS speaker, cue_lemma, count(*) AS quote_count, list_sort(list(DISTINCT cue)) AS forms
FROM quotes JOIN entities ON entities.entity_id = quotes.speaker_entity_id
WHERE cue_lemma IS NOT NULL
GROUP BY ALL
ORDER BY quote_count DESC, speaker, cue_lemma
LIMIT 50;
