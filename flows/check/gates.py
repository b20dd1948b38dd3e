"""The three gates that a release passes before it is published."""

from pathlib import Path

import duckdb

from flows.check.drift import check_drift
from flows.check.invariants import check_invariants
from flows.check.rows import prune, quarantine
from flows.resolve.assemble import count_entities, count_events
from flows.resolve.bounded import bounded, open_working
from flows.resolve.past import load_release
from flows.resolve.withdrawals import Withdrawal
from schemas import TABLES


def pass_rows(database: Path) -> int:
    """Gate 1: move every row that fails a check of its table to ``rejects``; count again what is left.

    Returns:
        How many rows were moved.
    """
    with open_working(database) as con:
        moved = sum(quarantine(con, table) for table in TABLES)
        pruned = moved
        while pruned:
            pruned = prune(con)
            moved += pruned
            count_entities(con)
            count_events(con)
    return moved


def pass_rules(database: Path) -> None:
    """Gate 2: rules across tables; one that does not hold stops the release."""
    with open_working(database, read_only=True) as con:
        check_invariants(con)


def pass_rules_of_release(folder: Path) -> None:
    """Hold the rules across tables against a published release; spans where its texts are at hand."""
    with duckdb.connect(config=bounded()) as con:
        load_release(con, folder)
        check_invariants(con)


def pass_drift(
    database: Path, previous: Path | None, accept: str | None, withdrawals: list[Withdrawal] | None = None
) -> None:
    """Gate 3: a release that differs incredibly from the last one stops, unless ``accept`` says why it is right."""
    with open_working(database, read_only=True) as con:
        check_drift(con, previous, accept, withdrawals or [])
