"""Which persons of different articles are one.

The same name alone does not make two articles' persons one ("José Hernández" in unrelated articles are two): the
articles must have something else in common. The less the names agree, or the more people bear them, the more they must
have in common. Names that contradict one another ("José García López", "José García Pérez") are never joined, not even
through a third one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from itertools import combinations
from typing import Any

from flows.nlp.person_names import common_surnames, gender_of_person, is_first_name
from flows.resolve.entity_links import Group, Link, Links, Named, precedence
from flows.resolve.entity_names import name_key, near
from flows.word_lists import parse_words

LONGEST_NAME = 6
"""Words behind the first, of which a shorter name may leave some out; longer "names" are no person's."""

SAME_NAME, COMMON_NAME = 2, 4
"""Least points for the same name (one thing that few articles name, or two that many do), and for a name that many
people bear."""

OTHER_NAME, COMMON_SURNAME = 3, 6
"""Least points for names that only resemble one another, and for a surname alone that many people bear."""

WELL_KNOWN, FAR_MORE = 10, 5
"""Of a person whom so many articles name, and so many times as many as name anybody else of the name, the name says
more: one point less is needed."""

CLEAR_LEAD = 4
"""A surname alone goes to one of several persons who is so many points ahead of the next."""

GENERATIONS = frozenset({"jr", "junior", "sr", "hijo", "padre", "ii", "iii"})
"""What tells a son from his father."""


def link_people(people: Iterable[Named]) -> Iterator[Link]:
    """Give for each person the earliest one that it is the same as, and the rule that joined it.

    Rules (``schemas.vocabularies.ENTITY_RULES``): ``knowledge`` and ``same_name`` first, then ``fuller_name``,
    ``spelling`` and ``short_first_name`` by what speaks for them, ``surname`` last.
    """
    ordered = sorted(people, key=precedence)
    links = Links(_are_compatible)
    _join_known(ordered, links)
    groups = _by_key(ordered)
    _join_same_names(groups, links)
    _join_fuzzy(groups, links)
    _join_surnames(groups, links)
    yield from links.links(ordered)


def _join_known(people: list[Named], links: Links) -> None:
    first: dict[str, Named] = {}
    for person in people:
        if person.known is not None:
            links.unite(person, first.setdefault(person.known, person), "knowledge")


def _by_key(people: list[Named]) -> dict[str, Group]:
    members: dict[str, list[Named]] = defaultdict(list)
    for person in people:
        members[person.key].append(person)
    return {key: Group(persons) for key, persons in members.items()}


def _join_same_names(groups: dict[str, Group], links: Links) -> None:
    for key, group in groups.items():
        if " " in key and len(group.members) > 1:
            least = COMMON_NAME if _is_common(key) else SAME_NAME
            for person in group.members:
                for _, other in group.near(person, least):
                    links.unite(person, other, "same_name")
            _join_well_known(group, least - 1, links)


def _join_well_known(group: Group, least: int, links: Links) -> None:
    """Join to whom a name means nearly always those for whom less speaks."""
    sizes = Counter(links.first(person) for person in group.members).most_common(2)
    known, size = sizes[0]
    if size < WELL_KNOWN or size < FAR_MORE * sum(next_size for _, next_size in sizes[1:]):
        return
    for person in group.members:
        if links.first(person) is not links.first(known):
            found = (other for _, other in group.near(person, least) if links.first(other) is links.first(known))
            other = next(found, None)
            if other is not None:
                links.unite(person, other, "well_known")


def _join_fuzzy(groups: dict[str, Group], links: Links) -> None:
    found = []
    for one, other, rule in _resembling(key for key in groups if " " in key):
        few, many = sorted((groups[one], groups[other]), key=lambda group: len(group.members))
        for person in few.members:
            best = next(many.near(person, OTHER_NAME), None)
            if best is not None:
                found.append((-best[0], person.order, best[1].order, person.key, person, best[1], rule))
    for *_, one_of_few, other_of_many, rule in sorted(found, key=lambda each: each[:4]):
        links.unite(one_of_few, other_of_many, rule)


