"""Which bodies, places and other things of different articles are one, where their name does not decide.

"Ministerio de Defensa", "PRI" and "San José" mean another thing in each country: they are joined where the articles are
about one country, or name enough else alike. An acronym alone joins the name that other articles have it for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from flows.resolve.entity_links import Group, Link, Links, Named, precedence
from flows.resolve.entity_names import name_key
from flows.text import fold
from flows.word_lists import parse_words

ACRONYM_LENGTH = 6
SAME_NAME, ACRONYM = 3, 3
"""Least points in common for a name that many countries have, where no country decides, and for an acronym."""

SMALL_WORDS = frozenset({"de", "del", "la", "las", "los", "el", "i", "e", "para"})


def link_bodies(bodies: Iterable[Named]) -> Iterator[Link]:
    """Give for each thing the earliest one that it is the same as, and the rule that joined it.

    Rules (``schemas.vocabularies.ENTITY_RULES``): ``same_name``, ``name_and_country``, ``acronym``.
    """
    ordered = sorted(bodies, key=precedence)
    links = Links(_are_compatible)
    groups: dict[str, list[Named]] = defaultdict(list)
    for body in ordered:
        groups[body.key].append(body)
    for members in groups.values():
        _join_same_names(members, links)
    _join_acronyms(ordered, groups, links)
    yield from links.links(ordered)


def is_open(name: str, entity_type: str, place_count: int | None = None) -> bool:
    """Whether many countries have something of this name: bodies named by common words, acronyms, unknown places.

    >>> is_open("Ministerio de Defensa", "ORG"), is_open("Universidad Yonsei", "ORG")
    (True, False)

    Args:
        name: the name.
        entity_type: its type.
        place_count: of a LOC, how many places of the gazetteer bear it.
    """
    if entity_type == "LOC":
        return place_count != 1
    words = [word for word in name_key(name).split() if word not in SMALL_WORDS]
    return entity_type == "ORG" and (is_acronym(name) or all(word in _common_words() for word in words))


def is_acronym(name: str) -> bool:
    """Whether a name is letters that stand for words.

    >>> is_acronym("PRI"), is_acronym("FARC-EP"), is_acronym("Farc")
    (True, False, False)
    """
    return name.isupper() and name.isalnum() and len(name) <= ACRONYM_LENGTH


def is_acronym_of(form: str, name: str) -> bool:
    """Whether a form is an acronym, and not the name in capitals or a word of it.

    >>> is_acronym_of("PRI", "Partido Revolucionario Institucional"), is_acronym_of("BOGOTÁ", "Vía Bogotá")
    (True, False)
    """
    return is_acronym(form) and fold(form) not in fold(name).split()


@cache
def _common_words() -> frozenset[str]:
    text = resources.files("flows.resolve").joinpath("data/bodies.yml").read_text(encoding="utf-8")
    return frozenset(name_key(word) for word in parse_words(text)["words"])


def _join_same_names(members: list[Named], links: Links) -> None:
    closed = [body for body in members if not body.is_open]
    for body in closed[1:]:
        links.unite(body, closed[0], "same_name")
    open_bodies = [body for body in members if body.is_open]
    latest: dict[str, Named] = {}
    for body in open_bodies:
        if body.country is not None:
            if body.country in latest:
                links.unite(body, latest[body.country], "name_and_country")
            latest[body.country] = body
    group = Group(open_bodies)
    for body in open_bodies:
        for _, other in group.near(body, SAME_NAME):
            links.unite(body, other, "same_name")


def _join_acronyms(ordered: list[Named], groups: dict[str, list[Named]], links: Links) -> None:
    """Join an acronym to the only thing that articles of the same country, or with enough in common, have it for."""
    meant: dict[str, list[Named]] = defaultdict(list)
    for body in ordered:
        for acronym in body.acronyms:
            meant[acronym].append(body)
    for acronym, expansions in sorted(meant.items()):
        group = Group(expansions)
        for body in groups.get(acronym, ()):
            found = {links.first(other): other for _, other in reversed(list(group.near(body, ACRONYM)))}
            if not found and body.country is not None:
                found = {links.first(other): other for other in expansions if other.country == body.country}
            if len(found) == 1:
                links.unite(body, next(iter(found.values())), "acronym")


def _are_compatible(some: list[Named], more: list[Named]) -> bool:
    """Whether all that is of many countries is of one country here, and there is one name of one country alone."""
    both = [*some, *more]
    countries = {body.country for body in both if body.is_open and body.country is not None}
    return len(countries) < 2 and len({body.key for body in both if not body.is_open}) < 2
