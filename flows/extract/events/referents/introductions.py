"""Who was introduced by a noun that points at him later: "el diácono Luis Mora ... el diácono"."""

import dataclasses
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from flows.extract.events.lexicon import word_list
from flows.extract.events.people import is_role, names_person, names_role
from flows.extract.events.referents.appositions import name_beside, names_given
from flows.extract.events.referents.names import WINDOW, Names, Referent
from flows.extract.events.referents.titles import title_lemmas
from flows.extract.events.syntax import (
    DEFINITE,
    arguments,
    conjuncts,
    gender_and_number,
    has_morph,
    is_passive,
    lemma_of,
    points_back,
    preposition,
    words_of,
)
from flows.nlp.person_names import gender_of_person
from flows.records import EntityMention

GENDERS = ("Fem", "Masc")


class Introductions:
    """The nouns of one article that a name stands beside."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self._doc = doc
        self._names = names
        self._persons: dict[tuple[str, ...], list[tuple[int, list[Referent]]]] = {}
        for place, kind, named in self._find_persons():
            self._persons.setdefault(kind, []).append((place, named))
        self._kinds = list(self._persons)
        self._undergoing = self._find_undergoing()
        self._bodies = self._find_bodies()

    def person(self, head: Token) -> list[Referent]:
        """Whom "la víctima", "un joven" is, where the article says it near by: of one gender and number."""
        if not is_role(head) and not ({child.lower_ for child in head.lefts} & DEFINITE and head.pos_ == "NOUN"):
            return []
        near = self._near(head, _kind_of(head)) or self._one_alike(head) or self._one_undergoing(head)
        nation = self._nation(head) if near and lemma_of(head) in title_lemmas() else None
        if nation is not None:
            near = [(place, named) for place, named in near if self._nation(self._doc[place]) == nation]
        _, nearest = min(near, key=lambda each: abs(each[0] - head.i), default=(None, []))
        return [Referent(each.entity_id, head.text, is_direct=False) for each in nearest]

    def _near(self, head: Token, kind: tuple[str, ...]) -> list[tuple[int, list[Referent]]]:
        return _around(self._persons.get(kind, []), head.i)

    def _one_alike(self, head: Token) -> list[tuple[int, list[Referent]]]:
        """Who was introduced by another noun for what a definite one says, if one: "el cantante ... el músico"."""
        is_definite = any(child.lower_ in DEFINITE for child in head.lefts)
        if not is_definite or has_morph(head, "Number=Plur") or any(map(self._tells_which, head.rights)):
            return []
        others = [kind for kind in self._kinds if kind[0] in _alike(lemma_of(head)) and _agree(kind, _kind_of(head))]
        genders = {None, *head.morph.get("Gender", [])}
        near = [
            (place, named)
            for kind in others
            for place, named in self._near(head, kind)
            if place < head.i and all(gender_of_person(self._names.entity(n.entity_id).name) in genders for n in named)
        ]
        return near if len({each.entity_id for _, named in near for each in named}) == 1 else []

    def _one_undergoing(self, head: Token) -> list[tuple[int, list[Referent]]]:
        """Who was told to undergo what a noun says, if one: "Mora fue detenido ... el detenido"."""
        verbs = word_list("referents")["undergone"].get(lemma_of(head), ())
        if not points_back(head) or has_morph(head, "Number=Plur"):
            return []
        told = (each for verb in verbs for each in _around(self._undergoing.get(verb, []), head.i))
        near = [each for each in told if each[0] < head.i]
        genders = {None, *(head.morph.get("Gender", []) if head.lower_ != "víctima" else GENDERS)}
        people = {each.entity_id: each for _, named in near for each in named}
        are_of_it = all(gender_of_person(self._names.entity(each).name) in genders for each in people)
        return [near[-1]] if len(people) == 1 and are_of_it else []

    def _find_undergoing(self) -> dict[str, list[tuple[int, list[Referent]]]]:
        found: dict[str, list[tuple[int, list[Referent]]]] = {}
        wanted = {verb for verbs in word_list("referents")["undergone"].values() for verb in verbs}
        for place, (lemma, _) in enumerate(words_of(self._doc)):
            if lemma not in wanted:
                continue
            verb = self._doc[place]
            slots = {"subj"} if is_passive(verb) else {"obj", "a"}
            heads = [each for slot, phrase in arguments(verb) if slot in slots for each in conjuncts(phrase)]
            named = [each for head in heads for each in self._named(head) if self._names.is_person(each)]
            if named:
                found.setdefault(lemma, []).append((place, named))
        return found

    def _named(self, head: Token) -> list[Referent]:
        mention = self._names.named(head)
        return self._names.of_mention(mention) if mention is not None else name_beside(head, self._names)

    def _tells_which(self, phrase: Token) -> bool:
        """Whether a phrase at a noun may tell of another: "el delantero del club"; not "acusó al delantero de"."""
        if phrase.dep_ in ("conj", "punct", "acl", "acl:relcl", "cc"):
            return False
        if phrase.dep_ == "amod":
            return self._names.nationality(phrase) is None
        is_known = any(child.dep_ == "det" or child.lower_ == "del" for child in phrase.lefts)
        is_matter = phrase.pos_ in ("NOUN", "VERB") and not is_known
        return not is_matter or preposition(phrase) not in ("de", "por")

    def _nation(self, noun: Token) -> str | None:
        """The country of an office: "el presidente chileno", "el presidente de Chile" is not just any president."""
        said = (self._names.nationality(child) or self._place_with_de(child) for child in noun.rights)
        return next((each.entity_id for each in said if each and self._names.entity(each.entity_id).is_country), None)

    def _place_with_de(self, phrase: Token) -> EntityMention | None:
        return self._names.named(phrase) if preposition(phrase) == "de" else None

    def body(self, head: Token) -> list[Referent]:
        """The body that was introduced by a noun, where it is one alone: "el grupo Iris ... el grupo"."""
        if not points_back(head) or has_morph(head, "Number=Plur"):
            return []
        known = [named for place, named in self._bodies.get(_kind_of(head), ()) if place < head.i]
        is_one = len({named.entity_id for named in known}) == 1
        return [dataclasses.replace(known[0], text=head.text, is_direct=False)] if is_one else []

    def _find_persons(self) -> Iterator[tuple[int, tuple[str, ...], list[Referent]]]:
        words = words_of(self._doc)
        wanted = {lemma for lemma in {lemma for lemma, _ in words} if names_role(lemma) or _names_holder(lemma)}
        for place, (lemma, _) in enumerate(words):
            if lemma not in wanted:  # most words
                continue
            token = self._doc[place]
            if (
                token.pos_ in ("NOUN", "ADJ")
                and token.i not in self._names.mention_at
                and (is_role(token) or _has_name(token))
            ):
                named = names_given(token, self._names) or name_beside(token, self._names)
                if named and all(self._names.entity(each.entity_id).entity_type == "PER" for each in named):
                    yield token.i, _kind_of(token), named

    def _find_bodies(self) -> dict[tuple[str, ...], list[tuple[int, Referent]]]:
        found: dict[tuple[str, ...], list[tuple[int, Referent]]] = {}
        bodies = {*word_list("referents")["organization"], *word_list("referents")["bodies"]}
        for place, (lemma, _) in enumerate(words_of(self._doc)):
            if lemma not in bodies or place in self._names.mention_at:
                continue
            token = self._doc[place]
            if token.pos_ == "NOUN":
                named = name_beside(token, self._names) if token.dep_ != "appos" else []
                if named and self._names.entity(named[0].entity_id).entity_type == "ORG":
                    found.setdefault(_kind_of(token), []).append((token.i, named[0]))
        return found


def _around(told: list[tuple[int, list[Referent]]], place: int) -> list[tuple[int, list[Referent]]]:
    """Of those told of in the order of the text those near a word."""
    first = bisect_left(told, place - WINDOW + 1, key=lambda each: each[0])
    last = bisect_left(told, place + WINDOW, key=lambda each: each[0])
    return told[first:last]


@cache
def _alike(lemma: str) -> tuple[str, ...]:
    """The other nouns that one who is called by one can go by."""
    groups = word_list("referents")["roles_alike"]
    return tuple(dict.fromkeys(other for group in groups if lemma in group for other in group if other != lemma))


def _agree(kind: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two nouns can be of one gender and number; "periodista" is of both genders."""
    return set(kind[1:]) <= set(other[1:]) or set(other[1:]) <= set(kind[1:])


def _has_name(noun: Token) -> bool:
    """Whether a name follows a noun of persons: "el diácono Luis Mora", "el animador Luis Mora"."""
    return _names_holder(lemma_of(noun)) and any(
        child.dep_ in ("appos", "flat") and child.i == noun.i + 1 and child.pos_ == "PROPN" for child in noun.rights
    )


def _names_holder(lemma: str) -> bool:
    """Whether a noun is of persons, by its lemma: "diácono", "animador"."""
    return names_person(lemma) or lemma.endswith(("dor", "dora"))


def _kind_of(noun: Token) -> tuple[str, ...]:
    """What two phrases for one person have in common: noun, gender and number."""
    return (lemma_of(noun), *gender_and_number(noun))
