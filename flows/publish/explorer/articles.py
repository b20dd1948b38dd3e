"""What the explorer shows of articles: a line each for the list, and of each what may be shown of its text, marked."""

import itertools
from collections.abc import Iterator
from operator import itemgetter

import duckdb

from flows.publish.explorer.pieces import Span, text_pieces
from flows.publish.explorer.shown import Row, as_line, read_rows

ARTICLES = """
SELECT article_id AS id, title, outlet, published_on AS date, source_path AS path, url, byline, duplicate_of,
       text IS NOT NULL AS whole
FROM shown_articles JOIN articles ON article_id = id
ORDER BY date DESC NULLS LAST, path, id
"""

SPANS = """
WITH spans AS (
    SELECT article_id, char_start, char_end, text, sentence_index, mention_type AS kind, entity_id AS refers,
           NULL AS note
    FROM entity_mentions
    UNION ALL
    SELECT article_id, char_start, char_end, text, sentence_index, 'date', NULL, value FROM time_expressions
    UNION ALL
    SELECT article_id, char_start, char_end, text, sentence_index, 'amount', NULL,
           concat(approximation, '|', value, '|', value_max, '|', unit)
    FROM quantities
    UNION ALL
    SELECT quotes.article_id, char_start, char_end, text, sentence_index, 'quote', speaker_entity_id,
           coalesce(entities.name, speaker_text)
    FROM quotes LEFT JOIN entities ON entities.entity_id = speaker_entity_id
    UNION ALL
    SELECT article_id, char_start, char_end, event_mentions.text, sentence_index, 'event', event_id,
           event_mentions.event_type || '|' || event_mentions.status
    FROM event_mentions
    UNION ALL
    SELECT article_id, -1, char_count, text, 0, 'article', NULL, NULL FROM articles
)
SELECT article_id, spans.char_start, spans.char_end, spans.text, sentence_index, kind, refers, note
FROM shown_articles
JOIN spans ON spans.article_id = shown_articles.id
JOIN articles USING (article_id)
ORDER BY published_on DESC NULLS LAST, source_path, article_id, spans.char_start, spans.char_end DESC, kind, refers
"""
"""Every span of an article after the article itself, whose text is NULL where its terms withhold it."""


def articles(con: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    """The latest articles."""
    return read_rows(con, ARTICLES)


def texts(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Of the same articles, in the same order: what may be shown of the text, and the marks in it."""
    for article_id, found in itertools.groupby(read_rows(con, SPANS), key=itemgetter("article_id")):
        article, *spans = (Span(*[*row.values()][1:]) for row in found)
        marks = [[span.kind, span.start, span.end, span.refers, span.note] for span in spans]
        yield as_line({"id": article_id, "pieces": text_pieces(article.text, spans), "marks": marks})
