"""The table ``quotes``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_span
from schemas.vocabularies import QUOTE_TYPES, STANCES


class Quotes(Table):
    """One row per contiguous stretch of reported speech."""

    class Config:
        name = "quotes"
        unique = ["quote_id"]
        metadata = {"sort": ["article_id", "char_start"]}

    quote_id: str = id_column("q", "The quote.")
    article_id: str = id_column("a", "The article that it stands in.", references="articles.article_id")
    char_start: pl.Int32 = column("First code point of the words said.", ge=0)
    char_end: pl.Int32 = column("Code point after their last.", ge=1)
    text: str = column("The words said, without the marks around them.")
    sentence_index: pl.Int32 = column("The sentence that it begins in, counted from 0.", ge=0)
    quote_type: str = column("How the words are given.", vocabulary=QUOTE_TYPES)
    cue: str = column("The verb or phrase that reports, as written.", null=True)
    cue_lemma: str = column("Its dictionary form.", null=True)
    stance: str = column(
        "How the speaker stands to the words, as the cue tells; NULL without cue.", null=True, vocabulary=STANCES
    )
    speaker_text: str = column("The phrase that names the speaker, nearest to the quote; NULL if left out.", null=True)
    speaker_char_start: pl.Int32 = column("First code point of that phrase.", null=True, ge=0)
    speaker_char_end: pl.Int32 = column("Code point after its last.", null=True, ge=1)
    speaker_entity_id: str = id_column(
        "e", "Who said it; NULL where nobody is named or two readings are open.", null=True,
        references="entities.entity_id",
    )  # fmt: skip
    speaker_affiliation_entity_id: str = id_column(
        "e", "Whom an unnamed speaker speaks for.", null=True, references="entities.entity_id"
    )
    inner_speaker_text: str = column(
        "The phrase that names whom the words themselves quote; of several the first.", null=True
    )
    inner_speaker_char_start: pl.Int32 = column("First code point of that phrase.", null=True, ge=0)
    inner_speaker_char_end: pl.Int32 = column("Code point after its last.", null=True, ge=1)
    inner_speaker_entity_id: str = id_column(
        "e", "Who is quoted within the quote; NULL where nobody is named.", null=True, references="entities.entity_id"
    )
    said_on: pl.Date = column("The day on which it was said, where the article tells it.", null=True)
    quote_group: str = id_column(
        "q",
        "The first of the quotes, in several articles, that give the same words, also cut or in another translation; "
        "NULL where no other article has them.",
        null=True,
        references="quotes.quote_id",
    )
    confidence: pl.Float64 = column("How sure the span and its speaker are.", ge=0, le=1)

    @pa.dataframe_check(name="ordered_span")
    @classmethod
    def ordered_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The span is as long as its text."""
        return ordered_span(data)

    @pa.dataframe_check(name="whole_speaker_span")
    @classmethod
    def whole_speaker_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Speaker phrase and its two offsets come together, and agree in length."""
        return _whole_span(data, "speaker")

    @pa.dataframe_check(name="whole_inner_speaker_span")
    @classmethod
    def whole_inner_speaker_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The inner speaker's phrase and its two offsets come together, and agree in length."""
        return _whole_span(data, "inner_speaker")


def _whole_span(data: pa.PolarsData, prefix: str) -> pl.LazyFrame:
    start, end, text = (pl.col(f"{prefix}_{part}") for part in ("char_start", "char_end", "text"))
    absent = start.is_null() & end.is_null() & text.is_null()
    return data.lazyframe.select(absent | (end - start == text.str.len_chars()).fill_null(False))
