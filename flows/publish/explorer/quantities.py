"""What the explorer shows of amounts."""

from collections.abc import Iterator

import duckdb

from flows.publish.explorer.shown import read_lines

AROUND = 70
"""Characters before and after an amount, of a text that may be shown."""

QUANTITIES = """
SELECT quantity_id AS id, quantities.article_id AS article,
       CASE WHEN shown_articles.id IS NULL THEN coalesce(title, outlet, source_path) END AS elsewhere,
       char_start AS start, char_end AS end, quantities.text AS words, value, value_max, unit, approximation,
       CASE WHEN char_start <= $around THEN articles.text[:char_start]
            ELSE '…' || regexp_replace(articles.text[char_start - $around + 1 : char_start], '^\\S*\\s', '')
       END AS before,
       CASE WHEN char_end + $around >= char_count THEN articles.text[char_end + 1 :]
            ELSE regexp_replace(articles.text[char_end + 1 : char_end + $around], '\\s\\S*$', '') || '…'
       END AS after,
       published_on
FROM shown_quantities
JOIN quantities ON quantity_id = shown_quantities.id
JOIN articles ON articles.article_id = quantities.article_id
LEFT JOIN shown_articles ON shown_articles.id = quantities.article_id
ORDER BY published_on DESC NULLS LAST, source_path, article, start, quantity_id
"""


def quantities(con: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """The amounts of the latest articles; ``before`` and ``after`` are NULL where the text is withheld."""
    return read_lines(con, QUANTITIES, around=AROUND)
