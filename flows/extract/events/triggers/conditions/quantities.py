"""What a noun of number or measure counts: "docenas de misiles", "cientos de obreros"."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import word_class
from flows.extract.events.syntax import arguments, lemma_of, preposition


def counted(head: Token) -> Iterator[Token]:
    """What a noun of number or measure counts, and what is coordinated with a phrase."""
    if head.pos_ == "NUM" or lemma_of(head) in word_class("measure"):
        yield from (inner for slot, inner in arguments(head) if slot == "de")
    yield from (child for child in head.rights if child.dep_ == "conj")


def is_counted(noun: Token) -> bool:
    """Whether a noun is a number or measure."""
    return noun.pos_ == "NUM" or lemma_of(noun) in word_class("measure")


def is_in_number(token: Token, _: frozenset[str]) -> bool:
    """Whether a noun says how many: "20 detenidos", "decenas de detenidos"; not "los detenidos"."""
    if any(child.dep_ == "nummod" for child in token.lefts):
        return True
    return preposition(token) == "de" and is_counted(token.head)
