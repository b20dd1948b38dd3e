"""The table ``articles``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, text_list
from schemas.vocabularies import DATE_BASES


class Articles(Table):
    """One row per accepted article."""

    class Config:
        name = "articles"
        unique = ["article_id"]

    article_id: str = id_column("a", "The article: the same in every release, also when its text is corrected.")
    source_path: str = column("Its file below the raw root; for a record in a file of many `path#key`.")
    url: str = column("Address under which it was published.", null=True)
    outlet: str = column("Medium that published it.", null=True)
    title: str = column("Headline.", null=True)
    byline: str = column("Who signs it, as written.", null=True)
    language: str = column("Language of the text, ISO 639-1.", str_matches=r"^[a-z]{2,3}$")
    published_on: pl.Date = column("Day of publication.", null=True)
    published_on_basis: str = column("Where that day is known from.", null=True, vocabulary=DATE_BASES)
    updated_on: pl.Date = column("Day of the last update that the article tells of.", null=True)
    translated_from: str = column("Language that it says it was translated from, ISO 639-1.", null=True)
    machine_translated: pl.Boolean = column("It says that a machine translated it.")
    credited_outlets: pl.List = text_list("Agencies and media that it credits with its contents.")
    content_sha256: str = column("SHA-256 of the text in UTF-8.", str_matches=r"^[0-9a-f]{64}$")
    duplicate_of: str = column(
        "The article that it repeats, word for word or lightly edited.", null=True, references="articles.article_id"
    )
    char_count: pl.Int32 = column("Length of the text in Unicode code points.", ge=1)
    word_count: pl.Int32 = column("Words in the text.", ge=1)
    sentence_count: pl.Int32 = column("Sentences in the text.", ge=1)
    text: str = column("The text that all offsets count in; NULL where the source's terms withhold it.", null=True)

    @pa.dataframe_check(name="published_on_basis_given")
    @classmethod
    def published_on_basis_given(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A date of publication and its basis come together."""
        return data.lazyframe.select(pl.col("published_on").is_null() == pl.col("published_on_basis").is_null())

    @pa.dataframe_check(name="char_count_of_text")
    @classmethod
    def char_count_of_text(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """``char_count`` is the length of the text that is published."""
        return data.lazyframe.select((pl.col("char_count") == pl.col("text").str.len_chars()).fill_null(True))
