"""How an article presents its persons: their roles, their gender, and the bodies and countries that they belong to."""

import re
from bisect import bisect_left
from collections import defaultdict
from functools import cache

from spacy.tokens import Doc, Token

from flows.extract.quotes.lexicon.speaker_nouns import (
    DEMONYM,
    SpeakerNoun,
    interchangeable_bodies,
    other_words,
    politicians,
    portfolios,
    regional,
    speaker_noun,
    speaker_nouns,
)
from flows.extract.sentence_index import token_starts
from flows.nlp.gazetteer import country_of_demonym
from flows.nlp.person_names import gender_of_person
from flows.records import EntityMention, Findings
from flows.text import fold

COUNTERPARTS = frozenset(["homólogo", "homóloga"])
HEAD_OF_GOVERNMENT = re.compile(r"(?i)jef[ea] del? (?:estado|gobierno|ejecutivo)\b")
"""Titles of whom a later phrase may call "el mandatario"."""
HEADS_OF_FIRMS = re.compile(
    r"(?i)(?:(?:vice)?president[ea]|directora?|ceo|gerente|dueñ[oa]|fundadora?|propietari[oa])\b"
)
"""Titles of whom, at the head of a firm, a later phrase may call "el empresario"."""
TITLE_REACH = 16
WITHIN_TITLE = frozenset(["de", "del", "la", "el", "los", "las", "y", "en", "para"])


