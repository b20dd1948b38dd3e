"""Who fills the slots of an event's frame: its subject, object, prepositional phrases, "su" and nationality."""

from collections.abc import Callable

from spacy.tokens import Token

from flows.extract.events.participants.agents import is_by_doer
from flows.extract.events.participants.carried_nouns import doer_by_verb, receiver_by_verb
from flows.extract.events.participants.envoys import country_of_envoy
from flows.extract.events.participants.possessors import possessor
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.participants.prepositional_arguments import by_preposition, of_head
from flows.extract.events.participants.threats import threatened
from flows.extract.events.participants.verb_objects import object_of_verb
from flows.extract.events.referents.names import Referent
from flows.extract.events.subjects.impersonal import is_unsaid
from flows.extract.events.syntax import arguments, is_passive, is_verb, preposition

PERSONAL = frozenset({"de", "por", "contra"})
"""Prepositions of a person to whom an event belongs or is done, besides "a"."""

WITHIN = frozenset({"en", "durante", "tras"})
"""Prepositions of the deed that somebody dies in."""

TO_WHOM = frozenset({"a", "contra", "hacia", "sobre", "en"})
"""Prepositions of who undergoes an invasion."""


def who_fills(slot: str, predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who fills a slot of a trigger; phrases that lead to somebody are marked as used."""
    match slot:
        case "subj":
            return _subject(predicate, used) if predicate.is_verb else doer_by_verb(predicate, used)
        case "obj":
            return object_of_verb(predicate, used)
        case "iobj":
            return receiver_by_verb(predicate, used)
        case "poss":
            return possessor(
                predicate.token,
                predicate.referents,
                predicate.subjects,
                predicate.trigger_of,
                is_personal=predicate.is_personal,
            )
        case "demonym":
            return _of_nationality(predicate)
        case "agent":
            return _doer_in_so_many_words(predicate, used)
        case "doer":
            return by_preposition("de", predicate, used) if _is_said_to_whom(predicate) else []
        case _:
            inside = INSIDE.get(slot)
            return by_preposition(slot, predicate, used) if inside is None else inside(predicate)


def is_unnamed(slot: str, predicate: Predicate) -> bool:
    """Whether a slot is filled by somebody whom the article does not name: "criticó al árbitro en Quito"."""
    wanted = {"obj": {"obj", "a"}, "a": {"obj", "a"}}.get(slot, {slot} if slot in PERSONAL else set())
    if predicate.is_passive or predicate.is_visit:
        return False
    phrases = [phrase for name, phrase in arguments(predicate.token) if name in wanted]
    return any(map(predicate.referents.is_unnamed, phrases)) and not any(map(predicate.referents.of, phrases))


def _subject(predicate: Predicate, used: set[int]) -> list[Referent]:
    if predicate.is_passive:
        return of_head(predicate.token, "por", predicate, used)
    if (predicate.is_transitive or predicate.event_type == "REQUEST") and is_unsaid(predicate.token):
        return []
    found = predicate.subjects.of(predicate.token, used)
    is_named = any(each.is_direct for each in found)
    return found if is_named else predicate.referents.speech.cue_speaker(predicate.token) or found


def _of_nationality(predicate: Predicate) -> list[Referent]:
    """The countries whose an event is by its adjectives: "el ataque ruso", "las sanciones rusas y chinas"."""
    found = []
    for child in predicate.token.children:
        if child.dep_ in ("amod", "nmod", "flat", "appos") and preposition(child) is None:
            for each in (child, *child.children):
                if each is child or each.dep_ == "conj":
                    found += predicate.names.nationalities(each)
    return found


def _doer_in_so_many_words(predicate: Predicate, used: set[int]) -> list[Referent]:
    """Who feels or says it "por parte de": "las felicitaciones por parte de Mora", where "por" alone says of whom."""
    phrases = [phrase for slot, phrase in arguments(predicate.token) if slot == "por" and is_by_doer(phrase)]
    used.update(phrase.i for phrase in phrases)
    return [each for phrase in phrases for each in predicate.referents.doer(phrase)]


def _is_said_to_whom(predicate: Predicate) -> bool:
    """Whether a noun's phrases say who undergoes it, so that "de" says who does it: "la invasión de Mora a Perú"."""
    to_whom = [phrase for slot, phrase in arguments(predicate.token) if slot in TO_WHOM]
    return any(phrase.i > predicate.token.i and predicate.referents.of(phrase) for phrase in to_whom)


def _in_whose_deed(predicate: Predicate) -> list[Referent]:
    """Who does the deed that somebody dies in: "murió en un ataque de Israel"."""
    if predicate.event_type != "ASSAULT":
        return []
    for slot, phrase in arguments(predicate.token):
        reading = predicate.trigger_of(phrase) if slot in WITHIN and phrase.i > predicate.token.i else None
        if reading is not None and reading.event_type == "ASSAULT":
            return list(predicate.parties_of(phrase, reading)[0])
    return []


def _accused_in_clause(predicate: Predicate) -> list[Referent]:
    """Who does what is complained of, praised or asked for: "criticó que Hungría vete la ayuda"."""
    for child in predicate.token.rights:
        if child.dep_ in ("ccomp", "csubj") and is_verb(child):
            found = _doers(child, predicate)
            if found:
                return found
    return []


def _doers(verb: Token, predicate: Predicate) -> list[Referent]:
    slot = "por" if is_passive(verb) else "subj"
    return [each for name, phrase in arguments(verb) if name == slot for each in predicate.referents.doer(phrase)]


INSIDE: dict[str, Callable[[Predicate], list[Referent]]] = {
    "clause": _accused_in_clause,
    "within": _in_whose_deed,
    "aim": threatened,
    "envoy": country_of_envoy,
}
"""Who stands inside the phrase or clause that tells of a deed, a threat or an envoy."""
