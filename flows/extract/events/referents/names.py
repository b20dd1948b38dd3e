"""Whom an article names: at a word, last before it, by a nationality, and who of them can be party to an event."""

import dataclasses
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from flows.extract.entities import with_country
from flows.extract.events.lexicon import word_class, word_list
from flows.extract.events.syntax import lemma_of
from flows.extract.links_in_brackets import bracketed_links
from flows.nlp.gazetteer import country_named, country_of_capital, country_of_demonym, places_named
from flows.nlp.person_names import gender_of_person
from flows.records import ArticleEntity, EntityMention, Findings
from flows.text import fold

WINDOW = 120
"""How many words back a pronoun, a title or a dropped subject looks for what it stands for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody whom a phrase stands for."""

    entity_id: str
    text: str
    is_direct: bool = True
    """Whether the phrase itself names it, or a nationality or title does; not a pronoun or a dropped subject."""
    named_id: str | None = None
    """For a country that its capital stands for, the capital."""
    is_governed: bool = False
    """Whether the phrase is of those who govern a place: "la policía de Chicago"."""
    is_among: bool = False
    """Whether the phrase names them as some of several: "tres diputados, entre ellos Luis Mora"."""


Reading = Callable[[Token], list[Referent]]
"""Whom the phrase of a head stands for."""