class PersonRoles:
    """What the article says of each person; ids are ``article_entity_id``."""

    def __init__(self, doc: Doc, findings: Findings) -> None:
        self._doc = doc
        self._text = findings.article.text
        self._token_starts = token_starts(doc)
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._callings: dict[str, set[str]] = defaultdict(set)
        """Nouns of agents that no list has: who is presented as "micólogo" may be "el experto" too."""
        self._genders: dict[str, str] = {}
        self._titles: dict[str, set[str]] = defaultdict(set)
        """The genders of titles right before a person's name, which tell more than it does: "el senador Andrea Gil"."""
        self._places: dict[str, set[str]] = defaultdict(set)
        self._words: dict[str, set[str]] = defaultdict(set)
        self._described: str | None = None
        """The person named last, while all are described."""
        since = 0
        for mention in findings.mentions:
            if mention.mention_type == "PER":
                self._describe(mention, since)
                since, self._described = mention.char_end, mention.entity_id
        for entity in findings.entities:
            name = _without_titles(entity.name)
            gender = gender_of_person(name) if entity.entity_type == "PER" else None
            if gender is not None:
                self._genders[entity.article_entity_id] = gender[0].lower()
        self._genders |= {person: next(iter(told)) for person, told in self._titles.items() if len(told) == 1}
        for affiliation in findings.affiliations:
            self._add_role(affiliation.person_id, affiliation.role.lower())
            places = {affiliation.organization_id, affiliation.country_code} - {None}
            self._places[affiliation.person_id].update(place for place in places if place)
            words = re.findall(r"\w+", affiliation.text)
            countries = (country_of_demonym(word.lower()) for word in words)  # of the "Federación Chilena de Remo"
            self._places[affiliation.person_id].update(country for country in countries if country)
            self._words[affiliation.person_id].update(fold(word) for word in words if word[0].isupper())
            for title in (title for word, title in portfolios().items() if word in map(fold, words)):
                self._add_role(affiliation.person_id, title)
            if HEADS_OF_FIRMS.match(affiliation.text) and not firms().isdisjoint(map(fold, words)):
                self._add_role(affiliation.person_id, "empresario")

    def has_role(self, person: str, noun: SpeakerNoun) -> bool:
        """Tell whether the article gives a person the very role."""
        return noun.lemma in self._roles[person] or noun.lemma in self._callings[person]

    def may_have_role(self, person: str, noun: SpeakerNoun) -> bool:
        """Tell whether a person's role may be called by another word: a president is "el mandatario"."""
        return not other_words(noun.lemma).isdisjoint(self._roles[person])

    def holders(self, noun: SpeakerNoun) -> list[str]:
        """The persons to whom the article gives the very role."""
        return [person for person, roles in self._roles.items() if noun.lemma in roles]

    def is_politician(self, person: str) -> bool:
        """Tell whether a person is presented as somebody in politics."""
        return not politicians().isdisjoint(self._roles[person])

    def is_placed(self, person: str) -> bool:
        """Tell whether the article says what a person belongs to."""
        return bool(self._places[person])

    def is_presented(self, person: str) -> bool:
        """Tell whether the article gives a person any role."""
        return bool(self._roles[person])

    def agrees(self, person: str, gender: str | None) -> bool:
        """Tell whether a person may be of a gender, as far as their name and roles tell."""
        return gender is None or self._genders.get(person, gender) == gender

    def is_of_gender(self, person: str, gender: str | None) -> bool:
        """Tell whether a person is known to be of a gender."""
        return gender is not None and self._genders.get(person) == gender

    def belongs_to(self, person: str, places: set[str], names: set[str]) -> bool:
        """Tell "el presidente de Chile" from the president of another country: the article must say so.

        ``names`` are words in capitals that are no known body or place: the article must so have presented the person.
        """
        if names:
            return not names.isdisjoint(self._words[person])
        return not places or not places.isdisjoint(self._places[person])

    def places(self, person: str) -> frozenset[str]:
        """The bodies and countries that a person belongs to."""
        return frozenset(self._places[person])

    def _describe(self, mention: EntityMention, since: int) -> None:
        at = bisect_left(self._token_starts, mention.char_start)
        last = bisect_left(self._token_starts, mention.char_end)
        for token in [*self._title_before(at, bisect_left(self._token_starts, since)), *self._apposition_after(last)]:
            self._add_role(mention.entity_id, token.lower_)
            if token.i == at - 1:
                self._add_title(mention.entity_id, token.lower_)
            if token.lower_ in COUNTERPARTS:
                self._match(mention.entity_id, token)
            if token.i and self._doc[token.i - 1].lower_ in ("primer", "primera"):  # "la primera ministra Ana Ruiz"
                self._add_role(mention.entity_id, "premier")
            if HEAD_OF_GOVERNMENT.match(self._text, token.idx):
                self._add_role(mention.entity_id, "mandatario")

    def _match(self, person: str, title: Token) -> None:
        """Give "su homólogo boliviano" the office of whom the article named before, in his own country."""
        self._roles[person] |= self._roles.get(self._described or "", set())
        country = country_of_demonym(title.nbor().lower_) if title.i + 1 < len(self._doc) else None
        self._places[person] |= {country} if country else set()

    def _title_before(self, at: int, since: int) -> list[Token]:
        found: list[Token] = []
        commas = 0
        number = at - 1
        while number >= max(since, at - TITLE_REACH):
            token = self._doc[number]
            if token.text == "," and commas == 0 and number == at - 1:
                commas = 1
            elif token.lower_ in WITHIN_TITLE and not (number == at - 1 and token.lower_ in ("de", "del")):
                pass
            elif token.pos_ not in ("NOUN", "ADJ", "PROPN", "DET") or token.is_space:
                break
            elif _is_role(token):
                found.append(token)
            number -= 1
        previous = self._doc[at - 1].lower_ if at else ""
        if previous in ("la", "el") and at > 1 and self._doc[at - 2].lower_ == "de":
            return []
        return found[-1:] + [t for t in found[:-1] if t.i == at - 1]

    def _apposition_after(self, last: int) -> list[Token]:
        if last >= len(self._doc) or self._doc[last].text not in (",", "("):
            return []
        for token in self._doc[last + 1 : last + 4]:
            if _is_role(token) and token.pos_ in ("NOUN", "PROPN", "ADJ"):
                return [token]
            if token.pos_ not in ("DET", "ADJ", "PROPN"):
                break
        return []

    def _add_title(self, person_id: str, title: str) -> None:
        noun = speaker_noun(title)
        if noun is not None and noun.is_one_person and noun.gender is not None:
            self._titles[person_id].add(noun.gender)

    def _add_role(self, person_id: str, role: str) -> None:
        noun = speaker_noun(next(iter(role.split()), ""))
        if noun is None or noun.kind != "person":
            return
        is_listed = noun.lemma in speaker_nouns()
        (self._roles if is_listed else self._callings)[person_id].add(noun.lemma)
        if noun.gender is not None and noun.lemma.endswith(("o", "or")):
            self._genders.setdefault(person_id, noun.gender)


@cache
def firms() -> frozenset[str]:
    """What firms are called, folded: "empresa", "aerolínea", "cadena"."""
    return frozenset({*interchangeable_bodies("empresa"), "cadena"})


def _is_role(token: Token) -> bool:
    noun = speaker_noun(token.lower_)
    return noun is not None and noun.lemma != DEMONYM and noun.lemma not in regional() and token.pos_ != "DET"


def _without_titles(name: str) -> str:
    """Drop what a name begins with that is a title: "Patriarca Teodoro"."""
    words = name.split()
    while len(words) > 1 and words[0].lower() in speaker_nouns():
        words = words[1:]
    return " ".join(words)
