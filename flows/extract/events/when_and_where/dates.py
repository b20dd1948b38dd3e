"""When an event happens: the time of its own phrase, else of its clause or the one around."""

import dataclasses
import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from flows.extract.events.status import carriers
from flows.extract.events.syntax import (
    SUBJECTS,
    ancestors,
    clause_verb,
    gender_and_number,
    is_finite,
    is_verb,
    lemma_of,
    preposition,
)
from flows.extract.events.when_and_where.whose_time import (
    NOT_THEN,
    OCCASIONS,
    SEQUELS,
    are_apart,
    are_parted,
    is_finite_predicate,
    is_mere_participle,
    is_reason,
    is_thing_acted_on,
    is_time_of,
    is_told_by,
    is_whose,
    relative_of_time,
    shares_time,
)
from flows.records import Findings, TimeExpression

LOOK_AHEAD = 20
"""Words behind a noun among which a participle tells of it."""

CLAUSES = 3
"""How many clauses outwards a date is looked for."""

DATED_TYPES = frozenset({"DATE", "TIME"})

UNKNOWN_DAY = re.compile(r"(?:XXXX(?:-XX(?:-XX)?|-WXX)?)?(?:T.*)?$")
"""Values that say nothing of which day it is."""

NEAR_DAYS = re.compile(r"(?P<ahead>próxim[oa]s) (?:días|horas)$|últimos días$|días recientes$", re.IGNORECASE)

WEEK = 7

DAY = re.compile(r"(?:\d{4}|XXXX)-(?:(?:\d\d|XX)-\d\d|WXX-\d)")
"""Values of one day."""

UNDATED_VALUES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


THEMES = frozenset({"por", "sobre", "contra"})
"""Prepositions before a day that something is about."""


