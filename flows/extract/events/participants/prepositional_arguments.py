"""Who stands with a preposition at a trigger, or where a parse hung it instead: "busca apoyo de China"."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.participants.agents import agent, agent_beside, is_by_doer, is_for_whom, stray_agent
from flows.extract.events.participants.coordinated import sharing_words
from flows.extract.events.participants.phrase_parties import parties_of_phrase
from flows.extract.events.participants.possessors import against_whom
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import arguments, conjuncts, is_verb, lemma_of, preposition
from flows.extract.events.triggers.light_verbs import carrying_participles, container, is_carrying

AFTER_OBJECT = frozenset({"a", "con", "contra", "hacia", "sobre", "ante"})
"""Prepositions of a noun's argument that a parse may hang on the verb that the noun is the object of."""

DOERS = frozenset({"nsubj", "obj"})
"""What a parse has for who holds a meeting, where it follows the verb: "la reunión que tuvo el ministro con Mora"."""

APART = frozenset({"por", "contra"})
"""Prepositions that say nothing of the name before them."""

PARTICIPLE_ENDS = ("do", "da", "dos", "das", "to", "ta", "tos", "tas")

WITH_WHOM = frozenset({"con", "entre"})
"""Prepositions of those who meet."""

MEETING_WITHIN = 8
"""How many words after a meeting may stand with whom it is, where a parse hung that elsewhere."""

BETWEEN = frozenset({"ADJ", "ADV", "ADP", "DET", "NUM"})
"""What may stand between, besides a place."""

WITH = re.compile(r" con (?:el |la |los |las )?(.+)")
"""With whom an agreement is where that is part of its name."""

NESTING = 2
"""How deep in a phrase an argument that belongs further out is looked for."""


