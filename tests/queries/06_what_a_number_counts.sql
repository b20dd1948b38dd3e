-- ¿Qué cuenta «11.000» en cada artículo que lo dice?
-- What does "11,000" count in each article that says it?

SELECT source_path, quantities.text, value, unit, approximation
FROM quantities JOIN articles USING (article_id)
WHERE value = 11000
ORDER BY source_path, quantities.char_start;
