"""Leaving out what was withdrawn for good: articles, and things in the world, which are mostly persons."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from flows.ids import make_id
from flows.resolve.assemble import count_entities, count_events
from flows.resolve.bounded import open_working
from flows.resolve.quote_groups import regroup_quotes
from schemas import TABLES
from schemas.table import column_metadata, polars_schema, references

BY_ARTICLE = [name for name, table in TABLES.items() if "article_id" in polars_schema(table) and name != "articles"]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What was withdrawn, when and why; nothing of its contents."""

    id: str
    withdrawn_on: str
    """ISO date."""
    reason: str
    digest: str | None = None
    """SHA-256 of the article's text, or of the entity's name in lower case: it must not come back under another id."""


def drop_withdrawn(database: Path, withdrawals: list[Withdrawal]) -> int:
    """Remove from a working database's file what was withdrawn; see ``leave_out``."""
    if not withdrawals:
        return 0
    with open_working(database) as con:
        return leave_out(con, withdrawals)


def see_tombstones(con: duckdb.DuckDBPyConnection, withdrawals: list[Withdrawal]) -> None:
    """Make the temporary table ``tombstones`` in ``con``."""
    con.execute("CREATE OR REPLACE TEMP TABLE tombstones (withdrawn_id VARCHAR, withdrawn_on DATE, reason VARCHAR)")
    for one in withdrawals:
        con.execute("INSERT INTO tombstones VALUES ($1, $2, $3)", [one.id, one.withdrawn_on, one.reason])


def leave_out(con: duckdb.DuckDBPyConnection, withdrawals: list[Withdrawal]) -> int:
    """Remove from a working database what was withdrawn, and what tells of it.

    An article goes with all its rows, and its file is counted as a reject. An entity goes with every row that refers
    to it or names it; the articles that name it stay without their text, and without a title that has the name.

    Returns:
        How many articles and entities went.
    """
    con.execute("CREATE OR REPLACE TEMP TABLE withdrawals (id VARCHAR, reason VARCHAR, digest VARCHAR)")
    for one in withdrawals:
        con.execute("INSERT INTO withdrawals VALUES ($1, $2, $3)", [one.id, one.reason, one.digest])
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE gone_articles AS
        SELECT article_id, source_path, min(withdrawals.reason) AS reason
        FROM articles JOIN withdrawals ON id = article_id OR digest = content_sha256 GROUP BY ALL
        """
    )
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE gone_entities AS
        SELECT entity_id FROM entity_facts JOIN withdrawals ON id = entity_id OR digest = sha256(lower(name))
        """
    )
    article_count, entity_count = _count(con, "gone_articles"), _count(con, "gone_entities")
    if article_count:
        _remove_articles(con)
    if entity_count:
        _remove_entities(con)
    if article_count or entity_count:
        _tidy(con)
    return article_count + entity_count


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    return int((con.sql(f"SELECT count(*) FROM {table}").fetchone() or (0,))[0])


