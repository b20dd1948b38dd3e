"""Holding rows against their table's model: the only place where pandera runs."""

import pandera.errors
import polars as pl

from schemas.table import Table


class ContractError(Exception):
    """A table does not have the columns that its schema promises; nothing is published."""

    exit_code = 4


def validate(table: type[Table], frame: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Split a table's rows into those that pass every check and those that fail one.

    Args:
        table: the model.
        frame: rows with the model's columns, eager: on a LazyFrame pandera would read names and types alone.

    Returns:
        The rows that pass; the rows that fail, with a column ``failed_checks``: ``column:check`` or the name of a
        check over several columns, sorted.

    Raises:
        ContractError: a column is missing, is too many, or has another type; no row can be judged.
    """
    if not isinstance(frame, pl.DataFrame):
        raise TypeError("validate needs an eager DataFrame: on a LazyFrame pandera checks names and types alone")
    try:
        # lazy=True means "collect all failures"; it has nothing to do with LazyFrame
        return table.validate(frame, lazy=True), frame.head(0).with_columns(
            failed_checks=pl.lit(None, pl.List(pl.String))
        )
    except pandera.errors.SchemaErrors as error:
        failures = error.failure_cases
    if failures["index"].null_count():
        faults = (
            failures.filter(pl.col("index").is_null()).select("column", "check", "failure_case").unique().sort(pl.all())
        )
        raise ContractError(
            f"table {table.to_schema().name} is not what its schema promises: "
            + "; ".join(f"{column}: {check} ({case})" for column, check, case in faults.unique().sort(pl.all()).rows())
        )
    check = pl.col("check").str.replace(r"\(.*$", "")  # the arguments are in the schema
    name = pl.when(pl.col("schema_context") == "Column").then(pl.col("column") + ":" + check).otherwise(check)
    failed = (
        failures.select(pl.col("index").cast(pl.UInt32), failed_checks=name)
        .group_by("index")
        .agg(pl.col("failed_checks").unique().sort())
    )
    numbered = frame.with_row_index("index")
    bad = numbered.join(failed, on="index").sort("index").drop("index")
    return numbered.join(failed, on="index", how="anti").sort("index").drop("index"), bad
