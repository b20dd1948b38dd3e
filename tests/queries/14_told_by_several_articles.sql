-- ¿Qué hechos cuentan varios artículos?
-- Which events do several articles tell?

SELECT events.label, events.starts_on, events.status, events.article_count,
       list_sort(list(DISTINCT coalesce(articles.outlet, articles.source_path))) AS told_in
FROM events
JOIN event_mentions USING (event_id)
JOIN articles USING (article_id)
WHERE events.article_count > 1
GROUP BY events.event_id, events.label, events.starts_on, events.status, events.article_count
ORDER BY events.article_count DESC, events.label, events.event_id;
