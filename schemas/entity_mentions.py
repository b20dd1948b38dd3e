"""The table ``entity_mentions``."""

import pandera.polars as pa
import polars as pl

from schemas.table import Table, column, id_column, ordered_span
from schemas.vocabularies import FORM_RULES, MENTION_TYPES


class EntityMentions(Table):
    """One row per name in an article."""

    class Config:
        name = "entity_mentions"
        unique = ["mention_id"]
        metadata = {"sort": ["entity_id", "article_id", "char_start"]}

    mention_id: str = id_column("m", "The mention.")
    article_id: str = id_column("a", "The article that it stands in.", references="articles.article_id")
    char_start: pl.Int32 = column("First code point of the name.", ge=0)
    char_end: pl.Int32 = column("Code point after its last.", ge=1)
    text: str = column("The name as written.")
    sentence_index: pl.Int32 = column("Its sentence, counted from 0.", ge=0)
    mention_type: str = column("What it names.", vocabulary=MENTION_TYPES)
    entity_id: str = id_column("e", "The thing in the world that it names.", references="entities.entity_id")
    confidence: pl.Float64 = column("How sure the name and its type are.", ge=0, le=1)
    full_form: str = column("The fuller form that it stands for here; NULL: it is written like it.", null=True)
    form_rule: str = column("Why it stands for that form.", null=True, vocabulary=FORM_RULES)

    @pa.dataframe_check(name="ordered_span")
    @classmethod
    def ordered_span(cls, data: pa.PolarsData) -> pl.LazyFrame:
        """The span is as long as its text."""
        return ordered_span(data)
