"""Who stands in for a missing subject in the same sentence: a speaker, a writer, the subject of the clause around.

Where none does, the verb goes on about a subject before (``referents/dropped_subjects.py``).
"""

from dataclasses import replace

from spacy.tokens import Token

from flows.extract.events.people import is_person
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.inherited import DEPTH, SubjectOf
from flows.extract.events.subjects.misread import is_conjunction
from flows.extract.events.syntax import RELATIVES, arguments, clause_verb, grammatical_number, preposition

SUBORDINATE = frozenset({"ccomp", "advcl", "acl", "acl:relcl", "parataxis"})


def subject_speaking(verb: Token, referents: Referents, subject_of: SubjectOf, depth: int) -> list[Referent]:
    """Who says "pido": the speaker of the words around, or the subject of the verb that reports them."""
    speaker = referents.speech.speaker(verb)
    cue = referents.speech.cue(verb)
    if speaker or cue is None or depth > DEPTH:
        return speaker
    return [replace(each, is_direct=False) for each in subject_of(cue, set(), depth + 1)]


def subject_speaking_for_body(verb: Token, referents: Referents, used: set[int]) -> list[Referent]:
    """The body of "desde la Cruz Roja piden", "desde la Defensoría se ha solicitado"."""
    for slot, phrase in arguments(verb):
        named = referents.names.named(phrase)
        if slot == "desde" and named is not None and named.mention_type == "ORG":
            used.add(phrase.i)
            return referents.of(phrase)
    return []


def subject_writing(verb: Token, referents: Referents, number: str | None) -> list[Referent]:
    """Whose the text is that tells it: "la carta de Mora en la que acusa", "el video difundido por Mora"."""
    noun = verb.head
    is_within = verb.dep_ in ("acl", "acl:relcl") and any(
        child.lower_ == "donde" or (child.lower_ in RELATIVES and preposition(child) == "en") for child in verb.lefts
    )
    if not is_within or noun.pos_ != "NOUN" or is_person(noun):
        return []
    between = [child for child in noun.rights if child.i < verb.i]
    made = [phrase for child in between for slot, phrase in arguments(child) if slot == "por"]
    owners = [child for child in between if preposition(child) == "de"]
    who = [each for phrase in made or owners for each in referents.doer(phrase) if _can_write(each, referents.names)]
    return [replace(each, is_direct=False) for each in who] if (len(who) > 1) == (number == "Plur") else []


def subject_of_clause_around(
    verb: Token, referents: Referents, subject_of: SubjectOf, number: str | None, depth: int
) -> list[Referent] | None:
    """The subject of the clause around one that leaves its own out, where it agrees; None where there is none.

    "Duarte dijo que viajará", "Perú, donde dijo que", and of a body "la FIFA anunció que prohibirán".
    """
    outer = clause_verb(verb.head) if verb.head.i != verb.i and verb.dep_ in SUBORDINATE else None
    if outer is None or outer.i == verb.i:
        return None
    subjects = [phrase for slot, phrase in arguments(outer) if slot == "subj" and not is_conjunction(phrase, outer)]
    if not subjects and depth < DEPTH and outer.dep_ == "conj" and grammatical_number(outer) == number:
        return [replace(each, is_direct=False) for each in subject_of(outer, set(), depth + 1)]
    for phrase in subjects:
        if phrase.i < verb.i:
            who = referents.doer(phrase)
            if not who and not referents.is_unnamed(phrase):
                continue  # "El empleo cae, por lo que pidió ayuda": no thing asks
            is_plural = len(who) > 1 or grammatical_number(outer) == "Plur"
            if is_plural == (number == "Plur") or referents.names.is_one_body(who):
                return [replace(each, is_direct=False) for each in who]
    return None


def _can_write(referent: Referent, names: Names) -> bool:
    return names.entity(referent.entity_id).entity_type in ("PER", "ORG")
