-- ¿Qué países se nombran en todos los artículos?
-- Which countries are named in every article?

SELECT name, country_code, mention_count
FROM entities
WHERE is_country AND article_count = (SELECT count(*) FROM articles WHERE duplicate_of IS NULL)
ORDER BY mention_count DESC, name;
