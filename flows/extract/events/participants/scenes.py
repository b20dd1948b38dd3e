"""Whether a place is only where something is done, and no party to it: "la marcha de Chamberí"."""

from flows.extract.events.lexicon import Entry
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.syntax import arguments

GATHERING = frozenset({"PROTEST"})
"""Types of what people do somewhere, whose nouns stand with its place: "la marcha de Lima"."""

SAID = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN"})
"""Types of what is said of somebody, for whose nouns "en" tells where."""


def is_site(referent: Referent, slot: str, predicate: Predicate) -> bool:
    """Whether a place is where it happened, not who receives it: "la masacre de Ayotzinapa", "ataque en Jaffa"."""
    if predicate.entry.family == "resign" and slot in ("a", "ante"):
        return not predicate.names.is_person(referent)  # "su renuncia al Senado"
    is_said = predicate.event_type in SAID and not predicate.is_verb and not predicate.is_trust
    if slot == "en" and is_said and not predicate.names.is_person(referent):
        return True  # "las críticas en Perú"
    is_where = predicate.is_personal or (slot == "en" and not predicate.is_visit)
    return is_where and predicate.names.is_mere_place(referent.entity_id, referent.text)


def is_destination(referent: Referent, entry: Entry, names: Names) -> bool:
    """Whether who seems to receive it is only where somebody goes or is sent: "viajó a Lima", "deportados a Rusia".

    It tells the place; a country that one goes to is one's host.
    """
    if entry.mode == "deport":
        return referent.text[:1].isupper() and names.entity(referent.entity_id).entity_type == "LOC"
    return entry.mode == "visit" and names.is_mere_place(referent.entity_id, referent.text)


def is_scene(referent: Referent, slot: str, predicate: Predicate) -> bool:
    """Whether a place is where people act, not who acts: "la marcha de Chamberí", "el atentado de Atocha"."""
    entity = predicate.names.entity(referent.named_id or referent.entity_id)
    is_gathering = predicate.event_type in GATHERING and not predicate.is_verb
    is_attack = predicate.event_type == "ASSAULT" and not predicate.is_verb and referent.named_id is None
    is_there = (is_gathering and slot in ("de", "en", "subj", "poss")) or (is_attack and slot == "de")
    return is_there and entity.entity_type == "LOC" and not entity.is_country


def is_held_in_city(predicate: Predicate) -> bool:
    """Whether a noun says of a meeting only the city that it is held in: "la cumbre de Helsinki".

    Not where the city stands for a government that meets: "de Moscú y Kiev", "de Washington con Teherán".
    """
    if predicate.is_verb:
        return False
    names = predicate.names
    phrases = [phrase for name, phrase in arguments(predicate.token) if name in ("de", "con", "entre")]
    parties = [names.as_party(each) for phrase in phrases for each in predicate.referents.doer(phrase)]
    return len(parties) == 1 and (parties[0].named_id is not None or names.is_city_state(parties[0]))
