"""Whom a verb is done to: its object, its pronoun, of a passive its subject or the noun that it modifies."""

from dataclasses import replace

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.participants.clitics import DATIVE, whom_clitic_means
from flows.extract.events.participants.coordinated import has_own_object, sharing_words
from flows.extract.events.participants.phrase_parties import JUDGING, parties_of_phrase
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.inherited import RESULTING
from flows.extract.events.subjects.misread import can_be_subject
from flows.extract.events.subjects.stated import stated_subject
from flows.extract.events.syntax import (
    RELATIVES,
    arguments,
    clause_verb,
    conjuncts,
    gender_and_number,
    grammatical_number,
    has_morph,
    is_finite,
    is_passive,
    is_verb,
    lemma_of,
    reflexive,
)

OBJECTS = frozenset({"obj", "a", "contra", "de"})
"""Slots of a verb's own phrases, by which it is done to others than the verb before."""


def object_of_verb(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Whom a verb is done to; phrases that lead to somebody are marked as used."""
    verb, referents, subjects = predicate.token, predicate.referents, predicate.subjects
    if predicate.is_passive:
        return _object_of_passive(predicate, used)
    if _has_matter(verb) or _is_of_somebody(predicate):
        named = [parties_of_phrase(phrase, predicate) for slot, phrase in arguments(verb) if slot == "a"]
        whom = next(iter(named), []) or whom_clitic_means(verb, referents, subjects, is_dative=True)
        if whom:
            return whom
    for slot, phrase in arguments(verb):
        is_undergoing = slot == "subj" and (reflexive(verb) is not None or not can_be_subject(phrase, verb, referents))
        is_own = phrase.i not in used and phrase.pos_ != "PRON" and not _is_as_what(phrase)
        if (slot == "obj" or is_undergoing) and is_own:
            found = parties_of_phrase(phrase, predicate)
            if found:
                used.add(phrase.i)
                return found
    shared = _shared_object(predicate, used)
    if shared:
        return shared
    is_dative = predicate.is_dative or predicate.event_type == "REJECT"  # "lo rechazó": mostly a thing
    own = whom_clitic_means(verb, referents, subjects, is_dative=is_dative)
    return own or _shared_pronoun(predicate)


def _shared_object(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Whom two verbs are done to, where a parse has it for the object of one: "criticó y rechazó el plan de Mora"."""
    for other in sharing_words(predicate):
        for slot, phrase in arguments(other):
            is_after = phrase.i > max(predicate.token.i, other.i)
            if slot == "obj" and is_after and phrase.i not in used and phrase.pos_ != "PRON":
                return parties_of_phrase(phrase, predicate)
    return []


def _shared_pronoun(predicate: Predicate) -> list[Referent]:
    """Whom the pronoun before the first of two verbs means: "a quien detuvo y torturó", "lo secuestró y mató"."""
    verb, first = predicate.token, predicate.token.head
    is_joined = verb.dep_ == "conj" and is_verb(first) and any(child.dep_ == "cc" for child in verb.lefts)
    is_alike = is_finite(verb) == is_finite(first) and grammatical_number(verb) == grammatical_number(first)
    if not is_joined or not is_alike or not predicate.is_transitive or is_passive(first) or has_own_object(verb):
        return []
    if any(slot in OBJECTS for slot, _ in arguments(verb)):
        return []
    for slot, phrase in arguments(first):
        if slot in ("a", "obj") and phrase.i < first.i and phrase.lower_ in RELATIVES:
            return parties_of_phrase(phrase, predicate)
    return whom_clitic_means(first, predicate.referents, predicate.subjects, is_dative=False)


def _has_matter(verb: Token) -> bool:
    """Whether a verb's object is what somebody else is told or blamed for: "le recriminó el traslado de presos"."""
    has_dative = any(child.lower_ in DATIVE for child in verb.lefts) or (
        " " in verb.lemma_ and verb.lower_.endswith(DATIVE)
    )
    return has_dative and any(slot == "obj" and phrase.pos_ == "NOUN" for slot, phrase in arguments(verb))


def _is_of_somebody(predicate: Predicate) -> bool:
    """Whether a charge has its matter for an object beside whom it is laid on: "imputó a Mora el asesinato de Gil"."""
    own = arguments(predicate.token)
    is_laid = any(slot == "a" and predicate.names.named(phrase) is not None for slot, phrase in own)
    return predicate.event_type in JUDGING and is_laid and any(slot == "obj" for slot, _ in own)


def _is_as_what(phrase: Token) -> bool:
    """Whether a phrase tells as what somebody is charged or chosen: "imputó a Mora como instigador del ataque"."""
    return any(child.lower_ == "como" for child in phrase.lefts)


def _object_of_passive(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Whom a passive is done to: its subject, the noun of a participle, or one that is left out."""
    verb, head, referents = predicate.token, predicate.token.head, predicate.referents
    own = stated_subject(verb, referents, used)
    phrases = [phrase for slot, phrase in arguments(verb) if slot == "obj" and _is_determined(phrase)]
    for phrase in ([own] if own is not None else []) + phrases:
        if phrase.i not in used:
            found = parties_of_phrase(phrase, predicate)
            if found:
                return found
    if verb.dep_ in ("acl", "amod"):
        if _is_of_clause(verb, referents):
            clause = clause_verb(head)
            return _of_clause(clause, predicate) if clause is not None else []
        return _traveller(head, predicate) or parties_of_phrase(head, predicate)
    if own is not None:
        return []
    clause = _clause_opened(verb)
    if clause is not None:
        return _of_clause(clause, predicate)
    if is_verb(head):
        governed = _of_verb_above(verb, head, predicate, used)
        if governed is not None:
            return governed
    is_person = predicate.is_done_to_person
    number = grammatical_number(verb)
    return referents.dropped.last(verb.i, number, is_person=is_person) if is_finite(verb) else []


def _of_verb_above(verb: Token, head: Token, predicate: Predicate, used: set[int]) -> list[Referent] | None:
    """Whom a passive is done to by the verb that it hangs on; None where that does not say."""
    if verb.dep_ in ("xcomp", "obj", "obl") and lemma_of(head) in RESULTING:
        return predicate.subjects.of(head, set())
    is_infinitive = not (is_finite(verb) or _is_bare(verb))
    if verb.dep_ in ("xcomp", "ccomp") and is_infinitive and head.i < verb.i:
        return predicate.subjects.of(verb, set())  # "evitó ser investigado"
    if verb.dep_ == "conj" and is_passive(head):
        above = _subject_of_passive(head, predicate.referents)
        return above or _object_of_passive(replace(predicate, token=head), used)
    return None


def _is_bare(participle: Token) -> bool:
    """Whether a participle stands without "ser"."""
    return not any(child.dep_ in ("aux", "aux:pass") for child in participle.lefts)


def _is_of_clause(participle: Token, referents: Referents) -> bool:
    """Whether a participle is of the clause's subject, not of the noun before: "en la cárcel de Lima, acusada de"."""
    noun = participle.head
    if any(child.lower_ == "cuando" for child in participle.lefts):
        return True  # "dirigía la oficina de Lima, cuando fue acusado de"
    if noun.dep_ not in ("obl", "nmod") or participle.i < noun.i or participle.nbor(-1).text != ",":
        return False
    mention = referents.names.named(noun)
    if mention is None:
        return noun.dep_ == "obl" and gender_and_number(noun) != gender_and_number(participle)
    is_alone = mention.mention_type == "PER" and len(conjuncts(noun)) == 1
    return mention.mention_type == "LOC" or (is_alone and has_morph(participle, "Number=Plur"))


def _clause_opened(participle: Token) -> Token | None:
    """The verb of the clause that a participle opens or stands in: "Acusado de robo, Mora dimitió"."""
    slots = {slot for slot, _ in arguments(participle)}
    if is_finite(participle) or not slots.isdisjoint(("subj", "obj")):
        return None
    if participle.dep_ in ("advcl", "advmod") or (participle.dep_ == "dep" and participle.head.i > participle.i):
        return participle.head
    joined = (child for child in participle.rights if child.dep_ in ("conj", "advcl") and is_finite(child))
    return next(joined, None) if participle.i == participle.sent.start else None


def _of_clause(verb: Token, predicate: Predicate) -> list[Referent]:
    """Who does, or undergoes, what a clause says."""
    if is_passive(verb):
        return _subject_of_passive(verb, predicate.referents)
    return predicate.subjects.of(verb, set()) if is_verb(verb) else []


def _subject_of_passive(verb: Token, referents: Referents) -> list[Referent]:
    return next((referents.of(phrase) for slot, phrase in arguments(verb) if slot == "subj"), [])


def _is_determined(phrase: Token) -> bool:
    """Whether a phrase is somebody, not what somebody is made: "fue elegido candidato"."""
    return phrase.pos_ == "PROPN" or any(child.dep_ in ("det", "case", "nummod") for child in phrase.lefts)


def _traveller(place: Token, predicate: Predicate) -> list[Referent]:
    """To whom something is done where they go: "viajó a Perú, donde será recibida"."""
    is_there = any(child.lower_ in ("donde", "adonde") for child in predicate.token.lefts)
    verb = clause_verb(place) if is_there else None
    is_going = verb is not None and lemma_of(verb) in word_list("referents")["moving_verbs"]
    people = predicate.subjects.of(verb, set()) if verb is not None and is_going else []
    return [each for each in people if predicate.names.is_person(each)]
