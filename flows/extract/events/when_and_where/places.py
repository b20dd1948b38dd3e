"""Where an event happens: where a visit goes, what is attacked, or what "en" names."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.of_events import Participants
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import SUBJECTS, arguments, clause_verb, conjuncts


def find_place(token: Token, entry: Entry, participants: Participants, referents: Referents) -> str | None:
    """The entity of the place where an event happens: where a visit goes, what is attacked, or what "en" names."""
    if participants.recipients and (entry.mode == "visit" or entry.event_type in ("ASSAULT", "COERCE")):
        place = next(
            (p for p in participants.recipients if referents.names.entity(p.entity_id).entity_type == "LOC"), None
        )
        if place is not None:
            return place.named_id or place.entity_id
    for head in _heads_of_place(token):
        for phrase in _phrases_of_place(head):
            mention = referents.names.named(phrase)
            if mention is not None and referents.names.entity(mention.entity_id).entity_type == "LOC":
                return mention.entity_id
    if entry.event_type in ("ASSAULT", "COERCE"):  # "la masacre de Ayotzinapa"
        sites = [referents.names.named(phrase) for slot, phrase in arguments(token) if slot == "de"]
        return next(
            (each.entity_id for each in sites if each and referents.names.is_mere_place(each.entity_id, each.text)),
            None,
        )
    return None


def _heads_of_place(token: Token) -> Iterator[Token]:
    """The words whose "en" may say where: its own and its clause's, unless there it acts on something else.

    "La cumbre cambiará la seguridad en Europa" was not held in Europe.
    """
    yield token
    verb = clause_verb(token)
    if verb is None or verb.i == token.i:
        return
    is_cause = token.head.i == verb.i and token.dep_ in SUBJECTS and any(slot == "obj" for slot, _ in arguments(verb))
    if not is_cause:
        yield verb


def _phrases_of_place(head: Token) -> Iterator[Token]:
    """What stands with "en" or "desde" in a word's clause, also within the occasion: "durante una cumbre en Quito"."""
    for slot, phrase in arguments(head):
        if slot in ("en", "desde"):
            yield from conjuncts(phrase)
        elif slot == "durante":
            yield from (each for inner, place in arguments(phrase) if inner in ("en", "a") for each in conjuncts(place))
