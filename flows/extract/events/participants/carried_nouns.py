"""Who does and who receives what a noun says, by the verb that carries it: "Israel lanzó un ataque contra Irán"."""

from spacy.tokens import Token

from flows.extract.events.lexicon import lemma_forms, word_list
from flows.extract.events.participants.addressed import who_is_addressed
from flows.extract.events.participants.clitics import whom_clitic_means
from flows.extract.events.participants.phrase_parties import parties_of_phrase
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.participants.prepositional_arguments import of_head
from flows.extract.events.referents.names import Referent
from flows.extract.events.subjects.headlines import name_after
from flows.extract.events.subjects.stated import stated_subject
from flows.extract.events.syntax import SUBJECTS, arguments, is_passive, is_predicate, is_verb, lemma_of, preposition
from flows.extract.events.triggers.light_verbs import container, doer_after
from flows.extract.events.triggers.opening_verbs import opens_sentence

HELD_IN = frozenset({None, "a", "bajo", "en"})
"""Prepositions of what somebody is held in: "entró en prisión", "sigue bajo arresto"; not "volvió tras el arresto"."""

SAID_OF_THINGS = frozenset({"ACCUSE", "SUPPORT", "REJECT"})
"""Types of what is said of somebody's work as of himself: "su plan recibió críticas"."""

HEADLINE = 8
"""How many words behind the first of a headline its object can stand."""


def doer_by_verb(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who does what a noun says: the subject of the verb that carries it, or of whom the noun is said to be."""
    noun, light = predicate.token, predicate.light_verb
    if _holding_verb(predicate) is not None:
        return []
    if light is None:
        return _of_whom_it_is_said(predicate) or _with_means(predicate, used) or _by_headline(predicate)
    verb, is_reversed = light
    if is_reversed:
        return predicate.subjects.of(verb, used) if predicate.is_joint else []  # "recibió una llamada de Mora"
    if is_passive(verb):
        return of_head(verb, "por", predicate, used)
    if noun.dep_ in SUBJECTS and verb.i == noun.head.i:
        return _name_beside(verb, predicate, used)
    after = doer_after(verb) if verb.head.i == noun.i else None
    return predicate.referents.doer(after) if after is not None else predicate.subjects.of(verb, used)


def receiver_by_verb(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who receives what a noun says: whom the verb is done to that carries it; of "recibió apoyo" its subject."""
    holding = _holding_verb(predicate)
    if holding is not None:
        return predicate.subjects.of(holding, set())
    suffering = _suffering(predicate.token)
    if suffering is not None:
        return _who_suffers(suffering, predicate)
    if predicate.light_verb is None:
        return who_is_addressed(predicate)
    verb, is_reversed = predicate.light_verb
    if is_reversed:
        return predicate.subjects.of(verb, set()) or _whose_work(verb, predicate)
    for slot, phrase in arguments(verb):
        if slot in ("a", "contra", "para") and phrase.i not in used:
            found = parties_of_phrase(phrase, predicate)
            if found:
                return found
    for_whom = [phrase for slot, phrase in arguments(predicate.token) if slot == "por"]
    felt = [each for phrase in for_whom for each in parties_of_phrase(phrase, predicate)]
    return whom_clitic_means(verb, predicate.referents, predicate.subjects, is_dative=True) or felt


def _whose_work(verb: Token, predicate: Predicate) -> list[Referent]:
    """Whose the thing is that gets praise or blame: "el plan de Mora recibió críticas"."""
    if predicate.event_type not in SAID_OF_THINGS or predicate.is_charge:
        return []
    thing = stated_subject(verb, predicate.referents, {predicate.token.i})
    return predicate.referents.of(thing) if thing is not None else []


def _holding_verb(predicate: Predicate) -> Token | None:
    """The verb whose subject is held in a prison: "estuvo en la cárcel", "cumple prisión preventiva"."""
    if predicate.entry.mode != "arrest":
        return None
    noun, verbs = predicate.token, word_list("referents")["held_verbs"]
    if any(child.dep_ == "cop" and lemma_of(child) in verbs for child in noun.lefts):
        return noun  # a parse has "en la cárcel" for what is said of him
    is_governed = noun.dep_ in ("obj", "obl") and is_verb(noun.head) and not is_passive(noun.head)
    is_governed &= preposition(noun) in HELD_IN or (preposition(noun) == "con" and _is_bare(noun))
    return noun.head if is_governed and lemma_of(noun.head) in verbs else None


def _of_whom_it_is_said(predicate: Predicate) -> list[Referent]:
    """Of whom a noun is said to be: "las felicitaciones son por parte de la FIFA"."""
    noun, head = predicate.token, predicate.token.head
    is_said = noun.dep_ in SUBJECTS and not is_verb(head) and preposition(head) in ("por", "de")
    return predicate.referents.of(head) if is_said else []


def _by_headline(predicate: Predicate) -> list[Referent]:
    """Who does what the noun behind a headline's verb and name tells: "Anuncia Perú sanciones contra Irán"."""
    noun, opening = predicate.token, predicate.token.doc[predicate.token.sent.start]
    if noun.i - opening.i > HEADLINE or not opens_sentence(opening):
        return []
    if lemma_forms()["verb", opening.lower_] not in word_list("referents")["support_verbs"]:
        return []
    name = name_after(opening, predicate.names)
    mention = predicate.names.named(name) if name is not None else None
    is_behind = mention is not None and predicate.names.mention_at.get(noun.i - 1) == mention
    return predicate.names.of_mention(mention) if mention is not None and is_behind else []


def _with_means(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who does something with what a noun says: "respondió con acusaciones de fraude"."""
    noun, verb = predicate.token, predicate.token.head
    is_means = noun.dep_ == "obl" and preposition(noun) == "con" and _is_bare(noun)
    return predicate.subjects.of(verb, used) if is_means and is_verb(verb) and not is_passive(verb) else []


def _suffering(noun: Token) -> Token | None:
    """The noun that says who undergoes another: "fue víctima de un atentado", "ha sido blanco de críticas"."""
    phrase = container(noun)
    above = phrase.head
    is_inside = preposition(phrase) == "de" and phrase.dep_ in ("nmod", "obl") and above.i < phrase.i
    return above if is_inside and lemma_of(above) in word_list("referents")["suffering"] else None


def _who_suffers(noun: Token, predicate: Predicate) -> list[Referent]:
    """Of whom it is said that they are the victim of something: "Mora es víctima de", "Mora, víctima de"."""
    if is_predicate(noun):
        return predicate.subjects.of(noun, set())
    if noun.dep_ == "appos":
        return predicate.referents.of(noun.head)
    return []


def _is_bare(noun: Token) -> bool:
    return not any(child.dep_ in ("det", "nummod") for child in noun.lefts)


def _name_beside(verb: Token, predicate: Predicate, used: set[int]) -> list[Referent]:
    """The name right after a headline's verb, of which a parse takes the noun for the subject: "Pide Perú paz"."""
    own = stated_subject(verb, predicate.referents, {*used, predicate.token.i})
    is_name = own is not None and own.i == verb.i + 1 and predicate.names.named(own)
    return predicate.referents.of(own) if own is not None and is_name else []
