"""Whose the offices are that are called after what they see to: "los ministros de Defensa de la UE" are the UE's."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from flows.extract.entities.words import words
from flows.extract.events.referents.names import Names, Referent
from flows.extract.events.syntax import DEFINITE, arguments, conjuncts, has_morph, lemma_of, preposition, words_of

WITHIN = re.compile(r" (?:de|del)(?: el| la| los| las)? (.+)")
"""Whose a ministry is where that was read as part of its name: "los ministros de [Hacienda de Chile] y Perú"."""


PORTFOLIO_WORDS = 3
"""The most words that what an office sees to is called by."""


class Offices:
    """The plural offices of one article that are named with what they see to."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._names = names
        titles = words("department_titles")
        nouns = (doc[place] for place, (lemma, _) in enumerate(words_of(doc)) if lemma in titles)
        self._owned = [(noun.i, owners) for noun in nouns if self._is_office(noun) and (owners := self._owners(noun))]
        self._places = [place for place, _ in self._owned]

    def owners(self, head: Token) -> list[Referent] | None:
        """The bodies or countries whose "los ministros de Defensa" are, or were where it last said so.

        Nobody where the article does not say: a ministry is no party beside other ministries. None of other nouns.
        """
        if not self._is_office(head):
            return None
        number = bisect_left(self._places, head.i + 1) - 1
        is_told = number >= 0 and (self._places[number] == head.i or any(c.lower_ in DEFINITE for c in head.lefts))
        return self._owned[number][1] if is_told else []

    def _is_office(self, noun: Token) -> bool:
        is_title = noun.pos_ == "NOUN" and lemma_of(noun) in words("department_titles")
        return is_title and has_morph(noun, "Number=Plur") and any(self._is_portfolio(each) for each in _of_whom(noun))

    def _is_portfolio(self, phrase: Token) -> bool:
        if not phrase.text[0].isupper():
            return False
        ends = range(phrase.i + 1, phrase.i + PORTFOLIO_WORDS + 1)
        return any(phrase.doc[phrase.i : end].text.lower() in words("portfolios") for end in ends)

    def _owners(self, noun: Token) -> list[Referent]:
        parts = [part for phrase in _of_whom(noun) for part in conjuncts(phrase)]
        owners = dict.fromkeys(owner for part in parts if (owner := self._owner(part)))
        return [Referent(owner, noun.text) for owner in owners]

    def _owner(self, part: Token) -> str | None:
        """The body or country that one of the phrases after an office names; of a ministry's name the end of it."""
        mention = self._names.named(part)
        if mention is None:
            return None
        if not self._is_portfolio(part):
            return mention.entity_id
        within = WITHIN.search(mention.text)
        return self._names.called(within.group(1)) if within else None


def _of_whom(noun: Token) -> Iterator[Token]:
    """What "de" joins to a noun, also where a parse hangs it on what they see to: "de Defensa de Chile y Perú"."""
    for slot, phrase in arguments(noun):
        if slot == "de" and phrase.i > noun.i:
            yield phrase
            yield from (inner for inner in phrase.rights if preposition(inner) == "de")