def _resembling(keys: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of names that may be one person's, with the rule; each pair once."""
    known = sorted(key for key in keys if not GENERATIONS & set(key.split()))
    yield from _fuller_names(known)
    yield from _spellings(known)
    yield from _short_first_names(known)


def _fuller_names(keys: list[str]) -> Iterator[tuple[str, str, str]]:
    """Names of which the shorter has the first word, and others in this order, of the longer."""
    known = set(keys)
    for key in keys:
        first, *others = key.split()
        shorter = {
            " ".join([first, *kept])
            for count in range(1, len(others))
            for kept in combinations(others, count)
            if len(others) <= LONGEST_NAME
        }
        yield from ((one, key, "fuller_name") for one in sorted(shorter & known) if _agree(one, key))


def _spellings(keys: list[str]) -> Iterator[tuple[str, str, str]]:
    """Names that differ in one word by one letter: without some letter both words are the same."""
    blocks: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for key in keys:
        words = key.split()
        for number, word in enumerate(words):
            blocks[*words[:number], "*", *words[number + 1 :]][word] = key
    for words_of_block in blocks.values():
        if len(words_of_block) > 1:
            for one, other in sorted(_one_letter_apart(words_of_block)):
                if _agree(words_of_block[one], words_of_block[other]):
                    yield words_of_block[one], words_of_block[other], "spelling"


def _one_letter_apart(words: Iterable[str]) -> set[tuple[str, str]]:
    without: dict[str, list[str]] = defaultdict(list)
    for word in words:
        for form in {word, *(word[:number] + word[number + 1 :] for number in range(len(word)))}:
            without[form].append(word)
    pairs = {pair for alike in without.values() for pair in combinations(sorted(alike), 2)}
    return {(one, other) for one, other in pairs if near(one, other)}


def _short_first_names(keys: list[str]) -> Iterator[tuple[str, str, str]]:
    """Names whose first word is short for the other's: "Joe Biden", "Joseph Biden"."""
    known = set(keys)
    for key in keys:
        first, _, rest = key.partition(" ")
        for full in sorted(_full_first_names().get(first, ())):
            if f"{full} {rest}" in known:
                yield key, f"{full} {rest}", "short_first_name"


def _join_surnames(groups: dict[str, Group], links: Links) -> None:
    """Join who is known by surnames alone to the only person of those surnames that the articles allow."""
    surnames = {key for key in groups if " " not in key or not is_first_name(key.split()[0])}
    fuller: dict[str, list[Named]] = defaultdict(list)
    for key, group in groups.items():
        for surname in _surnames(key) & surnames:
            fuller[surname] += group.members
    for surname in sorted(fuller):
        bearers = Group(sorted(fuller[surname], key=precedence))
        least = COMMON_SURNAME if surname in _common_surnames() else OTHER_NAME
        for person in groups[surname].members:
            best: dict[Named, tuple[int, Named]] = {}
            for count, other in bearers.near(person, least):
                best.setdefault(links.first(other), (count, other))
            (count, other), *others = [*best.values(), (0, person)]
            if other is not person and count >= others[0][0] + (CLEAR_LEAD if len(best) > 1 else 0):
                links.unite(person, other, "surname")


def _surnames(key: str) -> set[str]:
    """What a person of a full name may be called by alone: a word behind the first, or all from one on.

    A first name counts as the last word alone: "Manuel" is not Andrés Manuel López, but "Martín" is Ana Martín.
    """
    words = key.split()
    if GENERATIONS & set(words):
        return set()
    tails = {" ".join(words[number:]) for number in range(1, len(words))}
    return tails | {word for word in words[1:-1] if not is_first_name(word)}


def _are_compatible(some: list[Named], more: list[Named]) -> bool:
    """Whether no name of one set contradicts one of the other, and a list knows but one person of both."""
    known = {person.known for person in (*some, *more)} - {None}
    return len(known) < 2 and all(_agree(one.key, other.key) for one in some for other in more)


def _agree(one: str, other: str) -> bool:
    short, long = sorted((one.split(), other.split()), key=len)
    if GENERATIONS & {*short} != GENERATIONS & {*long}:
        return False
    if all(is_first_name(words[0]) for words in (short, long)) and not _is_one_gender(one, other):
        return False
    initials = [{word for word in words if len(word) == 1} for words in (short, long)]
    if all(initials) and initials[0] != initials[1]:
        return False
    words = iter(long)
    return all(any(word == each or _is_spelling(word, each) for each in words) for word in short)


def _is_one_gender(one: str, other: str) -> bool:
    return len({gender_of_person(one), gender_of_person(other)} - {None}) < 2


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words differ as misprints do, or are one first name, and not as "Marín" and "Martín" differ."""
    if one in _full_first_names().get(other, ()) or other in _full_first_names().get(one, ()):
        return True
    return near(one, other) and not {one, other} <= _common_surnames()


@cache
def _is_common(key: str) -> bool:
    """Whether many people bear a name: first names and one of the commonest surnames."""
    *first, last = key.split()
    return last in _common_surnames() and all(is_first_name(word) for word in first)


@cache
def _common_surnames() -> frozenset[str]:
    return frozenset(name_key(word) for word in common_surnames())


@cache
def _full_first_names() -> dict[str, frozenset[str]]:
    """What a short first name may be short for."""
    short: dict[str, set[str]] = defaultdict(set)
    for full, shorts in _data()["short_first_names"].items():
        for each in shorts:
            short[name_key(each)].add(name_key(full))
    return {each: frozenset(fulls) for each, fulls in short.items()}


@cache
def _data() -> dict[str, Any]:
    text = resources.files("flows.resolve").joinpath("data/people.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_words(text)
    return data
