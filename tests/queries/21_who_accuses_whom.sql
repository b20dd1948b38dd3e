-- ¿Quién acusa o critica a quién, con qué palabra, quién lo cuenta y cómo de seguro es?
-- Who accuses or criticises whom, in which word, who says so, and how sure is it?

SELECT who, to_whom, words, starts_on, claimed_by, confidence, parties_confidence, source_path, char_start
FROM who_did_what
WHERE event_type = 'ACCUSE' AND status = 'occurred' AND confidence >= 0.8
ORDER BY coalesce(parties_confidence, 0) DESC, confidence DESC, source_path, char_start;
