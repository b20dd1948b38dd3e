"""Who takes part in an event: the actors and recipients of a trigger, by its argument frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from flows.extract.events.arguments import Arguments
from flows.extract.events.company import who_else
from flows.extract.events.lexicon import Entry
from flows.extract.events.names import Referent
from flows.extract.events.office_lists import with_holders
from flows.extract.events.referents import Referents

RECIPROCAL = frozenset({"mutuo", "mutua", "mutuos", "mutuas", "mutuamente", "recíproco", "recíproca"})


@dataclass(frozen=True, slots=True)
class Participants:
    """Who does an event and who receives it."""

    actors: tuple[Referent, ...]
    recipients: tuple[Referent, ...]


def find_participants(
    token: Token, entry: Entry, referents: Referents, trigger_of: Callable[[Token], Entry | None]
) -> Participants:
    """Find the actors and recipients of a trigger.

    Args:
        token: the trigger.
        entry: how it is read.
        referents: what the article's phrases stand for.
        trigger_of: the reading of a word that is itself a trigger; "condenó la visita de Putin" is against Putin.
    """

    def parties_of(inner: Token, reading: Entry) -> tuple[tuple[Referent, ...], tuple[Referent, ...]]:
        found = find_participants(inner, reading, referents, lambda token: None)
        return found.actors, found.recipients

    reader = Arguments(token, entry, referents, trigger_of, parties_of)
    used: set[int] = set()
    actors = _actors(reader, entry, used)
    actors |= {each.entity_id: each for each in who_else(entry, reader, list(actors.values()))}
    if is_reciprocal(token):
        return _each_other(tuple(actors.values()) or tuple(referents.names.last_pair(token.i)), entry)
    recipients = _recipients(reader, entry, used, actors)
    for each in recipients:
        actors.pop(each.entity_id, None)  # "..., e insta a Chile a votar": whoever does, not Chile
    return Participants(tuple(actors.values()), tuple(recipients))


def _actors(reader: Arguments, entry: Entry, used: set[int]) -> dict[str, Referent]:
    referents, frame = reader.referents, entry.frame
    actors: dict[str, Referent] = {}
    for slot in frame.actor:
        for each in map(referents.names.as_party, reader.fill(slot, used)):
            is_meeting = entry.event_type == "CONSULT" and frame.joint
            is_party = referents.names.can_act(each) or (is_meeting and referents.names.is_gathering(each))
            is_venue = is_meeting and slot == "de" and reader.is_held_in_city()
            if is_party and not is_venue and not reader.is_scene(each, slot):
                actors.setdefault(each.entity_id, each)
        if frame.joint:
            actors = with_holders(actors, reader.token.sent, referents.names)
        if (actors or reader.is_unnamed(slot)) and not frame.joint:
            break
    return actors


def parties_of(participants: Participants) -> Iterator[tuple[str, Referent]]:
    """Those who take part, each once in a role, with the role: actor or recipient."""
    for role, group in (("actor", participants.actors), ("recipient", participants.recipients)):
        first: dict[str, Referent] = {}
        for party in group:
            first.setdefault(party.entity_id, party)
        yield from ((role, party) for party in first.values())


def is_reciprocal(token: Token) -> bool:
    """Whether parties do it to each other: "asistencia mutua", "se apoyan mutuamente", "irían a la guerra entre sí"."""
    words = {child.lower_ for child in token.children}
    if not words.isdisjoint(RECIPROCAL):
        return True
    after = " ".join(word.lower_ for word in token.doc[token.i + 1 : token.i + 4])
    return "entre sí" in after or after.startswith("mutuamente")


def _each_other(parties: tuple[Referent, ...], entry: Entry) -> Participants:
    """Who does something to each other: all are actors, of help all are also its recipients."""
    return Participants(parties, parties if entry.event_type == "AID" and len(parties) > 1 else ())


def _recipients(reader: Arguments, entry: Entry, used: set[int], actors: dict[str, Referent]) -> list[Referent]:
    """Who receives an event: nobody who does it, unless it only seems so where its subject is left out."""
    reader.role = "recipient"
    for slot in entry.frame.recipient:
        found = [reader.names.as_party(each) for each in reader.fill(slot, used)]
        recipients = [
            each
            for each in found
            if reader.names.can_act(each)
            and not reader.is_site(each, slot)
            and (each.entity_id not in actors or (each.is_direct and not actors[each.entity_id].is_direct))
        ]
        if recipients or reader.is_unnamed(slot):
            return recipients
    return []
