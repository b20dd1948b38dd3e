"""What the explorer shows of quotes."""

from collections.abc import Iterator

import duckdb

from flows.publish.explorer.shown import read_lines

QUOTES = """
SELECT quotes.quote_id AS id, quotes.article_id AS article,
       CASE WHEN shown_articles.id IS NULL THEN coalesce(title, outlet, source_path) END AS elsewhere,
       quotes.char_start AS start, quotes.char_end AS end,
       quotes.quote_type AS type, quotes.cue, quotes.text AS words, speaker.name AS speaker,
       speaker_entity_id AS speaker_id, quotes.speaker_text, affiliation.name AS speaks_for,
       (
           SELECT min_by(role, char_start) FROM affiliations
           WHERE affiliations.article_id = quotes.article_id AND person_id = speaker_entity_id
       ) AS role,
       quotes.said_on, published_on, quotes.stance,
       coalesce(inner_speaker.name, quotes.inner_speaker_text) AS quoted_within,
       quotes.inner_speaker_entity_id AS quoted_within_id, coalesce(shown_quotes.article_count, 1) AS article_count,
       quotes.confidence
FROM shown_quotes
JOIN quotes ON quotes.quote_id = shown_quotes.id
JOIN articles ON articles.article_id = quotes.article_id
LEFT JOIN shown_articles ON shown_articles.id = quotes.article_id
LEFT JOIN entities AS speaker ON speaker.entity_id = quotes.speaker_entity_id
LEFT JOIN entities AS affiliation ON affiliation.entity_id = quotes.speaker_affiliation_entity_id
LEFT JOIN entities AS inner_speaker ON inner_speaker.entity_id = quotes.inner_speaker_entity_id
ORDER BY coalesce(quotes.said_on, published_on) DESC NULLS LAST, article, start, quotes.quote_id
"""


def quotes(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The quotes that most articles give, the latest first; ``elsewhere`` names an article that is not shown."""
    return read_lines(con, QUOTES)
