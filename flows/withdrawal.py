"""Withdrawing an article, or a person or other thing in the world, for good: a new release without it, at once."""

from dataclasses import dataclass
from pathlib import Path

from flows.check.gates import pass_rules
from flows.publish.index import check_free, find_release, list_release, only_writer, read_index, recover
from flows.publish.layout import STAGING
from flows.publish.release import republish
from flows.publish.withdrawals import read_withdrawals, record_withdrawal
from flows.resolve.past import unpack_release
from flows.resolve.withdrawals import Withdrawal, drop_withdrawn


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A withdrawal, the release without it, and the older releases that still hold it."""

    withdrawal: Withdrawal
    folder: Path
    held_by: list[str]


def withdraw(dist: Path, withdrawn_id: str, *, release: str, day: str, reason: str) -> Withdrawn:
    """Publish the latest release again without an article or entity, and keep it out of every later one.

    Args:
        dist: folder of releases.
        withdrawn_id: id of the article or entity.
        release: name of the release without it.
        day: ISO date of the withdrawal.
        reason: why; it is published.
    """
    check_free(dist, release)
    with only_writer(dist):
        recover(dist)
        latest = find_release(dist)
        withdrawal = record_withdrawal(dist, latest, withdrawn_id, day=day, reason=reason)
        database = unpack_release(latest, dist / STAGING / "work.duckdb")
        drop_withdrawn(database, read_withdrawals(dist))
        pass_rules(database)
        folder = republish(database, dist, latest, release, accept=f"withdrawal of {withdrawn_id}: {reason}")
        list_release(dist, release)
        recover(dist)
    entries = read_index(dist)["releases"]
    held = [
        entry["release"] for entry in entries if any(one["id"] == withdrawn_id for one in entry.get("withdrawn", []))
    ]
    return Withdrawn(withdrawal, folder, held)
