"""Whom a verb is done to, where its object names somebody: "acusó a Luis Mora"."""

from spacy.tokens import Token

from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import arguments, preposition


def personal_object(verb: Token, referents: Referents) -> list[Referent]:
    """Whom a verb has as its personal object, where the object is named."""
    for slot, phrase in arguments(verb):
        if slot in ("a", "obj"):
            found = [each for each in referents.of(phrase) if each.is_direct]
            is_named = referents.names.named(phrase) or preposition(phrase) == "a"
            if found and is_named:
                return found
    return []
