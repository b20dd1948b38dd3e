"""The names of one article, found by where they stand."""

from bisect import bisect_left, bisect_right

from flows.records import EntityMention, Findings

MEMORY = 300
"""How many names back a phrase may reach."""


class NamesInArticle:
    """What the article names, and what these names are; ids are ``article_entity_id``."""

    def __init__(self, findings: Findings) -> None:
        self.text = findings.article.text
        self._mentions = findings.mentions
        self._starts = [mention.char_start for mention in findings.mentions]
        self._types = {entity.article_entity_id: entity.entity_type for entity in findings.entities}
        self._names = {entity.article_entity_id: entity.name for entity in findings.entities}
        self._codes = {entity.article_entity_id: entity.country_code for entity in findings.entities}
        self._countries = {entity.article_entity_id for entity in findings.entities if entity.is_country}
        self.countries = {*self._codes.values()} | {entity for entity, code in self._codes.items() if code}
        """All countries of the article, by code and by entity."""

    def type_of(self, entity: str | None) -> str | None:
        """The type of an entity; None for none."""
        return self._types.get(entity or "")

    def name_of(self, entity: str) -> str:
        """What an entity is called."""
        return self._names[entity]

    def country_of(self, entity: str) -> str | None:
        """The code of the country that an entity is."""
        return self._codes.get(entity)

    def is_country(self, entity: str) -> bool:
        """Tell whether an entity is a country."""
        return entity in self._countries

    def of_country(self, code: str) -> str | None:
        """The entity that is the country of a code."""
        return next((entity for entity in sorted(self._countries) if self._codes[entity] == code), None)

    def within(self, start: int, end: int) -> tuple[EntityMention, ...]:
        """The names that overlap the given characters, in order."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self._mentions[first].char_end <= start:
            first += 1
        return self._mentions[first : bisect_left(self._starts, end)]

    def persons(self, start: int, end: int) -> list[str]:
        """The persons named in a stretch, last first."""
        return self._before(start, end, "PER")

    def bodies_before(self, end: int) -> list[str]:
        """The organizations named before a place in the text, last first."""
        return self._before(0, end, "ORG")

    def persons_after(self, start: int) -> list[str]:
        """The persons named next after a place in the text, in order."""
        first = bisect_left(self._starts, start)
        after = self._mentions[first : first + MEMORY]
        return list(dict.fromkeys(mention.entity_id for mention in after if mention.mention_type == "PER"))

    def _before(self, start: int, end: int, mention_type: str) -> list[str]:
        last = bisect_left(self._starts, end)
        before = self._mentions[max(0, last - MEMORY, bisect_left(self._starts, start)) : last]
        return list(dict.fromkeys(m.entity_id for m in reversed(before) if m.mention_type == mention_type))
