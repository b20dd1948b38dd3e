"""An event as one word of an article tells it, before it is known which of them are rows."""

import dataclasses
import datetime as dt
from collections.abc import Iterable

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.of_events import Participants
from flows.extract.events.referents.names import Referent
from flows.records import TimeExpression

WORDS = frozenset({"CONSULT", "SUPPORT", "ACCUSE", "REQUEST", "REJECT", "AGREE", "THREATEN"})
"""Types of what is done by words, in a day."""

NEEDS_NOBODY = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
"""Types that are an event also where neither actor nor recipient is named."""

LOOK_BACK = 40
"""How many events back one of the same happening is looked for."""


@dataclasses.dataclass(frozen=True, slots=True)
class Day:
    """The day that an article reports, where no phrase of it says which."""

    value: str
    starts_on: dt.date
    ends_on: dt.date
    time_id: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Told:
    """An event as one word of an article tells it."""

    token: Token
    entry: Entry
    participants: Participants
    status: str | None
    """None where its words do not say; another mention of the same happening may."""
    time: TimeExpression | Day | None = None
    place_id: str | None = None
    has_others: bool = False
    """Whether it is a meeting with somebody unnamed: not that of another mention which names more who meet."""
    is_news: bool = False
    """Whether one of those whom the article opens with does it, by words or an act of office, and not before."""


def inherited(event: Told) -> Participants:
    """The participants of an event, for a mention that does not name them itself."""
    return Participants(
        *(tuple(indirect(group)) for group in (event.participants.actors, event.participants.recipients))
    )


def names_anybody(event: Told) -> bool:
    """Whether an event has an actor or recipient."""
    return bool(event.participants.actors or event.participants.recipients)


def has_parties(event: Told) -> bool:
    """Whether an event has the actor or recipient without which only violence, protest, force and coercion are one."""
    return names_anybody(event) or event.entry.event_type in NEEDS_NOBODY


def ids(referents: Iterable[Referent]) -> frozenset[str]:
    """The entities that referents are."""
    return frozenset(each.entity_id for each in referents)


def indirect(referents: Iterable[Referent]) -> Iterable[Referent]:
    """Referents as those whom another mention names."""
    return (dataclasses.replace(each, is_direct=False) for each in referents)
