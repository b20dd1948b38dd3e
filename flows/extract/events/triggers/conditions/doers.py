"""What is asked of who does it: "los obreros se manifestaron", not "los síntomas se manifestaron"."""

import itertools
from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import singular, word_list
from flows.extract.events.syntax import ancestors, arguments, has_morph, is_passive, is_verb, lemma_of
from flows.extract.events.triggers.capitals import is_in_capitals
from flows.extract.events.triggers.conditions.persons import names_people
from flows.extract.events.triggers.conditions.quantities import counted, is_counted


def is_by(token: Token, words: frozenset[str]) -> bool:
    """Whether the subject, or what it counts or is coordinated with, is one of some nouns: "cientos de obreros".

    Of a passive also who is named with "por": "fue bloqueado por la plataforma".
    """
    doers = _subjects(token)
    if is_passive(token):
        doers = [*doers, *(head for slot, head in arguments(token) if slot == "por")]
    return any(form in words for each in doers for form in (singular(lemma_of(each)), each.lower_))


def is_by_people(token: Token, _: frozenset[str]) -> bool:
    """Whether the clause names people who do it: "los médicos se manifestaron", not "los síntomas"."""
    subjects = _subjects(token)
    return any(names_people(head) for head in subjects) or (bool(subjects) and subjects[0].pos_ in ("PROPN", "NUM"))


def is_by_crowd(token: Token, _: frozenset[str]) -> bool:
    """Whether more than a single person does it: "los vecinos marcharon"; also where the clause does not say who."""
    for slot, head in arguments(token):
        if slot == "subj":
            return lemma_of(head) in _crowd() or head.pos_ == "PROPN" or has_morph(head, "Number=Plur")
    return True


def is_by_mass(token: Token, _: frozenset[str]) -> bool:
    """Whether no single person does it, as far as the clause and those around it say: "para protestar contra"."""
    subjects = (
        head
        for verb in itertools.chain([token], ancestors(token))
        if is_verb(verb)
        for slot, head in arguments(verb)
        if slot == "subj"
    )
    subject = next(subjects, None)
    if subject is None or is_counted(subject) or singular(lemma_of(subject)) in _crowd():
        return True
    return has_morph(subject, "Number=Plur") and subject.pos_ != "PROPN"


def _subjects(token: Token) -> list[Token]:
    """The heads of a verb's subject and what they count; in capitals, which are not parsed, the words before it."""
    for slot, head in arguments(token):
        if slot == "subj":
            return [head, *counted(head)]
    return list(token.doc[token.sent.start : token.i]) if is_in_capitals(token) else []


@cache
def _crowd() -> frozenset[str]:
    return frozenset(word_list("referents")["crowd"])
