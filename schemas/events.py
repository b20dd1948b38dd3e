"""The table ``events``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_dates, text_list
from schemas.vocabularies import EVENT_TYPES, QUAD_CLASSES, STATUSES


class Events(Table):
    """One row per event in the world, told by one or more mentions."""

    class Config:
        name = "events"
        unique = ["event_id"]

    event_id: str = id_column("v", "The event: the same in every release while it is the same.")
    event_type: str = column("What happens, a PLOVER type.", vocabulary=EVENT_TYPES)
    status: str = column("Whether it happened, as most of its mentions say.", vocabulary=STATUSES)
    starts_on: pl.Date = column("First day that its date can mean.", null=True)
    ends_on: pl.Date = column("Last day that its date can mean, itself within.", null=True)
    place_entity_id: str = id_column("e", "Where.", null=True, references="entities.entity_id")
    country_codes: pl.List = text_list("Countries of its participants, ISO 3166-1 alpha-2, sorted.")
    quad_class: str = column("Words or deeds, cooperation or conflict.", vocabulary=QUAD_CLASSES)
    goldstein: pl.Float64 = column(
        "PLOVER's score of the type, or of the mode if its mentions agree on one: conflict below 0, cooperation above.",
        ge=-10, le=10,
    )  # fmt: skip
    label: str = column("A short Spanish line that says what happened.")
    mention_count: pl.Int64 = column("Rows of `event_mentions` that tell of it.", ge=1)
    article_count: pl.Int64 = column("Articles that tell of it, an article and its duplicates counted once.", ge=1)
    denied_count: pl.Int64 = column("Mentions that deny it.", ge=0)

    @pa.dataframe_check(name="ordered_dates")
    @classmethod
    def ordered_dates(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The interval does not end before it starts."""
        return ordered_dates(data)

    @pa.dataframe_check(name="denied_within_mentions")
    @classmethod
    def denied_within_mentions(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """No more mentions deny it than there are."""
        return data.lazyframe.select(pl.col("denied_count") <= pl.col("mention_count"))
