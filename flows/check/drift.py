"""Gate 3: a release that differs incredibly from the last one is a fault until somebody says why it is right."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from flows.errors import DriftError
from flows.resolve.lineage import KINDS, trace_ids
from flows.resolve.past import columns_there, file_name, see_release
from flows.resolve.withdrawals import Withdrawal, see_tombstones
from schemas import TABLES
from schemas.table import polars_schema

MAX_SHRINK = 0.5
"""A table may lose half of its rows; changing articles and better rules do less."""
MAX_REJECT_SHARE_RISE = 0.1
"""The share of inputs that became rejects may rise by 10 points."""
MIN_MORE_REJECTS = 10
"""Fewer new rejects than this stop nothing: one photograph among six files is no fault of a source."""
MAX_ROW_REJECT_SHARE_RISE = 0.02
"""The share of a table's rows that fail its checks may rise by 2 points: they are faults of ours."""
MAX_NULL_SHARE_CHANGE = 0.25
"""The share of NULL in a column may change by 25 points."""
MAX_LOST_SHARE = 0.2
"""A fifth of the entities or events may be gone without anything that stands for them."""
MIN_ROWS = 100
"""Below as many rows, on either side, shares say nothing."""


def check_drift(
    con: duckdb.DuckDBPyConnection,
    previous: Path | None,
    accept: str | None,
    withdrawals: list[Withdrawal] | None = None,
) -> None:
    """Compare the tables in ``con`` with the last release.

    Args:
        con: the working database.
        previous: manifest of the last release, in its folder; None if there is none.
        accept: why a release that differs much is right; with it nothing stops.
        withdrawals: what was withdrawn on purpose.

    Raises:
        DriftError: naming each measure with its value before and now, and its limit.
    """
    if previous is None or accept:
        return
    before = json.loads(previous.read_text(encoding="utf-8"))
    now = _facts(con)
    found = [
        *_shrunken(before["tables"], now["tables"]),
        *_rejects(before, now),
        *_nulls(before["tables"], now["tables"], previous.parent),
        *_lost(con, previous.parent, withdrawals or []),
    ]
    if found:
        raise DriftError(
            f"the release differs from {previous.parent.name} by more than is credible, so nothing was published:\n  "
            + "\n  ".join(found)
            + '\nIf that is right, say why: --accept "reason"'
        )


def _facts(con: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """What a manifest would say of the tables in ``con``, as far as it is compared."""
    tables = {}
    for name, table in TABLES.items():
        columns = list(polars_schema(table))
        nulls = ", ".join(f"count(*) - count({column})" for column in columns)
        rows, *counts = con.sql(f"SELECT count(*), {nulls} FROM {name}").fetchone() or ()
        tables[name] = {"rows": rows, "null_counts": dict(zip(columns, counts, strict=True))}
    rejects = con.sql("SELECT table_name, count(*) FROM rejects WHERE table_name IS NOT NULL GROUP BY ALL").fetchall()
    return {"tables": tables, "rejects": {name: {"": count} for name, count in rejects}}


def _shrunken(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    for name, facts in now.items():
        old = before.get(name, {"rows": 0})["rows"]
        if name != "rejects" and old and facts["rows"] < old * MAX_SHRINK:
            yield f"{name}: {old} rows before, {facts['rows']} now (limit {int(old * MAX_SHRINK)})"


def _rejects(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    counts = [facts["tables"]["rejects"]["rows"] for facts in (before, now)]
    shares = [
        _share(count, facts["tables"]["articles"]["rows"]) for count, facts in zip(counts, (before, now), strict=True)
    ]
    if shares[1] > shares[0] + MAX_REJECT_SHARE_RISE and counts[1] >= counts[0] + MIN_MORE_REJECTS:
        yield f"share of rejects: {shares[0]:.1%} before, {shares[1]:.1%} now (limit +{MAX_REJECT_SHARE_RISE:.0%})"
    for name in _comparable(before["tables"], now["tables"]):
        shares = [
            _share(sum(facts.get("rejects", {}).get(name, {}).values()), facts["tables"][name]["rows"])
            for facts in (before, now)
        ]
        if shares[1] > shares[0] + MAX_ROW_REJECT_SHARE_RISE:
            limit = f"limit +{MAX_ROW_REJECT_SHARE_RISE:.0%}"
            yield f"{name}: {shares[0]:.1%} of its rows rejected before, {shares[1]:.1%} now ({limit})"


def _nulls(before: dict[str, Any], now: dict[str, Any], folder: Path) -> Iterator[str]:
    """Columns that are empty much more or less often; one that the release before did not have yet cannot differ."""
    for name in _comparable(before, now):
        if "null_counts" not in before[name]:
            continue
        there = columns_there(TABLES[name], folder)
        for column, count in now[name]["null_counts"].items():
            if there and column not in there:
                continue
            old = before[name]["null_counts"].get(column, 0) / before[name]["rows"]
            new = count / now[name]["rows"]
            if abs(new - old) > MAX_NULL_SHARE_CHANGE:
                yield f"{name}.{column}: {old:.1%} NULL before, {new:.1%} now (limit ±{MAX_NULL_SHARE_CHANGE:.0%})"


def _lost(con: duckdb.DuckDBPyConnection, folder: Path, withdrawals: list[Withdrawal]) -> Iterator[str]:
    """Ids that vanish with nothing to stand for them: those who join on them lose their rows without a word."""
    if not (folder / file_name(TABLES["entities"])).is_file():
        return
    see_release(con, folder, "before_")
    see_tombstones(con, withdrawals)
    trace_ids(con, folder.name, "before_")
    for kind in KINDS:
        lost, old = con.sql(
            f"SELECT count(*) FILTER (WHERE reason = 'gone'), count(*) FROM before_{kind.table} "
            f"LEFT JOIN (FROM fresh_redirects WHERE successor_index = 0) ON old_id = {kind.id}"
        ).fetchone() or (0, 0)
        if old >= MIN_ROWS and lost > old * MAX_LOST_SHARE:
            yield f"{kind.table}: {lost} of {old} ids are gone without redirect (limit {int(old * MAX_LOST_SHARE)})"


def _comparable(before: dict[str, Any], now: dict[str, Any]) -> list[str]:
    """Tables with rows enough on both sides."""
    return [
        name
        for name, facts in now.items()
        if name != "rejects" and facts["rows"] >= MIN_ROWS and before.get(name, {"rows": 0})["rows"] >= MIN_ROWS
    ]


def _share(some: int, others: int) -> float:
    return some / (some + others) if some else 0.0
