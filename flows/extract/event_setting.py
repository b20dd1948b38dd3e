"""Whether a verb tells a happening where no party of it is found: "los vecinos piden", not "difícil negar"."""

from functools import cache

from spacy.tokens import Token

from flows.extract.event_lexicon import word_list
from flows.extract.event_syntax import (
    ancestors,
    arguments,
    auxiliaries,
    has_morph,
    is_finite,
    is_passive,
    lemma_of,
    reflexive,
)


def tells_particular(verb: Token) -> bool:
    """Whether a verb without named parties tells of a happening rather than of such acts in general.

    It does where it asserts and is in the passive, or has somebody unnamed for its subject.
    """
    if not is_finite(verb):
        return is_passive(verb) and verb.dep_ in ("acl", "amod", "conj")
    if any(has_morph(word, "Mood=Sub") for word in (verb, *auxiliaries(verb))):
        return False
    return is_passive(verb) or reflexive(verb) is not None or _has_somebody(verb)


def _has_somebody(verb: Token) -> bool:
    """Whether a noun that is no mere thing is the subject of a verb, or of the one that it is coordinated with."""
    for word in (verb, *ancestors(verb)):
        subject = next((head for slot, head in arguments(word) if slot == "subj"), None)
        if subject is not None:
            return subject.pos_ in ("PROPN", "NOUN", "NUM", "SYM") and lemma_of(subject) not in _things()
        if word.dep_ not in ("conj", "xcomp"):
            return False
    return False


@cache
def _things() -> frozenset[str]:
    return frozenset(word_list("classes")["thing"])
