"""The table ``quantities``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_span
from schemas.vocabularies import APPROXIMATIONS


class Quantities(Table):
    """One row per counted or measured amount in an article."""

    class Config:
        name = "quantities"
        unique = ["quantity_id"]
        metadata = {"sort": ["article_id", "char_start"]}

    quantity_id: str = id_column("n", "The amount.")
    article_id: str = id_column("a", "The article that it stands in.", references="articles.article_id")
    char_start: pl.Int32 = column("First code point of the amount.", ge=0)
    char_end: pl.Int32 = column("Code point after its last.", ge=1)
    text: str = column("The amount as written, with what it counts.")
    sentence_index: pl.Int32 = column("Its sentence, counted from 0.", ge=0)
    value: pl.Float64 = column("The number; of a range the lower end.")
    value_max: pl.Float64 = column("Of a range the upper end.", null=True)
    unit: str = column(
        "What is counted (lemma), the currency (ISO 4217) or `%`; NULL where the words name none.", null=True
    )
    approximation: str = column("How the number is hedged.", null=True, vocabulary=APPROXIMATIONS)

    @pa.dataframe_check(name="ordered_span")
    @classmethod
    def ordered_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The span is as long as its text."""
        return ordered_span(data)

    @pa.dataframe_check(name="ordered_values")
    @classmethod
    def ordered_values(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A range's upper end lies above its lower end."""
        return data.lazyframe.select((pl.col("value") < pl.col("value_max")).fill_null(True))
