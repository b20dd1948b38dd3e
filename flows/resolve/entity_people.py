"""Which persons of different articles are one.

The same name alone does not make two articles' persons one ("José Hernández" in unrelated articles are two): the
articles must have something else in common. The less the names agree, the more they must have in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from flows.resolve.entity_names import near

LARGEST_BLOCK = 200
"""Names that share a block with so many others are too common for a fuzzy comparison."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person of one article, with what else the article names."""

    article_entity_id: str
    order: tuple[str, str]
    """Day of publication and id of its article: the earliest names the entity."""
    key: str
    context: frozenset[str]


def link_people(people: Iterable[Person]) -> Iterator[tuple[Person, Person, str]]:
    """Give for each person the earliest one that it is the same as, and the rule that joined it last.

    Rules, in this order: ``same_name`` (and one other name in common), ``fuller_name`` (all words of the shorter, two
    in common), ``spelling`` (one letter, two in common), ``surname`` (a surname alone, two in common, one candidate).
    """
    ordered = sorted(people, key=lambda person: person.order)
    joined = _Sets()
    full = [person for person in ordered if " " in person.key]
    for one, other, rule in [*_same_name(ordered), *_fuzzy(full, joined)]:
        joined.unite(one, other, rule)
    for one, other in _surnames(ordered, joined):
        joined.unite(one, other, "surname")
    for person in ordered:
        yield person, joined.root(person), joined.rule(person)


class _Sets:
    """Disjoint sets of persons; the earliest of a set stands for it."""

    def __init__(self) -> None:
        self._parent: dict[Person, Person] = {}
        self._rule: dict[Person, str] = {}

    def root(self, person: Person) -> Person:
        while person in self._parent:
            person = self._parent[person]
        return person

    def rule(self, person: Person) -> str:
        return self._rule.get(person, "own_name")

    def unite(self, one: Person, other: Person, rule: str) -> None:
        first, second = sorted((self.root(one), self.root(other)), key=lambda person: person.order)
        for person in (one, other):
            self._rule.setdefault(person, rule)
        if first != second:
            self._parent[second] = first


def _same_name(people: list[Person]) -> Iterator[tuple[Person, Person, str]]:
    """Persons of one key whose articles share a name: all that hold it one after the other."""
    sharing: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        for name in person.context:
            sharing[person.key, name].append(person)
    for (key, _), holders in sharing.items():
        if " " in key:
            for one, other in pairwise(holders):
                yield one, other, "same_name"


def _fuzzy(people: list[Person], joined: _Sets) -> Iterator[tuple[Person, Person, str]]:
    blocks: dict[tuple[str, ...], dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
    for person in people:
        for block in _blocks(person.key):
            blocks[block][person.key].append(person)
    for keys in blocks.values():
        if 1 < len(keys) <= LARGEST_BLOCK:
            yield from _fuzzy_pairs(keys)


def _blocks(key: str) -> Iterator[tuple[str, ...]]:
    """All words but one, and the first word with each other: what two spellings, or a shorter name, keep."""
    words = key.split()
    for number in range(len(words)):
        yield ("all but one", *words[:number], "*", *words[number + 1 :])
    for word in words[1:]:
        yield ("first and", words[0], word)


def _fuzzy_pairs(keys: dict[str, list[Person]]) -> Iterator[tuple[Person, Person, str]]:
    names = sorted(keys)
    for number, one in enumerate(names):
        for other in names[number + 1 :]:
            rule = _fuzzy_rule(one, other)
            if rule:
                yield from ((a, b, rule) for a in keys[one] for b in keys[other] if len(a.context & b.context) >= 2)


def _fuzzy_rule(one: str, other: str) -> str | None:
    short, long = sorted((one.split(), other.split()), key=len)
    if len(short) < len(long):
        words = iter(long)
        return "fuller_name" if short[0] == long[0] and all(word in words for word in short) else None
    pairs = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    return "spelling" if len(pairs) == 1 and near(*pairs[0]) else None


def _surnames(people: list[Person], joined: _Sets) -> Iterator[tuple[Person, Person]]:
    """A person known by a surname alone, with the only fuller name of it that the context allows."""
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for word in set(person.key.split()[1:]):
            by_word[word].append(person)
    for person in people:
        if " " in person.key:
            continue
        fuller = [other for other in by_word[person.key] if len(other.context & person.context) >= 2]
        if len({joined.root(other) for other in fuller}) == 1:
            yield person, fuller[0]
