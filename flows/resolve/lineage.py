"""What became of the entities and events of an earlier release: merged, split, under another id, or gone."""

from dataclasses import dataclass

import duckdb

MIN_SHARE = 0.25
"""A successor beside the first one holds at least this share of what the old one's mentions became."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing whose id lasts: its table, its id, and the table of its mentions with theirs."""

    table: str
    id: str
    mentions: str
    mention_id: str


KINDS = (
    Kind("entities", "entity_id", "entity_mentions", "mention_id"),
    Kind("events", "event_id", "event_mentions", "event_mention_id"),
)


def trace_ids(con: duckdb.DuckDBPyConnection, release: str, before: str, after: str = "") -> None:
    """Write the temporary table ``id_redirects``: every id that is no longer there, with its successors.

    An id that vanished is followed through its mentions: what stands in the same place of the same text now is its
    successor; in a text that was edited, what has the same words. Redirects of earlier releases are carried on to
    successors that are there now.

    Args:
        con: has both releases' tables.
        release: name of the later release.
        before: prefix of the earlier release's tables.
        after: prefix of the later release's tables; those of ``tombstones`` went on purpose.
    """
    con.execute(
        """
        CREATE OR REPLACE TEMP TABLE fresh_redirects (
            old_id VARCHAR, successor_index INTEGER, new_id VARCHAR, reason VARCHAR, release VARCHAR,
            shared_mention_count BIGINT
        )
        """
    )
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE edited AS
        SELECT article_id FROM {before}articles JOIN {after}articles AS now USING (article_id)
        WHERE {before}articles.content_sha256 <> now.content_sha256
        """
    )
    for kind in KINDS:
        _find_successors(con, kind, before, after)
        _judge(con, kind, release, before, after)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE id_redirects AS {_carried(before, after)} UNION ALL FROM fresh_redirects"
    )
    for name in ("edited", "vanished", "successors"):
        con.execute(f"DROP TABLE {name}")


def _find_successors(con: duckdb.DuckDBPyConnection, kind: Kind, before: str, after: str) -> None:
    """Write ``vanished(old_id)`` and ``successors(old_id, new_id, shared)``."""
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE vanished AS
        SELECT {kind.id} AS old_id
        FROM {before}{kind.table} ANTI JOIN (SELECT {kind.id} FROM {after}{kind.table}) AS kept USING ({kind.id})
        """
    )
    con.execute(
        f"""
        CREATE OR REPLACE TEMP TABLE successors AS
        WITH lost AS (
            SELECT mentions.*, edited.article_id IS NOT NULL AS is_edited
            FROM {before}{kind.mentions} AS mentions LEFT JOIN edited USING (article_id)
            WHERE {kind.id} IN (SELECT old_id FROM vanished)
        )
        SELECT lost.{kind.id} AS old_id, now.{kind.id} AS new_id, count(DISTINCT lost.{kind.mention_id}) AS shared
        FROM lost JOIN {after}{kind.mentions} AS now
            ON lost.article_id = now.article_id
            AND CASE WHEN is_edited THEN lost.text = now.text
                     ELSE lost.char_start < now.char_end AND now.char_start < lost.char_end END
        GROUP BY ALL
        """
    )


def _judge(con: duckdb.DuckDBPyConnection, kind: Kind, release: str, before: str, after: str) -> None:
    """Say of each vanished id why it went, and number its successors."""
    con.execute(
        f"""
        INSERT INTO fresh_redirects
        WITH ranked AS (
            SELECT *,
                   row_number() OVER (PARTITION BY old_id ORDER BY shared DESC, new_id) - 1 AS successor_index,
                   sum(shared) OVER (PARTITION BY old_id) AS all_shared
            FROM successors WHERE old_id NOT IN (SELECT withdrawn_id FROM {after}tombstones)
        ),
        kept AS (
            SELECT *, count(*) OVER (PARTITION BY old_id) AS successor_count,
                   count(*) OVER (PARTITION BY new_id) AS predecessor_count
            FROM ranked WHERE successor_index = 0 OR shared >= all_shared * {MIN_SHARE}
        )
        SELECT old_id, coalesce(successor_index, 0), new_id,
               CASE WHEN old_id IN (SELECT withdrawn_id FROM {after}tombstones) THEN 'withdrawn'
                    WHEN new_id IS NULL THEN 'gone'
                    WHEN successor_count > 1 THEN 'split'
                    WHEN predecessor_count > 1 OR new_id IN (SELECT {kind.id} FROM {before}{kind.table}) THEN 'merge'
                    ELSE 'rekey' END,
               $release, coalesce(shared, 0)
        FROM vanished LEFT JOIN kept USING (old_id)
        """,
        {"release": release},
    )


def _carried(before: str, after: str) -> str:
    """The SQL of earlier redirects whose old id did not come back, each led on to what is there now."""
    ids = " UNION ALL ".join(f"SELECT {kind.id} FROM {after}{kind.table}" for kind in KINDS)
    return f"""
        SELECT old_id,
               CAST(row_number() OVER (
                   PARTITION BY old_id ORDER BY shared_mention_count DESC, new_id NULLS LAST
               ) - 1 AS INTEGER) AS successor_index,
               new_id, reason, release, shared_mention_count
        FROM (
            SELECT old_id, new_id, min(reason) AS reason, min(release) AS release,
                   max(shared_mention_count) AS shared_mention_count,
                   count(new_id) OVER (PARTITION BY old_id) AS found
            FROM (
                SELECT earlier.old_id,
                       CASE WHEN fresh.old_id IS NULL THEN earlier.new_id ELSE fresh.new_id END AS new_id,
                       earlier.reason, earlier.release, earlier.shared_mention_count
                FROM {before}id_redirects AS earlier
                LEFT JOIN fresh_redirects AS fresh ON fresh.old_id = earlier.new_id
                WHERE earlier.old_id NOT IN ({ids})
            )
            GROUP BY old_id, new_id
        )
        WHERE new_id IS NOT NULL OR found = 0
    """
