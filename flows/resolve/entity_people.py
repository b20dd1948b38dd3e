"""Which persons of different articles are one.

The same name alone does not make two articles' persons one ("José Hernández" in unrelated articles are two): the
articles must have something else in common. The less the names agree, or the more people bear them, the more they must
have in common. Names that contradict one another ("José García López", "José García Pérez") are never joined, not even
through a third one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from flows.nlp.person_names import gender_of_person, is_first_name
from flows.resolve.entity_links import Group, Link, Links, Named
from flows.resolve.entity_names import name_key, near
from flows.word_lists import parse_words

LARGEST_BLOCK = 200
"""Names that share a block with so many others are too common for a fuzzy comparison."""

SAME_NAME, COMMON_NAME, OTHER_NAME = 2, 4, 3
"""Least points for the same name (one thing that few articles name, or two that many do), for a name that many people
bear, and for names that only resemble one another."""

CLEAR_LEAD = 4
"""A surname alone goes to one of several persons who is so many points ahead of the next."""

GENERATIONS = frozenset({"jr", "junior", "sr", "hijo", "padre", "ii", "iii"})
"""What tells a son from his father."""


def link_people(people: Iterable[Named]) -> Iterator[Link]:
    """Give for each person the earliest one that it is the same as, and the rule that joined it.

    Rules (``schemas.vocabularies.ENTITY_RULES``), in this order: ``same_name``, ``fuller_name``, ``spelling``,
    ``surname``.
    """
    ordered = sorted(people, key=lambda person: (person.order, person.article_entity_id))
    links = Links(_are_compatible)
    groups = _by_key(ordered)
    _join_same_names(groups, links)
    _join_fuzzy(groups, links)
    _join_surnames(groups, links)
    yield from links.links(ordered)


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
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(keys):
        for block in _blocks(key):
            blocks[block].append(key)
    seen: set[tuple[str, str]] = set()
    for names in blocks.values():
        if len(names) > LARGEST_BLOCK:
            continue
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                rule = _resemblance(one, other)
                if rule and (one, other) not in seen:
                    seen.add((one, other))
                    yield one, other, rule


def _blocks(key: str) -> Iterator[tuple[str, ...]]:
    """All words but one, and the first word with each other: what two spellings, or a shorter name, keep."""
    words = key.split()
    for number in range(len(words)):
        yield ("all but one", *words[:number], "*", *words[number + 1 :])
    for word in sorted(set(words[1:])):
        yield ("first and", words[0], word)


def _resemblance(one: str, other: str) -> str | None:
    short, long = sorted((one.split(), other.split()), key=len)
    if GENERATIONS & {*short, *long}:
        return None
    if len(short) < len(long):
        return "fuller_name" if short[0] == long[0] and _is_within(short, long) else None
    pairs = [(a, b) for a, b in zip(short, long, strict=True) if a != b]
    return "spelling" if len(pairs) == 1 and _agree(one, other) else None


def _is_within(short: list[str], long: list[str]) -> bool:
    words = iter(long)
    return all(word in words for word in short)


def _join_surnames(groups: dict[str, Group], links: Links) -> None:
    """Join who is known by surnames alone to the only person of those surnames that the articles allow."""
    surnames = {key for key in groups if " " not in key or not is_first_name(key.split()[0])}
    fuller: dict[str, list[Named]] = defaultdict(list)
    for key, group in groups.items():
        for surname in _surnames(key) & surnames:
            fuller[surname] += group.members
    for surname in sorted(fuller):
        bearers = Group(sorted(fuller[surname], key=lambda person: (person.order, person.article_entity_id)))
        for person in groups[surname].members:
            best: dict[Named, tuple[int, Named]] = {}
            for count, other in bearers.near(person, OTHER_NAME):
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
    """Whether no name of one set contradicts one of the other."""
    return all(_agree(one.key, other.key) for one in some for other in more)


@cache
def _agree(one: str, other: str) -> bool:
    short, long = sorted((one.split(), other.split()), key=len)
    if GENERATIONS & {*short} != GENERATIONS & {*long}:
        return False
    if all(is_first_name(words[0]) for words in (short, long)) and not _is_one_gender(one, other):
        return False
    words = iter(long)
    return all(any(word == each or _is_spelling(word, each) for each in words) for word in short)


def _is_one_gender(one: str, other: str) -> bool:
    return len({gender_of_person(one), gender_of_person(other)} - {None}) < 2


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words differ as misprints do, and not as two surnames ("Marín", "Martín") do."""
    return near(one, other) and not {one, other} <= _common_surnames()


@cache
def _is_common(key: str) -> bool:
    """Whether many people bear a name: first names and one of the commonest surnames."""
    *first, last = key.split()
    return last in _common_surnames() and all(is_first_name(word) for word in first)


@cache
def _common_surnames() -> frozenset[str]:
    text = resources.files("flows.resolve").joinpath("data/surnames.yml").read_text(encoding="utf-8")
    return frozenset(name_key(word) for word in parse_words(text)["common"])
