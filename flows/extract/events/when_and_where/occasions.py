"""The date of an occasion, for what happens on it: "tras la cumbre de abril, en la que Petro elogió a Lula"."""

import dataclasses
from collections.abc import Sequence

from spacy.tokens import Token

from flows.extract.events.status import carriers
from flows.extract.events.syntax import clause_verb, lemma_of
from flows.extract.events.told import Told


def with_dates_of_occasions(told: Sequence[Told]) -> list[Told]:
    """Give what happens on an occasion its date: "tras la cumbre de abril, en la que Petro elogió a Lula"."""
    dates = {event.token.i: event.time for event in told if event.time}
    return [
        dataclasses.replace(event, time=next((dates[i] for i in _occasions(event.token) if i in dates), None))
        if event.time is None
        else event
        for event in told
    ]


def _occasions(verb: Token) -> list[int]:
    """The words that a relative clause of place may tell the occasion of: "la cumbre fue en Quito, donde firmaron"."""
    if verb.dep_ not in ("acl", "acl:relcl") or verb.head.i > verb.i:
        return []
    words = {word.lower_ for word in verb.doc[verb.head.i : verb.i]}
    outer = clause_verb(verb.head) if "donde" in words else None
    subjects = [] if outer is None or lemma_of(outer) not in carriers() else [*outer.lefts]
    return [verb.head.i, *(subject.i for subject in subjects)] if words & {"en", "donde"} else []
