"""Who takes part in a meeting or visit by the clause around it: "en la reunión con Petro, Lula habló de Perú"."""

from functools import cache

from spacy.tokens import Token

from flows.extract.events.lexicon import participle, word_list
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.participants.scenes import is_held_in_city
from flows.extract.events.people import clause_of_somebody, is_doer, is_person
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.personal_objects import personal_object
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.syntax import (
    SUBJECTS,
    arguments,
    grammatical_number,
    has_morph,
    is_passive,
    is_verb,
    lemma_of,
    participle_form,
    preposition,
)
from flows.extract.events.triggers.light_verbs import container

OCCASION = frozenset({"tras", "luego", "después", "antes", "durante", "en"})
"""Prepositions of what something is done at, before or after."""

TRAVELS = frozenset({"visit", "attendance"})
"""Families of what people do together with those whom they bring: "viajó con su esposa"."""


def who_else(predicate: Predicate, actors: list[Referent]) -> list[Referent]:
    """Who takes part besides those whom a trigger's own phrases name.

    Args:
        predicate: the trigger.
        actors: those whom they name.
    """
    token, entry = predicate.token, predicate.entry
    is_joint = entry.frame.joint and entry.event_type == "CONSULT"
    if predicate.is_verb:
        is_travel = entry.family in TRAVELS and any(map(predicate.names.is_person, actors))
        companions = _companions(token, predicate) if is_travel else []
        return [*companions, *(_beside(predicate) if is_joint or is_travel else [])]
    if entry.frame.joint and len(actors) < 2:
        is_elsewhere = not actors and is_held_in_city(predicate)
        found = [*_company(token, predicate), *_gathered(token, predicate)]
        return found or (shared_subject(token, predicate.referents) if is_elsewhere else [])
    return _visitor(token, predicate) if entry.family == "visit" and not actors else []


def shared_subject(token: Token, referents: Referents) -> list[Referent]:
    """The parties of a bare meeting by the clause that it stands in: "tras la reunión, Lula y Petro hablaron".

    Also those who act for one body or country: "en la cumbre, los líderes de la UE acordaron".
    """
    verb = _verb_of_occasion(token)
    own = [phrase for slot, phrase in arguments(verb) if slot == "subj"] if verb is not None else []
    subjects = [each for phrase in own for each in referents.doer(phrase)]
    are_several = len(subjects) > 1 or any(has_morph(phrase, "Number=Plur") and is_doer(phrase) for phrase in own)
    return subjects if are_several else []


def _company(token: Token, predicate: Predicate) -> list[Referent]:
    """Who meets those that a meeting is said to be with or of: "en la reunión con Petro, Lula habló de Perú".

    Of a body's only who goes there or leads it: "Mora asistió a la reunión del Comité"; of one that is said to be
    nobody's only who leads it: "Mora presidió la reunión".
    """
    pictured = _pictured(token, predicate)
    if pictured:
        return pictured
    verb = _verb_of_occasion(token)
    heads = (token, *(child for child in token.rights if child.dep_ in ("amod", "acl")))  # "una cita prevista con Mora"
    phrases = [each for head in heads for each in arguments(head)]
    of = predicate.referents.of
    named = {slot for slot, phrase in phrases if (slot == "con" and is_person(phrase)) or of(phrase)}
    is_with = "con" in named and not named & {"de", "entre"}
    is_attended = verb is not None and _is_attended(token, verb) and "de" in named and "entre" not in named
    is_led = verb is not None and not named and _is_led(token, verb)
    if verb is None or not (is_with or is_attended or is_led):
        return []
    found = predicate.subjects.of(verb, set()) or predicate.referents.speech.cue_speaker(verb)
    guided = personal_object(verb, predicate.referents) if lemma_of(verb) == "acompañar" else []
    parties = map(predicate.names.as_party, (*found, *guided))
    return [each for each in parties if predicate.names.can_act(each)]


def _gathered(token: Token, predicate: Predicate) -> list[Referent]:
    """Who is said to go to a meeting or to lead it: "la reunión a la que asistió Mora", "presidida por Mora"."""
    attending = word_list("referents")["attending_verbs"]
    told = [*token.rights, token.head] if token.dep_ in SUBJECTS else [*token.rights]
    found: list[Referent] = []
    for word in told:
        if is_verb(word) and word.dep_ in ("acl", "acl:relcl") and lemma_of(word) in attending:
            found += predicate.subjects.of(word, set())
        if participle_form(word) in _leading():
            leaders = [phrase for slot, phrase in arguments(word) if slot == "por"]
            found += [each for phrase in leaders for each in predicate.referents.of(phrase)]
    return [each for each in map(predicate.names.as_party, found) if predicate.names.can_act(each)]


