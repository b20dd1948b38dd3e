"""Gate 2: rules across tables. Each is a query for the rows that break it; one such row stops the release."""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb
import polars as pl

from flows.errors import InvariantError
from schemas import TABLES
from schemas.table import key, polars_schema, references

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule across tables: ``query`` gives the rows that break it, their first column saying which they are."""

    name: str
    query: str


def invariants() -> Iterator[Rule]:
    """Every rule across tables of the contract, those on keys made from the schemas."""
    yield from _key_rules()
    yield from _reference_rules()
    yield from _span_rules()
    yield from _count_rules()
    yield Rule(
        "every_input_is_accounted_for",
        """
        SELECT source_path
        FROM inputs LEFT JOIN (
            SELECT split_part(source_path, '#', 1) AS source_path, count(*) AS found
            FROM (
                SELECT source_path FROM articles
                UNION ALL
                SELECT source_path FROM rejects WHERE source_path IS NOT NULL
            )
            GROUP BY 1
        ) USING (source_path)
        WHERE record_count IS DISTINCT FROM found
        """,
    )


def check_invariants(con: duckdb.DuckDBPyConnection) -> None:
    """Hold every rule against the tables in ``con``.

    Raises:
        InvariantError: naming each broken rule, how many rows break it, and the first of them.
    """
    broken = []
    for rule in invariants():
        counted = f"WITH found AS ({rule.query}) SELECT count(*), list(found)[1:{EXAMPLES}] FROM found"
        count, first = con.execute(counted).fetchone() or (0, [])
        if count:
            broken.append(f"{rule.name}: {count} rows, for example {first}")
    if broken:
        raise InvariantError("rules across tables do not hold, so nothing was published:\n  " + "\n  ".join(broken))


def _key_rules() -> Iterator[Rule]:
    for name, table in TABLES.items():
        columns = ", ".join(key(table))
        yield Rule(f"{name}.key_is_unique", f"SELECT {columns} FROM {name} GROUP BY {columns} HAVING count(*) > 1")


def _reference_rules() -> Iterator[Rule]:
    for name, table in TABLES.items():
        for column, (other, other_key) in references(table).items():
            values = f"unnest({column})" if isinstance(polars_schema(table)[column], pl.List) else column
            yield Rule(
                f"{name}.{column}.is_found",
                f"SELECT value FROM (SELECT {values} AS value FROM {name}) "
                f"WHERE value IS NOT NULL AND value NOT IN (SELECT {other_key} FROM {other})",
            )


def _span_rules() -> Iterator[Rule]:
    for name, table in TABLES.items():
        columns = polars_schema(table)
        if "char_start" in columns and "article_id" in columns:
            yield Rule(
                f"{name}.span_slices_back",
                f"SELECT {key(table)[0]} FROM {name} AS found "
                "JOIN articles_unresolved AS articles USING (article_id) "
                "WHERE substring(articles.text, found.char_start + 1, found.char_end - found.char_start) "
                "IS DISTINCT FROM found.text",
            )
        for who in ("speaker", "inner_speaker"):
            if f"{who}_char_start" in columns:
                yield Rule(
                    f"{name}.{who}_slices_back",
                    f"SELECT {key(table)[0]} FROM {name} AS found "
                    "JOIN articles_unresolved AS articles USING (article_id) "
                    f"WHERE {who}_text IS NOT NULL AND substring(articles.text, {who}_char_start + 1, "
                    f"{who}_char_end - {who}_char_start) IS DISTINCT FROM {who}_text",
                )


def _count_rules() -> Iterator[Rule]:
    for name, mentions, id_column in (
        ("entities", "entity_mentions", "entity_id"),
        ("events", "event_mentions", "event_id"),
    ):
        yield Rule(
            f"{name}.counts_hold",
            f"""
            SELECT {id_column}
            FROM {name} LEFT JOIN (
                SELECT {id_column}, count(*) AS found,
                       count(DISTINCT coalesce(duplicate_of, article_id)) AS found_articles
                FROM {mentions} LEFT JOIN articles USING (article_id) GROUP BY 1
            ) USING ({id_column})
            WHERE mention_count IS DISTINCT FROM found OR article_count IS DISTINCT FROM found_articles
            """,
        )
    yield Rule(
        "events.denied_count_holds",
        """
        SELECT event_id FROM events JOIN event_mentions USING (event_id) GROUP BY event_id
        HAVING max(denied_count) <> count(*) FILTER (WHERE event_mentions.status = 'denied')
        """,
    )