class Names:
    """The names of one article.

    Grows only by countries that the article points at and does not name; ``findings`` holds them.
    """

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self.findings = findings
        self.entities = {entity.article_entity_id: entity for entity in findings.entities}
        self.mention_at = dict(_tokens_of(doc, findings.mentions))
        self._doc = doc
        self._countries: dict[str, str] = {}
        self._by_name = {entity.name: entity.article_entity_id for entity in findings.entities}
        self._by_form = {mention.text: mention.entity_id for mention in reversed(findings.mentions)}
        text = findings.article.text
        self._links = list(bracketed_links(text, 0, len(text)))
        self._starts = [mention.char_start for mention in findings.mentions]

    def is_in_link(self, char: int) -> bool:
        """Whether a place of the text is in a link to another article: "(Lea también: ...)"."""
        number = bisect_right(self._links, (char, len(self.findings.article.text))) - 1
        return number >= 0 and char < self._links[number][1]

    def named(self, token: Token) -> EntityMention | None:
        """The name that a word is part of."""
        return self.mention_at.get(token.i)

    def of_mention(self, mention: EntityMention) -> list[Referent]:
        """Whom a name stands for; two countries that are called by one name are both, if known: "las dos Coreas"."""
        if self._is_of_courts(mention):
            return []
        both = word_list("referents")["countries_called_alike"].get(mention.text, ())
        called = [entity_id for name in both if (entity_id := self.called(name)) is not None]
        of_whom = called if len(called) == len(both) and both else [mention.entity_id]
        return [Referent(entity_id, mention.text) for entity_id in of_whom]

    def entity(self, entity_id: str) -> ArticleEntity:
        """The article entity of an id."""
        return self.entities[entity_id]

    def called(self, name: str) -> str | None:
        """The id of what the article calls by a name elsewhere, or of a country that it names only within another."""
        known = self._by_name.get(name) or self._by_form.get(name)
        place = country_named(name) if known is None else None
        return known or (self.country(place.country_code) if place is not None else None)

    def country(self, code: str) -> str:
        """The id of a country by its code, which the article may only point at."""
        if code not in self._countries:
            self.findings, entity_id = with_country(self.findings, code)
            self.entities.setdefault(entity_id, self.findings.entities[-1])
            self._countries[code] = entity_id
        return self._countries[code]

    def last_named(
        self,
        before: int,
        kinds: Iterable[str],
        *,
        is_country: bool = False,
        count: int = 1,
        words: Iterable[str] = (),
        gender: str | None = None,
    ) -> list[Referent]:
        """The entities of a kind that were named last, the nearest first.

        With one of ``words`` in their name; of persons, none whose first name is of another gender. A link to another
        article names nobody for the text around it.
        """
        kinds, words = frozenset(kinds), frozenset(words)
        char = self._doc[before].idx
        found: dict[str, Referent] = {}
        for number in range(bisect_left(self._starts, char) - 1, -1, -1):
            mention = self.findings.mentions[number]
            if char - mention.char_start > WINDOW * 8 * count or len(found) == count:
                break
            if self._links and self.is_in_link(mention.char_start) and not self.is_in_link(char):
                continue
            entity = self.entities[mention.entity_id]
            if words.isdisjoint(entity.name.lower().split()) and words:
                continue
            if gender is not None and gender_of_person(entity.name) not in (None, gender):
                continue
            if entity.entity_type in kinds and (entity.is_country or not is_country):
                found.setdefault(mention.entity_id, Referent(mention.entity_id, mention.text, is_direct=False))
        return list(found.values())

    def most_named(self, referents: Sequence[Referent]) -> list[Referent]:
        """Of several whom the article names the one that it names most often; of two alike the first."""
        counts = self._counts
        return [max(referents, key=lambda each: counts[each.entity_id])] if referents else []

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(mention.entity_id for mention in self.findings.mentions)

    def last_pair(self, before: int) -> list[Referent]:
        """The two countries, or else the two persons, that were named last before a word."""
        pairs = (
            self.last_named(before, ("LOC",), is_country=True, count=2),
            self.last_named(before, ("PER",), count=2),
        )
        return next((pair for pair in pairs if len(pair) == 2), [])

    def nationality(self, adjective: Token) -> Referent | None:
        """The country of an adjective of nationality."""
        code = country_of_demonym(adjective.lower_)
        name = _regions().get(lemma_of(adjective)) or word_list("referents")["counted"].get(adjective.text)
        if code is None and name is not None:
            region = self._by_name.get(name)
            return Referent(region, adjective.text) if region else None
        if code is None or adjective.pos_ not in ("ADJ", "NOUN", "PROPN", "VERB"):
            return None
        return Referent(self.country(code), adjective.text)

    def nationalities(self, adjective: Token) -> list[Referent]:
        """The country of an adjective of nationality; of "ruso-español" both."""
        nation = self.nationality(adjective)
        first, _, second = adjective.lower_.partition("-")
        halves = (first, second) if second else _halves(first)
        joined = word_list("referents")["joined_nations"]
        codes = [country_of_demonym(half) or joined.get(half) for half in halves]
        both = [Referent(self.country(code), adjective.text) for code in codes if code]
        return [nation] if nation else both

    def as_party(self, referent: Referent) -> Referent:
        """Somebody as a party to an event: for a capital that stands for a government its country."""
        entity = self.entities[referent.entity_id]
        code = None if entity.is_country or entity.entity_type != "LOC" else _capitals().get(fold(referent.text))
        return (
            referent
            if code is None
            else dataclasses.replace(referent, entity_id=self.country(code), named_id=referent.entity_id)
        )

    def is_mere_place(self, entity_id: str, text: str) -> bool:
        """Whether a name is of a place that is no country and stands for none, as a capital does for its government."""
        entity = self.entities[entity_id]
        return entity.entity_type == "LOC" and not entity.is_country and fold(text) not in _capitals()

    def is_city_state(self, referent: Referent) -> bool:
        """Whether a country is called as its capital is: a "cumbre de Singapur" is held there."""
        entity = self.entities[referent.entity_id]
        return entity.is_country and country_of_capital(entity.name) == entity.country_code

    def city(self, token: Token) -> str | None:
        """The id of the city that a word is in the name of, also of one that is a country."""
        mention = self.mention_at.get(token.i)
        entity = self.entities[mention.entity_id] if mention else None
        if mention is None or entity is None or entity.entity_type != "LOC":
            return None
        is_city = not entity.is_country or self.is_city_state(Referent(mention.entity_id, mention.text))
        return mention.entity_id if is_city else None

    def can_act(self, referent: Referent) -> bool:
        """Whether somebody can be a party to an event: no treaty or product, and a city only by who governs it."""
        is_place = self._is_city(referent.entity_id) and not referent.is_governed
        return self.entities[referent.entity_id].entity_type != "MISC" and not is_place

    def is_person(self, referent: Referent) -> bool:
        """Whether a referent is a person."""
        return self.entities[referent.entity_id].entity_type == "PER"

    def is_one_body(self, referents: Sequence[Referent]) -> bool:
        """Whether referents are one organisation alone, of which a verb may be in the plural too."""
        return [self.entities[each.entity_id].entity_type for each in referents] == ["ORG"]

    def is_gathering(self, referent: Referent) -> bool:
        """Whether a name is that of a meeting or forum, which stands for those who meet: "la cumbre del G20".

        Not that of what they meet about: "las negociaciones del Tratado de Libre Comercio".
        """
        entity = self.entities[referent.entity_id]
        return entity.entity_type == "MISC" and entity.name.lower().split()[0] not in word_class("document")

    def _is_of_courts(self, mention: EntityMention) -> bool:
        """Whether "la Justicia" is the courts, where the article calls a ministry so too: "el ministro de Justicia"."""
        text, start = self.findings.article.text, mention.char_start
        is_named_so = self.entities[mention.entity_id].name == mention.text
        return mention.text == "Justicia" and not is_named_so and text[max(0, start - 3) : start].lower() == "la "

    def _is_city(self, entity_id: str) -> bool:
        entity = self.entities[entity_id]
        if entity.entity_type != "LOC" or entity.is_country:
            return False
        places = places_named(entity.name)
        return bool(places) and places[0].kind == "city"


def _tokens_of(doc: Doc, mentions: Iterable[EntityMention]) -> Iterator[tuple[int, EntityMention]]:
    for mention in mentions:
        span = doc.char_span(mention.char_start, mention.char_end, alignment_mode="expand")
        if span is not None:
            for token in span:
                yield token.i, mention


@cache
def _halves(adjective: str) -> tuple[str, ...]:
    """The two nationalities that are written as one word: "francoalemana"."""
    joined = word_list("referents")["joined_nations"]
    firsts = [
        first for first in joined if country_of_demonym(adjective.removeprefix(first)) and adjective.startswith(first)
    ]
    return (firsts[0], adjective.removeprefix(firsts[0])) if firsts else ()


@cache
def _regions() -> dict[str, str]:
    regions: dict[str, str] = word_list("referents")["regions"]
    return regions


@cache
def _capitals() -> dict[str, str]:
    return {fold(name): code for name, code in word_list("capitals").items()}
