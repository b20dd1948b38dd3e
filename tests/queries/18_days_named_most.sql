-- ¿Qué días se nombran más, y con qué palabras?
-- Which days are named most, and in which words?

SELECT starts_on, count(*) AS mention_count, count(DISTINCT article_id) AS article_count,
       list_sort(list(DISTINCT text)) AS words
FROM time_expressions
WHERE time_type = 'DATE' AND starts_on = ends_on
GROUP BY starts_on
ORDER BY mention_count DESC, starts_on
LIMIT 50;
