"""The words that carry an event's noun: "lanzó un ataque", "una carta de felicitación", "la ayuda enviada"."""

from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_person
from flows.extract.events.status import carriers, carries_off
from flows.extract.events.syntax import (
    DEFINITE,
    SUBJECTS,
    arguments,
    gender_and_number,
    grammatical_number,
    has_morph,
    is_finite,
    is_passive,
    is_verb,
    lemma_of,
    preposition,
)

PARTICIPLES = frozenset({"amod", "acl"})
"""What a parse makes of a participle beside a noun."""

GAINED = frozenset({"obtener", "conseguir", "lograr"})
"""Verbs whose subject brings a charge about, though of other nouns it is who has them: "obtuvo una condena"."""

NEW = frozenset({"un", "una"})
"""Articles of what is told first: "la apertura de una investigación"."""

CARRYING_PREPOSITIONS = frozenset({None, "a", "con"})
"""Those of a noun that a verb carries out: "accedió a la visita"; not "declaró tras dos demandas"."""


def light_verb(noun: Token, *, is_joint: bool, is_charge: bool) -> tuple[Token, bool] | None:
    """The verb that a noun does its work with, and whether its subject undergoes the noun.

    It governs the noun or tells of it: "lanzó un ataque", "el ataque que lanzó".

    Args:
        noun: the noun, "ataque".
        is_joint: whether it is done by all its parties together, which any preposition can stand with: "en la reunión".
        is_charge: whether one has it who undergoes it: "tiene una denuncia".
    """
    lists = word_list("referents")
    noun = container(noun)
    first = first_of_list(noun)
    is_governed = first.dep_ in ("obj", "nsubj", "iobj")
    is_governed |= noun.dep_ == "obl" and (is_joint or preposition(noun) in CARRYING_PREPOSITIONS)
    verbs = [first.head] if is_governed else []
    telling = [verb for verb in noun.rights if _is_of_object(verb) or (is_joint and _is_with_whom(verb))]
    verbs = [verb for verb in (*verbs, *telling) if not carries_off(verb)]
    for verb in verbs:
        if lemma_of(verb) == "celebrar" and not is_joint and _is_known(noun):
            continue  # "celebró la liberación de Mora"
        if is_verb(verb) and is_charge and lemma_of(verb) in GAINED:
            return verb, False
        if is_verb(verb) and lemma_of(verb) == "pedir" and lemma_of(noun) in lists["apologies"]:
            return verb, False  # "pidió perdón"
        if is_verb(verb) and lemma_of(verb) in lists["support_verbs"]:
            return verb, is_charge and lemma_of(verb) == "tener" and verb.nbor().lower_ != "que"
        if is_verb(verb) and lemma_of(verb) in lists["aspectual_verbs"] and _has_subject_before(verb, noun):
            return verb, False
        if is_verb(verb) and lemma_of(verb) in lists["deciding_verbs"] and not _is_known(noun):
            return verb, False
        is_received = noun.head.i != verb.i or preposition(noun) in CARRYING_PREPOSITIONS  # not "pidió en la cita"
        if is_verb(verb) and lemma_of(verb) in lists["reversed_verbs"] and is_received:
            return verb, True
    return None


def first_of_list(noun: Token) -> Token:
    """The noun that a verb takes with another after it: "impuso una cuarentena y un toque de queda"."""
    is_in_list = noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and preposition(noun) is None
    return noun.head if is_in_list and noun.head.dep_ == "obj" else noun


def container(noun: Token) -> Token:
    """What a verb takes in a noun's place: "abrió una carpeta de investigación"."""
    above = noun.head
    determiners = {child.lower_ for child in noun.lefts if child.dep_ == "det"}
    is_inside = noun.dep_ == "nmod" and preposition(noun) == "de" and determiners <= NEW
    return above if is_inside and lemma_of(above) in word_list("referents")["containers"] else noun


def carrying_participles(noun: Token) -> Iterator[Token]:
    """The participles that only carry a noun, also those that a parse hung on a noun inside."""
    yield from filter(is_carrying, (*noun.rights, *_stray_participles(noun)))


def is_carrying(participle: Token) -> bool:
    """Whether a participle only carries its noun: "las sanciones impuestas por Francia"."""
    is_read_so = has_morph(participle, "VerbForm=Part") or participle.lower_.rstrip("s").endswith(("do", "da"))
    is_participle = is_read_so and participle.dep_ in PARTICIPLES
    return is_participle and lemma_of(participle) in carriers()


def _stray_participles(noun: Token) -> Iterator[Token]:
    """Participles that a parse hung on a noun inside: "la denuncia por acoso en marzo, presentada por Mora"."""
    for word in noun.doc[noun.i + 1 : noun.right_edge.i + 1]:
        if word.dep_ not in PARTICIPLES:  # most words
            continue
        above = word.head
        is_inside = above.i != noun.i and above.pos_ == "NOUN" and above.i < word.i
        if is_inside and gender_and_number(word) == gender_and_number(noun) != gender_and_number(above):
            yield word


def _has_subject_before(verb: Token, noun: Token) -> bool:
    """Whether somebody begins or ends something, and it does not do so itself: "Mora inició una visita"."""
    return noun.i > verb.i and (not is_finite(verb) or any(child.dep_ in SUBJECTS for child in verb.lefts))


def _is_known(noun: Token) -> bool:
    """Whether a noun is of something told before, which somebody else may have done: "la petición", "su visita"."""
    return any(child.lower_ in DEFINITE or child.lower_ in ("su", "sus") for child in noun.lefts)


def _is_of_object(verb: Token) -> bool:
    """Whether a relative clause tells what is done: "el ataque que lanzó Israel", "que fue lanzado por Israel"."""
    return verb.dep_ in ("acl", "acl:relcl") and any(
        child.lower_ == "que"
        and preposition(child) is None
        and (child.dep_ == "obj" or is_passive(verb) or doer_after(verb) is not None or _is_of_one(verb))
        for child in verb.lefts
    )


def _is_of_one(verb: Token) -> bool:
    """Whether somebody does what a noun in the plural tells: "las críticas que lanzó"."""
    return has_morph(verb.head, "Number=Plur") and grammatical_number(verb) == "Sing"


def _is_with_whom(verb: Token) -> bool:
    """Whether a relative clause tells with whom one meets, its "que" read as who does: "la cita que tuvo con Mora"."""
    slots = {slot for slot, phrase in arguments(verb) if phrase.lower_ != "que"}
    is_about_noun = verb.dep_ in ("acl", "acl:relcl") and any(child.lower_ == "que" for child in verb.lefts)
    return is_about_noun and "con" in slots and slots.isdisjoint(("subj", "obj"))


def doer_after(verb: Token) -> Token | None:
    """Who does what a relative clause tells, where a parse has it for the object: "el ataque que lanzó el Ejército"."""
    relative = [child for child in verb.lefts if child.lower_ == "que" and child.dep_ in SUBJECTS]
    objects = [child for child in verb.rights if child.dep_ == "obj" and preposition(child) is None]
    is_doer_read_so = len(objects) == 1 and (objects[0].pos_ == "PROPN" or is_person(objects[0]))
    return objects[0] if relative and is_doer_read_so else None
