"""The table ``tombstones``."""

import polars as pl

from schemas.table import Table, column


class Tombstones(Table):
    """One row per article or entity that was withdrawn for good."""

    class Config:
        name = "tombstones"
        unique = ["withdrawn_id"]

    withdrawn_id: str = column("The article or entity.", str_matches=r"^[ae]_[0-9a-f]{16}$")
    withdrawn_on: pl.Date = column("Day of the withdrawal.")
    reason: str = column("Why.")
