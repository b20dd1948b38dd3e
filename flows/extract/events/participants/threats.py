"""Whom a threat is to: who would undergo what is threatened, "amenazó con atacar a Irán", "con aranceles a México"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.participants.phrase_parties import parties_of_phrase
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import arguments, is_verb, lemma_of

KIND = frozenset({"REQUEST", "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID"})
"""Types of what is no harm to whom it is done."""

UNDERGOING = frozenset({"obj", "iobj", "nmod"})
"""What a parse makes of who undergoes a deed; not of where one goes: "amenazó con irse a Chile"."""


def threatened(predicate: Predicate) -> list[Referent]:
    """Who would undergo the deed that a threat tells with "con"."""
    token = predicate.token
    deeds = [
        child
        for child in token.rights
        if is_verb(child) and child.dep_ in ("xcomp", "advcl", "ccomp") and _is_with(child)
    ]
    deeds += [phrase for slot, phrase in arguments(token) if slot == "con" and phrase.i > token.i]
    moving = {*word_list("referents")["sending_verbs"], *word_list("referents")["moving_verbs"]}
    for deed in deeds:
        reading = predicate.trigger_of(deed)
        if lemma_of(deed) in moving or (reading is not None and reading.event_type in KIND):
            continue  # "amenazó con enviar la ley al Senado", "con pedir ayuda a Perú"
        objects = [phrase for slot, phrase in arguments(deed) if slot == "obj" and is_verb(deed)]
        for head in (deed, *objects):
            for slot, phrase in arguments(head):
                is_undergoing = slot == "contra" or (slot == "a" and phrase.dep_ in UNDERGOING)
                found = parties_of_phrase(phrase, predicate) if is_undergoing else []
                if found:
                    return found
    return []


def _is_with(infinitive: Token) -> bool:
    return any(child.lower_ == "con" and child.dep_ in ("mark", "case") for child in infinitive.lefts)
