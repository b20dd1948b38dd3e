"""The table ``event_participants``."""

import polars as pl

from schemas.table import Table, column, id_column
from schemas.vocabularies import ROLES


class EventParticipants(Table):
    """One row per participant of an event mention."""

    class Config:
        name = "event_participants"
        unique = ["event_mention_id", "role", "entity_id"]

    event_mention_id: str = id_column("x", "The event mention.", references="event_mentions.event_mention_id")
    role: str = column("Its part in the event.", vocabulary=ROLES)
    entity_id: str = id_column("e", "Who takes part.", references="entities.entity_id")
    text: str = column("The words that stand for it.")
    confidence: pl.Float64 = column(
        "How likely the event is of its type and this is its actor, or recipient, as readers judged such rows.",
        ge=0,
        le=1,
        null=True,
    )
