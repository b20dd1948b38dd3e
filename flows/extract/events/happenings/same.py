"""Whether two mentions can be of one happening: kind, people and date agree as far as both tell them."""

import datetime as dt

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.people import is_person, is_role
from flows.extract.events.syntax import arguments, has_morph, is_passive, reflexive
from flows.extract.events.told import WORDS, Day, Told, ids, names_anybody
from flows.records import TimeExpression

MEETINGS = frozenset({"meeting", "talks"})
"""Families that a meeting goes under: "las conversaciones" of a summit are the summit."""

OTHERS = frozenset({"otro", "otra", "otros", "otras"})
"""Words before a noun that tells what was not told yet: "volvió tras otro ataque"."""


def is_same(first: Told, second: Told, published_on: dt.date | None) -> bool:
    """Whether two events of an article can be one happening: kind, people and date agree as far as both tell them."""
    if not is_of_kind(first.entry, second.entry) or not _is_compatible(first.time, second.time):
        return False
    if any(child.lower_ in OTHERS for child in second.token.lefts):
        return False
    if _is_over(first, second, published_on) or _is_over(second, first, published_on):
        return False
    if {first.status, second.status} == {"occurred", "planned"} and not (first.time and second.time):
        return False
    actors, recipients = ids(first.participants.actors), ids(first.participants.recipients)
    others, receivers = ids(second.participants.actors), ids(second.participants.recipients)
    if not (actors or recipients) or not (others or receivers):
        if (actors or recipients or others or receivers) and any(
            _says_of_whom(event.token) or _is_of_others(event) or _is_of_other_name(event, other)
            for event, other in ((first, second), (second, first))
            if not names_anybody(event)
        ):
            return False
        if first.entry.event_type == "ASSAULT" and _are_of_different_things(first.token, second.token):
            return False
        return first.entry.family == second.entry.family and first.entry.event_type not in WORDS  # "la muerte"
    if not actors & others and not (recipients & receivers and not (actors and others)):
        return False
    if recipients and receivers and not recipients & receivers:
        return False
    return actors <= others or others <= actors


def is_of_kind(entry: Entry, other: Entry) -> bool:
    """Whether two readings can be of one happening: the same type, and no visit where the other is a meeting."""
    return entry.event_type == other.event_type and (
        entry.family == other.family or {entry.family, other.family} <= MEETINGS
    )


def _says_of_whom(token: Token) -> bool:
    """Whether a word tells itself whose deed it is or who undergoes it, of people it does not name."""
    return any(is_person(phrase) for _, phrase in arguments(token))


def _is_of_others(event: Told) -> bool:
    """Whether a verb has a subject of its own, whoever that is: "el gabinete dimitió" is not the minister's act."""
    token = event.token
    if event.entry.part_of_speech == "noun" or is_passive(token) or reflexive(token) is not None:
        return False
    return any(slot == "subj" and phrase.pos_ == "NOUN" and not is_role(phrase) for slot, phrase in arguments(token))


def _is_of_other_name(event: Told, other: Told) -> bool:
    """Whether a noun says by a name which happening it is, and the other has none of it: "la masacre de El Salado"."""
    own = {phrase.lower_ for slot, phrase in arguments(event.token) if slot == "de" and phrase.pos_ == "PROPN"}
    is_there = event.place_id is not None and event.place_id == other.place_id
    return bool(own) and not is_there and own.isdisjoint(phrase.lower_ for _, phrase in arguments(other.token))


def _are_of_different_things(first: Token, second: Token) -> bool:
    """Whether two nouns say of whom, where or how many, and not the same: "la masacre de Pasto", "las masacres"."""
    if first.pos_ != "NOUN" or second.pos_ != "NOUN":
        return False
    if has_morph(first, "Number=Plur") != has_morph(second, "Number=Plur"):
        return True
    things, others = ({phrase.lower_ for slot, phrase in arguments(noun) if slot == "de"} for noun in (first, second))
    return bool(things and others) and things.isdisjoint(others)


def _is_over(planned: Told, other: Told, published_on: dt.date | None) -> bool:
    """Whether one is still to come and the other was before the news."""
    ends_on = other.time.ends_on if other.time else None
    return planned.status == "planned" and bool(ends_on and published_on and ends_on < published_on)


def _is_compatible(first: TimeExpression | Day | None, second: TimeExpression | Day | None) -> bool:
    if first is None or second is None or first.value == second.value:
        return True
    if None in (first.starts_on, first.ends_on, second.starts_on, second.ends_on):
        return False
    assert first.starts_on and first.ends_on and second.starts_on and second.ends_on
    return first.starts_on <= second.ends_on and second.starts_on <= first.ends_on
