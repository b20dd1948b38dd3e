"""What speaks for and against a party of a candidate: how its name stands to the word, how often it is named."""

from bisect import bisect_right
from collections import defaultdict
from itertools import groupby

from spacy.tokens import Doc, Token

from flows.extract.events.classifier.features import Named, class_of
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.syntax import preposition
from flows.extract.events.told import Told

DISTANCES = (1, 3, 6, 10, 15, 25, 50, 100, 300)
RANKS = (0, 1, 3, 7, 20)
COUNTS = (0, 1, 2, 4, 8)
"""Upper ends of the classes of words back to a party's name, of its rank among the names, and of its mentions."""

FAR = 1000
"""Distance of what is not named before the word."""

STEPS = 5
"""How many words up from a name the event's word is looked for."""


class NamedPlaces:
    """Where the names of an article stand, measured once for all its candidates."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.names = names
        self._doc = doc
        self._of: dict[str, list[int]] = defaultdict(list)
        for mention, places in groupby(sorted(names.mention_at), key=names.mention_at.__getitem__):
            self._of[mention.entity_id].append(_head(doc, list(places)))
        self._all = sorted((place, entity_id) for entity_id, places in self._of.items() for place in places)
        often = sorted(self._of, key=lambda entity_id: -len(self._of[entity_id]))
        self._ranks = {entity_id: rank for rank, entity_id in enumerate(often)}

    def count(self, entity_id: str) -> int:
        """How many mentions somebody has."""
        return len(self._of.get(entity_id, ()))

    def rank(self, entity_id: str) -> int:
        """How many others have more mentions."""
        return self._ranks.get(entity_id, len(self._ranks))

    def back(self, token: Token, entity_id: str) -> int:
        """How many words before a word somebody was named last."""
        places = self._of.get(entity_id, [])
        number = bisect_right(places, token.i)
        return token.i - places[number - 1] if number else FAR

    def nearest(self, token: Token, entity_id: str) -> Token | None:
        """The head of the nearest name of somebody in a word's sentence."""
        sentence = token.sent
        inside = [place for place in self._of.get(entity_id, ()) if sentence.start <= place < sentence.end]
        return self._doc[min(inside, key=lambda place: abs(place - token.i))] if inside else None

    def others(self, event: Told) -> list[int]:
        """Where an event's sentence names those who could take part, but for those who do."""
        sentence = event.token.sent
        parties = {each.entity_id for each in (*event.participants.actors, *event.participants.recipients)}
        inside = self._all[bisect_right(self._all, (sentence.start, "")) : bisect_right(self._all, (sentence.end, ""))]
        return [place for place, entity_id in inside if entity_id not in parties and self._can_act(entity_id)]

    def _can_act(self, entity_id: str) -> bool:
        entity = self.names.entity(entity_id)
        return entity.entity_type in ("PER", "ORG") or entity.is_country


def party_features(event: Told, role: str, party: Referent, named: NamedPlaces) -> dict[str, float]:
    """Measure somebody as a candidate's actor or recipient.

    Returns:
        features by name, ``party.name=value``, with 1.0 where something is so.
    """
    return {f"party.{name}={value}": 1.0 for name, value in _of_party(event, role, party, named)}


def _of_party(event: Told, role: str, party: Referent, named: NamedPlaces) -> Named:
    token, event_type = event.token, event.entry.event_type
    group = event.participants.actors if role == "actor" else event.participants.recipients
    yield "of", len(group)
    yield "type", f"{event_type}.{named.names.entity(party.entity_id).entity_type}"
    yield "rank", class_of(named.rank(party.entity_id), RANKS)
    yield "count", class_of(named.count(party.entity_id), COUNTS)
    is_name = party.text[:1].isupper()
    yield "form", f"{is_name}.{min(len(party.text.split()), 4)}"
    yield "form_of", f"{event_type}.{is_name}.{party.is_direct}"
    back = named.back(token, party.entity_id)
    yield "back", class_of(back, DISTANCES)
    others = named.others(event)
    yield "others", min(len(others), 4)
    name = named.nearest(token, party.entity_id)
    yield "where", "here" if name is not None else "before" if back < FAR else "elsewhere"
    if name is not None:
        yield "case", preposition(name)
        yield "case_of", f"{event_type}.{preposition(name)}"
        yield "steps", _steps(name, token)
        first, last = sorted((name.i, token.i))
        yield "between", min(sum(first < place < last for place in others), 3)


def _head(doc: Doc, places: list[int]) -> int:
    """The word of a name that the others hang on."""
    return next((place for place in places if doc[place].head.i not in places or doc[place].head.i == place), places[0])


def _steps(name: Token, token: Token) -> int | None:
    """How many heads up from a name a word is."""
    word = name
    for steps in range(STEPS + 1):
        if word.i == token.i:
            return steps
        word = word.head
    return None
