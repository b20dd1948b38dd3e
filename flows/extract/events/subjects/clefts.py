"""Who does what a sentence tells apart from its verb: "fue Mora quien denunció", "la que pidió calma fue Mora"."""

from spacy.tokens import Token

from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import ARTICLES, is_finite, is_predicate, preposition

WHO = frozenset({"que", "quien", "quienes"})


def subject_set_apart(verb: Token, referents: Referents) -> list[Referent]:
    """Who is said to be the one who does what a verb tells; nobody where it has no "quien" or "el que" before it."""
    head = verb.head
    if not is_finite(verb) or not is_predicate(head) or verb.dep_ not in ("csubj", "ccomp", "acl", "advcl"):
        return []
    who = next((child for child in verb.lefts if child.lower_ in WHO and preposition(child) is None), None)
    if who is None or (who.lower_ == "que" and (who.i == 0 or who.nbor(-1).lower_ not in ARTICLES)):
        return []
    return referents.of(head)
