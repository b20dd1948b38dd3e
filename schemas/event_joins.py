"""The table ``event_joins``."""

from schemas.table import Table, column, id_column
from schemas.vocabularies import EVENT_RULES


class EventJoins(Table):
    """One row per event mention: why it is one event with other mentions."""

    class Config:
        name = "event_joins"
        unique = ["event_mention_id"]
        metadata = {"sort": ["event_id"]}

    event_mention_id: str = id_column("x", "The event mention.", references="event_mentions.event_mention_id")
    event_id: str = id_column("v", "The event that it tells of.", references="events.event_id")
    rule: str = column("Why it tells of that event.", vocabulary=EVENT_RULES)
    other_event_mention_id: str = id_column(
        "x",
        "The mention that it agrees with by that rule; NULL: it is the event's first.",
        null=True,
        references="event_mentions.event_mention_id",
    )
