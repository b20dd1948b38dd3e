"""What a noun of number or measure counts: "docenas de misiles", "cientos de obreros"."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import word_class
from flows.extract.events.syntax import arguments, lemma_of


def counted(head: Token) -> Iterator[Token]:
    """What a noun of number or measure counts, and what is coordinated with a phrase."""
    if head.pos_ == "NUM" or lemma_of(head) in word_class("measure"):
        yield from (inner for slot, inner in arguments(head) if slot == "de")
    yield from (child for child in head.rights if child.dep_ == "conj")


def is_counted(noun: Token) -> bool:
    """Whether a noun is a number or measure."""
    return noun.pos_ == "NUM" or lemma_of(noun) in word_class("measure")