def _remove_articles(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.sql("SELECT article_id, source_path, reason FROM gone_articles ORDER BY article_id").fetchall()
    for article_id, source_path, reason in rows:
        told = {"id": make_id("r", "withdraw", article_id), "path": source_path, "reason": reason}
        con.execute(
            "INSERT INTO rejects BY NAME SELECT $id AS reject_id, 'withdraw' AS stage, $path AS source_path, "
            "NULL AS table_name, 'withdrawn' AS check_name, $reason AS reason, NULL AS row",
            told,
        )
        con.execute("UPDATE rejects SET row = NULL, reason = check_name WHERE contains(row, $1)", [article_id])
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE originals AS
        SELECT duplicate_of AS gone, min(article_id) AS original FROM article_duplicates
        WHERE duplicate_of IN (SELECT article_id FROM gone_articles)
          AND article_id NOT IN (SELECT article_id FROM gone_articles)
        GROUP BY ALL
        """
    )
    for table in ("articles", "article_duplicates"):
        con.execute(f"UPDATE {table} SET duplicate_of = original FROM originals WHERE duplicate_of = gone")
    con.execute("UPDATE articles SET duplicate_of = NULL WHERE duplicate_of = article_id")
    con.execute("DELETE FROM article_duplicates WHERE duplicate_of = article_id")
    for table in ("articles", "articles_unresolved", "article_duplicates", *BY_ARTICLE):
        con.execute(f"DELETE FROM {table} WHERE article_id IN (SELECT article_id FROM gone_articles)")


def _remove_entities(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE gone_names AS
        SELECT article_id, text AS form FROM entity_mentions WHERE entity_id IN (SELECT entity_id FROM gone_entities)
        UNION
        SELECT article_id, name FROM entity_joins WHERE entity_id IN (SELECT entity_id FROM gone_entities)
        UNION -- labels have the usual name, which another article may have given
        SELECT article_id, entity_facts.name
        FROM entity_facts JOIN gone_entities USING (entity_id) JOIN (
            SELECT article_id, entity_id FROM entity_mentions
            UNION
            SELECT article_id, entity_id FROM event_participants JOIN event_mentions USING (event_mention_id)
        ) USING (entity_id)
        """
    )
    named = (
        "EXISTS (SELECT 1 FROM gone_names WHERE gone_names.article_id = {row}.article_id AND contains({text}, form))"
    )
    for table in ("articles", *BY_ARTICLE):
        for column in _words(table):
            found = named.format(row=table, text=f"{table}.{column}")
            _clear(con, table, column, found)
    con.execute("UPDATE entity_joins SET shared_names = NULL WHERE article_id IN (SELECT article_id FROM gone_names)")
    con.execute("UPDATE articles SET text = NULL WHERE article_id IN (SELECT article_id FROM gone_names)")
    con.execute(
        """
        DELETE FROM event_facts WHERE EXISTS (
            SELECT 1 FROM gone_names JOIN event_mentions USING (article_id)
            WHERE event_mentions.event_id = event_facts.event_id AND contains(event_facts.label, form)
        )
        """
    )
    con.execute("DELETE FROM event_mentions WHERE event_id NOT IN (SELECT event_id FROM event_facts)")
    con.execute(
        "DELETE FROM event_participants USING event_mentions, gone_names "
        "WHERE event_mentions.event_mention_id = event_participants.event_mention_id "
        "AND gone_names.article_id = event_mentions.article_id AND contains(event_participants.text, form)"
    )
    con.execute(
        "UPDATE rejects SET row = NULL, reason = check_name "
        "WHERE EXISTS (SELECT 1 FROM gone_names WHERE contains(rejects.row, form))"
    )
    con.execute("DELETE FROM quotes WHERE speaker_entity_id IN (SELECT entity_id FROM gone_entities)")
    con.execute("DELETE FROM entity_facts WHERE entity_id IN (SELECT entity_id FROM gone_entities)")
    con.execute("DELETE FROM entity_mentions WHERE entity_id IN (SELECT entity_id FROM gone_entities)")


def _tidy(con: duckdb.DuckDBPyConnection) -> None:
    """Count again, and let nothing point at what is gone, until nothing does."""
    regroup_quotes(con)
    lost = -1
    while lost:
        count_entities(con)
        count_events(con)
        lost = sum(_unlink(con, table, column) for table in TABLES for column in references(TABLES[table]))


def _unlink(con: duckdb.DuckDBPyConnection, table: str, column: str) -> int:
    other, other_key = references(TABLES[table])[column]
    lost = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {other_key} FROM {other})"
    count = _count(con, f"{table} WHERE {lost}")
    if count:
        _clear(con, table, column, lost)
        if table == "events":
            _clear(con, "event_facts", column, lost)
    return count


def _clear(con: duckdb.DuckDBPyConnection, table: str, column: str, where: str) -> None:
    """Set a column to NULL where that is allowed, else delete the row."""
    model = TABLES.get(table, TABLES["events"])
    if not model.to_schema().columns[column].nullable:
        con.execute(f"DELETE FROM {table} WHERE {where}")
        return
    who = column.removesuffix("speaker_text")
    parts = ("text", "char_start", "char_end")
    together = [column] if who == column else [f"{who}speaker_{part}" for part in parts]
    con.execute(f"UPDATE {table} SET {', '.join(f'{name} = NULL' for name in together)} WHERE {where}")


def _words(table: str) -> list[str]:
    """The columns of a table that hold words of an article."""
    return [
        name
        for name, dtype in polars_schema(TABLES[table]).items()
        if str(dtype) == "String"
        and not name.endswith(("_id", "_sha256", "_of", "_basis"))
        and not column_metadata(TABLES[table], name).get("vocabulary")
        and not column_metadata(TABLES[table], name).get("references")
        and name not in ("source_path", "language", "country_code")
    ]
