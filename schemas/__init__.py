"""The published tables: the only place where a column is described."""

from schemas.affiliations import Affiliations
from schemas.articles import Articles
from schemas.entities import Entities
from schemas.entity_joins import EntityJoins
from schemas.entity_mentions import EntityMentions
from schemas.event_joins import EventJoins
from schemas.event_mentions import EventMentions
from schemas.event_participants import EventParticipants
from schemas.events import Events
from schemas.id_redirects import IdRedirects
from schemas.inputs import Inputs
from schemas.quantities import Quantities
from schemas.quotes import Quotes
from schemas.rejects import Rejects
from schemas.table import Table, table_name
from schemas.time_expressions import TimeExpressions
from schemas.tombstones import Tombstones

TABLES: dict[str, type[Table]] = {
    table_name(table): table
    for table in (
        Articles,
        EntityMentions,
        Entities,
        EntityJoins,
        Affiliations,
        TimeExpressions,
        Quantities,
        Quotes,
        EventMentions,
        EventParticipants,
        Events,
        EventJoins,
        Inputs,
        Rejects,
    )
}
"""Every table that is made of articles, by its name, in the order in which a reader meets them."""

LINEAGE_TABLES: dict[str, type[Table]] = {table_name(table): table for table in (IdRedirects, Tombstones)}
"""The tables that are made of the releases before: what became of that which is no longer there."""

ALL_TABLES = TABLES | LINEAGE_TABLES
"""Every table of a release."""

__all__ = ["ALL_TABLES", "LINEAGE_TABLES", "TABLES", "Table", "table_name"]
