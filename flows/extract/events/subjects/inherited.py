"""The subject that a verb has from what it hangs on: "viajó y pidió", "quiere pedir", "la ministra que pidió"."""

from collections.abc import Callable

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.subjects.control import controlled_subject
from flows.extract.events.subjects.misread import disagrees, is_done_by_other, is_judged, is_told_in_work
from flows.extract.events.syntax import (
    RELATIVES,
    arguments,
    auxiliaries,
    clause_verb,
    grammatical_number,
    grammatical_person,
    has_morph,
    is_finite,
    is_passive,
    is_predicate,
    is_verb,
    lemma_of,
    preposition,
)
from flows.extract.events.triggers.conditions.surroundings import QUOTES

DEPTH = 4
"""How many verbs up a subject is looked for."""

RESULTING = frozenset(
    {"resultar", "quedar", "permanecer", "seguir", "continuar", "encontrar", "hallar", "estar", "ver"}
)
"""Verbs that say how somebody is: "resultó herido", "permanece detenido"."""

PLACES = frozenset({"donde", "cuando", "adonde"})

SubjectOf = Callable[[Token, set[int], int], list[Referent]]
"""Whom a verb has as its subject, given the words used already and how many verbs up from where it was asked."""


def inherited_subject(
    verb: Token, referents: Referents, subject_of: SubjectOf, used: set[int], depth: int
) -> list[Referent] | None:
    """The subject that a verb has from what it hangs on; None where it has none from there.

    Args:
        verb: a verb without a subject of its own.
        referents: what the article's phrases stand for.
        subject_of: the subjects of its verbs.
        used: words that lead to somebody already.
        depth: how many verbs down it stands from the one for which a subject is looked for.
    """
    head = verb.head
    if depth > DEPTH or head.i == verb.i:
        return None
    if verb.dep_ in ("acl", "acl:relcl") and not is_verb(head):
        return _of_noun(verb, head, referents, subject_of, used)
    head = _coordinated_with(verb)
    if verb.dep_ == "conj" and _is_in_headline(verb, head, referents):
        return referents.of(head)
    if not is_verb(head):
        return None if is_finite(verb) else _of_word_told_of(head, referents, subject_of, used, depth)
    if not is_finite(verb):
        controlled = controlled_subject(verb, head, referents)
        if controlled is not None:
            return controlled
    if _shares_subject(verb, head):
        if is_passive(head):
            return next((referents.doer(phrase) for slot, phrase in arguments(head) if slot == "subj"), [])
        return subject_of(head, used, depth + 1)
    if verb.dep_ == "conj" and grammatical_number(verb) == "Plur" and grammatical_number(head) == "Sing":
        who = subject_of(head, used, depth + 1)  # "la guerrilla felicitó a Mora y le pidieron"
        return who if referents.names.is_one_body(who) else None
    return None


def _of_noun(
    verb: Token, noun: Token, referents: Referents, subject_of: SubjectOf, used: set[int]
) -> list[Referent] | None:
    """Who does what is told of a noun: "la ministra que pidió", "su decisión de retirar"."""
    if not is_finite(verb):
        return _of_noun_with_infinitive(verb, noun, referents, subject_of, used)
    return referents.of(noun) if _is_about_its_noun(verb, referents) else None


def _of_noun_with_infinitive(
    infinitive: Token, noun: Token, referents: Referents, subject_of: SubjectOf, used: set[int]
) -> list[Referent]:
    """Who has the noun of "su decisión de retirar"; of "un pacto pendiente de recibir" the noun itself."""
    before = infinitive.doc[max(0, infinitive.left_edge.i - 1)]
    if before.pos_ == "ADJ" and before.head.i == noun.i != before.i:
        return referents.doer(noun)
    owners = [phrase for slot, phrase in arguments(noun) if slot == "de" and noun.i < phrase.i < infinitive.i]
    if owners and lemma_of(noun) in word_list("referents")["intentions"]:
        return referents.of(owners[0])  # "la decisión de Bolivia de no recibir a Mora"
    if is_predicate(noun):
        return subject_of(noun, used, DEPTH - 1)  # "Perú fue el primero en atacar"
    verb = clause_verb(noun)
    return subject_of(verb, used, DEPTH - 1) if verb is not None and verb.i != noun.i else []


def _is_about_its_noun(verb: Token, referents: Referents) -> bool:
    """Whether a relative clause has its noun for its subject: not "Oaxaca, donde pidió", "Mora, a quien acusó"."""
    relatives = [child for child in verb.lefts if child.lower_ == "que"]
    if any(is_judged(child, verb, referents) or is_done_by_other(child, verb, referents) for child in relatives):
        return False
    others = [phrase for slot, phrase in arguments(verb) if slot == "subj" and phrase.lower_ not in RELATIVES]
    is_done_to_other = any(disagrees(phrase, verb, referents.names) for phrase in others)
    if (others and not is_done_to_other) or is_told_in_work(verb, referents.names):
        return False
    return not any(
        child.lower_ in PLACES
        or (child.lower_ in RELATIVES and (preposition(child) or (child.dep_ == "obj" and not is_done_to_other)))
        for child in verb.lefts
    )


