"""Which articles repeat another one."""

import duckdb


def resolve_duplicates(con: duckdb.DuckDBPyConnection) -> None:
    """Say of each article which earlier one it repeats.

    Reads ``articles``. Writes ``article_duplicates(article_id, duplicate_of)``, a row for each that repeats one.
    """
    con.execute(
        """
        CREATE TABLE article_duplicates AS
        SELECT article_id, first AS duplicate_of
        FROM (
            SELECT article_id,
                   first_value(article_id) OVER (
                       PARTITION BY content_sha256 ORDER BY published_on NULLS LAST, article_id
                   ) AS first
            FROM articles
        )
        WHERE first <> article_id
        """
    )
