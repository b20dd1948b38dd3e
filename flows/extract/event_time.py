"""When and where an event happens: the time and place that its own words give, else its clause's, else its sentence's."""

from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from flows.extract.event_referents import Referents
from flows.extract.event_syntax import ancestors, arguments, clause_verb, conjuncts, is_verb
from flows.records import Findings, TimeExpression

DATED_TYPES = frozenset({"DATE", "TIME"})
UNDATED_VALUES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(frozen=True, slots=True)
class When:
    """The date of an event as far as it is told."""

    value: str
    time: TimeExpression


class Calendar:
    """The dates of one article, by where they hang in its parse."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self._at: dict[int, TimeExpression] = {}
        self._places: list[int] = []
        for time in sorted(findings.times, key=lambda each: each.char_start):
            if (
                time.time_type not in DATED_TYPES
                or time.value in UNDATED_VALUES
                or (time.starts_on is None and not time.value.startswith("XXXX"))
            ):
                continue
            span = doc.char_span(time.char_start, time.char_end, alignment_mode="expand")
            if span is not None:
                self._at[span.root.i] = time
        self._places = sorted(self._at)
        self._doc = doc

    def of(self, token: Token) -> TimeExpression | None:
        """The date of an event, by its trigger: one inside its own phrase or clause, the nearest first."""
        inside = self._times_in(token.left_edge.i, token.right_edge.i)
        own = [place for place in inside if self._hangs_on(place, token)]
        if own:
            return self._nearest(own, token)
        verb = clause_verb(token)
        if verb is None:
            places = self._times_in(token.sent.start, token.sent.end - 1)
            return self._nearest(places, token) if len(places) == 1 else None
        clause = [place for place in self._times_in(verb.left_edge.i, verb.right_edge.i) if self._hangs_on(place, verb)]
        if clause:
            return self._nearest(clause, token)
        return None

    def of_sentence(self, token: Token) -> TimeExpression | None:
        """The date that the sentence of a trigger opens with or that its main clause has, where it has only one."""
        places = self._times_in(token.sent.start, token.sent.end - 1)
        values = {self._at[place].value for place in places}
        return self._at[places[0]] if len(values) == 1 else None

    def _times_in(self, first: int, last: int) -> list[int]:
        return self._places[bisect_left(self._places, first) : bisect_left(self._places, last + 1)]

    def _hangs_on(self, place: int, head: Token) -> bool:
        """Whether a time belongs to a word's own clause: no other verb stands between them."""
        word = self._doc[place]
        for above in ancestors(word):
            if above.i == head.i:
                return True
            if is_verb(above):
                return False
        return False

    def _nearest(self, places: list[int], token: Token) -> TimeExpression:
        return self._at[min(places, key=lambda place: (abs(place - token.i), place))]


def find_place(token: Token, referents: Referents) -> str | None:
    """The entity of the place that an event's own phrase or clause names with "en"."""
    verb = clause_verb(token)
    for head in (token, verb) if verb is not None and verb.i != token.i else (token,):
        for slot, phrase in arguments(head):
            if slot in ("en", "desde"):
                for each in conjuncts(phrase):
                    mention = referents.named(each)
                    if mention is not None and referents.entity(mention.entity_id).entity_type == "LOC":
                        return mention.entity_id
    return None
