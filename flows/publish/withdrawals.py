"""``dist/withdrawals.json``: what was withdrawn for good; every later build leaves it out."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import duckdb

from flows.errors import ConfigError
from flows.publish.files import replace_file
from flows.publish.layout import REGISTRY, WITHDRAWALS
from flows.resolve.past import escape, read_as
from flows.resolve.withdrawals import Withdrawal
from schemas import TABLES


def read_withdrawals(dist: Path) -> list[Withdrawal]:
    """What was withdrawn from ``dist`` so far, sorted by id."""
    path = dist / WITHDRAWALS
    if not path.is_file():
        return []
    return [Withdrawal(**one) for one in json.loads(path.read_text(encoding="utf-8"))]


def record_withdrawal(dist: Path, folder: Path, withdrawn_id: str, *, day: str, reason: str) -> Withdrawal:
    """Note that an article or entity is withdrawn from now on.

    Args:
        dist: the folder of releases.
        folder: the latest release, which may have it.
        withdrawn_id: the article's or entity's id.
        day: ISO date.
        reason: why; it is published, so it must not tell what it is about.

    Raises:
        ConfigError: no release ever had such an id, or no reason is given.
    """
    if not reason.strip():
        raise ConfigError("a withdrawal needs a reason; it is published, so it should not say what was withdrawn")
    digest = _digest(folder, withdrawn_id)
    if digest is None and not _was_ever(dist, withdrawn_id):
        raise ConfigError(f"no release ever had an article or entity {withdrawn_id}")
    known = {one.id: one for one in read_withdrawals(dist)}
    withdrawal = known.setdefault(withdrawn_id, Withdrawal(withdrawn_id, day, reason.strip(), digest))
    rows = [dataclasses.asdict(known[one]) for one in sorted(known)]
    replace_file(dist / WITHDRAWALS, json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    return withdrawal


def withdrawn_from(dist: Path) -> list[dict[str, Any]]:
    """What was withdrawn, when and why, with the first and the last release that have it."""
    withdrawals = {one.id: one for one in read_withdrawals(dist)}
    path = dist / REGISTRY
    if not withdrawals or not path.is_file():
        return []
    with duckdb.connect() as con:
        rows = con.execute(
            "SELECT id, first_release, last_release FROM read_parquet($file) WHERE list_contains($ids, id) ORDER BY id",
            {"file": str(path), "ids": list(withdrawals)},
        ).fetchall()
    return [
        {"id": one, "withdrawn_on": withdrawals[one].withdrawn_on, "reason": withdrawals[one].reason}
        | {"first_release": first, "last_release": last}
        for one, first, last in rows
    ]


def _digest(folder: Path, withdrawn_id: str) -> str | None:
    table, column, value = (
        ("articles", "article_id", "content_sha256")
        if withdrawn_id.startswith("a_")
        else ("entities", "entity_id", "sha256(lower(name))")
    )
    with duckdb.connect() as con:
        row = con.execute(
            f"SELECT {value} FROM ({read_as(TABLES[table], folder)}) WHERE {column} = $1", [withdrawn_id]
        ).fetchone()
    return str(row[0]) if row else None


def _was_ever(dist: Path, withdrawn_id: str) -> bool:
    path = dist / REGISTRY
    if not path.is_file():
        return False
    with duckdb.connect() as con:
        found = con.execute(
            f"SELECT 1 FROM read_parquet('{escape(str(path))}') WHERE id = $1 AND kind <> 'event'", [withdrawn_id]
        )
        return found.fetchone() is not None
