"""The table ``event_mentions``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_dates, ordered_span
from schemas.vocabularies import EVENT_MODES, EVENT_TYPES, STATUSES


class EventMentions(Table):
    """One row per word in an article that tells of an event (its trigger)."""

    class Config:
        name = "event_mentions"
        unique = ["event_mention_id"]
        metadata = {"sort": ["article_id", "char_start"]}

    event_mention_id: str = id_column("x", "The event mention.")
    event_id: str = id_column("v", "The event in the world that it tells of.", references="events.event_id")
    article_id: str = id_column("a", "The article that it stands in.", references="articles.article_id")
    char_start: pl.Int32 = column("First code point of the trigger.", ge=0)
    char_end: pl.Int32 = column("Code point after its last.", ge=1)
    text: str = column("The trigger: the word that most plainly says what happens.")
    sentence_index: pl.Int32 = column("Its sentence, counted from 0.", ge=0)
    event_type: str = column("What happens, a PLOVER type.", vocabulary=EVENT_TYPES)
    event_mode: str = column("In which way, a PLOVER mode of that type; NULL where the words do not say.", null=True)
    status: str = column("Whether it happened.", vocabulary=STATUSES)
    source_entity_id: str = id_column(
        "e", "Who claims it; NULL: the article itself, or nobody named.", null=True, references="entities.entity_id"
    )
    quote_id: str = id_column("q", "The quote that it stands in.", null=True, references="quotes.quote_id")
    date_value: str = column("When, ISO 8601 as precise as the article tells.", null=True)
    starts_on: pl.Date = column("First day that this can mean.", null=True)
    ends_on: pl.Date = column("Last day that this can mean, itself within.", null=True)
    place_entity_id: str = id_column("e", "The place that is named for it.", null=True, references="entities.entity_id")
    confidence: pl.Float64 = column(
        "How likely the word tells an event of this type, as readers judged such words; from 0.6.", ge=0, le=1
    )

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

    @pa.dataframe_check(name="mode_of_type")
    @classmethod
    def mode_of_type(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The mode is one that its type has."""
        known = [f"{kind}/{mode}" for kind, modes in EVENT_MODES.items() for mode in modes]
        pair = pl.col("event_type") + "/" + pl.col("event_mode")
        return data.lazyframe.select(pair.is_in(known).fill_null(True))