def _coordinated_with(verb: Token) -> Token:
    """What a verb hangs on; of a finite verb the last finite one before: "acusó a Mora de mentir y pidió".

    And not the one within a reported clause whose tense is another: "sostuvo que se debe a la crisis y culpó"; nor one
    in marks that close before: 'dijo que Mora "mintió" y exigió'.
    """
    head = verb.head
    if verb.dep_ == "advcl" and head.dep_ == "advmod":
        return head.head  # "viajó después de reunirse"
    if verb.dep_ != "conj" or not is_finite(verb):
        return head
    around = clause_verb(head.head) if _is_told_of_object(head) and _has_own_object(verb) else None
    if around is not None:
        return around
    for _ in range(DEPTH):
        is_inner = head.dep_ in ("xcomp", "ccomp", "advcl", "conj", "acl") and not is_finite(head)
        outer = clause_verb(head.head)
        if not (is_inner or _is_of_other_tense(verb, head) or _is_said_in_marks(head, verb)) or outer is None:
            break
        head = outer
    return head


def _is_told_of_object(verb: Token) -> bool:
    """Whether a relative clause says what somebody does with its noun: "la carta que Mora publicó"."""
    if verb.dep_ not in ("acl", "acl:relcl") or verb.head.pos_ != "NOUN":
        return False
    is_object = any(
        child.lower_ == "que" and child.dep_ in ("obj", "mark") and preposition(child) is None for child in verb.lefts
    )
    slots = [slot for slot, phrase in arguments(verb) if phrase.lower_ != "que"]
    return is_object and "subj" in slots and "obj" not in slots


def _has_own_object(verb: Token) -> bool:
    """Whether a verb has an object after it, so that no "que" before is its: "... que Mora publicó y negó el pacto"."""
    is_joined = any(child.lower_ in RELATIVES for child in verb.lefts)
    return not is_joined and any(slot in ("obj", "a") and phrase.i > verb.i for slot, phrase in arguments(verb))


def _is_of_other_tense(verb: Token, head: Token) -> bool:
    outer = clause_verb(head.head)
    is_joined = any(child.lower_ in RELATIVES for child in verb.lefts)
    return (
        outer is not None
        and head.dep_ in ("ccomp", "acl", "acl:relcl")
        and not is_joined
        and _tense(verb) == _tense(outer) != _tense(head)
        and _tense(head) in ("Pres", "Fut")
        and grammatical_number(verb) == grammatical_number(outer)
    )


def _is_said_in_marks(head: Token, verb: Token) -> bool:
    """Whether a verb stands in marks that close before another verb, which nobody says with it."""
    marks = sum(word.text in QUOTES for word in verb.doc[head.i : verb.i])
    return marks % 2 == 1 and head.dep_ in ("ccomp", "xcomp")


def _tense(verb: Token) -> str | None:
    words = (*auxiliaries(verb), verb)
    return next(
        (tense for word in words if has_morph(word, "VerbForm=Fin") for tense in word.morph.get("Tense", [])), None
    )


def _is_in_headline(verb: Token, head: Token, referents: Referents) -> bool:
    """Whether a verb is coordinated with one that a parse took for part of a name: "FARC felicita a X y pide"."""
    return is_finite(verb) and head.dep_ == "ROOT" and head.i == head.sent.start and bool(referents.names.named(head))


def _of_word_told_of(
    word: Token, referents: Referents, subject_of: SubjectOf, used: set[int], depth: int
) -> list[Referent] | None:
    """Of whom a word is told: "es el primero en atacar", "se vio obligado a", "la comisión encargada de investigar"."""
    if is_predicate(word):
        return subject_of(word, used, depth + 1)
    is_participle = has_morph(word, "VerbForm=Part")
    if is_participle and word.dep_ in ("obj", "xcomp", "obl") and lemma_of(word.head) in RESULTING:
        return subject_of(word.head, used, depth + 1)
    return referents.doer(word.head) if is_participle and word.dep_ in ("amod", "acl") else None


def _shares_subject(verb: Token, head: Token) -> bool:
    """Whether a verb is done by whoever does the one that it hangs on: coordinated with it, or without person."""
    if not is_finite(verb):
        return verb.dep_ in ("conj", "xcomp", "advcl", "ccomp", "aux", "mark", "obj", "obl")
    numbers = {grammatical_number(verb), grammatical_number(head)}
    persons = {grammatical_person(verb), grammatical_person(head)}  # "ellos cedieron y le pedimos calma"
    return verb.dep_ == "conj" and len(numbers - {None}) < 2 and len(persons - {None}) < 2
