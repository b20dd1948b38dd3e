"""The table ``inputs``."""

import polars as pl

from schemas.table import Table, column


class Inputs(Table):
    """One row per raw file that the release was made from."""

    class Config:
        name = "inputs"
        unique = ["source_path"]

    source_path: str = column("The file below the raw root.")
    byte_count: pl.Int64 = column("Its size in bytes.", ge=0)
    content_sha256: str = column("SHA-256 of its bytes; NULL where it could not be read.", null=True)
    record_count: pl.Int64 = column("What was found in it: articles and rejects together.", ge=1)
