-- ¿Qué está anunciado o se teme, pero no ha ocurrido?
-- What is announced or feared, but has not happened?

SELECT status, event_type, label, starts_on, place, participants, article_count
FROM timeline
WHERE status IN ('planned', 'hypothetical')
ORDER BY status DESC, article_count DESC, mention_count DESC, label, event_id;
