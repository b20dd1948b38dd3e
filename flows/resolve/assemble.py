"""From shards and resolution to the published tables, one SQL statement a table."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from flows.resolve.bounded import open_working
from flows.resolve.duplicates import resolve_duplicates
from flows.resolve.entities import resolve_entities
from flows.resolve.entity_offices import add_countries_of_people
from flows.resolve.events import resolve_events
from flows.resolve.quote_groups import resolve_quote_groups
from schemas import TABLES
from schemas.table import polars_schema, references

DATABASE = "work.duckdb"
ENTITY_TABLES = ("entity_mentions", "affiliations", "quotes", "event_mentions", "event_participants")


def resolve_shards(shards: Iterable[Path], staging: Path) -> Path:
    """Resolve across the articles that ``staging`` wants, into a database of every table of the release.

    Args:
        shards: folders that ``write_shard`` wrote.
        staging: has ``wanted.parquet``, ``inputs.parquet`` and ``rejects.parquet`` from reading.

    Returns:
        The database's file, below ``staging``.
    """
    path = staging / DATABASE
    for old in staging.glob(f"{DATABASE}*"):
        old.unlink()
    with open_working(path) as con:
        resolve(con, shards, staging / "wanted.parquet")
        con.execute("INSERT INTO rejects FROM read_parquet($1)", [str(staging / "rejects.parquet")])
        con.execute("CREATE TABLE inputs AS FROM read_parquet($1)", [str(staging / "inputs.parquet")])
    return path


def resolve(con: duckdb.DuckDBPyConnection, shards: Iterable[Path], wanted: Path | None = None) -> None:
    """Load shards into ``con``, resolve across articles, and leave every published table there under its name.

    Args:
        con: an empty database; tables that only resolution needs stay in it beside the published ones.
        shards: folders that ``write_shard`` wrote.
        wanted: Parquet file with the ``article_digest`` of each article of the release; None: all that the shards have.
    """
    _load(con, sorted(shards), wanted)
    resolve_duplicates(con)
    resolve_entities(con)
    for table in ENTITY_TABLES:
        _point_at_entities(con, table)
    add_countries_of_people(con)
    resolve_quote_groups(con)
    resolve_events(con)
    for table in ("articles", "event_mentions", "quotes"):
        con.execute(f"ALTER TABLE {table} RENAME TO {table}_unresolved")
    con.execute(
        f"""
        CREATE TABLE articles AS
        SELECT {_columns("articles")}
        FROM (SELECT * REPLACE (CASE WHEN republish_text THEN text END AS text) FROM articles_unresolved)
        LEFT JOIN article_duplicates USING (article_id)
        """
    )
    con.execute(
        f"""
        CREATE TABLE event_mentions AS
        SELECT {_columns("event_mentions")} FROM event_mentions_unresolved JOIN event_map USING (event_mention_id)
        """
    )
    con.execute(
        f"""
        CREATE TABLE quotes AS
        SELECT {_columns("quotes")} FROM quotes_unresolved LEFT JOIN quote_groups USING (quote_id)
        """
    )
    count_entities(con)
    count_events(con)
    _write_joins(con)


def count_entities(con: duckdb.DuckDBPyConnection) -> None:
    """Make ``entities`` of ``entity_facts`` and the mentions that are there; an entity without mention is left out."""
    con.execute(
        f"""
        CREATE OR REPLACE TABLE entities AS
        WITH counted AS (
            SELECT entity_id,
                   count(*) AS mention_count,
                   count(DISTINCT coalesce(duplicate_of, article_id)) AS article_count,
                   list_sort(list_distinct(list(text))) AS forms
            FROM entity_mentions LEFT JOIN article_duplicates USING (article_id)
            GROUP BY entity_id
        )
        SELECT {_columns("entities")}
        FROM (
            SELECT *, list_filter(forms, form -> form <> name) AS aliases
            FROM entity_facts JOIN counted USING (entity_id)
        )
        """
    )


def count_events(con: duckdb.DuckDBPyConnection) -> None:
    """Make ``events`` of ``event_facts`` and the mentions that are there; an event without mention is left out."""
    con.execute(
        f"""
        CREATE OR REPLACE TABLE events AS
        WITH counted AS (
            SELECT event_id,
                   count(*) AS mention_count,
                   count(DISTINCT coalesce(duplicate_of, article_id)) AS article_count,
                   count(*) FILTER (WHERE status = 'denied') AS denied_count
            FROM event_mentions LEFT JOIN article_duplicates USING (article_id)
            GROUP BY event_id
        )
        SELECT {_columns("events")} FROM event_facts JOIN counted USING (event_id)
        """
    )


def _write_joins(con: duckdb.DuckDBPyConnection) -> None:
    """Make ``entity_joins`` and ``event_joins``: of everything that was joined across articles the reason."""
    con.execute(
        f"""
        CREATE TABLE entity_joins AS
        WITH joins AS (
            SELECT 'j_' || substr(article_entity_id, 3) AS entity_join_id, entity_id, mine.article_id, mine.name, rule,
                   others.article_id AS other_article_id, others.name AS other_name, shared_names
            FROM entity_map
            JOIN article_entities AS mine USING (article_entity_id)
            LEFT JOIN article_entities AS others ON others.article_entity_id = entity_map.other_id
            WHERE len(mine.mention_forms) > 0
        )
        SELECT {_columns("entity_joins")} FROM joins SEMI JOIN entities USING (entity_id)
        """
    )
    con.execute(
        f"""
        CREATE TABLE event_joins AS
        SELECT {_columns("event_joins")} FROM event_map SEMI JOIN event_mentions USING (event_mention_id)
        """
    )


def _load(con: duckdb.DuckDBPyConnection, shards: list[Path], wanted: Path | None) -> None:
    """Load the rows of the wanted articles; where two shards hold an article in the same state, those of the first."""

    def source(table: str) -> str:
        shard = "regexp_extract(filename, '([^/]+)/[^/]+$', 1)"
        files = ", ".join("'" + str(folder / f"{table}.parquet").replace("'", "''") + "'" for folder in shards)
        return f"(SELECT * EXCLUDE (filename), {shard} AS shard FROM read_parquet([{files}], filename=true))"

    con.execute(
        f"""
        CREATE TABLE members AS
        SELECT article_digest, article_id, source_path, min(shard) AS shard
        FROM {source("members")}
        {"SEMI JOIN read_parquet($wanted) USING (article_digest)" if wanted else ""}
        GROUP BY ALL
        """,
        {"wanted": str(wanted)} if wanted else {},
    )
    for table in ("articles", "article_entities", *ENTITY_TABLES, "time_expressions", "quantities"):
        if table != "event_participants":
            con.execute(
                f"CREATE TABLE {table} AS SELECT * EXCLUDE (shard) FROM {source(table)} "
                "SEMI JOIN members USING (shard, article_id)"
            )
    con.execute(
        f"CREATE TABLE event_participants AS SELECT * EXCLUDE (shard) FROM {source('event_participants')} "
        f"SEMI JOIN (SELECT * FROM {source('event_mentions')} SEMI JOIN members USING (shard, article_id)) "
        "USING (shard, event_mention_id)"
    )
    con.execute(
        f"CREATE TABLE rejects AS SELECT * EXCLUDE (shard) FROM {source('rejects')} "
        "SEMI JOIN members USING (shard, source_path)"
    )


def _point_at_entities(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """Turn a table's article entities into entities, by the foreign keys that its schema declares.

    What points at an entity that no article of the release names becomes NULL, or, where the column may not be NULL,
    the row goes: the release promises that every entity has a mention.
    """
    schema = TABLES[table].to_schema()
    keys = [name for name, (other, _) in references(TABLES[table]).items() if other == "entities"]
    columns = ", ".join(f"{key}_named.entity_id AS {key}" for key in keys)
    joins = "\n".join(
        f"LEFT JOIN (SELECT * FROM entity_map WHERE entity_id IN (SELECT entity_id FROM named)) {key}_named "
        f"ON {key}_named.article_entity_id = rows.{key}"
        for key in keys
    )
    required = [f"{key}_named.entity_id IS NOT NULL" for key in keys if not schema.columns[key].nullable]
    con.execute(
        f"""
        CREATE OR REPLACE TABLE {table} AS
        WITH rows AS (FROM {table}),
             named AS (
                 SELECT DISTINCT entity_map.entity_id
                 FROM entity_map JOIN article_entities USING (article_entity_id)
                 WHERE len(mention_forms) > 0
             )
        SELECT DISTINCT rows.* REPLACE ({columns}) FROM rows {joins}
        WHERE {" AND ".join(required) or "true"}
        """
    )


def _columns(table: str) -> str:
    return ", ".join(polars_schema(TABLES[table]))
