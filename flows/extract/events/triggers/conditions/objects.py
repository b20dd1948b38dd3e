"""What is asked of whom or what a word's deed is done to: "lanzó un misil", not "lanzó un libro"."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.syntax import (
    OBJECT_PRONOUNS,
    arguments,
    auxiliaries,
    grammatical_number,
    grammatical_person,
    has_morph,
    is_passive,
    preposition,
    reflexive,
)
from flows.extract.events.triggers.conditions.nouns import is_one_of
from flows.extract.events.triggers.conditions.persons import names_people
from flows.extract.events.triggers.conditions.quantities import counted, is_counted


def has_object(token: Token, words: frozenset[str]) -> bool:
    """Whether it is done to one of some nouns: "lanzó un misil"."""
    heads = list(objects(token))
    things = [head for head in heads if preposition(head) != "a"]  # "ofreció una comida a soldados"
    return any(is_one_of(head, words) for head in things or heads)


def has_no_such_object(token: Token, words: frozenset[str]) -> bool:
    """Whether it is done to none of some nouns: "rompió relaciones", not "rompió el récord"."""
    return not any(is_one_of(head, words) for head in objects(token))


def has_no_such_target(token: Token, words: frozenset[str]) -> bool:
    """Whether it is against none of some nouns: "atentó contra el oleoducto", not "contra la moral"."""
    return not any(slot == "contra" and is_one_of(head, words) for slot, head in arguments(token))


def comes_with_no_such(token: Token, words: frozenset[str]) -> bool:
    """Whether it is done with none of some nouns: "conversó con el alcalde", not "con la prensa"."""
    return not comes_with(token, words)


def leads_to_none(token: Token, words: frozenset[str]) -> bool:
    """Whether it leads to, or stands before, none of some nouns: "la llegada a Lima", not "al poder"."""
    return not any(slot in ("a", "ante", "en") and is_one_of(head, words) for slot, head in arguments(token))


def lacks_object(token: Token, _: frozenset[str]) -> bool:
    """Whether it is done to nothing: "manifestaron en Lyon", not "manifestaron su apoyo"."""
    return not any(slot == "obj" for slot, _ in arguments(token))


def is_of(token: Token, words: frozenset[str]) -> bool:
    """Whether it is of one of some nouns, or of what such a phrase counts: "la entrega de dos mil fusiles"."""
    return any(_is_or_counts(head, words) for slot, head in arguments(token) if slot == "de")


def is_of_none(token: Token, words: frozenset[str]) -> bool:
    """Whether it is of none of some nouns: "la investigación de la fiscalía", not "de la revista"."""
    return not is_of(token, words)


def comes_with(token: Token, words: frozenset[str]) -> bool:
    """Whether it is done with one of some nouns, or with what such a phrase counts: "apoyó con diez millones"."""
    return any(_is_or_counts(head, words) for slot, head in arguments(token) if slot == "con")


def _is_or_counts(head: Token, words: frozenset[str]) -> bool:
    return is_one_of(head, words) or any(is_one_of(each, words) for each in counted(head))


def concerns_persons(token: Token, _: frozenset[str]) -> bool:
    """Whether what a verb is done to is somebody; true too where the clause does not say ("fueron detenidos")."""
    if reflexive(token) is not None and not any(slot == "a" for slot, _ in arguments(token)):
        return False  # "se detuvo un momento" is nobody's arrest
    heads = [_taken_up(head, token) for head in objects(token)]
    if not heads:
        return (
            is_passive(token)
            or has_morph(token, "VerbForm=Part")
            or " " in token.lemma_
            or any(c.lower_ in OBJECT_PRONOUNS for c in token.lefts)
        )
    return any(
        head.pos_ in ("PROPN", "PRON", "NUM") or names_people(head) or preposition(head) == "a" for head in heads
    )


def _taken_up(head: Token, verb: Token) -> Token:
    """What "que" stands for as an object: "las críticas que recibió" are no person."""
    is_object = head.lower_ == "que" and preposition(head) is None and not is_passive(verb)
    return verb.head if is_object and verb.dep_ in ("acl", "acl:relcl") else head


def is_of_person(token: Token, _: frozenset[str]) -> bool:
    """Whether a deed is done to somebody: "la captura de Otoniel", not "de carbono"."""
    of = [head for slot, head in arguments(token) if slot == "de"]
    return all(head.pos_ in ("PROPN", "PRON", "NUM") or names_people(head) for head in of)


def objects(verb: Token) -> Iterator[Token]:
    """What a verb is done to, by its heads: its object, of a passive its subject or the noun that it modifies.

    Of a phrase that counts or measures, also what it counts ("docenas de misiles").
    """
    passive = is_passive(verb)
    for slot, head in arguments(verb):
        is_subject = slot == "subj" and (passive or reflexive(verb) is not None or is_undergoing(head, verb))
        if slot in ("obj", "a") or is_subject:
            yield head
            yield from counted(head)
    if (passive and verb.dep_ in ("acl", "amod") and verb.head.i < verb.i and not auxiliaries(verb)) or (
        verb.dep_ == "acl" and verb.i > verb.head.i and _has_relative_object(verb)
    ):
        yield verb.head


def is_undergoing(subject: Token, verb: Token) -> bool:
    """Whether what a parse has for the subject is not who does it, by its number: "Incautan una lancha en Vigo"."""
    return (
        subject.i > verb.i
        and subject.pos_ == "NOUN"
        and has_morph(subject, "Number=Sing")
        and grammatical_number(verb) == "Plur"
        and grammatical_person(verb) == "3"
        and not is_counted(subject)
        and not any(child.dep_ in ("conj", "flat") for child in subject.rights)
    )


def _has_relative_object(verb: Token) -> bool:
    """Whether "que" is a verb's object: "la resolución que apoyó Rusia", not "la información de que murió"."""
    return any(child.lower_ in ("que", "cual") and child.dep_ in ("obj", "iobj") for child in verb.lefts)
