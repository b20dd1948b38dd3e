"""Who takes part in an event: the actors and recipients of a trigger, by its argument frame."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from flows.extract.events.arguments import Arguments
from flows.extract.events.lexicon import Entry, word_list
from flows.extract.events.names import Referent
from flows.extract.events.referents import Referents
from flows.extract.events.syntax import arguments, clause_verb, is_passive, lemma_of, preposition

RECIPROCAL = frozenset({"mutuo", "mutua", "mutuos", "mutuas", "mutuamente", "recíproco", "recíproca"})

MEETING_PREPOSITIONS = frozenset({"tras", "luego", "después", "durante", "en"})


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
    if entry.frame.joint and len(actors) < 2 and not reader.is_verb:
        actors |= {each.entity_id: each for each in _company(token, reader)}
    if entry.family == "visit" and not actors and not reader.is_verb:
        actors = {each.entity_id: each for each in _visitor(token, reader)}
    if is_reciprocal(token):
        return _each_other(tuple(actors.values()) or tuple(referents.names.last_pair(token.i)), entry)
    recipients = _recipients(reader, entry, used, actors)
    for each in recipients:
        actors.pop(each.entity_id, None)  # "..., e insta a Chile a votar": whoever does, not Chile
    return Participants(tuple(actors.values()), tuple(recipients))


def shared_subject(token: Token, referents: Referents) -> Participants:
    """The parties of a bare meeting by the clause that it stands in: "tras la reunión, Lula y Petro hablaron"."""
    verb = _verb_of_occasion(token)
    own = [phrase for slot, phrase in arguments(verb) if slot == "subj"] if verb is not None else []
    subjects = [each for phrase in own for each in referents.doer(phrase)]
    return Participants(tuple(subjects) if len(subjects) > 1 else (), ())


def _actors(reader: Arguments, entry: Entry, used: set[int]) -> dict[str, Referent]:
    referents, frame = reader.referents, entry.frame
    actors: dict[str, Referent] = {}
    for slot in frame.actor:
        for each in map(referents.names.as_party, reader.fill(slot, used)):
            is_meeting = entry.event_type == "CONSULT" and frame.joint and referents.names.is_gathering(each)
            if (referents.names.can_act(each) or is_meeting) and not reader.is_scene(each, slot):
                actors.setdefault(each.entity_id, each)
        if frame.joint:
            actors = _without_offices(actors, reader)
        if (actors or reader.is_unnamed(slot)) and not frame.joint:
            break
    return actors


def _without_offices(actors: dict[str, Referent], reader: Arguments) -> dict[str, Referent]:
    """Those of a list without the countries of their offices: "con los presidentes de Perú, Ana Gil; Chile, ..."."""
    held = {country for country, holder in reader.names.offices(reader.token.sent) if holder in actors}
    return {entity_id: each for entity_id, each in actors.items() if entity_id not in held}


def _company(token: Token, reader: Arguments) -> list[Referent]:
    """Who meets those that a meeting is said to be with: "en la reunión con Petro, Lula habló de Perú"."""
    verb = _verb_of_occasion(token)
    slots = {slot for slot, _ in arguments(token)}
    if verb is None or "con" not in slots or slots & {"de", "entre"}:
        return []
    parties = map(reader.names.as_party, reader.subjects.of(verb, set()))
    return [each for each in parties if reader.names.can_act(each)]


def _visitor(token: Token, reader: Arguments) -> list[Referent]:
    """Who is on a visit of which only the place is told: "durante una visita a Lima, Petro habló de Perú"."""
    verb = _verb_of_occasion(token)
    slots = {slot for slot, _ in arguments(token)}
    is_new = any(child.lower_ in ("un", "una") for child in token.lefts)
    if verb is None or not is_new or "de" in slots or is_passive(verb):
        return []
    return [each for each in reader.subjects.of(verb, set()) if reader.names.is_person(each)]


def _verb_of_occasion(token: Token) -> Token | None:
    """The verb that tells what was done at, or after, a meeting, or that somebody went there."""
    verb = clause_verb(token)
    if verb is None:
        return None
    is_attended = token.head.i == verb.i and lemma_of(verb) in word_list("referents")["attending_verbs"]
    return verb if is_attended or preposition(token) in MEETING_PREPOSITIONS else None


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
