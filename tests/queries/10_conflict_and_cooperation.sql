-- ¿Qué parejas de países chocan y cuáles cooperan?
-- Which pairs of countries clash, and which cooperate?

SELECT least(actor_country, other_country) AS one, greatest(actor_country, other_country) AS other,
       sum(event_count) FILTER (WHERE quad_class LIKE '%cooperation') AS cooperation,
       sum(event_count) FILTER (WHERE quad_class LIKE '%conflict') AS conflict,
       round(sum(mean_goldstein * event_count) / sum(event_count), 1) AS mean_goldstein
FROM dyads
GROUP BY ALL
ORDER BY coalesce(cooperation, 0) + coalesce(conflict, 0) DESC, one, other
LIMIT 50;