class Calendar:
    """The dates of one article, by where they hang in its parse."""

    def __init__(self, doc: Doc, findings: Findings, events: Collection[int]) -> None:
        self._events = events
        self._at: dict[int, TimeExpression] = {}
        self._ends: dict[int, TimeExpression] = {}
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
                self._ends[span.end] = time
        self._places = sorted(self._at)
        self.doc = doc

    def days(self) -> Iterator[tuple[Token, TimeExpression]]:
        """The days that the article names, in its order, each with the word that its phrase hangs by."""
        return ((self.doc[place], self._at[place]) for place in self._places if is_day(self._at[place]))

    def of(self, token: Token, *, is_meeting: bool = False) -> TimeExpression | None:
        """The date of an event: one in its trigger's own phrase, else in its clause, else in the clause around.

        Of a meeting also where the clause around tells what came of it: "tras reunirse con Mora, dijo el lunes".
        """
        own = [place for place in self._times_of(token) if not (is_verb(token) and self._is_aim(place))]
        if own:
            return self._nearest(own, token)
        if token.pos_ == "NOUN" and (told_after := self._of_participle_after(token)):
            return told_after
        verb = clause_verb(token)
        if verb is None:
            return self._without_verb(token)
        if not is_verb(token) and (is_thing_acted_on(token, verb) or is_reason(token, verb) or is_whose(token, verb)):
            return None
        if is_mere_participle(token):
            return None
        for _ in range(CLAUSES):
            places = self._times_of(verb)
            if places:
                return self._nearest(places, token)
            outer = clause_verb(verb.head)
            if outer is None or outer.i == verb.i or not shares_time(verb):
                return None
            if not is_meeting and any(
                child.lower_ in SEQUELS for child in verb.lefts if child.dep_ in ("mark", "case")
            ):
                return None
            verb = outer
        return None

    def _without_verb(self, token: Token) -> TimeExpression | None:
        """The date of what stands under no verb: the one that its sentence has, or its predicate."""
        if is_finite_predicate(token.head) and token.dep_ == "nmod" and (of_it := self._times_of(token.head)):
            return self._nearest(of_it, token)  # "el 3 de mayo fue víctima de un ataque"
        places = self._times_in(token.sent.start, token.sent.end - 1)
        return self._nearest(places, token) if len(places) == 1 else None

    def of_antecedent(self, verb: Token) -> TimeExpression | None:
        """The date that a relative clause goes on from: "la llamada del 3 de mayo, en la que", "el lunes, cuando"."""
        start = next((word.i for word in verb.doc[verb.left_edge.i : verb.i] if not word.is_punct), verb.i)
        if relative_of_time(verb.doc[start : verb.i]):
            is_after_comma = start > verb.sent.start and verb.doc[start - 1].lower_ == ","
            return self._ends.get(start) or (self._ends.get(start - 1) if is_after_comma else None)
        return None

    def _of_participle_after(self, noun: Token) -> TimeExpression | None:
        """The date that a participle after a noun tells of it: "una marcha por el agua, realizada el lunes"."""
        for word in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + LOOK_AHEAD)]:
            if is_finite(word):
                return None
            if lemma_of(word) in carriers() and gender_and_number(word) == gender_and_number(noun):
                times = self._times_of(word)
                return self._nearest(times, word) if times else None
        return None

    def _is_aim(self, place: int) -> bool:
        """Whether a time is that of what is meant to be: "convocó a una marcha para el lunes"."""
        return preposition(self.doc[place]) == "para"

    def _is_theme(self, place: int) -> bool:
        """Whether a day is what is marked or spoken about: "marcharon por el Día de la Mujer"; not "por esos días"."""
        return self._at[place].text[0].isupper() and preposition(self.doc[place]) in THEMES

    def _times_of(self, head: Token) -> list[int]:
        return [p for p in self._times_in(head.left_edge.i, head.right_edge.i) if self._hangs_on(p, head)]

    def _times_in(self, first: int, last: int) -> list[int]:
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, last + 1)]

    def _hangs_on(self, place: int, head: Token) -> bool:
        """Whether a time belongs to a word: it hangs on it, or on a name or another time that hangs on it.

        Not a time of something else in the clause ("tras la invasión de febrero"), nor where it began or ended.
        """
        word = self.doc[place]
        if preposition(word) in ("desde", "hasta") or self._is_theme(place):
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
        unidad"; nor where a clause or another verb parts the two: "lo negó y publicó el lunes una carta".
        """
        places = self._times_in(token.sent.start, token.sent.end - 1)
        if len(places) != 1 or preposition(self.doc[places[0]]) in ("desde", "hasta") or self._is_theme(places[0]):
            return None
        if are_apart(self.doc[places[0]], token) or are_parted(self.doc[places[0]], token):
            return None
        for word in (self.doc[places[0]], *ancestors(self.doc[places[0]])):
            if word.i == token.i:
                break
            if preposition(word) in NOT_THEN or is_told_by(word, token):
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

    def of_deeds_beside(self, token: Token) -> list[TimeExpression]:
        """The dates that a word's sentence tells of deeds, its own or others.

        Not of things ("tras la invasión de febrero"), of what is said ("al recordar que en 2008 votó") or to since or
        until when.
        """
        places = self._times_in(token.sent.start, token.sent.end - 1)
        return [self._at[place] for place in places if self._is_of_deed(self.doc[place])]

    def _is_of_deed(self, word: Token) -> bool:
        verb = clause_verb(word)
        if verb is None or preposition(word) in ("desde", "hasta") or not is_time_of(word, verb):
            return False
        return not is_mere_participle(verb) and not any(above.dep_ == "ccomp" for above in (verb, *ancestors(verb)))

    def told_before(self, token: Token) -> tuple[Token, TimeExpression] | None:
        """The date that was told last before a word's sentence, with the word that its phrase hangs by.

        None where the sentence that told it has two.
        """
        number = bisect_left(self._places, token.sent.start)
        if not number:
            return None
        place = self._places[number - 1]
        beside = self._times_in(self.doc[place].sent.start, place)
        is_one = len({self._at[other].value for other in beside}) == 1
        return (self.doc[place], self._at[place]) if is_one else None

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


def is_day(time: TimeExpression) -> bool:
    """Whether a time is one day, known or not: "2024-05-03", "XXXX-WXX-3"."""
    return bool(DAY.fullmatch(time.value))
