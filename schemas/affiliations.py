"""The table ``affiliations``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_span


class Affiliations(Table):
    """One row per role that an article gives a person."""

    class Config:
        name = "affiliations"
        unique = ["affiliation_id"]
        metadata = {"sort": ["person_id", "article_id", "char_start"]}

    affiliation_id: str = id_column("f", "The affiliation as told in one place.")
    article_id: str = id_column("a", "The article that tells it.", references="articles.article_id")
    person_id: str = id_column("e", "The person.", references="entities.entity_id")
    role: str = column("The role, in lower case and as the article words it (vicepresidente).")
    organization_id: str = id_column(
        "e", "The organisation that it is a role in.", null=True, references="entities.entity_id"
    )
    country_code: str = column(
        "The country that the role is of, ISO 3166-1 alpha-2.", null=True, str_matches=r"^[A-Z]{2}$"
    )
    char_start: pl.Int32 = column("First code point of the words that say it.", ge=0)
    char_end: pl.Int32 = column("Code point after their last.", ge=1)
    text: str = column("The words that say it.")

    @pa.dataframe_check(name="ordered_span")
    @classmethod
    def ordered_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The span is as long as its text."""
        return ordered_span(data)
