"""What an entry of the lexicon may ask of the setting of its word: an object, a preposition, who does it."""

import itertools
from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import MIN_FORM, singular, word_class, word_list
from flows.extract.events.syntax import (
    ancestors,
    arguments,
    auxiliaries,
    grammatical_number,
    has_morph,
    is_passive,
    is_verb,
    lemma_of,
    preposition,
    reflexive,
)

MUTUALLY = frozenset({"mutuamente", "recíprocamente"})

CLITICS = frozenset({"lo", "la", "los", "las", "le", "les"})

LOOK_AHEAD = 8
LOOK_BEHIND = 5

PASSAGE = 80
"""How many words around a word are its passage."""


def objects(verb: Token) -> Iterator[Token]:
    """What a verb is done to, by its heads: its object, of a passive its subject or the noun that it modifies.

    Of a phrase that counts or measures, also what it counts ("docenas de misiles").
    """
    passive = is_passive(verb)
    for slot, head in arguments(verb):
        if slot == "obj" or (slot == "subj" and (passive or reflexive(verb) is not None)) or slot == "a":
            yield head
            yield from _counted(head)
    if (passive and verb.dep_ in ("acl", "amod") and verb.head.i < verb.i and not auxiliaries(verb)) or (
        verb.dep_ == "acl" and verb.i > verb.head.i and _has_relative_object(verb)
    ):
        yield verb.head


def _has_relative_object(verb: Token) -> bool:
    """Whether "que" is a verb's object: "la resolución que apoyó Rusia", not "la información de que murió"."""
    return any(child.lower_ in ("que", "cual") and child.dep_ in ("obj", "iobj") for child in verb.lefts)


def _counted(head: Token) -> Iterator[Token]:
    """What a noun of number or measure counts, and what is coordinated with a phrase."""
    if head.pos_ == "NUM" or lemma_of(head) in word_class("measure"):
        yield from (inner for slot, inner in arguments(head) if slot == "de")
    yield from (child for child in head.rights if child.dep_ == "conj")


def following_words(token: Token) -> str:
    """The words after a token in lower case, each between blanks, up to a bound."""
    doc = token.doc
    end = min(token.i + 1 + LOOK_AHEAD, len(doc))
    return " " + " ".join(doc[i].lower_ for i in range(token.i + 1, end)) + " "


def is_in_capitals(token: Token) -> bool:
    """Whether a word stands in a line of capitals, which the tagger reads as names: "MILES MANIFIESTAN"."""
    if not token.is_upper or len(token) < MIN_FORM:  # most words; to ask for a token's sentence is slow
        return False
    sentence = token.sent
    beside = [token.doc[i] for i in (token.i - 1, token.i + 1) if sentence.start <= i < sentence.end]
    return any(word.is_upper and len(word) > 1 for word in beside)


def _has_object(token: Token, words: frozenset[str]) -> bool:
    heads = list(objects(token))
    things = [head for head in heads if preposition(head) != "a"]  # "ofreció una comida a soldados"
    return any(lemma_of(head) in words for head in things or heads)


def _has_no_such_object(token: Token, words: frozenset[str]) -> bool:
    return not any(lemma_of(head) in words for head in objects(token))


def _has_no_such_target(token: Token, words: frozenset[str]) -> bool:
    return not any(slot == "contra" and lemma_of(head) in words for slot, head in arguments(token))


def _is_of(token: Token, words: frozenset[str]) -> bool:
    for slot, head in arguments(token):
        if slot == "de" and (lemma_of(head) in words or any(lemma_of(each) in words for each in _counted(head))):
            return True
    return False


def _has_adjective(token: Token, words: frozenset[str]) -> bool:
    return any(child.dep_ in ("amod", "nmod") and lemma_of(child) in words for child in token.children)


def _is_followed_by(token: Token, words: frozenset[str]) -> bool:
    after = following_words(token)
    return any(f" {phrase} " in after for phrase in words)


def _has_preposition(token: Token, words: frozenset[str]) -> bool:
    return any(slot in words for slot, _ in arguments(token)) or any(
        preposition(child) in words for child in token.children
    )


