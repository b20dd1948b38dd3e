"""The published tables: the only place where a column is described."""

from schemas.affiliations import Affiliations
from schemas.articles import Articles
from schemas.entities import Entities
from schemas.entity_mentions import EntityMentions
from schemas.event_mentions import EventMentions
from schemas.event_participants import EventParticipants
from schemas.events import Events
from schemas.inputs import Inputs
from schemas.quantities import Quantities
from schemas.quotes import Quotes
from schemas.rejects import Rejects
from schemas.table import Table, table_name
from schemas.time_expressions import TimeExpressions

TABLES: dict[str, type[Table]] = {
    table_name(table): table
    for table in (
        Articles,
        EntityMentions,
        Entities,
        Affiliations,
        TimeExpressions,
        Quantities,
        Quotes,
        EventMentions,
        EventParticipants,
        Events,
        Inputs,
        Rejects,
    )
}
"""Every published table by its name, in the order in which a reader meets them."""

__all__ = ["TABLES", "Table", "table_name"]