def by_preposition(slot: str, predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who stands with a preposition at a trigger; phrases that lead to somebody are marked as used."""
    for head in _heads(slot, predicate):
        found = of_head(head, slot, predicate, used)
        if found:
            return found
    if slot == "a" and predicate.is_verb:
        return _of_misread_verb(predicate)
    if slot == "contra":
        return against_whom(predicate)
    if slot not in WITH_WHOM or not predicate.is_joint:
        return []
    return _right_after(slot, predicate) or (_named_in_treaty(predicate) if slot == "con" else [])


def of_head(head: Token, slot: str, predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who stands with a preposition at one word; of a passive's "por" also where a parse hung it elsewhere."""
    is_by = slot == "por" and predicate.role == "actor"
    found: list[Referent] = []
    for name, phrase in (*arguments(head), *_hung_on_names(head, slot, predicate)):
        is_itself = phrase.i == predicate.token.i  # "la apertura de una investigación"
        is_argument = name == slot and phrase.i not in used and not is_itself and _is_behind(head, phrase, predicate)
        if _is_of_meeting_before(phrase, predicate):
            continue
        is_by_whom = slot == "por" and predicate.role == "recipient" and is_by_doer(phrase)
        if is_argument and not is_by_whom and not (slot == "por" and is_for_whom(phrase, predicate)):
            parties = agent(phrase, predicate) if is_by else parties_of_phrase(phrase, predicate)
            if parties:
                used.add(phrase.i)
                found += parties
    if not found and slot == "por" and predicate.is_passive:
        return stray_agent(predicate, used)
    if not found and is_by and head.i == predicate.token.i and not predicate.is_verb:
        return agent_beside(predicate, used)
    return found


def _hung_on_names(head: Token, slot: str, predicate: Predicate) -> Iterator[tuple[str, Token]]:
    """What a parse takes for the end of the name before it: "la destitución de [Ana Gil por el Congreso]".

    Not "el Gobierno de Mora", which is one phrase whatever a parse makes of it.
    """
    if slot not in APART:
        return
    named = predicate.names.named
    for _, phrase in arguments(head):
        for child in phrase.rights:
            is_apart = named(child) is not None and named(child) != named(phrase)
            if child.dep_ == "flat" and is_apart and preposition(child) == slot:
                yield slot, child


def _heads(slot: str, predicate: Predicate) -> Iterator[Token]:
    """Where a prepositional argument of the trigger may hang: on itself, or wrongly on a phrase inside it.

    "entrega de armas estadounidenses a Ucrania", "busca apoyo de China", "las sanciones impuestas por Occidente".
    """
    token = predicate.token
    if slot == "entre" and predicate.is_verb and predicate.is_joint:
        yield from _of_participle(predicate)
        return
    yield token
    yield from _phrases_inside(slot, predicate)
    yield from sharing_words(predicate)
    if not predicate.is_verb:
        yield from _verbs_around(slot, predicate)
    outer = token if predicate.is_verb else container(token)
    if outer.i != token.i:
        yield outer  # "una carta de felicitación de parte de Mora"
        yield from filter(is_carrying, outer.rights)
    if not predicate.is_verb:
        yield from carrying_participles(token)
        yield from _held_participles(slot, predicate)
        if slot == "contra":
            yield from (verb for verb in token.rights if verb.dep_ in ("acl", "acl:relcl") and is_verb(verb))


def _of_participle(predicate: Predicate) -> Iterator[Token]:
    """A participle and its noun, on which a parse may hang "entre": "el pacto firmado entre Perú y Chile"."""
    token = predicate.token
    if predicate.is_passive:
        yield token
        if token.dep_ in ("amod", "acl"):
            yield token.head


def _phrases_inside(slot: str, predicate: Predicate) -> Iterator[Token]:
    through = {"obj", "de", "ante"} if predicate.is_verb else {"de", "ante"}
    through |= {"subj"} if predicate.is_joint and slot == "con" else set()  # "se reunió el ministro de Perú con Mora"
    through |= {"con"} if slot == "contra" else set()  # "un ataque con misiles contra Mora"
    if slot == "de" and not predicate.is_verb:
        through = set()
    layer = [predicate.token]
    for _ in range(NESTING):
        layer = [
            each
            for head in layer
            for name, phrase in arguments(head)
            if name in through and phrase.i > head.i
            for each in conjuncts(phrase)
            if _is_open(each, slot, predicate)
        ]
        yield from layer


def _is_open(phrase: Token, slot: str, predicate: Predicate) -> bool:
    """Whether an argument of a verb may hang on its object: on a thing, and only "de" on what is itself done."""
    if not predicate.is_verb:
        return True
    named = predicate.names.named(phrase)
    if named is not None:
        is_court = slot == "contra" and preposition(phrase) == "ante"  # "una denuncia ante la OEA contra Perú"
        return named.mention_type == "MISC" or is_court
    inner = predicate.trigger_of(phrase)
    return slot in ("de", "desde", "por", "en") or inner is None or inner.event_type == predicate.event_type


def _verbs_around(slot: str, predicate: Predicate) -> Iterator[Token]:
    """The verbs of which a noun is the object: "remarcó el apoyo del FMI a las reformas", "sigue su gira en Perú"."""
    noun, light = predicate.token, predicate.light_verb
    is_sent = slot == "a" and predicate.is_charge and lemma_of(noun.head) in word_list("referents")["sending_verbs"]
    if noun.dep_ == "obj" and not is_sent and (slot in AFTER_OBJECT or (slot == "en" and predicate.is_visit)):
        yield noun.head
    if light is not None and light[0].head.i == noun.i and slot in AFTER_OBJECT:
        yield light[0]  # "la reunión que tuvo con Mora"
        yield from (child for child in light[0].rights if predicate.is_joint and child.dep_ in DOERS)


def _held_participles(slot: str, predicate: Predicate) -> Iterator[Token]:
    """What else says of a meeting that it is held or to be held: "la reunión prevista entre Mora y Gil"."""
    if predicate.is_joint and slot in ("con", "entre"):
        for child in predicate.token.rights:
            if child.dep_ in ("amod", "acl") and child.lower_.endswith(PARTICIPLE_ENDS) and not is_carrying(child):
                yield child


def _right_after(slot: str, predicate: Predicate) -> list[Referent]:
    """With whom a meeting is whose phrase a parse hung further out: "habló tras su reunión en Lima con Mora"."""
    token = predicate.token
    for word in () if predicate.is_verb else token.doc[token.i + 1 : min(token.sent.end, token.i + MEETING_WITHIN)]:
        mention = predicate.names.named(word)
        is_place = mention is not None and mention.mention_type == "LOC"
        if word.pos_ not in BETWEEN and not is_place:
            break
        if word.lower_ == slot and word.dep_ == "case":
            return parties_of_phrase(word.head, predicate)
    return []


def _of_misread_verb(predicate: Predicate) -> list[Referent]:
    """Whom a headline's verb is done to that a parse takes for a name or adjective: "Mora felicita a Gil"."""
    token, names = predicate.token, predicate.names
    if is_verb(token):
        return []
    place, subject = token.i + 1, names.mention_at.get(token.i + 1)
    while subject is not None and names.mention_at.get(place) == subject:
        place += 1  # "Acusa Perú a Chile"
    if place + 1 >= token.sent.end or token.doc[place].lower_ not in ("a", "al"):
        return []
    return parties_of_phrase(token.doc[place + 1], predicate)


def _is_of_meeting_before(phrase: Token, predicate: Predicate) -> bool:
    """Whether a phrase stands right after a meeting that it is with: "pidió calma tras su reunión con Mora"."""
    place = phrase.left_edge.i
    if phrase.doc[place].lower_ not in WITH_WHOM or place == 0:
        return False
    before = phrase.doc[place - 1]
    noun = before.head if before.dep_ == "amod" and before.head.i == before.i - 1 else before
    outer = noun.head if noun.dep_ == "nmod" and preposition(noun) == "de" else noun
    is_object = outer.head.i == predicate.token.i and preposition(outer) is None  # "cerró un acuerdo con Mora"
    is_other = noun.pos_ == "NOUN" and noun.i != predicate.token.i and not is_object
    entry = predicate.trigger_of(noun) if is_other else None
    return entry is not None and entry.part_of_speech == "noun" and entry.frame.joint


def _is_behind(head: Token, phrase: Token, predicate: Predicate) -> bool:
    """Whether a phrase stands where an argument does: not "de gira por Perú" before the verb."""
    token = predicate.token
    if predicate.is_verb and preposition(phrase) == "de" and phrase.i < token.i:
        return False
    return not (head.i < token.i and phrase.i < token.i)


def _named_in_treaty(predicate: Predicate) -> list[Referent]:
    """With whom a treaty is by its name: "firmó el Tratado de Libre Comercio con Canadá"."""
    names = predicate.names
    mentions = [names.named(phrase) for slot, phrase in arguments(predicate.token) if slot == "obj"]
    within = [WITH.search(mention.text) for mention in mentions if mention is not None]
    called = [(names.called(match.group(1)), match.group(1)) for match in within if match is not None]
    return [Referent(entity_id, name) for entity_id, name in called if entity_id is not None]
