"""Who takes part in an event: the actors and recipients of a trigger, by its argument frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.arguments import is_unnamed, who_fills
from flows.extract.events.participants.company import who_else
from flows.extract.events.participants.involved import who_is_involved
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.participants.scenes import is_held_in_city, is_scene, is_site
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.office_lists import with_holders
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import arguments

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

    def parties_inside(inner: Token, reading: Entry) -> tuple[tuple[Referent, ...], tuple[Referent, ...]]:
        found = find_participants(inner, reading, referents, lambda token: None)
        return found.actors, found.recipients

    predicate = Predicate(token, entry, referents, trigger_of, parties_inside)
    used: set[int] = set()
    actors = _actors(predicate, used)
    if not actors:
        involved = map(referents.names.as_party, who_is_involved(predicate))
        actors = {each.entity_id: each for each in involved if referents.names.can_act(each)}
    actors |= {each.entity_id: each for each in who_else(predicate, list(actors.values()))}
    if is_reciprocal(token):
        return _each_other(tuple(actors.values()) or tuple(referents.names.last_pair(token.i)), entry)
    recipients = _recipients(replace(predicate, role="recipient"), used, actors)
    if recipients and not actors and _is_of_killers(predicate):
        return Participants(tuple(recipients), ())
    for each in recipients:
        actors.pop(each.entity_id, None)  # "..., e insta a Chile a votar": whoever does, not Chile
    return Participants(tuple(actors.values()), tuple(recipients))


def _actors(predicate: Predicate, used: set[int]) -> dict[str, Referent]:
    names, frame = predicate.names, predicate.entry.frame
    actors: dict[str, Referent] = {}
    for slot in frame.actor:
        for each in map(names.as_party, who_fills(slot, predicate, used)):
            is_meeting = predicate.event_type == "CONSULT" and frame.joint
            is_party = names.can_act(each) or (is_meeting and names.is_gathering(each))
            is_venue = is_meeting and slot == "de" and is_held_in_city(predicate)
            if is_party and not is_venue and not is_scene(each, slot, predicate):
                actors.setdefault(each.entity_id, each)
        if frame.joint:
            actors = with_holders(actors, predicate.token.sent, names)
        if slot == "entre" and len(actors) > 1:
            break  # "anunció el acuerdo entre Perú y Chile"
        if (actors or is_unnamed(slot, predicate)) and not frame.joint:
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


def _is_of_killers(predicate: Predicate) -> bool:
    """Whether a noun of killing is of a body, which kills and is not killed: "la masacre del Ejército"."""
    if predicate.is_verb or predicate.entry.family != "kill":
        return False
    names = [predicate.names.named(phrase) for slot, phrase in arguments(predicate.token) if slot == "de"]
    return bool(names) and all(mention is not None and mention.mention_type == "ORG" for mention in names)


def _recipients(predicate: Predicate, used: set[int], actors: dict[str, Referent]) -> list[Referent]:
    """Who receives an event: nobody who does it, unless it only seems so where its subject is left out."""
    names = predicate.names
    for slot in predicate.entry.frame.recipient:
        found = [names.as_party(each) for each in who_fills(slot, predicate, used)]
        recipients = [
            each
            for each in found
            if names.can_act(each)
            and not is_site(each, slot, predicate)
            and (each.entity_id not in actors or (each.is_direct and not actors[each.entity_id].is_direct))
        ]
        if recipients or is_unnamed(slot, predicate):
            return recipients
    return []
