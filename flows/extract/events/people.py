"""Which nouns are persons, and which of those act for a country or a body."""

import itertools
from functools import cache, lru_cache

from spacy.tokens import Token

from flows.extract.entities.words import words as name_words
from flows.extract.events.lexicon import singular, word_list
from flows.extract.events.syntax import SUBJECTS, clause_verb, lemma_of

REGIONAL = ("eño", "eña", "ense")
"""Endings of words for what is of a region or town: "limeño", "bonaerense"."""

PERSONAL = ("ista", "ólogo", "óloga", "ógrafo", "ógrafa", *REGIONAL)
"""Endings of nouns of persons: "analista", "politólogo", "el limeño"."""

NESTED = 3
"""How many clauses about things stand one in another."""

THINGS = frozenset(
    {"revista", "entrevista", "vista", "lista", "pista", "conquista", "arista", "autopista"}
    | {"sueño", "ensueño", "diseño", "empeño", "desempeño", "ceño", "seña", "reseña", "contraseña", "enseña"}
)
"""Nouns that end like those of persons."""

OF_NO_REGION = THINGS | {"pequeño", "pequeña", "dueño", "dueña", "forense"}
"""Words that end like those of regions."""


def is_person(noun: Token) -> bool:
    """Whether a word is a noun of persons or of what acts like them: "vecino", "árbitro", "gobierno"."""
    return names_person(lemma_of(noun))


@lru_cache(maxsize=4096)
def names_person(lemma: str) -> bool:
    """As ``is_person``, for a lemma alone."""
    lemma = singular(lemma)
    return lemma in _people() or (lemma.endswith(PERSONAL) and lemma not in THINGS)


def is_of_region(word: Token) -> bool:
    """Whether a word says what region or town somebody is of: "el tabasqueño"; not "el diseño", "el forense"."""
    return lemma_of(word).endswith(REGIONAL) and lemma_of(word) not in OF_NO_REGION


def is_private(noun: Token) -> bool:
    """Whether a noun is a person who does not act for a country or body: "una abogada rusa", "el expresidente"."""
    lemma = singular(lemma_of(noun))
    return lemma in _private() or (lemma.startswith("ex") and lemma.removeprefix("ex") in _people())


def is_relative(noun: Token) -> bool:
    """Whether a noun is somebody's relative or friend: "el cuñado del rey"."""
    return singular(lemma_of(noun)) in name_words("relatives")


def is_apart(noun: Token) -> bool:
    """Whether a noun is of people who do not act for the body or person that they belong to: a son, its workers."""
    return is_relative(noun) or singular(lemma_of(noun)) in word_list("referents")["served"]


def is_doer(noun: Token) -> bool:
    """Whether a noun can do something for whom it belongs to: "las fuerzas rusas"; "la técnica de Kegel" does not."""
    return lemma_of(noun) in _doers()


def is_role(noun: Token) -> bool:
    """Whether a noun is what a report calls somebody whom it names elsewhere: "la víctima", "el joven"."""
    return names_role(lemma_of(noun))


def names_role(lemma: str) -> bool:
    """As ``is_role``, for a lemma alone."""
    return lemma in _roles()


def clause_of_somebody(word: Token) -> Token | None:
    """The verb of the clause that a word stands in; of one about a thing, that of the clause around it.

    "Mora hizo declaraciones que sorprendieron durante su visita": the visit is not the declarations'.
    """
    verb = clause_verb(word)
    for _ in range(NESTED):
        if verb is None or verb.dep_ not in ("acl", "acl:relcl") or verb.head.pos_ != "NOUN" or is_person(verb.head):
            return verb
        if not any(child.lower_ == "que" and child.dep_ in SUBJECTS for child in verb.lefts):
            return verb
        outer = clause_verb(verb.head)
        verb = outer if outer is not None else verb
    return verb


@cache
def _people() -> frozenset[str]:
    return _doers() | _roles() | name_words("relatives") | {*word_list("referents")["private"]}


@cache
def _private() -> frozenset[str]:
    words = word_list("referents")
    former = {lemma for lemma in words["person"] if lemma.startswith("ex")}
    acting = {*words["agent"], *words["organization"]}
    return (
        (frozenset([*words["crowd"], *words["role"], *former]) - acting) | name_words("relatives") | {*words["private"]}
    )


@cache
def _doers() -> frozenset[str]:
    words = word_list("referents")
    pairs = itertools.chain.from_iterable(words["pair"].values())
    return frozenset([*words["agent"], *words["person"], *words["organization"], *words["crowd"], *pairs])


@cache
def _roles() -> frozenset[str]:
    return frozenset(word_list("referents")["role"])
