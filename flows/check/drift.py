"""Gate 3: a release that differs incredibly from the last one is a fault until somebody says why it is right."""

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb

from flows.errors import DriftError
from schemas import TABLES

MAX_SHRINK = 0.5
"""A table may lose half of its rows; changing articles and better rules do less."""
MAX_REJECT_SHARE_RISE = 0.1
"""The share of inputs that became rejects may rise by 10 points."""


def check_drift(con: duckdb.DuckDBPyConnection, previous: Path | None, accept: str | None) -> None:
    """Compare the tables in ``con`` with the last release.

    Args:
        con: the working database.
        previous: manifest of the last release; None if there is none.
        accept: why a release that differs much is right; with it nothing stops.

    Raises:
        DriftError: naming each measure with its value before and now, and its limit.
    """
    if previous is None or accept:
        return
    before = {name: facts["rows"] for name, facts in json.loads(previous.read_text(encoding="utf-8"))["tables"].items()}
    now = {name: (con.sql(f"SELECT count(*) FROM {name}").fetchone() or (0,))[0] for name in TABLES}
    found = list(_drifts(before, now))
    if found:
        raise DriftError(
            f"the release differs from {previous.parent.name} by more than is credible, so nothing was published:\n  "
            + "\n  ".join(found)
            + '\nIf that is right, say why: --accept "reason"'
        )


def _drifts(before: dict[str, int], now: dict[str, int]) -> Iterator[str]:
    for name, rows in now.items():
        old = before.get(name, 0)
        if name != "rejects" and old and rows < old * MAX_SHRINK:
            yield f"{name}: {old} rows before, {rows} now (limit {int(old * MAX_SHRINK)})"
    shares = [_reject_share(counts) for counts in (before, now)]
    if shares[1] > shares[0] + MAX_REJECT_SHARE_RISE:
        yield f"share of rejects: {shares[0]:.1%} before, {shares[1]:.1%} now (limit +{MAX_REJECT_SHARE_RISE:.0%})"


def _reject_share(counts: dict[str, int]) -> float:
    rejects = counts.get("rejects", 0)
    return rejects / (rejects + counts.get("articles", 0)) if rejects else 0.0
