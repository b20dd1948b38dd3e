-- ¿Qué dicen las fuentes sin nombre, y por quién hablan?
-- What do unnamed sources say, and whom do they speak for?

SELECT speaker_text, speaks_for, words, outlet, source_path
FROM who_said_what
WHERE speaker IS NULL AND speaker_text IS NOT NULL
ORDER BY speaks_for NULLS LAST, source_path, char_start;
