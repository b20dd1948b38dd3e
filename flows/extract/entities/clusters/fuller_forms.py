"""Which of an article's fuller names a shorter one stands for."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from flows.extract.entities.forms.abbreviations import initials
from flows.extract.entities.forms.misprints import misprint_keys
from flows.extract.entities.forms.same import form_key, is_known, plain_key, words_but_small
from flows.extract.entities.forms.short_forms import NAMES_OF_CHAMBERS, RULES, has_second_surname, is_end_of
from flows.extract.entities.names import Name
from flows.extract.entities.words import words
from flows.nlp.known_names import known_name
from flows.nlp.person_names import gender_of_person, is_first_name
from flows.text import fold

MOST_OF_A_SURNAME = 8
"""Of so many people of a surname one may be who has a second one too; of more nobody knows."""


@dataclass(frozen=True, slots=True)
class FormIndex:
    """An article's forms, to look up what a shorter one may stand for."""

    by_key: Mapping[str, list[str]]
    """Forms by each of their words, by their initials, and by what a misprint of their last word keeps."""
    by_last: Mapping[str, list[str]]
    """Forms by their last word, a person's surname."""
    written: Mapping[str, frozenset[str]]
    """How the article writes each form: what a list knows under one name it may write in full and for short."""
    listed: Mapping[str, frozenset[str]]
    """Of forms that are a well-known body's all names that the list has of it."""

    def names_of(self, form: str, short: str) -> frozenset[str]:
        """What a shorter form is held against: one word may be another body's than the well-known one."""
        is_telling = " " in words_but_small(short) and short not in _institutions()
        return self.written[form] | self.listed[form] if is_telling else self.written[form]


def form_index(groups: Mapping[str, list[Name]]) -> FormIndex:
    """Index the forms of an article's names."""
    by_key: dict[str, list[str]] = defaultdict(list)
    by_last: dict[str, list[str]] = defaultdict(list)
    written: dict[str, frozenset[str]] = {}
    listed: dict[str, frozenset[str]] = {}
    for form, names in groups.items():
        known = known_name(names[0].text)
        texts = {name.text for name in names} if is_known(names[0].text) else set()
        written[form] = frozenset({form, *map(plain_key, texts)})
        listed[form] = frozenset(map(plain_key, known.names if known and known.entity_type == "ORG" else ()))
        for key in {key for each in written[form] | listed[form] for key in _keys(each)}:
            by_key[key].append(form)
        by_last[form.rpartition(" ")[2]].append(form)
    return FormIndex(by_key, by_last, written, listed)


@cache
def _institutions() -> frozenset[str]:
    return frozenset(map(fold, words("institutions", "nouns")))


def _keys(form: str) -> set[str]:
    return {*form.split(), *initials(form), *misprint_keys(form), words_but_small(form)}


def fuller_form(
    form: str, groups: dict[str, list[Name]], index: FormIndex, relatives: frozenset[str]
) -> tuple[str, str] | None:
    """The form that a shorter one stands for, and why.

    A full name named first is not that of a relative told of later: Juan Mora and "Juan Luis Mora, hijo del escritor".
    Of several the one that the article names more often, unless that is only told of as a relative; of those named
    equally often the nearest before its first mention, else the next after it. Which of two people of a surname has
    another surname behind it, nothing says.
    """
    name = groups[form][0]
    if not form or _is_family(name) or (name.mention_type != "MISC" and is_known(name.text)):
        return None
    if name.mention_type == "ORG" and (acronym := _known_acronym(form, groups)):
        return acronym, "initials"
    bare = form_key(name.text)
    nearby = _nearby(form, bare, index, are_people=name.mention_type == "PER")

    def rank(other: str) -> tuple[bool, int, bool, int]:
        often = len(groups[other]) if name.mention_type == "PER" else 0
        return (other in relatives, -often, *_distance(name, groups[other]))

    for is_short_for, rule in RULES[name.mention_type]:
        fuller = [
            other
            for other in nearby
            if groups[other][0].mention_type == name.mention_type
            and not _is_family(groups[other][0])
            and any(is_short_for(bare, full) for full in index.names_of(other, bare))
            and _agrees(name, groups[other][0])
            and not (" " in bare and other in relatives and name.char_start < groups[other][0].char_start)
        ]
        if fuller and (len(fuller) == 1 or is_short_for is not has_second_surname):
            return min(fuller, key=rank), rule
    if name.mention_type == "MISC":  # a name that nothing tells the type of: "Rosada" beside "Casa Rosada"
        fuller = [other for other in nearby if groups[other][0].mention_type != "PER" and is_end_of(bare, other)]
        if fuller:
            return min(fuller, key=rank), "short_name"
    return None


def _known_acronym(form: str, groups: dict[str, list[Name]]) -> str | None:
    """The well-known acronym that a name spells out, where the list does not tell what it is short for."""
    spelt = (short for short in sorted(initials(form)) if short in groups)
    return next((short for short in spelt if _is_only_acronym(groups[short][0])), None)


def _is_only_acronym(name: Name) -> bool:
    known = known_name(name.text)
    return known is not None and known.entity_type == "ORG" and not any(" " in other for other in known.names)


def _nearby(form: str, bare: str, index: FormIndex, *, are_people: bool) -> Iterable[str]:
    """Forms that may be fuller ones of a form: those with the rarest of its words, and with what it may abbreviate."""
    if not bare:
        return ()
    parts = bare.split()
    rarest = min(parts, key=lambda word: len(index.by_key.get(word, ())))
    keys = {rarest, bare, bare.removeprefix("min"), words_but_small(bare)}
    if are_people:
        starts = {words_but_small(" ".join(parts[:count])) for count in range(2, len(parts))}
        keys |= {*starts, *misprint_keys(bare)}
    keys |= {"camara", "senado", "diputados"} if bare in NAMES_OF_CHAMBERS else set()
    named = [other for key in sorted(keys) for other in index.by_key.get(key, ())]
    if are_people and not is_first_name(parts[0]):
        named += index.by_last.get(parts[0], ())[:MOST_OF_A_SURNAME]
    return dict.fromkeys(other for other in named if other != form)


def _is_family(name: Name) -> bool:
    return name.is_named_after and name.mention_type == "PER"


def _agrees(name: Name, full: Name) -> bool:
    """Whether a form is not of another gender; surnames tell none: "Peña Nieto" is no woman, nor is "Lara Vega"."""
    are_surnames = full.text.endswith(f" {name.text}") and is_first_name(full.text.split()[0])
    if name.mention_type != "PER" or are_surnames or not is_first_name(name.text.split()[0]):
        return True
    return len({gender_of_person(name.text), gender_of_person(full.text)} - {None}) < 2


def _distance(name: Name, group: list[Name]) -> tuple[bool, int]:
    before = bisect_left(group, name.char_start, key=lambda other: other.char_start)
    nearest = group[before - 1] if before else group[0]
    return (not before, abs(name.char_start - nearest.char_start))
