-- ¿Qué ficheros y filas no se publicaron, y por qué?
-- Which files and rows were not published, and why?

SELECT stage, table_name, check_name, count(*) AS reject_count, min(reason) AS example
FROM rejects
GROUP BY ALL
ORDER BY reject_count DESC, stage, table_name, check_name;
