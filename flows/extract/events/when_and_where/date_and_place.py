"""When and where an event happens: the time and place of its own phrase, else of its clause or the one around."""

import dataclasses
import datetime as dt
import itertools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import Entry, word_list
from flows.extract.events.participants.of_events import Participants
from flows.extract.events.people import is_person
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.status import carriers
from flows.extract.events.syntax import (
    SUBJECTS,
    ancestors,
    arguments,
    clause_verb,
    conjuncts,
    has_morph,
    is_finite,
    is_verb,
    lemma_of,
    preposition,
)
from flows.records import Findings, TimeExpression

CLAUSES = 3
"""How many clauses outwards a date is looked for."""

DATED_TYPES = frozenset({"DATE", "TIME"})
UNKNOWN_DAY = re.compile(r"(?:XXXX(?:-XX(?:-XX)?)?)?(?:T.*)?$")
"""Values that say nothing of which day it is."""

NEAR_DAYS = re.compile(r"(?P<ahead>próxim[oa]s) (?:días|horas)$|últimos días$|días recientes$", re.IGNORECASE)
WEEK = 7

DAY = re.compile(r"(?:\d{4}|XXXX)-(?:(?:\d\d|XX)-\d\d|WXX-\d)")
"""Values of one day."""

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

LOOKING_BACK = frozenset({"agradecer"})
"""Verbs of what one does about an event that was before: "el lunes agradeció el apoyo"."""

DOERS = frozenset({"responsable", "instigador", "cómplice", "partícipe", "culpable", "sospechoso", "implicado"})
"""Words that say whose a deed is: "el presunto responsable del ataque"."""

UNDATED_VALUES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


