"""Whether a time in a clause is an event's, or of something else there: "condenó la masacre de ayer"."""

import itertools

from spacy.tokens import Span, Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_person
from flows.extract.events.status import carriers
from flows.extract.events.syntax import (
    ancestors,
    has_morph,
    is_finite,
    is_verb,
    lemma_of,
    preposition,
)

SAME_TIME = frozenset({"cuando", "donde", "mientras"})
"""Words that begin a clause which happens when the one around it does."""

WITH_THEIR_CLAUSE = frozenset({"ROOT", "conj", "advcl", "ccomp", "xcomp", "parataxis"})
"""How a participle hangs that tells what its clause tells; others only say who somebody is: "al destituido Mora"."""

REASONS = frozenset({"por", "sobre", "contra", "ante", "tras", "desde"})
"""Prepositions before what happened earlier than the clause they stand in."""

NOT_THEN = frozenset({"para", "tras", "ante", "contra"})
"""Prepositions before what has a time of its own in the clause: "criticó a Mora tras la marcha del lunes"."""

OCCASIONS = frozenset({"en", "durante"})
"""Prepositions before the occasion of a deed, whose time it has: "en la reunión del lunes pidió unidad"."""

COMPLEMENTS = frozenset({"ccomp", "xcomp", "csubj"})
"""How what is said, asked or promised hangs on its verb."""

SEQUELS = frozenset({"tras", "después", "luego", "antes", "sin"})
"""Words that begin an infinitive of what was done at another time: "fue nombrado el lunes tras dimitir Mora"."""

BREAKS = frozenset('.:;"«»“”()¿')
"""Marks that part what is told at one time from the rest of a sentence."""

LOOKING_BACK = frozenset({"agradecer"})
"""Verbs of what one does about an event that was before: "el lunes agradeció el apoyo"."""

DOERS = frozenset({"responsable", "instigador", "cómplice", "partícipe", "culpable", "sospechoso", "implicado"})
"""Words that say whose a deed is: "el presunto responsable del ataque"."""


def shares_time(verb: Token) -> bool:
    """Whether a clause happens when the one around it does: coordinated, not finite, or with "cuando", "donde".

    Not a participle: "el lunes murió un joven herido en la protesta".
    """
    if is_mere_participle(verb):
        return False
    if any(child.lower_ in SAME_TIME for child in verb.lefts):
        return True
    return verb.dep_ == "conj" or not is_finite(verb)


def relative_of_time(clause: Span) -> bool:
    """Whether a clause begins with a relative of what it happens on: "cuando", "en la que", "en el cual"."""
    opening = [word.lower_ for word in clause[:3]]
    return opening[:1] == ["cuando"] or (opening[:1] == ["en"] and bool({"que", "cual"} & set(opening[1:])))


def is_mere_participle(word: Token) -> bool:
    """Whether a participle only says which thing or who: "una medida solicitada por Mora", "al destituido ministro"."""
    return has_morph(word, "VerbForm=Part") and word.dep_ not in WITH_THEIR_CLAUSE and not is_finite(word)


def is_time_of(time: Token, verb: Token) -> bool:
    """Whether a time in a verb's clause is the verb's, not of a thing there: "en la reunión del lunes"."""
    between = [time, *itertools.takewhile(lambda above: above.i != verb.i, ancestors(time))]
    if any(preposition(above) in NOT_THEN for above in between):
        return False
    return preposition(time) != "de" or (time.head.pos_ == "NOUN" and preposition(time.head) in OCCASIONS)


def is_thing_acted_on(noun: Token, verb: Token) -> bool:
    """Whether a clause tells what is done about an event: "el lunes condenó la invasión"; Monday it was condemned."""
    under = noun
    for above in ancestors(noun):
        if above.i == verb.i:
            break
        under = above
    if under.i != noun.i and preposition(noun) != "de":
        return False
    lemma = lemma_of(verb)
    is_carried = lemma in carriers() or lemma in word_list("referents")["leading_verbs"]
    return under.dep_ == "obj" and (not is_carried or lemma in LOOKING_BACK)


def is_whose(noun: Token, verb: Token) -> bool:
    """Whether an event only says who somebody is: "el lunes fue imputado como autor del ataque"; it was before."""
    person = noun.head
    is_somebody = is_person(person) or lemma_of(person) in DOERS
    return person.i != verb.i and preposition(noun) == "de" and is_somebody


def is_finite_predicate(word: Token) -> bool:
    """Whether a noun or adjective is what a finite "ser" says of somebody: "fue víctima"."""
    return any(child.dep_ == "cop" and is_finite(child) for child in word.lefts)


def is_reason(noun: Token, verb: Token) -> bool:
    """Whether an event is why or what a clause is about, and was before it: "el lunes fue condenado por el ataque"."""
    for word in (noun, *ancestors(noun)):
        if word.i == verb.i:
            return False
        if preposition(word) in REASONS:
            return True
    return False


def are_apart(time: Token, token: Token) -> bool:
    """Whether a clause of its own parts a time from a word: "condenó la masacre ocurrida ayer", "según dijo ayer"."""
    above_time, above_token = (time, *ancestors(time)), (token, *ancestors(token))
    shared = {word.i for word in above_time} & {word.i for word in above_token}
    return any(_is_own_clause(word) for word in (*above_time, *above_token) if word.i not in shared)


def are_parted(time: Token, token: Token) -> bool:
    """Whether another verb, a new clause or marks stand between a time and a word: "lo negó y publicó ayer una carta".

    Not a verb on which the word hangs ("anunció el lunes que deja el cargo"), nor one that says which occasion it was
    ("lo pidió en una carta publicada ayer").
    """
    above = {token.i, *(word.i for word in ancestors(token))}
    first, last = sorted((time.i, token.i))
    return any(
        word.text in BREAKS or word.lower_ in SAME_TIME | SEQUELS or (word.i not in above and _tells_another_deed(word))
        for word in token.doc[first + 1 : last]
    )


def _tells_another_deed(word: Token) -> bool:
    if is_mere_participle(word):
        return preposition(word.head) not in OCCASIONS
    return is_verb(word)


def _is_own_clause(verb: Token) -> bool:
    if not is_verb(verb):
        return False
    links = {child.lower_ for child in verb.lefts}
    if "Inf" in verb.morph.get("VerbForm", []):
        return bool(links & SEQUELS)
    return bool(links & {"según", "como"}) or (verb.dep_.startswith("acl") and not links & SAME_TIME)


def is_told_by(word: Token, token: Token) -> bool:
    """Whether a clause is what a deed says or asks, or what is said with it: "lo negó al recordar que en 2010 votó"."""
    if word.dep_ not in COMPLEMENTS:
        return False
    return word.head.i == token.i or (is_finite(word) and all(above.i != word.i for above in ancestors(token)))
