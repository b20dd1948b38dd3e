"""Where a phrase says that somebody belongs: "el presidente *ruso*", "la ministra *de Chile*"."""

import re
from typing import NamedTuple

from flows.extract.quotes.speakers.names_in_article import NamesInArticle
from flows.extract.quotes.speakers.person_roles import PersonRoles
from flows.nlp.gazetteer import country_of_demonym
from flows.text import fold

STATE_TITLE = re.compile(
    r"(?i)\b(?:jef[ea] del? (?:estado|gobierno|ejecutivo)|titular del (?:poder )?ejecutivo)\b"
    r"(?: (?:federal|nacional|estatal|local)\b)?"
)
"""Titles whose last word is no name, whatever its capital."""
CODE_LENGTH = 2
"""Letters of a country's code; an entity's id has more."""
ARTICLE_LENGTH = 5
"""Characters at a phrase's beginning that may be an article with a capital."""


class Places(NamedTuple):
    """What a phrase names beside its noun."""

    known: set[str]
    """Bodies and countries, by entity and by code."""
    unknown: set[str]
    """Words with a capital that are no known name, of a ministry perhaps or of a place."""

    @property
    def names_country(self) -> bool:
        """Whether it names a country."""
        return any(len(place) == CODE_LENGTH for place in self.known)


class PhrasePlaces:
    """Compares what phrases say of where somebody belongs with what the article says."""

    def __init__(self, names: NamesInArticle, roles: PersonRoles) -> None:
        self._names = names
        self._roles = roles

    def of(self, start: int, end: int) -> Places:
        """Read the bodies and countries that a phrase names, and what it names that is not known."""
        title = STATE_TITLE.search(self._names.text, start, end)
        after_title = title.end() if title else start
        return Places(self._known(after_title, end), self._unknown(max(start + ARTICLE_LENGTH, after_title), end))

    def may_hold(self, person: str, places: Places) -> bool:
        """Tell who may be "el presidente chileno": of nobody's country the article need speak.

        Whom it presents by a body alone may be of any country: "la secretaria de la ONU" is "la política peruana".
        """
        is_open = places.known <= self._names.countries and self._names.countries.isdisjoint(self._roles.places(person))
        return (is_open and not places.unknown) or self._roles.belongs_to(person, *places)

    def _known(self, start: int, end: int) -> set[str]:
        inside = self._names.within(start, end)
        entities = {mention.entity_id for mention in inside if mention.mention_type in ("ORG", "LOC")}
        codes = {self._names.country_of(entity) for entity in entities}
        codes |= {country_of_demonym(word.strip(",.()")) for word in self._names.text[start:end].split()}
        of_persons = {place for m in inside if m.mention_type == "PER" for place in self._roles.places(m.entity_id)}
        return entities | {code for code in codes if code} | of_persons

    def _unknown(self, start: int, end: int) -> set[str]:
        words = [word for word in re.finditer(r"\w+", self._names.text[start:end]) if word.group()[0].isupper()]
        return {
            fold(word.group()) for word in words if not self._names.within(start + word.start(), start + word.end())
        }
