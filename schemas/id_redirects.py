"""The table ``id_redirects``."""

import polars as pl

from schemas.table import Table, column
from schemas.vocabularies import REDIRECT_REASONS


class IdRedirects(Table):
    """One row per successor of an entity or event that an earlier release had under an id which this one lacks."""

    class Config:
        name = "id_redirects"
        unique = ["old_id", "successor_index"]

    old_id: str = column("The id that is no longer used.", str_matches=r"^[ev]_[0-9a-f]{16}$")
    successor_index: pl.Int32 = column("0 for its first or only successor, which shares most mentions.", ge=0)
    new_id: str = column(
        "The id that stands for it in this release; NULL: none does.", null=True, str_matches=r"^[ev]_[0-9a-f]{16}$"
    )
    reason: str = column("Why it is no longer used.", vocabulary=REDIRECT_REASONS)
    release: str = column("The first release without it.")
    shared_mention_count: pl.Int64 = column("Mentions of it that were its successor's when it went.", ge=0)
