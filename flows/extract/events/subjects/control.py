"""Who does what one is asked or blamed for: "pidió a Perú votar", "los acusó por pedir", "le preocupa que"."""

from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_person
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.personal_objects import personal_object
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import OBJECT_PRONOUNS, arguments, lemma_of

BEARING = frozenset({"a", "contra", "para"})
"""Prepositions of who gets what is an answer to their deed: "cárcel para Mora", "una denuncia contra Mora"."""


def controlled_subject(verb: Token, head: Token, referents: Referents) -> list[Referent] | None:
    """Who does what the verb says that hangs on another without a person of its own.

    Returns:
        whom the other is done to, where it asks or blames; nobody where nobody is told; None where it is whoever does
        the other, or is said otherwise.
    """
    if _is_subject_clause(verb, head):
        return []
    is_purpose = _is_purpose_for_whom(verb, head)
    objects = [] if is_purpose else personal_object(head, referents)
    if _introducer(verb) == "por":
        return _who_is_blamed(head, objects, referents)
    if verb.dep_ in ("csubj", "ccomp", "xcomp") and is_felt(head):
        return objects
    if verb.dep_ in ("ccomp", "xcomp", "advcl", "csubj") and lemma_of(head) in _controllers() and not is_purpose:
        return objects or _object_not_named(head, referents)
    return None


def _object_not_named(verb: Token, referents: Referents) -> list[Referent] | None:
    """Whom a verb of asking or blaming is done to without a name: "acusó al cantante de", nobody of "los acusó de".

    None where it is done to nobody: "pidió viajar".
    """
    people = [phrase for slot, phrase in arguments(verb) if slot in ("a", "obj") and is_person(phrase)]
    found = [each for phrase in people for each in referents.of(phrase)]
    return found if people or _has_person_object(verb, referents) else None


def is_felt(verb: Token) -> bool:
    """Whether a verb's subject is what somebody feels or has to do: "le preocupa que", "me gustaría"."""
    return lemma_of(verb) in word_list("referents")["experienced_verbs"]


def _is_subject_clause(infinitive: Token, head: Token) -> bool:
    """Whether an infinitive is what a reported clause is about, done by nobody told: "dijo que protestar es inútil"."""
    is_reported = infinitive.dep_ in ("ccomp", "csubj", "xcomp") and _introducer(infinitive) == "que"
    return is_reported and lemma_of(head) not in ("tener", "haber")


def _is_purpose_for_whom(verb: Token, head: Token) -> bool:
    """Whether a purpose is done to the object of the verb before, not by it: "llamó a Paz para ofrecer ayuda"."""
    return _introducer(verb) == "para" and (" " in verb.lemma_ or lemma_of(head) == "llamar")


def _introducer(verb: Token) -> str | None:
    return next((child.lower_ for child in verb.lefts if child.dep_ in ("mark", "case")), None)


def _who_is_blamed(verb: Token, objects: list[Referent], referents: Referents) -> list[Referent] | None:
    """Who did that for which a verb is done to them: "multó a Mora por haber mentido", "impuso sanciones a Mora por".

    Nobody where they are not named; None where it is whoever does the verb: "pidió perdón a Mora por haber mentido".
    """
    things = [phrase for slot, phrase in arguments(verb) if slot == "obj"]
    lemmas = {lemma_of(thing) for thing in things}
    words = word_list("referents")
    if not lemmas.isdisjoint(words["apologies"]):
        return None
    if objects or _has_person_object(verb, referents):
        return objects
    answers = [thing for thing in things if lemma_of(thing) in words["answers"]]
    heads = [verb, *answers] if answers else []
    bearers = [phrase for head in heads for slot, phrase in arguments(head) if slot in BEARING]
    named = [each for phrase in bearers for each in referents.of(phrase)]
    return named if named or any(map(referents.is_unnamed, bearers)) else None


def _has_person_object(verb: Token, referents: Referents) -> bool:
    """Whether a verb is done to somebody unnamed: "los multó", "multó a los convocantes"."""
    if any(slot == "a" and referents.is_unnamed(phrase) for slot, phrase in arguments(verb)):
        return True
    return any(child.lower_ in OBJECT_PRONOUNS and child.pos_ == "PRON" for child in verb.lefts)


@cache
def _controllers() -> frozenset[str]:
    return frozenset(word_list("referents")["control_verbs"])
