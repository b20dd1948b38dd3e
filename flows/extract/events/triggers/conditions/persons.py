"""Which nouns name people to whom something is done or who do it: "la profesora"."""

from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import singular, word_class, word_list
from flows.extract.events.syntax import lemma_of


def names_people(noun: Token) -> bool:
    """Whether a noun names people, of either gender: "profesora" by "profesor"."""
    lemma = singular(lemma_of(noun))
    if lemma in _people():
        return True
    return lemma.endswith("a") and (lemma[:-1] in _people() or lemma[:-1] + "o" in _people())


@cache
def _people() -> frozenset[str]:
    words = word_list("referents")
    return frozenset([*word_class("violence_object"), *words["person"], *words["crowd"]])
