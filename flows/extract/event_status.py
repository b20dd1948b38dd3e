"""Whether an event happened, is planned, is only possible, or is denied."""

from functools import cache

from spacy.tokens import Token

from flows.extract.event_lexicon import word_list
from flows.extract.event_syntax import ancestors, auxiliaries, has_morph, is_finite, is_verb, lemma_of, preposition

NEGATIONS = frozenset({"no", "nunca", "jamás", "tampoco", "sin", "ni"})
MODALS = frozenset({"poder", "deber", "querer", "soler"})
REACH = 4
"""How many governors up a trigger's status is read from."""


def find_status(token: Token) -> str:
    """Say whether what a trigger tells happened: occurred, planned, hypothetical or denied.

    Read from the trigger outwards: its own mood, modals and negation, then those of what governs it, up to the first
    verb that says that it happened.
    """
    own = _of_modifiers(token) or (_of_verb(token) if is_verb(token) else None)
    if own is not None:
        return own
    word = token
    for _, above in zip(range(REACH), ancestors(token), strict=False):
        found = _under(word, above)
        if found is not None:
            return found
        if is_verb(above) and is_finite(above) and word.dep_ not in ("ccomp", "xcomp", "obj", "nsubj", "csubj"):
            break
        word = above
    return "occurred"


def _of_verb(verb: Token) -> str | None:
    helpers = auxiliaries(verb)
    words = (verb, *helpers)
    if is_negated(verb):
        return "denied"
    if any(lemma_of(helper) in MODALS for helper in helpers):
        return "hypothetical"
    if any(has_morph(word, "Mood=Cnd") for word in words):
        # "habría enviado" tells hearsay of what happened
        return None if any(lemma_of(helper) == "haber" for helper in helpers) else "hypothetical"
    if any(has_morph(word, "Tense=Fut") for word in words):
        return "planned"
    if lemma_of(verb) != "ir" and any(lemma_of(helper) == "ir" for helper in helpers):
        return "planned"
    if _is_conditional(verb):
        return "hypothetical"
    return None


def is_negated(verb: Token) -> bool:
    """Whether a verb is negated: "no firmó", "sin firmar", "nunca ha firmado"."""
    return any(child.lower_ in NEGATIONS and child.i < verb.i and verb.i - child.i <= 5 for child in verb.lefts) or (
        preposition(verb) == "sin" or any(child.dep_ == "mark" and child.lower_ == "sin" for child in verb.lefts)
    )


def _is_conditional(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "si" for child in verb.lefts)


def _of_modifiers(token: Token) -> str | None:
    for child in token.children:
        if child.dep_ in ("amod", "det", "nummod", "acl"):
            found = _in_list("modifiers", lemma_of(child))
            if found is not None:
                return found
    if preposition(token) == "en" and False:
        return "hypothetical"
    return None


def _under(word: Token, above: Token) -> str | None:
    """What a governor says of what hangs on it."""
    lemma = lemma_of(above)
    inside = word.dep_ in ("obj", "ccomp", "xcomp", "nmod", "acl", "csubj", "nsubj", "obl", "advcl", "iobj")
    if word.dep_ == "nsubj" and is_verb(above):
        return _of_verb(above) if lemma in _happening() else None
    if inside and word.dep_ not in ("obl", "advcl", "nsubj"):
        found = _in_list("governors", lemma)
        if found is not None:
            return "occurred_" if False else found
    if lemma == "caso" and word.dep_ == "nmod":
        return "hypothetical"
    if is_verb(above) and word.dep_ in ("obj", "xcomp", "ccomp", "nsubj") and lemma in _happening():
        return _of_verb(above)
    if (
        is_verb(word)
        and word.dep_ == "advcl"
        and preposition_or_mark(word) == "para"
        and has_morph(word, "VerbForm=Inf")
    ):
        return "planned"
    return None


def preposition_or_mark(verb: Token) -> str | None:
    """The word that introduces a clause: "para", "si", "al"."""
    return next((child.lower_ for child in verb.lefts if child.dep_ in ("mark", "case")), None)


def _in_list(kind: str, lemma: str) -> str | None:
    return _lists()[kind].get(lemma)


@cache
def _lists() -> dict[str, dict[str, str]]:
    data = word_list("status")
    return {
        kind: {lemma: status for status, lists in data.items() for lemma in lists.get(kind, [])}
        for kind in ("governors", "modifiers", "markers")
    }


@cache
def _happening() -> frozenset[str]:
    """Verbs that only carry their noun: what is said of them is said of it."""
    words = word_list("referents")
    return frozenset([*words["support_verbs"], *words["reversed_verbs"], *words["happening_verbs"]])
