-- ¿Quién habla más, y en qué artículos?
-- Who speaks most, and in which articles?

SELECT speaker, count(*) AS quote_count, list_sort(list(DISTINCT source_path)) AS articles
FROM who_said_what
WHERE speaker IS NOT NULL
GROUP BY speaker
ORDER BY quote_count DESC, speaker
LIMIT 20;
