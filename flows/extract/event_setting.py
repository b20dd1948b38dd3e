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

USUALLY = frozenset({"siempre", "generalmente", "normalmente", "habitualmente", "frecuentemente", "veces"})

CIRCUMSTANCES = frozenset({"para", "tras", "al", "después", "por"})


def tells_particular(verb: Token) -> bool:
    """Whether a verb without named parties tells of a happening rather than of such acts in general.

    It does where it asserts and is in the passive, or where somebody unnamed does it; in a line of capitals, which is
    not parsed, always.
    """
    if verb.is_upper:
        return True
    if not is_finite(verb):
        return (is_passive(verb) and verb.dep_ in ("acl", "amod", "conj")) or _is_by_somebody(verb)
    if any(has_morph(word, "Mood=Sub") for word in (verb, *auxiliaries(verb))) or _is_usual(verb):
        return False
    if has_morph(verb, "Person=1") and has_morph(verb, "Number=Plur"):  # who speaks for a body: "exigimos"
        return True
    return is_passive(verb) or reflexive(verb) is not None or _is_by_somebody(verb)


def _is_usual(verb: Token) -> bool:
    """Whether a verb tells what is done again and again: "muchas veces exige"."""
    return any(child.lower_ in USUALLY or lemma_of(child) == "soler" for child in verb.children)


def _is_by_somebody(verb: Token) -> bool:
    """Whether a noun that is no mere thing is the subject of a verb, or of the one whose subject it shares.

    That is the one that it is coordinated with, or that it tells the circumstances of ("marchan para exigir").
    """
    for word in (verb, *ancestors(verb)):
        subject = next((head for slot, head in arguments(word) if slot == "subj"), None)
        if subject is not None:
            if (
                subject.pos_ == "PRON" and word.dep_ == "acl"
            ):  # "los vecinos, que reclaman", not "personas que reclaman"
                subject = word.head
                if not any(child.dep_ in ("det", "nummod") for child in subject.lefts):
                    return False
            return subject.pos_ in ("PROPN", "NOUN", "NUM", "SYM") and lemma_of(subject) not in _things()
        if not (word.dep_ in ("conj", "xcomp") or _is_circumstance(word)):
            return False
    return False


def _is_circumstance(verb: Token) -> bool:
    """Whether a verb tells how, what for or after what something is done: "exigiendo", "para exigir", "tras exigir"."""
    if verb.dep_ not in ("advcl", "acl"):
        return False
    return has_morph(verb, "VerbForm=Ger") or any(child.lower_ in CIRCUMSTANCES for child in verb.lefts)


@cache
def _things() -> frozenset[str]:
    return frozenset(word_list("classes")["thing"])
