-- ¿Dónde están en el artículo las palabras de una cita, y qué hay alrededor?
-- Where in its article does a quote stand, and what stands around it?

-- The text is NULL where its publisher's terms withhold it: there the file itself, of which source_path is the path,
-- has the words at the same place.
SELECT source_path, quotes.char_start, quotes.char_end, quotes.cue, quotes.speaker_text, quotes.text AS words,
       substring(articles.text, greatest(quotes.char_start - 80, 0) + 1,
                 quotes.char_end + 80 - greatest(quotes.char_start - 80, 0)) AS around
FROM quotes JOIN articles USING (article_id)
WHERE strip_accents(quotes.text) ILIKE '%Guerra Fria%'
ORDER BY source_path, quotes.char_start;
