"""Which titles an article gives to whom, so that "el mandatario argentino" finds its holder."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.syntax import lemma_of, preposition
from flows.nlp.gazetteer import country_of_demonym
from flows.records import Findings

LONGEST_OFFICE = 5
"""How many words an office has with its body: "ministra de las Relaciones Exteriores"."""

FIRST = frozenset({"primer", "primera"})
"""Words before "ministro" of who heads a government, which is no ministry's."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Title:
    """A title that a person is given: "el presidente ruso, Vladimir Putin"."""

    lemma: str
    country_code: str | None
    person_id: str
    place: int
    """The word that it stands at."""
    is_of_body: bool = False
    """Whether it is said to be of a body, not of a country: "presidente de la Comisión de Salud"."""


class Titles:
    """The titles of one article."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        found = list(_find_titles(doc, findings))
        self._countries = {title.person_id: title.country_code for title in reversed(found) if title.country_code}
        self._by_place = {title.place: title.person_id for title in found}
        self._figures = _figures_by_country(findings, {title.person_id for title in found})
        self._counts = Counter(mention.entity_id for mention in findings.mentions)
        self._by_lemma: dict[str, list[Title]] = {}
        for title in found:
            self._by_lemma.setdefault(title.lemma, []).append(title)

    def beside(self, noun: Token) -> str | None:
        """Who is given the title that stands at a noun, whatever a parse makes of it: "el consejero, Luis Mora"."""
        return self._by_place.get(noun.i)

    def holder(self, lemma: str, code: str | None, before: int, *, is_exact: bool = False) -> str | None:
        """Who is meant by a title that stands without a name, "la ministra peruana".

        The first of these whom the article has: who was last given that very title, of that country if one is said; who
        of that country was last given one like it ("el mandatario" is "el presidente"); who was given one like it most
        often. Of a country that is said, the last is somebody of no known country, and named before if the article has
        several: "el presidente chileno" is not whichever president is named later, and no former one. Nor is "el
        presidente" a former one who is named later. Last comes the one public figure of the country to whom the article
        gives no title.

        Args:
            lemma: the title.
            code: the country that is said with it.
            before: the word that it stands at; who is given it only later counts where nobody is before.
            is_exact: whether none like it counts: "el jefe del Estado Mayor" is no minister.
        """
        holders = self._given({lemma} if is_exact else _alike(lemma))
        same = [title for title in holders if title.lemma == lemma] if code is None else []
        same = self._of_state(same) if lemma in _heads_of_state() else same
        of_country = [title for title in holders if title.country_code == code] if code is not None else []
        same = same or [title for title in of_country if title.lemma == lemma]
        given = same or of_country
        if given:
            return given[max(bisect_left(given, before, key=lambda title: title.place) - 1, 0)].person_id
        is_one = len({title.person_id for title in holders}) == 1

        def may_hold(title: Title) -> bool:
            is_before, is_current = title.place < before, is_former(lemma) or not is_former(title.lemma)
            if code is None:
                return is_before or is_current
            return title.country_code is None and is_current and (is_before or is_one)

        unplaced = Counter(title.person_id for title in holders if may_hold(title))
        if unplaced:
            return unplaced.most_common(1)[0][0]
        figures = self._figures.get(code or "", ()) if lemma in _heads_of_state() else ()
        return figures[0] if len(figures) == 1 else None

    def _of_state(self, titles: list[Title]) -> list[Title]:
        """Of titles alike those of a country, where the article is not rather about who heads a body.

        "El presidente" is no committee's where a country's is told of.
        """
        others = [title for title in titles if not title.is_of_body]
        named = [max((self._counts[each.person_id] for each in group), default=0) for group in (titles, others)]
        return others if others and named[0] < 2 * named[1] else titles

    def is_in_office(self, person_id: str) -> bool:
        """Whether the article gives somebody a title and none of an office that he has no more."""
        given = [title.lemma for titles in self._by_lemma.values() for title in titles if title.person_id == person_id]
        return bool(given) and not any(map(is_former, given))

    def country(self, person_id: str) -> str | None:
        """The country of whose office somebody is said to hold: of "el canciller mexicano, Luis Mora" Mexico."""
        return self._countries.get(person_id)

    def _given(self, lemmas: Iterable[str]) -> list[Title]:
        found = [title for lemma in lemmas for title in self._by_lemma.get(lemma, ())]
        return sorted(found, key=lambda title: (title.place, title.person_id))


def _figures_by_country(findings: Findings, titled: set[str]) -> dict[str, list[str]]:
    """The public figures of each country whom an article names without a title: "Joe Biden viajó"."""
    found: dict[str, list[str]] = {}
    for entity in findings.entities:
        if entity.entity_type == "PER" and entity.country_code and entity.article_entity_id not in titled:
            found.setdefault(entity.country_code, []).append(entity.article_entity_id)
    return found


def is_former(lemma: str) -> bool:
    """Whether a title is of who headed a state and does no more: "expresidenta".

    Not "exdiputado", who may be a "diputado" whose leaving is told.
    """
    return lemma.startswith("ex") and lemma.removeprefix("ex") in _heads_of_state()


@cache
def _heads_of_state() -> frozenset[str]:
    return frozenset(next(group for group in word_list("referents")["title_groups"] if "presidente" in group))


def office_at(noun: Token) -> str:
    """The office that a noun says with the words around it, by its usual name: of "la primera ministra" "premier".

    "La primera alcaldesa" is an alcaldesa.
    """
    lemma = lemma_of(noun)
    if lemma in ("ministro", "ministra") and any(child.lower_ in FIRST for child in noun.lefts):
        return "premier"
    return office(lemma, noun.doc[noun.i : noun.i + LONGEST_OFFICE].text)


def office(lemma: str, phrase: str) -> str:
    """The office of a noun with what follows it, by its usual name.

    >>> office("titular", "titular del Ejecutivo federal"), office("ministra", "ministra de Exteriores, Ana Duarte")
    ('presidente', 'canciller')
    >>> office("secretario", "secretario de Estado"), office("ministro", "ministro de Gobierno")
    ('secretario', 'ministro')
    """
    words = word_list("referents")
    if lemma in words["heads"]:
        of = WORD.findall(phrase.lower())[:LONGEST_OFFICE]
        for usual, bodies in words["usual_offices"].items():
            if not set(bodies).isdisjoint(of):
                return str(usual)
    return lemma


@cache
def title_lemmas() -> frozenset[str]:
    """Nouns that, without a name, can point at somebody named before."""
    return frozenset(word_list("referents")["person"])


@cache
def _alike(lemma: str) -> frozenset[str]:
    """The titles that one can stand for: "el mandatario" is "el presidente", "el exmandatario" or "expresidente".

    "El exmandatario" is no president.
    """
    present = lemma.removeprefix("ex")
    groups = word_list("referents")["title_groups"]
    alike = {lemma, present, *(title for group in groups if present in group or lemma in group for title in group)}
    former = {"ex" + title for title in alike}
    return frozenset(former | {title for title in alike if is_former(title)} if is_former(lemma) else former | alike)


def _find_titles(doc: Doc, findings: Findings) -> Iterator[Title]:
    """Titles that stand with a person's name, and the roles that the article's affiliations give.

    Their country is the one said with them, else that of the person, where it is known.
    """
    countries = {entity.article_entity_id: entity.country_code for entity in findings.entities}
    of_bodies: set[tuple[str, int]] = set()
    for affiliation in findings.affiliations:
        role = affiliation.role.split()
        span = doc.char_span(affiliation.char_start, affiliation.char_end, alignment_mode="expand")
        if role and span is not None:
            first = role[0].lower()
            usual = "premier" if first in FIRST else office(first, affiliation.text)
            code = affiliation.country_code or countries[affiliation.person_id]
            is_of_body = affiliation.organization_id is not None and affiliation.country_code is None
            of_bodies |= {(affiliation.person_id, span.start)} if is_of_body else set()
            yield Title(usual, code, affiliation.person_id, span.start, is_of_body)
    for mention in findings.mentions:
        span = doc.char_span(mention.char_start, mention.char_end, alignment_mode="expand")
        title = _title_of(span.root) if mention.mention_type == "PER" and span is not None else None
        if title is not None:
            nations = (country_of_demonym(child.lower_) for child in title.children if child.dep_ == "amod")
            code = next(filter(None, nations), countries[mention.entity_id])
            is_of_body = (mention.entity_id, title.i) in of_bodies
            yield Title(office_at(title), code, mention.entity_id, title.i, is_of_body)


def _title_of(name: Token) -> Token | None:
    if name.dep_ in ("appos", "flat", "compound", "nmod") and lemma_of(name.head) in title_lemmas():
        return name.head if preposition(name) is None else None
    for child in name.rights:
        if child.dep_ == "appos" and lemma_of(child) in title_lemmas():
            return child
    return None
