"""What is asked of the form of a verb: with "se", in the passive, no bare participle, in the future, with "no"."""

from spacy.tokens import Token

from flows.extract.events.status import is_negated
from flows.extract.events.syntax import auxiliaries, has_morph, is_passive, lemma_of, reflexive
from flows.extract.events.triggers.conditions.surroundings import following_words

MUTUALLY = frozenset({"mutuamente", "recíprocamente"})


def is_reflexive(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb has "se": "se reunió"."""
    return reflexive(token) is not None


def is_not_reflexive(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb has no "se" but one that says that they do it to each other: "se apoyan mutuamente"."""
    return reflexive(token) is None or bool(MUTUALLY & set(following_words(token).split()))


def is_in_passive(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb is in the passive with its auxiliary: "fue detenido", not "el detenido", "está detenido"."""
    return is_passive(token) and any(lemma_of(word) != "estar" for word in auxiliaries(token))


def is_no_participle(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb tells more than which thing is meant: "Rusia apoya", not "los rebeldes apoyados por Rusia"."""
    first = token.head if token.dep_ == "conj" else token
    return not has_morph(token, "VerbForm=Part") or bool(auxiliaries(token)) or bool(auxiliaries(first))


def is_within_clause(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb is no participle that opens its sentence: "cuestionado por el gasto, Mora aclaró" was asked."""
    first = token.sent.start
    while first < token.i and token.doc[first].is_punct:
        first += 1
    return token.i > first or not has_morph(token, "VerbForm=Part")


def is_to_come(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb tells what will be done: "trabajará", "vamos a trabajar", "dijo que trabajaría"."""
    words = (token, *auxiliaries(token))
    return any(has_morph(word, "Tense=Fut") or has_morph(word, "Mood=Cnd") or lemma_of(word) == "ir" for word in words)


def is_with_no(token: Token, _: frozenset[str]) -> bool:
    """Whether a verb tells by its "no": "no reconoció el resultado" is a rejection."""
    return is_negated(token)
