"""What is asked of who does it: "los obreros se manifestaron", not "los síntomas se manifestaron"."""

import itertools
from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import singular, word_list
from flows.extract.events.syntax import (
    ancestors,
    arguments,
    grammatical_number,
    has_morph,
    is_passive,
    is_verb,
    lemma_of,
)
from flows.extract.events.triggers.capitals import is_in_capitals
from flows.extract.events.triggers.conditions.nouns import is_one_of
from flows.extract.events.triggers.conditions.objects import is_undergoing
from flows.extract.events.triggers.conditions.persons import names_people
from flows.extract.events.triggers.conditions.quantities import counted, is_counted


def is_by(token: Token, words: frozenset[str]) -> bool:
    """Whether the subject, or what it counts or is coordinated with, is one of some nouns: "cientos de obreros".

    Of a passive also who is named with "por": "fue bloqueado por la plataforma".
    """
    doers = _subjects(token)
    if is_passive(token):
        doers = [*doers, *(head for slot, head in arguments(token) if slot == "por")]
    return any(is_one_of(each, words) for each in doers)


def is_by_none(token: Token, words: frozenset[str]) -> bool:
    """Whether no subject is one of some nouns: "la policía cortó la calle" is no protest."""
    return not is_by(token, words)


def is_by_people(token: Token, _: frozenset[str]) -> bool:
    """Whether the clause names people who do it: "los médicos se manifestaron", not "los síntomas"."""
    subjects = _subjects(token)
    return any(names_people(head) for head in subjects) or (bool(subjects) and subjects[0].pos_ in ("PROPN", "NUM"))


def is_by_crowd(token: Token, _: frozenset[str]) -> bool:
    """Whether more than a single person does it: "los vecinos marcharon"; also where the clause does not say who."""
    subject = _subject(token)
    if subject is None:
        return True
    return lemma_of(subject) in _crowd() or subject.pos_ == "PROPN" or has_morph(subject, "Number=Plur")


def is_by_mass(token: Token, _: frozenset[str]) -> bool:
    """Whether no single person does it, as far as the clause and those around it say: "para protestar contra"."""
    subjects = (_subject(verb) for verb in itertools.chain([token], ancestors(token)) if is_verb(verb))
    subject = next((each for each in subjects if each is not None), None)
    if subject is None or is_counted(subject) or singular(lemma_of(subject)) in _crowd() or _is_bare_plural(subject):
        return True
    return has_morph(subject, "Number=Plur") and subject.pos_ != "PROPN"


def _is_bare_plural(subject: Token) -> bool:
    """Whether a headline's first word is a noun that a tagger takes for a name: "Ganaderos protestan"."""
    is_alone = subject.i == subject.sent.start and not any(child.dep_ in ("flat", "conj") for child in subject.rights)
    return is_alone and subject.text.endswith("s") and grammatical_number(subject.head) == "Plur"


def _subjects(token: Token) -> list[Token]:
    """The heads of a verb's subject and what they count; in capitals, which are not parsed, the words before it."""
    subject = _subject(token)
    if subject is not None:
        return [subject, *counted(subject)]
    return list(token.doc[token.sent.start : token.i]) if is_in_capitals(token) else []


def _subject(verb: Token) -> Token | None:
    """The head of a verb's subject; of "los vecinos que marcharon" the noun that the clause is about."""
    subjects = (head for slot, head in arguments(verb) if slot == "subj" and not is_undergoing(head, verb))
    subject = next(subjects, None)
    is_taken_up = subject is not None and subject.lower_ in ("que", "cual", "cuales")
    return verb.head if is_taken_up and verb.dep_ in ("acl", "acl:relcl") else subject


@cache
def _crowd() -> frozenset[str]:
    return frozenset(word_list("referents")["crowd"])
