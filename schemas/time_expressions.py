"""The table ``time_expressions``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_dates, ordered_span
from schemas.vocabularies import TIME_TYPES


class TimeExpressions(Table):
    """One row per time expression in an article."""

    class Config:
        name = "time_expressions"
        unique = ["time_id"]
        metadata = {"sort": ["article_id", "char_start"]}

    time_id: str = id_column("t", "The time expression.")
    article_id: str = id_column("a", "The article that it stands in.", references="articles.article_id")
    char_start: pl.Int32 = column("First code point of the expression.", ge=0)
    char_end: pl.Int32 = column("Code point after its last.", ge=1)
    text: str = column("The expression as written, without a leading preposition or article.")
    sentence_index: pl.Int32 = column("Its sentence, counted from 0.", ge=0)
    time_type: str = column("Its TIMEX3 type.", vocabulary=TIME_TYPES)
    value: str = column("Its TIMEX3 value; what the article leaves open stays open (XXXX-WXX-3).")
    starts_on: pl.Date = column("First day of the interval that it names; NULL where it names none.", null=True)
    ends_on: pl.Date = column("Last day of that interval, itself within.", null=True)

    @pa.dataframe_check(name="ordered_span")
    @classmethod
    def ordered_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The span is as long as its text."""
        return ordered_span(data)

    @pa.dataframe_check(name="ordered_dates")
    @classmethod
    def ordered_dates(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The interval does not end before it starts."""
        return ordered_dates(data)
