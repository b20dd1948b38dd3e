"""The table ``entity_joins``."""

import polars as pl

from schemas.table import Table, column, id_column, text_list
from schemas.vocabularies import ENTITY_RULES


class EntityJoins(Table):
    """One row per name of an article that stands for an entity: why it is one with names of other articles."""

    class Config:
        name = "entity_joins"
        unique = ["entity_join_id"]
        metadata = {"sort": ["entity_id", "article_id"]}

    entity_join_id: str = id_column("j", "The name in the article.")
    entity_id: str = id_column("e", "The thing in the world.", references="entities.entity_id")
    article_id: str = id_column("a", "The article that names it.", references="articles.article_id")
    name: str = column("Its fullest form in the article, or its usual name where that is known.")
    rule: str = column("Why it stands for the entity.", vocabulary=ENTITY_RULES)
    other_article_id: str = id_column(
        "a",
        "The article whose name it was compared with; NULL: no other article was asked.",
        null=True,
        references="articles.article_id",
    )
    other_name: str = column("The name there.", null=True)
    shared_names: pl.List = text_list(
        "What else both articles name, as far as the rule asks for it, sorted.", null=True
    )
