"""The table ``entities``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, text_list
from schemas.vocabularies import MENTION_TYPES


class Entities(Table):
    """One row per thing in the world that an article names."""

    class Config:
        name = "entities"
        unique = ["entity_id"]

    entity_id: str = id_column("e", "The thing: the same in every release while it is the same.")
    name: str = column("Its usual name.")
    entity_type: str = column("What it is.", vocabulary=MENTION_TYPES)
    country_code: str = column(
        "The country that it is, lies in or belongs to, of a person that of most of its roles; ISO 3166-1 alpha-2.",
        null=True,
        str_matches=r"^[A-Z]{2}$",
    )
    is_country: pl.Boolean = column("It is a country itself.")
    wikidata_id: str = column("Its item in Wikidata.", null=True, str_matches=r"^Q[1-9][0-9]*$")
    latitude: pl.Float64 = column("Degrees north, WGS 84.", null=True, ge=-90, le=90)
    longitude: pl.Float64 = column("Degrees east, WGS 84.", null=True, ge=-180, le=180)
    aliases: pl.List = text_list("The other forms under which the articles name it, sorted.")
    mention_count: pl.Int64 = column("Rows of `entity_mentions` that name it.", ge=1)
    article_count: pl.Int64 = column("Articles that name it, an article and its duplicates counted once.", ge=1)

    @pa.dataframe_check(name="country_has_code")
    @classmethod
    def country_has_code(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """A country has a country code."""
        return data.lazyframe.select(~pl.col("is_country") | pl.col("country_code").is_not_null())

    @pa.dataframe_check(name="whole_coordinates")
    @classmethod
    def whole_coordinates(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """Latitude and longitude come together."""
        return data.lazyframe.select(pl.col("latitude").is_null() == pl.col("longitude").is_null())
