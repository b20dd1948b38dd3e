"""Who is said to have done a deed that a noun tells, where no verb carries the noun: "reivindicó el atentado"."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.appositions import name_beside
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import (
    ancestors,
    arguments,
    clause_verb,
    is_finite,
    is_passive,
    is_predicate,
    is_verb,
    lemma_of,
    participle_form,
    preposition,
    reflexive,
)

DEEDS = frozenset({"ASSAULT", "PROTEST"})
"""Types of deeds that several share in, and that are claimed or laid at somebody's door afterwards."""

WITHIN = frozenset({"en", "de", "a"})
"""Prepositions of what somebody takes part in: "participó en la marcha", "se sumó a la huelga"."""


def who_is_involved(predicate: Predicate) -> list[Referent]:
    """Who claims a deed, takes part in it, leads it or is said to have done it; nobody who is said not to have."""
    if predicate.is_verb or predicate.event_type not in DEEDS:
        return []
    return next(filter(None, _found(predicate)), [])


def _found(predicate: Predicate) -> Iterator[list[Referent]]:
    first, referents = _first_of_deeds(predicate), predicate.referents
    words = word_list("referents")
    for participle in predicate.token.rights:
        slots = words["ascribed_deeds"].get(participle_form(participle), ())
        yield [each for slot, phrase in arguments(participle) if slot in slots for each in referents.doer(phrase)]
    noun, head = first, first.head
    if preposition(noun) == "de" and lemma_of(head) in words["authorship"]:  # "la autoría del atentado"
        noun, head = head, head.head
    verb = head if is_verb(head) and not _is_denied(head) else None
    if verb is not None and noun.dep_ == "obj" and _is_one_of(verb, "claiming_verbs"):
        yield predicate.subjects.of(verb, set())
    if (
        verb is not None
        and noun.dep_ == "obj"
        and lemma_of(verb) in words["ascribing_verbs"]
        and reflexive(verb) is None
    ):
        phrases = [phrase for each in (verb, noun) for slot, phrase in arguments(each) if slot == "a"]
        yield [each for phrase in phrases for each in referents.doer(phrase)]
    is_within = noun.i == first.i and preposition(noun) in WITHIN
    if verb is not None and is_within and _is_one_of(verb, "sharing_verbs"):
        yield predicate.subjects.of(verb, set())
    if preposition(noun) in ("de", "por") and lemma_of(head) in words["responsible"]:
        yield _responsible(head, predicate)
    if preposition(noun) in ("de", "por") and lemma_of(head) in words["charging_verbs"]:
        yield _charged(head, predicate)
    if predicate.event_type == "PROTEST" and _is_manner(noun):
        clause = clause_verb(noun)
        yield predicate.subjects.of(clause, set()) if clause is not None and not is_passive(clause) else []


def _first_of_deeds(predicate: Predicate) -> Token:
    """The first of the deeds that somebody is said to have done: "participó en el secuestro y asesinato de Mora"."""
    noun = predicate.token
    return noun.head if noun.dep_ == "conj" and predicate.trigger_of(noun.head) is not None else noun


def _charged(verb: Token, predicate: Predicate) -> list[Referent]:
    """Who is charged with a deed: "condenó a Mora por el secuestro de Gil", "Mora fue acusado del ataque"."""
    reading = None if _is_denied(verb) else predicate.trigger_of(verb)
    return list(predicate.parties_of(verb, reading)[1]) if reading is not None else []


def _is_manner(noun: Token) -> bool:
    """Whether somebody does something else by way of protest: "cerró en protesta por", "lo hizo como protesta".

    Not with "por": what is shut "por protesta de" somebody does not protest.
    """
    before = [word.lower_ for word in noun.doc[max(0, noun.i - 2) : noun.i]]
    is_so = before[-1:] in (["en"], ["como"]) or before in (["señal", "de"], ["modo", "de"], ["forma", "de"])
    return is_so and noun.lower_ == "protesta"  # not "la violencia en protestas"


def _is_one_of(verb: Token, kind: str) -> bool:
    """Whether a verb is of a list, with "se" where it says so: "reivindicó el ataque", "se sumó a la huelga".

    Of ``claiming_verbs`` "se atribuyó el ataque", not "atribuyó el ataque a".
    """
    needs_se = word_list("referents")[kind].get(lemma_of(verb))
    return needs_se is not None and (not needs_se or reflexive(verb) is not None)


def _is_denied(verb: Token) -> bool:
    """Whether somebody did not do it or denies it: "no participó en el ataque", "negó haber participado en"."""
    denying = word_list("referents")["denying_verbs"]
    verbs = (verb, *(above for above in ancestors(verb) if is_verb(above)))
    return any(lemma_of(each) in denying or any(child.lower_ == "no" for child in each.lefts) for each in verbs)


def _responsible(noun: Token, predicate: Predicate) -> list[Referent]:
    """Who is called responsible: "Mora es autor del crimen", "el autor del crimen, Luis Mora"; no "presunto" one."""
    if any(lemma_of(child) in word_list("referents")["alleged"] for child in noun.children):
        return []
    if any(child.lower_ == "como" for child in noun.lefts) and is_verb(noun.head):
        return _charged(noun.head, predicate)  # "imputó a Mora como autor del crimen"
    if not is_predicate(noun):
        is_beside = noun.dep_ == "appos" and predicate.names.named(noun.head) is not None
        return predicate.referents.of(noun.head) if is_beside else name_beside(noun, predicate.names)
    copulas = [child for child in noun.lefts if child.dep_ == "cop"]
    is_told = all(is_finite(each) for each in copulas) and not _is_denied(noun)
    subjects = [phrase for slot, phrase in arguments(noun) if slot == "subj"]
    return [each for phrase in subjects for each in predicate.referents.doer(phrase)] if is_told else []
