"""What changed between two releases, for people: ``CHANGES.md`` and ``teletipo diff``."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as parquet

from flows.publish.changes import AFTER, BEFORE, TableChanges, both_releases, find_changes
from flows.resolve.lineage import KINDS, trace_ids
from flows.resolve.past import file_name
from schemas import ALL_TABLES

EXAMPLES = 50
"""Articles, merges and splits that are listed by name; all are in ``changes/`` and ``id_redirects``."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How many there are, and the first of them."""

    count: int = 0
    examples: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two releases."""

    before: str
    after: str
    rows: dict[str, tuple[int, int]]
    tables: dict[str, TableChanges]
    articles_in: Listing
    articles_out: Listing
    redirects: dict[tuple[str, str], Listing] = field(default_factory=dict)
    schema: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The counts, for JSON."""
        return {
            "before": self.before,
            "after": self.after,
            "tables": {
                name: {
                    "rows_before": self.rows[name][0],
                    "rows_after": self.rows[name][1],
                    "added": changes.added,
                    "removed": changes.removed,
                    "changed": changes.changed,
                    "changed_columns": dict(changes.columns),
                }
                for name, changes in self.tables.items()
            },
            "redirects": {f"{table} {reason}": found.count for (table, reason), found in self.redirects.items()},
            "schema": list(self.schema),
        }


def diff_releases(before: Path, after: Path) -> Comparison:
    """Compare any two releases by their folders."""
    with both_releases(before, after) as con:
        changes = {}
        for name, table in ALL_TABLES.items():
            changes[name] = find_changes(con, table)
            con.execute(f"DROP TABLE changes_{name}")
        trace_ids(con, after.name, BEFORE, AFTER)
        return compare(con, before, after, changes, "fresh_redirects")


def compare(
    con: duckdb.DuckDBPyConnection, before: Path, after: Path, changes: dict[str, TableChanges], redirects: str
) -> Comparison:
    """Describe what changed between the two releases that ``con`` shows.

    Args:
        con: from ``both_releases``.
        before: folder of the earlier release.
        after: folder of the later release; its name is the release's.
        changes: what changed by table.
        redirects: relation of the rows of ``id_redirects`` that are new.
    """
    return Comparison(
        before=before.name,
        after=after.name,
        rows={name: (_count(con, f"{BEFORE}{name}"), _count(con, f"{AFTER}{name}")) for name in ALL_TABLES},
        tables=changes,
        articles_in=_articles(con, AFTER, BEFORE),
        articles_out=_articles(con, BEFORE, AFTER),
        redirects=_redirects(con, redirects),
        schema=tuple(_schema_changes(before, after)),
    )


def as_markdown(comparison: Comparison) -> str:
    """Write a comparison as ``CHANGES.md`` has it."""
    lines = [f"# Changes from {comparison.before} to {comparison.after}", ""]
    lines += ["| table | before | now | added | removed | changed | columns that changed |"]
    lines += ["|---|---:|---:|---:|---:|---:|---|"]
    for name, changes in comparison.tables.items():
        old, new = comparison.rows[name]
        columns = ", ".join(f"`{column}` {count:,}" for column, count in changes.columns[:6])
        counts = f"{changes.added:,} | {changes.removed:,} | {changes.changed:,}"
        lines += [f"| `{name}` | {old:,} | {new:,} | {counts} | {columns} |"]
    lines += ["", "A copy of the earlier release with `changes/<table>.parquet` applied is this one: delete the rows"]
    lines += ["whose key is there, then insert those that are `added` or `changed`.", ""]
    lines += _article_lines("Articles in", comparison.articles_in)
    lines += _article_lines("Articles out", comparison.articles_out)
    for (table, reason), found in comparison.redirects.items():
        lines += [f"## {table}: {reason} ({found.count:,})", ""]
        lines += [
            f"- `{old}` {_name(old_name)} → {_target(new, new_name)}" for old, old_name, new, new_name in found.examples
        ]
        lines += [*_rest(found), ""]
    lines += ["## Schema", "", *(f"- {line}" for line in comparison.schema or ("unchanged",))]
    return "\n".join(lines) + "\n"


def _count(con: duckdb.DuckDBPyConnection, relation: str) -> int:
    return int((con.sql(f"SELECT count(*) FROM {relation}").fetchone() or (0,))[0])


def _articles(con: duckdb.DuckDBPyConnection, there: str, not_there: str) -> Listing:
    found = f"{there}articles AS found ANTI JOIN {not_there}articles AS other USING (article_id)"
    # of an article that is out only the id: it may be out because it was withdrawn
    columns = "article_id, source_path, title" if there == AFTER else "article_id, NULL, NULL"
    first = con.sql(f"SELECT {columns} FROM {found} ORDER BY article_id LIMIT {EXAMPLES}").fetchall()
    return Listing(_count(con, found), tuple(first))


def _redirects(con: duckdb.DuckDBPyConnection, redirects: str) -> dict[tuple[str, str], Listing]:
    found = {}
    for kind in KINDS:
        name = "name" if kind.table == "entities" else "label"
        # of what has no successor only the id: its name may be one that was withdrawn
        named = f"""
            SELECT old_id, CASE WHEN new_id IS NOT NULL THEN earlier.{name} END AS old_name,
                   new_id, later.{name} AS new_name, reason, successor_index
            FROM {redirects} AS redirects
            JOIN {BEFORE}{kind.table} AS earlier ON earlier.{kind.id} = old_id
            LEFT JOIN {AFTER}{kind.table} AS later ON later.{kind.id} = new_id
        """
        reasons = con.sql(f"SELECT reason, count(DISTINCT old_id) FROM ({named}) GROUP BY ALL ORDER BY ALL").fetchall()
        for reason, count in reasons:
            first = con.execute(
                f"SELECT old_id, old_name, new_id, new_name FROM ({named}) WHERE reason = $reason "
                f"ORDER BY old_id, successor_index LIMIT {EXAMPLES}",
                {"reason": reason},
            ).fetchall()
            found[kind.table, reason] = Listing(count, tuple(first))
    return found


def _schema_changes(before: Path, after: Path) -> Iterator[str]:
    for name, table in ALL_TABLES.items():
        files = [folder / file_name(table) for folder in (before, after)]
        old, new = (parquet.read_schema(path) if path.is_file() else None for path in files)
        if old is None or new is None:
            if old is not new:
                yield f"table `{name}` is {'new' if old is None else 'dropped'}"
            continue
        yield from (f"column `{name}.{column}` is new" for column in new.names if column not in old.names)
        yield from (f"column `{name}.{column}` is dropped" for column in old.names if column not in new.names)
        for column in new.names:
            if column in old.names and old.field(column).type != new.field(column).type:
                yield f"column `{name}.{column}` was {old.field(column).type}, is {new.field(column).type}"


def _article_lines(title: str, found: Listing) -> list[str]:
    lines = [f"## {title} ({found.count:,})", ""]
    for article_id, source_path, name in found.examples:
        lines.append(f"- `{article_id}`" + (f" {_name(name or source_path)}" if source_path else ""))
    return [*lines, *_rest(found), ""]


def _rest(found: Listing) -> list[str]:
    hidden = found.count - len({example[0] for example in found.examples})
    return [f"- and {hidden:,} more"] if hidden > 0 else []


def _target(new_id: str | None, name: str | None) -> str:
    return f"`{new_id}` {_name(name)}" if new_id else "nothing"


def _name(text: str | None) -> str:
    """A name within Markdown: on one line, its own marks without effect."""
    return " ".join((text or "").replace("|", "\\|").replace("`", "'").split())
