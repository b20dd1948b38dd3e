-- ¿Qué ha dicho Victor Cha, con sus palabras exactas?
-- What did Victor Cha say, in his exact words?

SELECT said_on, published_on, speaker_role, quote_type, cue, words, outlet, source_path, char_start
FROM who_said_what
WHERE speaker = 'Victor Cha'
ORDER BY coalesce(said_on, published_on), source_path, char_start;
