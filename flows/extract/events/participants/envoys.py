"""Of what country an envoy is who is summoned or called home: "convocó al embajador de Chile", "a su embajador en"."""

from flows.extract.events.lexicon import word_list
from flows.extract.events.participants.phrase_parties import parties_of_phrase
from flows.extract.events.participants.predicates import Predicate
from flows.extract.events.referents.names import Referent
from flows.extract.events.syntax import arguments, lemma_of

SENT_TO = frozenset({"en", "ante", "de"})
"""Prepositions of the country that one's own envoy is in: "a su embajadora en Chile", "de Chile"."""


def country_of_envoy(predicate: Predicate) -> list[Referent]:
    """Against whom it is that an envoy is summoned or called home: whose he is, or of one's own where he is."""
    token = predicate.token
    own = arguments(token)
    for _, envoy in own:
        if lemma_of(envoy) not in word_list("referents")["envoys"]:
            continue
        if not any(child.lower_ in ("su", "sus") for child in envoy.lefts):
            return parties_of_phrase(envoy, predicate)
        places = [phrase for slot, phrase in (*arguments(envoy), *own) if slot in SENT_TO and phrase.i > envoy.i]
        return next(filter(None, (parties_of_phrase(place, predicate) for place in places)), [])
    return []
