"""Whom a phrase of a trigger stands for; of an event inside who does it: "condenó la invasión rusa"."""

from spacy.tokens import Token

from flows.extract.events.names import Referent
from flows.extract.events.predicates import Predicate
from flows.extract.events.syntax import preposition

JUDGING = frozenset({"ACCUSE", "COERCE", "SANCTION"})
"""Types of what is done to somebody for a deed: "acusado por el ataque de Mora"."""


def parties_of_phrase(phrase: Token, predicate: Predicate) -> list[Referent]:
    """Whom a phrase stands for; of an event its actors ("condenó la invasión rusa"), or else who receives it."""
    entry = None if predicate.names.named(phrase) else predicate.trigger_of(phrase)
    is_by = predicate.role == "actor" and preposition(phrase) == "por"
    if is_by and (entry is None or predicate.event_type in JUDGING):
        return predicate.referents.doer(phrase) if entry is None else []  # "detenido por el crimen de Mora"
    if entry is None:
        return predicate.referents.of(phrase)
    actors, recipients = predicate.parties_of(phrase, entry)
    if predicate.is_visit and predicate.role == "recipient":
        return []  # "la visita, en la gira de Mora"
    if actors:
        return list(actors)
    if recipients and predicate.role == "recipient":
        return list(recipients)
    if predicate.role == "actor" and not predicate.is_verb:
        return []  # "el suministro de ayuda a Ucrania" is not Ukraine's
    return predicate.referents.of(phrase)
