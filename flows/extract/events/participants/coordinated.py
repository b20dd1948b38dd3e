"""What two words joined by "y" share: "el secuestro y posterior asesinato de Mora", "criticó y rechazó la reforma"."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import Entry, word_list
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.syntax import OBJECT_PRONOUNS, lemma_of

BETWEEN = frozenset({"ADV", "ADJ", "DET"})
"""What can stand between two words besides "y", so that what follows is of both."""


def sharing_words(predicate: Predicate) -> Iterator[Token]:
    """The words joined to a trigger that have who stands after both, which a parse hangs on one alone.

    Of nouns only those that tell deeds of one type: not "las protestas y la represión del Gobierno".
    """
    token = predicate.token
    for other in _joined(token):
        if not _is_joined_by_and(token, other):
            continue
        if predicate.is_verb:
            if _takes_object(predicate) and not has_own_object(token):
                yield other
        else:
            reading = predicate.trigger_of(other)
            if reading is not None and _are_alike(reading, predicate.entry):
                yield other


def has_own_object(verb: Token) -> bool:
    """Whether a verb has its own object before what another is done to: "la criticó y rechazó el plan"."""
    return any(child.lower_ in OBJECT_PRONOUNS or child.dep_ in ("obj", "ccomp") for child in verb.children)


def _are_alike(reading: Entry, other: Entry) -> bool:
    """Whether "de" tells the same of two nouns of one type: not of "el tiroteo y la muerte de Mora"."""
    is_by_both = ("de" in reading.frame.actor) == ("de" in other.frame.actor)
    return reading.event_type == other.event_type and is_by_both


def _joined(token: Token) -> Iterator[Token]:
    if token.dep_ == "conj":
        yield token.head
    yield from (child for child in token.rights if child.dep_ == "conj")


def _is_joined_by_and(token: Token, other: Token) -> bool:
    """Whether nothing but "y" and what tells how stands between two words of one kind."""
    first, last = sorted((token.i, other.i))
    between = token.doc[first + 1 : last]
    joints = [word for word in between if word.dep_ == "cc"]
    return (
        token.pos_ == other.pos_
        and [joint.lower_ for joint in joints] in (["y"], ["e"])
        and all(word.dep_ == "cc" or word.pos_ in BETWEEN for word in between)
    )


def _takes_object(predicate: Predicate) -> bool:
    """Whether an active verb is done to somebody or something: not "viajó y criticó el plan"."""
    is_judging = lemma_of(predicate.token) in word_list("referents")["judging_verbs"]
    return (predicate.is_transitive or is_judging) and not predicate.is_passive
