-- ¿Dónde ocurre lo que se cuenta?
-- Where does what is told take place?

SELECT entities.name AS place, country_code, latitude, longitude, count(*) AS event_count,
       list_sort(list(DISTINCT event_type)) AS event_types
FROM events JOIN entities ON entities.entity_id = events.place_entity_id
WHERE latitude IS NOT NULL
GROUP BY ALL
ORDER BY event_count DESC, place, latitude;
