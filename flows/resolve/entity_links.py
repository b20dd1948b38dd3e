"""Sets of names that stand for one thing, each join with its rule, and what speaks for a join: what else articles name.

Two articles that name a third thing alike are likely to mean the same by a name. What few articles name says more than
what many do, so things in common are counted in points.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass

FEW = 12
"""A group of so many is compared one by one; a larger one by what its articles name."""
NEAREST = 4
"""Of a larger group so many before and after in time are compared, of those that name the same thing."""

RARE, USUAL = 2, 1
"""Points of a thing in common: one that few articles name, one that many name or that is the article's country."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an article names: things that few articles name, and things that many do."""

    rare: frozenset[Hashable]
    usual: frozenset[Hashable] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """What one article means by a name, with what else it names."""

    article_entity_id: str
    order: tuple[str, str]
    """Day of publication and id of its article: the earliest of a set stands for it."""
    key: str
    context: Context
    own: Hashable = None
    """What it is itself in the context."""
    country: str | None = None
    """The country that the article is about."""
    is_open: bool = False
    """Many countries have something of this name."""
    acronyms: tuple[str, ...] = ()
    """Acronyms that the article has for it."""
    known: str | None = None
    """Of a person, the id that the list of public figures or the newsroom's own list has for it."""

    @property
    def kind(self) -> tuple[str, str | None, bool]:
        """What may speak against a join: its key and, if many countries have something of this name, the country."""
        return (self.key, self.country if self.is_open else None, self.is_open)


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """Whom a name was joined to, by which rule, and who stands for them all."""

    named: Named
    first: Named
    rule: str
    other: Named | None


def shared(one: Named, other: Named) -> list[Hashable]:
    """What else both articles name, what few articles name first."""
    own = {one.own, other.own}
    rare = (one.context.rare & other.context.rare) - own
    return [*sorted(rare, key=str), *sorted((one.context.usual & other.context.usual) - own, key=str)]


def points(one: Named, other: Named) -> int:
    """How much two articles have in common beside the two names."""
    rare, usual = one.context.rare & other.context.rare, one.context.usual & other.context.usual
    found = RARE * len(rare) + USUAL * len(usual)
    for own in {one.own, other.own}:
        found -= RARE * (own in rare) + USUAL * (own in usual)
    return found


class Links:
    """Disjoint sets of names; the earliest of a set stands for it, or whom a list knows."""

    def __init__(self, are_compatible: Callable[[list[Named], list[Named]], bool]) -> None:
        self._parent: dict[Named, Named] = {}
        self._kinds: dict[Named, list[Named]] = {}
        self._joins: dict[Named, list[tuple[Named, str]]] = defaultdict(list)
        self._are_compatible = are_compatible

    def first(self, named: Named) -> Named:
        """The earliest of the set that a name is in."""
        root = named
        while root in self._parent:
            root = self._parent[root]
        while named is not root:
            self._parent[named], named = root, self._parent[named]
        return root

    def kinds(self, named: Named) -> list[Named]:
        """Of the set that a name is in, one name of each kind."""
        return self._kinds.get(self.first(named), [named])

    def unite(self, one: Named, other: Named, rule: str) -> bool:
        """Join the sets of two names unless something in them speaks against it; whether they are one now."""
        first, second = self.first(one), self.first(other)
        if first is second:
            return True
        first, second = sorted((first, second), key=precedence)
        kinds, more = self.kinds(first), self.kinds(second)
        if not self._are_compatible(kinds, more):
            return False
        known = {named.kind for named in kinds}
        self._kinds[first] = kinds + [named for named in more if named.kind not in known]
        self._parent[second] = first
        self._joins[one].append((other, rule))
        self._joins[other].append((one, rule))
        return True

    def links(self, names: Iterable[Named]) -> Iterator[Link]:
        """Give each name with what joined it: a set's joins lead from its earliest to every other."""
        for first in names:
            if first in self._parent:
                continue
            yield Link(first, first, "alone", None)
            waiting, met = [first], {first}
            while waiting:
                named = waiting.pop()
                for other, rule in self._joins.get(named, ()):
                    if other not in met:
                        met.add(other)
                        waiting.append(other)
                        yield Link(other, first, rule, named)


class Group:
    """Names to be compared with others, in the order of their articles."""

    def __init__(self, members: list[Named]) -> None:
        self.members = members
        self._orders = [precedence(named) for named in members]
        self._holders: dict[Hashable, list[int]] = defaultdict(list)
        if len(members) > FEW:
            for number, named in enumerate(members):
                for thing in (*named.context.rare, *named.context.usual):
                    self._holders[thing].append(number)

    def near(self, named: Named, least: int) -> Iterator[tuple[int, Named]]:
        """Members of other articles with so many points, the most first, then the nearest before."""
        found = [(count, other) for other in self._candidates(named) if (count := points(named, other)) >= least]
        yield from sorted(found, key=lambda each: (-each[0], precedence(each[1]))) if len(found) > 1 else found

    def _candidates(self, named: Named) -> list[Named]:
        if len(self.members) <= FEW:
            return [other for other in self.members if other.order != named.order]
        place = bisect_left(self._orders, precedence(named))
        numbers: set[int] = set()
        for thing in (*named.context.rare, *named.context.usual):
            holders = self._holders.get(thing)
            if holders and thing != named.own:
                middle = bisect_left(holders, place)
                numbers.update(holders[max(0, middle - NEAREST) : middle + NEAREST])
        return [other for number in sorted(numbers) if (other := self.members[number]).order != named.order]


def precedence(named: Named) -> tuple[bool, tuple[str, str], str]:
    """Who stands for a set, by which names are put in order: whom a list knows, then the earliest."""
    return (named.known is None, named.order, named.article_entity_id)