def _has_complement(token: Token, _: frozenset[str]) -> bool:
    """Whether a clause says what for: "instó a negociar", "ordenó que salieran", "presionó para que"."""
    for child in token.rights:
        if child.dep_ in ("ccomp", "xcomp", "csubj") and (child.pos_ in ("VERB", "AUX")):
            return True
        if child.dep_ == "advcl" and any(mark.lower_ in ("a", "que") for mark in child.lefts):
            return True
    end = min(token.i + LOOK_AHEAD, token.sent.end - 1)
    doc = token.doc
    return any(doc[i].lower_ == "a" and has_morph(doc[i + 1], "VerbForm=Inf") for i in range(token.i + 1, end))


def _is_reflexive(token: Token, _: frozenset[str]) -> bool:
    return reflexive(token) is not None


def _is_not_reflexive(token: Token, _: frozenset[str]) -> bool:
    return reflexive(token) is None or bool(MUTUALLY & set(following_words(token).split()))


def _meets(token: Token, words: frozenset[str]) -> bool:
    return _has_preposition(token, frozenset({"con"})) or grammatical_number(token) == "Plur"


def _comes_after(token: Token, words: frozenset[str]) -> bool:
    start = max(token.i - LOOK_BEHIND, token.sent.start)
    before = {lemma_of(token.doc[i]) for i in range(start, token.i)}
    return not before.isdisjoint(words) or any(slot in words for slot, _ in arguments(token))


def _stands_under(token: Token, words: frozenset[str]) -> bool:
    return lemma_of(token.head) in words


def _lacks_object(token: Token, _: frozenset[str]) -> bool:
    return not any(slot == "obj" for slot, _ in arguments(token))


def _concerns_persons(token: Token, _: frozenset[str]) -> bool:
    """Whether what a verb is done to is somebody; true too where the clause does not say ("fueron detenidos")."""
    if reflexive(token) is not None and not any(slot == "a" for slot, _ in arguments(token)):
        return False  # "se detuvo un momento" is nobody's arrest
    heads = list(objects(token))
    if not heads:
        return (
            is_passive(token)
            or has_morph(token, "VerbForm=Part")
            or " " in token.lemma_
            or any(c.lower_ in CLITICS for c in token.lefts)
        )
    return any(head.pos_ in ("PROPN", "PRON", "NUM") or _is_person(head) or preposition(head) == "a" for head in heads)


def _is_of_person(token: Token, _: frozenset[str]) -> bool:
    """Whether a deed is done to somebody: "la captura de Otoniel", not "de carbono"."""
    of = [head for slot, head in arguments(token) if slot == "de"]
    return all(head.pos_ in ("PROPN", "PRON", "NUM") or _is_person(head) for head in of)


def _is_person(noun: Token) -> bool:
    """Whether a noun names people, of either gender: "profesora" by "profesor"."""
    lemma = singular(lemma_of(noun))
    if lemma in _people():
        return True
    return lemma.endswith("a") and (lemma[:-1] in _people() or lemma[:-1] + "o" in _people())


@cache
def _people() -> frozenset[str]:
    words = word_list("referents")
    return frozenset([*word_class("violence_object"), *words["person"], *words["crowd"]])


def _is_by_crowd(token: Token, _: frozenset[str]) -> bool:
    for slot, head in arguments(token):
        if slot == "subj":
            return lemma_of(head) in _crowd() or head.pos_ == "PROPN" or has_morph(head, "Number=Plur")
    return True


@cache
def _crowd() -> frozenset[str]:
    return frozenset(word_list("referents")["crowd"])


def _is_by_people(token: Token, _: frozenset[str]) -> bool:
    """Whether the clause names people who do it: "los médicos se manifestaron", not "los síntomas"."""
    subjects = _subjects(token)
    return any(_is_person(head) for head in subjects) or (bool(subjects) and subjects[0].pos_ in ("PROPN", "NUM"))


def _is_by(token: Token, words: frozenset[str]) -> bool:
    """Whether the subject, or what it counts or is coordinated with, is one of some nouns: "cientos de obreros"."""
    return not words.isdisjoint(singular(lemma_of(each)) for each in _subjects(token))


