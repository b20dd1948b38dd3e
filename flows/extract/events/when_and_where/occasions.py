"""The date of an occasion, for what happens on it: "tras la cumbre de abril, en la que Petro elogió a Lula"."""

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.status import carriers
from flows.extract.events.syntax import clause_verb, is_verb, lemma_of
from flows.extract.events.told import Day, Told
from flows.extract.events.when_and_where.dates import Calendar
from flows.records import TimeExpression


def with_dates_of_occasions(told: Sequence[Told], calendar: Calendar) -> list[Told]:
    """Give what happens on an occasion its date: "tras la cumbre de abril, en la que Petro elogió a Lula"."""
    dates = {event.token.i: event.time for event in told if event.time}

    def date(verb: Token) -> TimeExpression | Day | None:
        told_of = next((dates[i] for i in _occasions(verb) if i in dates), None)
        return told_of or (calendar.of_antecedent(verb) if is_verb(verb) else None)

    return [event if event.time else dataclasses.replace(event, time=date(event.token)) for event in told]


def _occasions(verb: Token) -> list[int]:
    """The words that a relative clause of place may tell the occasion of: "la cumbre fue en Quito, donde firmaron"."""
    if verb.dep_ not in ("acl", "acl:relcl") or verb.head.i > verb.i:
        return []
    words = {word.lower_ for word in verb.doc[verb.head.i : verb.i]}
    outer = clause_verb(verb.head) if "donde" in words else None
    subjects = [] if outer is None or lemma_of(outer) not in carriers() else [*outer.lefts]
    return [verb.head.i, *(subject.i for subject in subjects)] if words & {"en", "donde"} else []