def _pictured(token: Token, predicate: Predicate) -> list[Referent]:
    """Who is at a meeting by the caption of a picture: "Ana Gil y Luis Mora, durante la reunión"."""
    is_caption = preposition(token) in OCCASION and token.head.dep_ == "ROOT" and token.head.i < token.i
    people = predicate.referents.of(token.head) if is_caption and predicate.names.named(token.head) else []
    return [each for each in people if predicate.names.is_person(each)]


def _companions(token: Token, predicate: Predicate) -> list[Referent]:
    """Who goes along: "viajó con su esposa, Ana Gil", "a una cita con Ana Gil"."""
    named = predicate.names.named
    hosts = [phrase for slot, phrase in arguments(token) if slot in ("a", "en") and named(phrase) is None]
    brought = [phrase for head in (token, *hosts) for slot, phrase in arguments(head) if slot == "con"]
    if grammatical_number(token) == "Plur":  # "viajaron el ministro, Luis Mora; y la alcaldesa, Ana Gil"
        brought += [phrase for slot, phrase in arguments(token) if slot == "obj" and phrase.i > token.i]
    return [each for phrase in brought for each in predicate.referents.doer(phrase) if predicate.names.is_person(each)]


def _beside(predicate: Predicate) -> list[Referent]:
    """Who does it together with those named: "se reunió, junto con Ana Gil, con Mora", "viajó acompañada de Mora"."""
    own = arguments(predicate.token)
    phrases = [phrase for slot, phrase in own if slot == "junto"]
    subjects = [phrase for slot, phrase in own if slot == "subj"]
    joined = [word for head in (predicate.token, *subjects) for word in head.children if _is_accompanied(word)]
    phrases += [phrase for word in joined for slot, phrase in arguments(word) if slot in ("de", "por")]
    return [each for phrase in phrases for each in predicate.referents.doer(phrase) if predicate.names.is_person(each)]


def _is_accompanied(word: Token) -> bool:
    return lemma_of(word).startswith("acompañad") or participle_form(word) == "acompañado"


def _visitor(token: Token, predicate: Predicate) -> list[Referent]:
    """Who is on a visit of which only the place is told: "durante una visita a Lima, Petro habló de Perú"."""
    verb = _verb_of_occasion(token)
    slots = {slot for slot, _ in arguments(token)}
    is_new = any(child.lower_ in ("un", "una") for child in token.lefts) or _is_state(token)
    if verb is None or not is_new or "de" in slots or is_passive(verb):
        return []
    return [each for each in predicate.subjects.of(verb, set()) if predicate.names.is_person(each)]


def _verb_of_occasion(token: Token) -> Token | None:
    """The verb that tells what was done at, or after, a meeting, or that somebody went there or planned it."""
    verb = clause_of_somebody(token)
    if verb is None:
        return None
    phrase = container(token)
    is_after = preposition(phrase) == "de" and phrase.head.lower_ in OCCASION and phrase.head.pos_ == "ADV"
    is_occasion = preposition(phrase) in OCCASION or is_after or _is_state(token)
    is_planned = token.dep_ == "obj" and lemma_of(verb) in word_list("referents")["planning_verbs"]
    return verb if is_occasion or is_planned or _is_attended(token, verb) else None


def _is_state(token: Token) -> bool:
    """Whether a noun says what somebody is doing: "está de visita", "se encuentra de gira"."""
    return preposition(token) == "de" and is_verb(token.head) and not any(c.dep_ == "det" for c in token.lefts)


def _is_attended(token: Token, verb: Token) -> bool:
    """Whether a verb says that somebody goes to what a noun tells, or leads it: "asistió a la reunión"."""
    is_gone_to = token.head.i == verb.i and lemma_of(verb) in word_list("referents")["attending_verbs"]
    return is_gone_to or _is_led(token, verb)


def _is_led(token: Token, verb: Token) -> bool:
    return token.head.i == verb.i and token.dep_ == "obj" and lemma_of(verb) in word_list("referents")["leading_verbs"]


@cache
def _leading() -> frozenset[str]:
    """Participles of what is led: "presidido"."""
    return frozenset(map(participle, word_list("referents")["leading_verbs"]))
