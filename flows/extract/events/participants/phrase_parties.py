"""Whom a phrase of a trigger stands for; of an event inside who does it: "condenó la invasión rusa"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry, word_list
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.people import is_doer, is_person
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import arguments, conjuncts, has_morph, lemma_of, preposition
from flows.extract.events.triggers.deeds import DONE_TO_SOMEBODY

JUDGING = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""Types of what is done to somebody for a deed: "acusado por el ataque de Mora"."""

ORDERED = frozenset({"COERCE", "SANCTION"})
"""Types of what is ordered or imposed on somebody by a verb and its noun: "ordenó la detención de Mora"."""


SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "AGREE"})
"""Types of what somebody says to another, who can deny it."""

AGAINST_DEEDS = frozenset({"ACCUSE", "PROTEST", "REJECT"})
"""Types of what is said or done against a deed, not against those who undergo it: "denunció el secuestro de Mora"."""


def parties_of_phrase(phrase: Token, predicate: Predicate) -> list[Referent]:
    """Whom a phrase stands for; of an event its actors ("condenó la invasión rusa"), or else who receives it."""
    entry = None if predicate.names.named(phrase) else predicate.trigger_of(phrase)
    if predicate.is_joint and preposition(phrase) == "con" and _is_circumstance(phrase, entry, predicate):
        return []
    is_by = predicate.role == "actor" and preposition(phrase) == "por"
    if is_by and (entry is None or predicate.event_type in JUDGING):
        return predicate.referents.doer(phrase) if entry is None else []  # "detenido por el crimen de Mora"
    if predicate.role == "recipient" and predicate.entry.family == "deny" and _is_denied_fact(phrase, entry, predicate):
        return []
    if entry is None:
        return _beside_deeds(phrase, predicate)
    actors, recipients = predicate.parties_of(phrase, entry)
    if predicate.is_visit and predicate.role == "recipient":
        return list(actors) if predicate.entry.family == "reception" else []  # not "la visita, en la gira de Mora"
    is_order = entry.event_type == predicate.event_type and entry.event_type in ORDERED
    if recipients and predicate.role == "recipient" and is_order:
        return list(recipients)  # "ordenó la detención de Mora"
    if actors:
        return list(actors)
    if recipients and predicate.role == "recipient":
        is_victim = predicate.event_type in AGAINST_DEEDS and entry.event_type in DONE_TO_SOMEBODY
        return [] if is_victim else list(recipients)  # "denunció la detención de Mora"
    if predicate.role == "actor" and not predicate.is_verb:
        return []  # "el suministro de ayuda a Ucrania" is not Ukraine's
    return predicate.referents.of(phrase)


def _is_denied_fact(phrase: Token, entry: Entry | None, predicate: Predicate) -> bool:
    """Whether a phrase is what is said not to be so, whoever did it: "negó la injerencia rusa".

    Not what somebody said, who is denied: "negó las acusaciones de Mora", "desmintió la versión de Mora".
    """
    if predicate.names.named(phrase) is not None or is_person(phrase) or is_doer(phrase) or phrase.pos_ != "NOUN":
        return False
    is_said = entry is not None and entry.event_type in SAID
    return not is_said and lemma_of(phrase) not in word_list("referents")["claims"]


def _beside_deeds(phrase: Token, predicate: Predicate) -> list[Referent]:
    """Whom a phrase stands for, of a list of matters without those of its deeds: "la violencia y la muerte de Mora"."""
    members = conjuncts(phrase)
    deeds = [each for each in members[1:] if not predicate.names.named(each) and predicate.trigger_of(each)]
    if not deeds or predicate.role == "actor" or predicate.event_type not in AGAINST_DEEDS:
        return predicate.referents.of(phrase)
    inside = {party.entity_id for deed in deeds for party in predicate.referents.of(deed)}
    return [party for party in predicate.referents.of(phrase) if party.entity_id not in inside]


def _is_circumstance(phrase: Token, entry: Entry | None, predicate: Predicate) -> bool:
    """Whether a phrase with "con" is of what helps or comes along, not of whom: "pactaron con la mediación de Mora"."""
    if predicate.names.named(phrase) is not None:
        return False
    is_matter = has_morph(phrase, "Number=Sing") and any(slot == "de" for slot, _ in arguments(phrase))
    return entry is not None or (is_matter and not predicate.referents.doer(phrase))
