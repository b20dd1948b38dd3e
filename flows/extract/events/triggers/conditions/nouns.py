"""Whether a noun is one of some words, whatever a tagger makes of its lemma: "tanqu" of "tanques"."""

from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import plural, singular
from flows.extract.events.syntax import lemma_of


def is_one_of(noun: Token, words: frozenset[str]) -> bool:
    """Whether a noun is one of some words, by its lemma or as it is written: "Aviones rusos" at a headline's start.

    No part of a longer name is: "Estados Unidos" are no states.
    """
    if singular(lemma_of(noun)) in words:
        return True
    return noun.lower_ in _with_plurals(words) and not any(child.dep_ == "flat" for child in noun.rights)


@cache
def _with_plurals(words: frozenset[str]) -> frozenset[str]:
    return words | frozenset(map(plural, words))
