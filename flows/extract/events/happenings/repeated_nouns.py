"""What a bare noun points at that was told before: "la reunión", "este ataque", "la cumbre de Singapur"."""

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.happenings.same import is_of_kind
from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.of_events import Participants
from flows.extract.events.people import is_person
from flows.extract.events.syntax import arguments, preposition
from flows.extract.events.told import LOOK_BACK, Told, ids, inherited, names_anybody
from flows.extract.events.triggers.light_verbs import container

DEFINITE = frozenset(
    {"el", "la", "los", "las", "este", "esta", "estos", "estas", "ese", "esa", "dicho", "dicha", "aquel", "del", "al"}
)

NAMING_SLOTS = frozenset({"de", "entre", "con", "contra", "a"})

STATES = frozenset({"sanction"})
"""Families whose bare noun is how things stand: "el impacto de las sanciones" tells no deed again."""

REACH = 400
"""How many words back a bare noun ("la reunión") looks for what it repeats."""


def is_bare(token: Token) -> bool:
    """Whether a noun points at something told already: "la reunión", "este ataque", without saying whose or what."""
    if not any(child.lower_ in DEFINITE for child in (*token.lefts, *container(token).lefts)):
        return False
    told = [phrase for slot, phrase in arguments(token) if slot in NAMING_SLOTS]
    if any(phrase.pos_ == "PROPN" or is_person(phrase) for phrase in told):
        return False
    return not any(child.dep_ in ("acl", "ccomp") and preposition(child) == "de" for child in token.rights)


def find_antecedent(token: Token, entry: Entry, told: Sequence[Told], city_id: str | None = None) -> Told | None:
    """The event told before that a bare noun repeats: the nearest of its kind, of a city's the nearest held there."""
    near = [event for event in _near(token, entry, told) if names_anybody(event)]
    there = [event for event in near if city_id is not None and event.place_id == city_id]
    if there:
        return there[-1]
    same_word = [event for event in near if event.entry is entry]
    same_family = [event for event in near if event.entry.family == entry.family]
    if entry.event_type == "COOPERATE":  # "la cooperación" is as often a state of things
        same_family = near = []
    if entry.family in STATES:
        return None
    found = same_word or same_family or near
    return found[-1] if found else None


def completed(token: Token, entry: Entry, participants: Participants, told: Sequence[Told]) -> Participants:
    """The parties of a meeting of which a mention names only one, by the nearest mention before that names more."""
    own = ids(participants.actors)
    for event in reversed(_near(token, entry, told)):
        if own < ids(event.participants.actors):
            return dataclasses.replace(participants, actors=inherited(event).actors)
    return participants


def _near(token: Token, entry: Entry, told: Sequence[Told]) -> list[Told]:
    reachable = (event for event in told[-LOOK_BACK:] if token.i - event.token.i <= REACH)
    return [event for event in reachable if is_of_kind(entry, event.entry)]