class Calendar:
    """The dates of one article, by where they hang in its parse."""

    def __init__(self, doc: Doc, findings: Findings, events: Collection[int]) -> None:
        self._events = events
        self._at: dict[int, TimeExpression] = {}
        self._places: list[int] = []
        published_on = findings.article.published_on
        for time in sorted(findings.times, key=lambda each: each.char_start):
            time = _near_days(time, published_on) or time
            if time.time_type not in DATED_TYPES or time.value in UNDATED_VALUES or UNKNOWN_DAY.match(time.value):
                continue
            if time.starts_on is None and not time.value.startswith("XXXX"):
                continue
            if time.time_type == "TIME":  # an event has a date; "el lunes a las 7" is Monday
                time = dataclasses.replace(time, value=time.value.partition("T")[0])
            span = doc.char_span(time.char_start, time.char_end, alignment_mode="expand")
            if span is not None:
                self._at[span.root.i] = time
        self._places = sorted(self._at)
        self._doc = doc
        self._text = findings.article.text

    def days(self) -> Iterator[tuple[Token, TimeExpression]]:
        """The days that the article names, in its order, each with the word that its phrase hangs by."""
        return ((self._doc[place], self._at[place]) for place in self._places if _is_day(self._at[place]))

    def of(self, token: Token, *, is_meeting: bool = False) -> TimeExpression | None:
        """The date of an event: one in its trigger's own phrase, else in its clause, else in the clause around.

        Of a meeting also where the clause around tells what came of it: "tras reunirse con Mora, dijo el lunes".
        """
        own = [place for place in self._times_of(token) if not (is_verb(token) and self._is_aim(place))]
        if own:
            return self._nearest(own, token)
        verb = clause_verb(token)
        if verb is None:
            if is_finite_predicate(token.head) and token.dep_ == "nmod" and (of_it := self._times_of(token.head)):
                return self._nearest(of_it, token)  # "el 3 de mayo fue víctima de un ataque"
            places = self._times_in(token.sent.start, token.sent.end - 1)
            return self._nearest(places, token) if len(places) == 1 else None
        if not is_verb(token) and (is_thing_acted_on(token, verb) or is_reason(token, verb) or is_whose(token, verb)):
            return None
        if is_mere_participle(token):
            return None
        for _ in range(CLAUSES):
            places = self._times_of(verb)
            if places:
                return self._nearest(places, token)
            outer = clause_verb(verb.head)
            if outer is None or outer.i == verb.i or not _shares_time(verb):
                return None
            if not is_meeting and any(
                child.lower_ in SEQUELS for child in verb.lefts if child.dep_ in ("mark", "case")
            ):
                return None
            verb = outer
        return None

    def _is_aim(self, place: int) -> bool:
        """Whether a time is that of what is meant to be: "convocó a una marcha para el lunes"."""
        return preposition(self._doc[place]) == "para"

    def _times_of(self, head: Token) -> list[int]:
        return [p for p in self._times_in(head.left_edge.i, head.right_edge.i) if self._hangs_on(p, head)]

    def _times_in(self, first: int, last: int) -> list[int]:
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, last + 1)]

    def _hangs_on(self, place: int, head: Token) -> bool:
        """Whether a time belongs to a word: it hangs on it, or on a name or another time that hangs on it.

        Not a time of something else in the clause ("tras la invasión de febrero"), nor where it began or ended.
        """
        word = self._doc[place]
        if preposition(word) in ("desde", "hasta"):
            return False
        for above in ancestors(word):
            if above.i == head.i:
                return True
            if not (above.i in self._at or above.pos_ in ("PROPN", "ADP", "AUX") or self._passes(above, head)):
                return False
        return False

    def _passes(self, above: Token, head: Token) -> bool:
        """Whether a word between a time and its head leaves it to the head.

        As in "la cumbre de los líderes de ayer", "la masacre que ocurrió ayer".
        """
        if preposition(above) == "durante":
            return True
        is_carrier = lemma_of(above) in carriers() and is_mere_participle(above)  # "la masacre cometida ayer"
        if is_verb(head) or (above.i in self._events and not is_carrier):
            return False
        if not above.dep_.startswith("acl"):
            return above.pos_ in ("NOUN", "ADJ")
        if is_finite(above):
            return above.head.i == head.i and lemma_of(above) in carriers()
        return above.head.i == head.i or is_carrier

    def only_of_sentence(self, token: Token) -> TimeExpression | None:
        """The date of a sentence that has only one, unless it is of something else.

        Not one that says since or until when, or what for ("para las elecciones del 3 de mayo"), nor one of what is
        said, asked or promised: "pidió que vengan el lunes"; nor of who does it: "Mora, candidata en marzo, pidió
        unidad"; nor where a clause parts the two.
        """
        places = self._times_in(token.sent.start, token.sent.end - 1)
        if len(places) != 1 or preposition(self._doc[places[0]]) in ("desde", "hasta"):
            return None
        if _are_apart(self._doc[places[0]], token):
            return None
        for word in (self._doc[places[0]], *ancestors(self._doc[places[0]])):
            if word.i == token.i:
                break
            if preposition(word) in NOT_THEN or _is_told_by(word, token):
                return None
            if word.head.i == token.i and word.dep_ in SUBJECTS and word.i != places[0]:
                return None
            if self._is_of_thing(word):
                return None
        return self._at[places[0]]

    def _is_of_thing(self, word: Token) -> bool:
        """Whether a time is that of a thing: "aprobó la operación de 2011"; not "en la reunión del lunes"."""
        if word.i not in self._at or word.head.i in self._at or preposition(word) != "de":
            return False
        return word.head.pos_ == "NOUN" and preposition(word.head) not in OCCASIONS

    def only_of_paragraph(self, token: Token) -> TimeExpression | None:
        """The day of a paragraph that has only one, in another sentence, unless it says since or until when."""
        end = self._text.find("\n", token.idx)
        first = self._token_at(self._text.rfind("\n", 0, token.idx) + 1)
        last = self._token_at(end) if end >= 0 else len(self._doc)
        places = [place for place in self._times_in(first, last - 1) if _is_day(self._at[place])]
        values = {self._at[place].value for place in places}
        if len(values) != 1 or any(preposition(self._doc[place]) in ("desde", "hasta") for place in places):
            return None
        if self._times_in(token.sent.start, token.sent.end - 1):  # "el 3 de mayo condenó la invasión"
            return None
        return self._at[places[0]]

    def _token_at(self, char: int) -> int:
        return bisect_left(range(len(self._doc)), char, key=lambda i: self._doc[i].idx)

    def _nearest(self, places: list[int], token: Token) -> TimeExpression:
        return self._at[min(places, key=lambda place: (abs(place - token.i), place))]