def _subjects(token: Token) -> list[Token]:
    """The heads of a verb's subject and what they count; in capitals, which are not parsed, the words before it."""
    for slot, head in arguments(token):
        if slot == "subj":
            return [head, *_counted(head)]
    return list(token.doc[token.sent.start : token.i]) if is_in_capitals(token) else []


def _is_by_mass(token: Token, _: frozenset[str]) -> bool:
    """Whether no single person does it, as far as the clause and those around it say: "para protestar contra"."""
    subjects = (
        head
        for verb in itertools.chain([token], ancestors(token))
        if is_verb(verb)
        for slot, head in arguments(verb)
        if slot == "subj"
    )
    subject = next(subjects, None)
    if subject is None or _is_counted(subject) or singular(lemma_of(subject)) in _crowd():
        return True
    return has_morph(subject, "Number=Plur") and subject.pos_ != "PROPN"


def _is_counted(noun: Token) -> bool:
    return noun.pos_ == "NUM" or lemma_of(noun) in word_class("measure")


def _has_no_clause(token: Token, _: frozenset[str]) -> bool:
    return not any(child.dep_ in ("ccomp", "parataxis") for child in token.children)


def _is_away_from(token: Token, words: frozenset[str]) -> bool:
    """Whether the passage speaks of something else: "encuentro" is no meeting near "gol" and "torneo"."""
    return not _is_near(token, words)


def _is_near(token: Token, words: frozenset[str]) -> bool:
    """Whether the passage speaks of something: a death near "disparos" and "homicidio" is a killing."""
    start, end = max(token.i - PASSAGE, 0), min(token.i + PASSAGE, len(token.doc))
    return any(lemma_of(token.doc[i]) in words for i in range(start, end))


def _is_in_passive(token: Token, _: frozenset[str]) -> bool:
    return is_passive(token) and bool(auxiliaries(token))


def _is_to_come(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb tells what will be done: "trabajará", "vamos a trabajar"."""
    words = (token, *auxiliaries(token))
    return any(has_morph(word, "Tense=Fut") or lemma_of(word) == "ir" for word in words)


def _goes_to(token: Token, words: frozenset[str]) -> bool:
    return any(slot in ("a", "en", "de") and lemma_of(head) in words for slot, head in arguments(token))


def _spells(token: Token, words: frozenset[str]) -> bool:
    after = following_words(token)
    return any(after.startswith(f" {rest} ") for rest in words)


def _stands_apart(token: Token, phrases: frozenset[str]) -> bool:
    """Whether a word is part of none of some fixed phrases ("en marcha")."""
    start, end = max(token.i - 3, token.sent.start), min(token.i + 4, token.sent.end)
    around = " " + " ".join(token.doc[i].lower_ for i in range(start, end)) + " "
    return not any(f" {phrase} " in around for phrase in phrases)


CONDITIONS: dict[str, Callable[[Token, frozenset[str]], bool]] = {
    "object": _has_object,
    "not_object": _has_no_such_object,
    "not_target": _has_no_such_target,
    "of": _is_of,
    "adjective": _has_adjective,
    "followed_by": _is_followed_by,
    "prep": _has_preposition,
    "complement": _has_complement,
    "se": _is_reflexive,
    "without_se": _is_not_reflexive,
    "with_or_plural": _meets,
    "after": _comes_after,
    "under": _stands_under,
    "without_object": _lacks_object,
    "apart": _stands_apart,
    "person": _concerns_persons,
    "of_person": _is_of_person,
    "crowd": _is_by_crowd,
    "by_people": _is_by_people,
    "object_of_prep": _goes_to,
    "spelled": _spells,
    "near": _is_near,
    "away_from": _is_away_from,
    "by": _is_by,
    "mass": _is_by_mass,
    "without_clause": _has_no_clause,
    "passive": _is_in_passive,
    "future": _is_to_come,
}
"""What an entry may ask of a word's setting; the word list is the condition's value in the lexicon."""
