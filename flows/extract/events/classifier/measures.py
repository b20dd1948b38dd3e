"""The features of an article's candidate events and of their parties."""

from collections.abc import Sequence

from spacy.tokens import Doc

from flows.extract.events.classifier.features import ArticleFeatures, event_features
from flows.extract.events.classifier.party_features import NamedPlaces, party_features
from flows.extract.events.referents.names import Referent
from flows.extract.events.referents.phrases import Referents
from flows.extract.events.told import Told


class Measures:
    """Measures the candidates of one article."""

    def __init__(self, doc: Doc, told: Sequence[Told], referents: Referents) -> None:
        self._referents = referents
        self._article = ArticleFeatures(doc, referents.names.findings, told)
        self._named = NamedPlaces(doc, referents.names)

    def of_event(self, event: Told) -> dict[str, float]:
        """Features of a candidate."""
        return event_features(event, self._referents, self._article)

    def of_party(self, event: Told, role: str, party: Referent) -> dict[str, float]:
        """Features of somebody as its actor or recipient, besides those of the candidate itself."""
        return party_features(event, role, party, self._named)
