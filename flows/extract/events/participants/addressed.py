"""Of or to whom words are that a noun tells, by the clause around it: who answers them or is their object.

"Mora negó la acusación", "la gestión de Mora desató críticas", "Mora fue objeto de críticas", "sujeto a sanciones".
"""

from spacy.tokens import Token

from flows.extract.events.lexicon import lexicon, participle, word_class, word_list
from flows.extract.events.participants.clitics import whom_clitic_means
from flows.extract.events.participants.phrase_parties import parties_of_phrase
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.personal_objects import personal_object
from flows.extract.events.subjects.stated import stated_subject
from flows.extract.events.syntax import (
    arguments,
    clause_verb,
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

AMID = frozenset({"ante", "pese", "entre"})
"""Prepositions of what is said of somebody while they act; "tras la crítica de Perú" Chile too may ask for calm."""

OF_WHAT = frozenset({"por", "sobre"}) | TOWARDS
"""Prepositions by which a reproach says itself of what or whom it is: "las críticas por la gestión de Mora"."""

JUDGEMENTS = frozenset({"disapprove", "reject", "praise"})
"""Families of what somebody's deed can bring upon him: "la medida generó rechazo"; not "se ganó la confianza"."""


def who_is_addressed(predicate: Predicate) -> list[Referent]:
    """Of or to whom a noun's words or deeds are, where the clause around it says so and no phrase of its own does."""
    noun = predicate.token
    if any(slot in TOWARDS for slot, _ in arguments(noun)):
        return []
    return (
        _who_answers(predicate)
        or _who_acts_amid(predicate)
        or _who_provokes(predicate)
        or _whose_lot_it_is(predicate)
        or _who_bears(predicate)
    )


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


def _who_acts_amid(predicate: Predicate) -> list[Referent]:
    """Who acts because or in spite of it: "ante las críticas, Mora renunció"; nobody who acts on another."""
    noun = predicate.token
    if lemma_of(noun) not in word_list("referents")["reproaches"] or preposition(noun) not in AMID:
        return []
    verb = clause_verb(noun)
    if any(slot in OF_WHAT for slot, _ in arguments(noun)):
        return []
    if verb is None or noun.head.i != verb.i or is_passive(verb) or personal_object(verb, predicate.referents):
        return []
    subject = stated_subject(verb, predicate.referents, set())
    is_doer = subject is not None and not _is_court(subject, predicate)
    return predicate.referents.doer(subject) if subject is not None and is_doer else []


def _who_bears(predicate: Predicate) -> list[Referent]:
    """Whom a charge or reproach is said to weigh on: "sobre Mora pesan acusaciones", "contra Mora hay denuncias"."""
    noun, verb = predicate.token, predicate.token.head
    verbs = word_list("referents")["weighing_verbs"]
    if noun.dep_ not in ("nsubj", "obj") or not is_verb(verb) or lemma_of(verb) not in verbs:
        return []
    on_whom = [phrase for slot, phrase in arguments(verb) if slot in ("contra", "sobre") and phrase.i < noun.i]
    return [each for phrase in on_whom for each in predicate.referents.of(phrase)]


def _is_court(subject: Token, predicate: Predicate) -> bool:
    """Whether somebody judges, and answers no charge of their own: "el Tribunal Supremo rechazó la denuncia"."""
    mention = predicate.names.named(subject)
    words = mention.text.lower().split() if mention is not None else [lemma_of(subject)]
    return not word_class("court").isdisjoint(words)


def _who_provokes(predicate: Predicate) -> list[Referent]:
    """Who brings it upon himself, also by what is his: "la gestión de Mora desató críticas", "le valió elogios"."""
    noun = predicate.token
    if predicate.entry.family not in JUDGEMENTS:
        return []
    verbs = word_list("referents")["provoking_verbs"]
    for word in noun.rights:
        if word.dep_ in ("acl", "amod") and _masculine(word) in map(participle, verbs):
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
    is_subject_to = preposition(noun) == "a" and _masculine(head) in words["undergoing_participles"]
    if not (is_object or is_subject_to):
        return []
    if is_object and preposition(head) == "en" and not is_predicate(head):
        above = head.head
        is_made = is_verb(above) and reflexive(above) is not None  # "se convirtió en blanco de críticas"
        return predicate.subjects.of(above, set()) if is_made else []
    if is_predicate(head) or (is_subject_to and is_passive(head) and has_morph(head, "VerbForm=Fin")):
        return predicate.subjects.of(head, set())
    above = head.head
    return predicate.referents.doer(above) if head.dep_ in ("amod", "acl", "appos") and not is_verb(above) else []


def _masculine(participle: Token) -> str:
    """A participle in the masculine singular: "sujetas" is "sujeto"."""
    return participle.lower_.rstrip("s")[:-1] + "o"
