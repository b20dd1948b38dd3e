"""The table ``registry``: it lies beside the releases, not in one."""

from schemas.table import Table, column
from schemas.vocabularies import ID_KINDS, ID_STATUSES


class Registry(Table):
    """One row per id of an article, entity or event that any release ever had."""

    class Config:
        name = "registry"
        unique = ["id"]

    id: str = column("The id; it is never used for anything else.", str_matches=r"^[aev]_[0-9a-f]{16}$")
    kind: str = column("What it is the id of.", vocabulary=ID_KINDS)
    first_release: str = column("The first release that has it.")
    last_release: str = column("The last release that has it.")
    status: str = column("What it is in the latest release.", vocabulary=ID_STATUSES)
