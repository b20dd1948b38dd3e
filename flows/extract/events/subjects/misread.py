"""What a parse takes for a verb's subject and is none: a "que" that joins, what is judged, the rest of a name."""

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_person
from flows.extract.events.referents.names import Names
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import (
    arguments,
    clause_verb,
    conjuncts,
    grammatical_number,
    has_morph,
    is_passive,
    lemma_of,
    preposition,
    reflexive,
)
from flows.extract.quotes.lexicon.cues import cue_forms

MEDIA = frozenset({"en", "para", "a", "ante"})
"""Prepositions of where something is told."""


def can_be_subject(phrase: Token, verb: Token, referents: Referents) -> bool:
    """Whether what a parse has for a subject can be one: no "que" that joins, no region after the verb.

    Nor the rest of a name after a preposition, which a parse may tear apart: "insta a Fondo Andino".
    """
    names = referents.names
    if is_conjunction(phrase, verb) or is_done_by_other(phrase, verb, referents):
        return False
    if phrase.lower_ == "que" and is_told_in_work(verb, names):
        return False
    if is_judged(phrase, verb, referents) or disagrees(phrase, verb, names):
        return False
    mention = names.named(phrase)
    if mention is None:
        return True
    place = phrase.i
    while place > verb.sent.start and names.named(verb.doc[place - 1]) == mention:
        place -= 1
    is_torn = place < phrase.i and preposition(verb.doc[place]) is not None
    is_place = phrase.i > verb.i and names.is_mere_place(mention.entity_id, mention.text)
    return not is_torn and not is_place


def disagrees(phrase: Token, verb: Token, names: Names) -> bool:
    """Whether one person or place stands after a verb in the plural, and so undergoes it: "que atacaron Perú"."""
    mention = names.named(phrase)
    is_one = mention is not None and mention.mention_type in ("PER", "LOC") and len(conjuncts(phrase)) == 1
    is_after = phrase.i > verb.i and not phrase.lower_.endswith("s")
    return is_one and is_after and grammatical_number(verb) == "Plur"


def is_conjunction(word: Token, verb: Token) -> bool:
    """Whether a "que" read as a subject joins a clause to one before: "dijo que viajará y que verá a Petro"."""
    return word.lower_ == "que" and verb.dep_ not in ("acl", "acl:relcl", "advcl")


def is_done_by_other(word: Token, verb: Token, referents: Referents) -> bool:
    """Whether "que" is of several things and its verb of one doer: "las críticas que lanzó", "los informes que dio"."""
    noun = verb.head
    is_relative = word.lower_ == "que" and verb.dep_ in ("acl", "acl:relcl") and preposition(word) is None
    are_things = noun.pos_ == "NOUN" and has_morph(noun, "Number=Plur") and not is_person(noun)
    is_of_one = is_relative and are_things and grammatical_number(verb) == "Sing" and reflexive(verb) is None
    return is_of_one and not referents.of(word)


def is_judged(phrase: Token, verb: Token, referents: Referents) -> bool:
    """Whether a thing that a parse has for the subject of a judgement is what is judged.

    "El pacto, que calificó de histórico", "en el que condena los hechos".
    """
    if lemma_of(verb) not in word_list("referents")["judging_verbs"] or is_passive(verb):
        return False
    if any(slot in ("obj", "a") and other.i != phrase.i for slot, other in arguments(verb)):
        return False
    if phrase.lower_ == "que":
        nouns = [verb.head, verb.head.head] if verb.head.dep_ in ("nmod", "flat") else [verb.head]
        is_clause = verb.dep_ in ("acl", "acl:relcl") and not any(child.dep_ == "ccomp" for child in verb.rights)
        return is_clause and any(noun.pos_ == "NOUN" and not referents.doer(noun) for noun in nouns)
    is_thing = phrase.pos_ == "NOUN" and referents.names.named(phrase) is None and not is_person(phrase)
    return is_thing and phrase.i > verb.i and reflexive(verb) is None


def is_told_in_work(verb: Token, names: Names) -> bool:
    """Whether a parse hung a reported clause on a work or programme: "contó en La Luna que viajará"."""
    mention, teller = names.named(verb.head), clause_verb(verb.head)
    is_work = mention is not None and mention.mention_type == "MISC" and preposition(verb.head) in MEDIA
    return is_work and teller is not None and teller.lower_ in cue_forms()


def is_done_to(verb: Token, phrase: Token, names: Names) -> bool:
    """Whether what looks like a subject undergoes the verb: "se impusieron sanciones"; not "se reunió el juez"."""
    if lemma_of(verb) in word_list("referents")["reflexive_verbs"] and is_person(phrase):
        return False
    is_after = reflexive(verb) is not None and phrase.i > verb.i
    return is_after and phrase.pos_ == "NOUN" and not names.named(phrase)