def _near_days(time: TimeExpression, published_on: dt.date | None) -> TimeExpression | None:
    """The month of "los próximos días" or "los últimos días", where that week lies within it; None for other times.

    They begin or end nowhere that an article tells, but by nature within days: as precise as that is a month.
    """
    if published_on is None or time.time_type != "DURATION" or not (near := NEAR_DAYS.match(time.text)):
        return None
    start = published_on.replace(day=1)
    end = (start + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)
    edge = published_on + dt.timedelta(days=WEEK if near["ahead"] else -WEEK)
    if not start <= edge <= end:
        return None
    return dataclasses.replace(time, time_type="DATE", value=f"{start:%Y-%m}", starts_on=start, ends_on=end)


def _is_told_by(word: Token, token: Token) -> bool:
    """Whether a clause is what a deed says or asks, or what is said with it: "lo negó al recordar que en 2010 votó"."""
    if word.dep_ not in COMPLEMENTS:
        return False
    return word.head.i == token.i or (is_finite(word) and all(above.i != word.i for above in ancestors(token)))


def _is_day(time: TimeExpression) -> bool:
    return bool(DAY.fullmatch(time.value))


def _shares_time(verb: Token) -> bool:
    """Whether a clause happens when the one around it does: coordinated, not finite, or with "cuando", "donde".

    Not a participle: "el lunes murió un joven herido en la protesta".
    """
    if is_mere_participle(verb):
        return False
    if any(child.lower_ in SAME_TIME for child in verb.lefts):
        return True
    return verb.dep_ == "conj" or not is_finite(verb)


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


def _are_apart(time: Token, token: Token) -> bool:
    """Whether a clause of its own parts a time from a word: "condenó la masacre ocurrida ayer", "según dijo ayer"."""
    above_time, above_token = (time, *ancestors(time)), (token, *ancestors(token))
    shared = {word.i for word in above_time} & {word.i for word in above_token}
    return any(_is_own_clause(word) for word in (*above_time, *above_token) if word.i not in shared)


def _is_own_clause(verb: Token) -> bool:
    if not is_verb(verb):
        return False
    links = {child.lower_ for child in verb.lefts}
    if "Inf" in verb.morph.get("VerbForm", []):
        return bool(links & SEQUELS)
    return bool(links & {"según", "como"}) or (verb.dep_.startswith("acl") and not links & SAME_TIME)


def find_place(token: Token, entry: Entry, participants: Participants, referents: Referents) -> str | None:
    """The entity of the place where an event happens: where a visit goes, what is attacked, or what "en" names."""
    if participants.recipients and (entry.mode == "visit" or entry.event_type in ("ASSAULT", "COERCE")):
        place = next(
            (p for p in participants.recipients if referents.names.entity(p.entity_id).entity_type == "LOC"), None
        )
        if place is not None:
            return place.named_id or place.entity_id
    for head in _heads_of_place(token):
        for phrase in _phrases_of_place(head):
            mention = referents.names.named(phrase)
            if mention is not None and referents.names.entity(mention.entity_id).entity_type == "LOC":
                return mention.entity_id
    if entry.event_type in ("ASSAULT", "COERCE"):  # "la masacre de Ayotzinapa"
        sites = [referents.names.named(phrase) for slot, phrase in arguments(token) if slot == "de"]
        return next(
            (each.entity_id for each in sites if each and referents.names.is_mere_place(each.entity_id, each.text)),
            None,
        )
    return None


def _heads_of_place(token: Token) -> Iterator[Token]:
    """The words whose "en" may say where: its own and its clause's, unless there it acts on something else.

    "La cumbre cambiará la seguridad en Europa" was not held in Europe.
    """
    yield token
    verb = clause_verb(token)
    if verb is None or verb.i == token.i:
        return
    is_cause = token.head.i == verb.i and token.dep_ in SUBJECTS and any(slot == "obj" for slot, _ in arguments(verb))
    if not is_cause:
        yield verb


def _phrases_of_place(head: Token) -> Iterator[Token]:
    """What stands with "en" or "desde" in a word's clause, also within the occasion: "durante una cumbre en Quito"."""
    for slot, phrase in arguments(head):
        if slot in ("en", "desde"):
            yield from conjuncts(phrase)
        elif slot == "durante":
            yield from (each for inner, place in arguments(phrase) if inner in ("en", "a") for each in conjuncts(place))
