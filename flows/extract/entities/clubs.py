"""Clubs that are called by their town: in "el Barcelona ganó al Huesca" no town is named."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from flows.extract.entities.names import Name
from flows.extract.entities.neighbours import runs
from flows.extract.entities.words import words
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name
from flows.word_lists import any_of

CONTINENTS = frozenset({"América", "Europa"})
"""Continents, which have no masculine article either, that clubs are called by."""

SHORTEST_LIST = 4
ENOUGH = 3
"""So many different words of sport make an article one of sport."""

LONGEST_WORD = 7
"""Code points of the longest article or preposition that is looked at before a name."""
MASCULINE_ARTICLE = re.compile(r"\b(?:[Ee]l|[Aa]l|[Dd]el|[Uu]n) [“«\"'‘]?\Z")
PREPOSITION = re.compile(r"\b(?:[Ee]n|[Aa]|[Dd]e|[Dd]esde|[Hh]acia|[Hh]asta|[Pp]or|[Pp]ara|[Ss]obre) \Z")
OF = re.compile(r"[”»\"'’]? (?:de|del)(?: (?:el|la|los|las))? (?=[A-ZÁÉÍÓÚÑ])")


def clubs(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give towns with a masculine article the type of a club, in articles on sport: towns have none.

    Where a club is called so once, the name without a preposition means it too: "Barcelona ganó", not "en Barcelona".
    """
    names = tuple(names)
    if not _is_of_sport(text):
        return names
    called = {name.text for name in names if _is_club(text, name)}
    listed = _listed(text, names)
    return tuple(
        _club(name) if name in listed or (name.text in called and _may_be_club(text, name)) else name for name in names
    )


def _listed(text: str, names: Iterable[Name]) -> frozenset[Name]:
    """Towns and persons among as many clubs in a list: "Boca, *Lanús*, Racing y *Banfield*"."""
    lists = (run for run in runs(text, tuple(names)) if len(run) >= SHORTEST_LIST)
    of_clubs = (run for run in lists if 2 * sum(name.mention_type == "ORG" for name in run) >= len(run))
    return frozenset(name for run in of_clubs for name in run if _may_be_called_by(name))


def _may_be_called_by(name: Name) -> bool:
    is_free = name.own is None and not country_named(name.text) and not known_name(name.text)
    return is_free and name.mention_type in {"LOC", "PER"} and not is_first_name(name.text.split()[0])


def _club(name: Name) -> Name:
    return replace(name, mention_type="ORG", confidence=0.6, is_named_after=True)


def _is_club(text: str, name: Name) -> bool:
    if name.mention_type != "LOC" or name.own is not None or name.text.lower() in words("places_with_article"):
        return False
    article = MASCULINE_ARTICLE.search(text, max(0, name.char_start - LONGEST_WORD), name.char_start)
    if article is None or OF.match(text, name.char_end) or country_named(name.text):
        return False
    return name.text in CONTINENTS or any(place.kind == "city" for place in places_named(name.text))


def _may_be_club(text: str, name: Name) -> bool:
    is_place = name.mention_type == "LOC" and name.own is None
    before = PREPOSITION.search(text, max(0, name.char_start - LONGEST_WORD), name.char_start)
    return is_place and before is None and not OF.match(text, name.char_end)


def _is_of_sport(text: str) -> bool:
    """Whether enough different words say so: "la jornada" three times tells of elections as well."""
    weak, found = words("sport", "weak"), set[str]()
    for match in _sport().finditer(text):
        word = match[1].lower()
        found.add("weak" if word in weak else word)
        if len(found) == ENOUGH:
            return True
    return False


@cache
def _sport() -> re.Pattern[str]:
    listed = words("sport") | words("sport", "weak")
    return re.compile(rf"\b({any_of(listed)})(?:e?s)?\b", re.IGNORECASE)
