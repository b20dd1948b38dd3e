"""Of or to whom words are that a noun tells, by the clause around it: who answers them or is their object.

"Mora negó la acusación", "la gestión de Mora desató críticas", "Mora fue objeto de críticas", "sujeto a sanciones".
"""

from spacy.tokens import Token

from flows.extract.events.lexicon import lexicon, participle, word_class, word_list
from flows.extract.events.participants.clitics import whom_clitic_means
from flows.extract.events.participants.phrase_parties import parties_of_phrase
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.subjects.stated import stated_subject
from flows.extract.events.syntax import (
    arguments,
    has_morph,
    is_passive,
    is_predicate,
    is_verb,
    lemma_of,
    preposition,
    reflexive,
)
from flows.extract.events.triggers.deeds import DONE_TO_SOMEBODY
from flows.extract.events.triggers.light_verbs import container, first_of_list

TOWARDS = frozenset({"a", "contra", "hacia"})
"""Prepositions by which a noun says itself of whom it is: "negó las acusaciones contra su hijo"."""

JUDGEMENTS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types of what somebody's deed can bring upon him: "la medida generó rechazo"."""

STATES = frozenset({"deny", "trust"})
"""Families of such types that nobody is said to get for a deed: "se ganó la confianza de Mora"."""


def who_is_addressed(predicate: Predicate) -> list[Referent]:
    """Of or to whom a noun's words or deeds are, where the clause around it says so and no phrase of its own does."""
    noun = predicate.token
    if any(slot in TOWARDS for slot, _ in arguments(noun)):
        return []
    return _who_answers(predicate) or _who_provokes(predicate) or _whose_lot_it_is(predicate)


def _who_answers(predicate: Predicate) -> list[Referent]:
    """Who denies or answers it, or defends himself: "negó la acusación", "respondió a las críticas"; no court."""
    noun, verb = predicate.token, predicate.token.head
    words = word_list("referents")
    if lemma_of(noun) not in words["answered"] or not is_verb(verb) or is_passive(verb):
        return []
    prepositions = words["answering_verbs"].get(lemma_of(verb))
    is_told = prepositions is not None and (preposition(noun) or "") in prepositions and noun.i > verb.i
    if not is_told or (preposition(noun) == "de" and reflexive(verb) is None):
        return []
    subject = stated_subject(verb, predicate.referents, set())
    if subject is not None and _is_court(subject, predicate):
        return []
    return predicate.subjects.of(verb, set()) or predicate.referents.speech.cue_speaker(verb)


def _is_court(subject: Token, predicate: Predicate) -> bool:
    """Whether somebody judges, and answers no charge of their own: "el Tribunal Supremo rechazó la denuncia"."""
    mention = predicate.names.named(subject)
    words = mention.text.lower().split() if mention is not None else [lemma_of(subject)]
    return not word_class("court").isdisjoint(words)


def _who_provokes(predicate: Predicate) -> list[Referent]:
    """Who brings it upon himself, also by what is his: "la gestión de Mora desató críticas", "le valió elogios"."""
    noun = predicate.token
    if predicate.event_type not in JUDGEMENTS or predicate.entry.family in STATES or predicate.is_charge:
        return []
    verbs = word_list("referents")["provoking_verbs"]
    for word in noun.rights:
        if word.dep_ in ("acl", "amod") and word.lower_.rstrip("s")[:-1] + "o" in map(participle, verbs):
            return [
                each
                for slot, phrase in arguments(word)
                if slot == "por"
                for each in parties_of_phrase(phrase, predicate)
            ]
    first = first_of_list(container(noun))  # "desató una ola de críticas", "provocó protestas y críticas"
    verb = first.head
    if first.dep_ != "obj" or not is_verb(verb) or lemma_of(verb) not in verbs or is_passive(verb):
        return []
    whom = whom_clitic_means(verb, predicate.referents, predicate.subjects, is_dative=True)
    subject = stated_subject(verb, predicate.referents, {noun.i})
    if whom or subject is None:
        return whom
    is_undergone = any(entry.event_type in DONE_TO_SOMEBODY for entry in lexicon().get(("noun", lemma_of(subject)), ()))
    return [] if is_undergone and predicate.trigger_of(subject) is None else parties_of_phrase(subject, predicate)


def _whose_lot_it_is(predicate: Predicate) -> list[Referent]:
    """Whose lot it is said to be: "fue objeto de críticas", "ha sido blanco de amenazas", "sujetos a sanciones"."""
    noun, head = predicate.token, predicate.token.head
    words = word_list("referents")
    is_object = preposition(noun) == "de" and lemma_of(head) in words["suffering"]
    is_subject_to = preposition(noun) == "a" and head.lower_.rstrip("s")[:-1] in words["undergoing_participles"]
    if not (is_object or is_subject_to):
        return []
    if is_predicate(head) or (is_subject_to and is_passive(head) and has_morph(head, "VerbForm=Fin")):
        return predicate.subjects.of(head, set())
    above = head.head
    if is_object and is_verb(above) and preposition(head) == "en" and reflexive(above) is not None:
        return predicate.subjects.of(above, set())  # "se convirtió en blanco de críticas"
    return predicate.referents.doer(above) if head.dep_ in ("amod", "acl", "appos") and not is_verb(above) else []
