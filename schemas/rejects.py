"""The table ``rejects``."""

from schemas.table import Table, column, id_column
from schemas.vocabularies import REJECT_STAGES


class Rejects(Table):
    """One row per input or row that was not published."""

    class Config:
        name = "rejects"
        unique = ["reject_id"]

    reject_id: str = id_column("r", "The reject.")
    stage: str = column("Where it was turned away.", vocabulary=REJECT_STAGES)
    source_path: str = column("The file (or `path#key`) that it comes from.", null=True)
    table_name: str = column("The table that the row was meant for.", null=True)
    check_name: str = column("The check that it failed, or the kind of fault in the file.")
    reason: str = column("What was wrong, with the values.")
    row: str = column("The row as JSON.", null=True)
