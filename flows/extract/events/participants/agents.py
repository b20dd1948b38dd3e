"""Who does what is done "por" somebody: "acusado por la Fiscalía", "por disparos de la Policía"; not "por Perú"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.participants.phrase_parties import JUDGING
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import arguments, has_morph, is_passive, lemma_of
from flows.extract.events.triggers.light_verbs import is_carrying

DOING = frozenset({"parte", "manos"})
"""Nouns in prepositions that tell who does something, not why."""

WITHIN = 15
"""How many words after a passive its "por" is looked for."""


def agent(phrase: Token, predicate: Predicate) -> list[Referent]:
    """Who does what is done "por" a phrase; of an order or a weapon whose it is: "por disparos de la Policía"."""
    is_means = lemma_of(phrase) in word_list("referents")["means"]
    return predicate.referents.of(phrase) if is_means else predicate.referents.doer(phrase)


def stray_agent(predicate: Predicate, used: set[int]) -> list[Referent]:
    """The "por" phrase of a passive that the parse hung elsewhere: "detenidas tres personas por la Policía"."""
    token = predicate.token
    for word in token.doc[token.i + 1 : min(token.sent.end, token.i + WITHIN)]:
        is_by = word.lower_ == "por" and word.dep_ == "case" and word.head.i not in used
        if is_by and _is_own(word.head, predicate):
            found = agent(word.head, predicate)
            if found or predicate.referents.is_unnamed(word.head):
                return found
    return []


def agent_beside(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who does what a noun tells, by a phrase hung on its verb: "condenó la detención por parte de la Policía"."""
    noun, verb = predicate.token, predicate.token.head
    if noun.dep_ != "obj" or is_passive(verb):
        return []
    for slot, phrase in arguments(verb):
        if slot == "por" and phrase.i > noun.i and phrase.i not in used and is_by_doer(phrase):
            used.add(phrase.i)
            return agent(phrase, predicate)
    return []


def is_by_doer(phrase: Token) -> bool:
    """Whether a phrase can only tell who does something: "por parte de", "a manos de"."""
    words = {word.lower_ for case in phrase.lefts if case.dep_ == "case" for word in case.subtree}
    return not words.isdisjoint(DOING)


def _is_own(phrase: Token, predicate: Predicate) -> bool:
    """Whether a "por" phrase is of no other participle: "imputado en la red dirigida por Mora"."""
    token, above = predicate.token, phrase.head
    if above in token.conjuncts:
        return _is_beside(token, above)
    if predicate.event_type not in JUDGING or not has_morph(above, "VerbForm=Part"):
        return True
    is_circumstance = token.dep_ == "advcl" and is_passive(token.head)  # "detenido por robar, fue juzgado por"
    return above == token or (above == token.head and not is_circumstance)


def _is_beside(token: Token, other: Token) -> bool:
    """Whether two participles share what follows: "juzgado y condenado por", not "detenido en Lima y condenado por"."""
    between = token.doc[min(token.i, other.i) + 1 : max(token.i, other.i)]
    return all(word.dep_ in ("cc", "punct", "advmod") or word in token.conjuncts for word in between)


def is_for_whom(phrase: Token, predicate: Predicate) -> bool:
    """Whether "por" says where one goes or for whom one does it: "gira por Perú", "pedido de justicia por Ana"."""
    if is_carrying(phrase.head) or any(child.lower_ == "parte" for child in phrase.subtree):
        return False
    if predicate.is_visit:
        return True
    if predicate.is_verb or predicate.role != "actor":
        return False
    light = predicate.light_verb
    is_felt = light is not None and not light[1] and not is_passive(light[0])
    return is_felt or (predicate.event_type in ("REQUEST", "PROTEST") and phrase.head.i == predicate.token.i)
