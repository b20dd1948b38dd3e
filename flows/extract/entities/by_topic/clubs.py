"""Clubs and banks that are called by their town: in "el Barcelona ganó al Huesca" no town is named."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from flows.extract.entities.by_topic.topics import is_about
from flows.extract.entities.names import Name
from flows.extract.entities.types.enumerations import runs
from flows.extract.entities.words import words
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name
from flows.text import fold

CONTINENTS = frozenset({"América", "Europa"})
"""Continents, which have no masculine article either, that clubs are called by."""

SHORTEST_LIST = 4

LONGEST_WORD, LONGEST_PLAY = 7, 40
"""Code points of the longest article or preposition that is looked at before a name, and of what was played."""
MASCULINE_ARTICLE = re.compile(r"\b(?:[Ee]l|[Aa]l|[Dd]el|[Uu]n) [“«\"'‘]?\Z")
PREPOSITION = re.compile(r"\b(?:[Ee]n|[Aa]|[Dd]e|[Dd]esde|[Hh]acia|[Hh]asta|[Pp]or|[Pp]ara|[Ss]obre) \Z")
SCORE = r"(?: por)?(?: \d{1,2} ?(?:-|–|a) ?\d{1,2})?"
BEATEN = re.compile(
    r"\b(?i:venc|gan|gole|derrot|super|elimin|supl|visit|recib|enfrent|empat|igual|jug|ca[iy]|perd|golpe|remont)[a-zñáéíóúü]+"
    rf"{SCORE} (?:al?|ante|contra|con|frente a) \Z"
    r"|\b(?:duelo|partido|encuentro|choque|clásico|final|semifinal|derrota|victoria|triunfo|empate|goleada|debut|cruce)"
    rf"{SCORE} (?:ante|contra|con|frente a|sobre) \Z"
    r"|\b(?:ante|contra|frente a)(?:l| el)? \Z"
)
PLAYS = re.compile(
    r" (?:(?:venc|gan|gole|derrot|super|elimin|empat|igual|ca|perd|remont|sum|aline|fich|descend|ascend|recib|visit)i?ó"
    r"|(?:recib|visit|enfrent|debut)(?:e|a|irá|ará)|enfrentó|debutó|cayó|jugará)\b"
)
"""What a club does: of a town nothing like it is told in an article on sport."""
AGAINST_THE = re.compile(r"\b(?:ante|contra|frente a|sobre|vence|venció|ganó|goleó|derrotó)(?:l| el| al) \Z")
DAY_BEHIND = re.compile(r", \d")
"""What stands behind the place of a dateline."""
DEMONYM = re.compile(r"[A-ZÁÉÍÓÚÑ][a-zñáéíóúü]{2,}(?:eño|ense|és)")
"""A club that is called by the people of its town: "el Cumbreño"."""
IN = re.compile(r"\b(?:[Ee]n|[Dd]esde|[Hh]acia) \Z")
OF = re.compile(r"[”»\"'’]? (?:de|del)(?: (?:el|la|los|las))? (?=[A-ZÁÉÍÓÚÑ])")


def clubs(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Give towns with a masculine article the type of a club, in articles on sport: towns have none.

    Where a club is called so once, the name without a preposition means it too: "Barcelona ganó", not "en Barcelona".
    """
    names = _banks(text, tuple(names))
    if not is_about(text, "sport"):
        return names
    coaches = frozenset(name.char_start for name in names if name.mention_type == "PER")
    called = {name.text for name in names if _is_club(text, name, coaches)}
    playing = _playing(text, names)
    called |= {name.text for name in names if _is_called_by_people(text, name)}
    listed = _listed(text, names)
    return tuple(
        _club(name)
        if name in listed or (name.text in playing and not DAY_BEHIND.match(text, name.char_end))
        else _club(name)
        if name.text in called
        and (DEMONYM.fullmatch(name.text) or _is_club(text, name, coaches) or _may_be_club(text, name))
        else name
        for name in names
    )


def _is_called_by_people(text: str, name: Name) -> bool:
    """Whether it is a club that a demonym names, which has an article; a person's surname has none."""
    if name.own or name.mention_type == "ORG" or not DEMONYM.fullmatch(name.text) or is_first_name(name.text):
        return False
    before = MASCULINE_ARTICLE.search(text, max(0, name.char_start - LONGEST_WORD), name.char_start)
    return before is not None and not before.group().lower().startswith("un")  # "nos falta un Xelense"


def _banks(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Give towns that banks are called by the type of a body behind an article, or where the bank's name is in full."""
    spelt_out = {name.text.rpartition(" ")[2] for name in names if name.text.startswith(("Banco ", "Grupo "))}
    return tuple(
        _club(name) if name.text.lower() in words("banks") and _is_bank(text, name, spelt_out) else name
        for name in names
    )


def _is_bank(text: str, name: Name, spelt_out: Collection[str]) -> bool:
    before = max(0, name.char_start - LONGEST_WORD), name.char_start
    if name.own or OF.match(text, name.char_end) or DAY_BEHIND.match(text, name.char_end):
        return False
    is_meant = name.text in spelt_out and not IN.search(text, *before)
    return is_meant or MASCULINE_ARTICLE.search(text, *before) is not None


def _playing(text: str, names: tuple[Name, ...]) -> frozenset[str]:
    """Towns, also such as were taken for persons, that play against somebody, and that nothing is in."""
    surnames = {word for name in names if name.mention_type == "PER" for word in fold(name.text).split()[1:]}
    towns = [
        name
        for name in names
        if _may_be_called_by(name) and fold(name.text) not in surnames and (_is_town(name) or _is_played(text, name))
    ]
    inside = {name.text for name in towns if IN.search(text, max(0, name.char_start - LONGEST_WORD), name.char_start)}
    return frozenset(name.text for name in towns if name.text not in inside and _plays(text, name))


def _is_played(text: str, name: Name) -> bool:
    """Whether somebody plays "against the" club, which may be of a town that no list has."""
    before = AGAINST_THE.search(text, max(0, name.char_start - LONGEST_PLAY), name.char_start)
    return name.mention_type in {"LOC", "MISC"} and before is not None


def _plays(text: str, name: Name) -> bool:
    is_beaten = BEATEN.search(text, max(0, name.char_start - LONGEST_PLAY), name.char_start) is not None
    return is_beaten or PLAYS.match(text, name.char_end) is not None


def _is_town(name: Name) -> bool:
    return name.text in CONTINENTS or any(place.kind == "city" for place in places_named(name.text))


def _listed(text: str, names: Iterable[Name]) -> frozenset[Name]:
    """Towns and persons among as many clubs in a list: "Boca, *Lanús*, Racing y *Banfield*"."""
    lists = (run for run in runs(text, tuple(names)) if len(run) >= SHORTEST_LIST)
    of_clubs = (run for run in lists if 2 * sum(name.mention_type == "ORG" for name in run) >= len(run))
    return frozenset(name for run in of_clubs for name in run if _may_be_called_by(name))


def _may_be_called_by(name: Name) -> bool:
    is_free = name.own is None and not country_named(name.text) and not known_name(name.text)
    is_town = name.mention_type == "LOC" or not is_first_name(name.text.split()[0])
    return is_free and name.mention_type != "ORG" and is_town


def _club(name: Name) -> Name:
    return replace(name, mention_type="ORG", confidence=0.6, is_named_after=True)


def _is_club(text: str, name: Name, coaches: Collection[int]) -> bool:
    if name.mention_type != "LOC" or name.own is not None or name.text.lower() in words("places_with_article"):
        return False
    article = MASCULINE_ARTICLE.search(text, max(0, name.char_start - LONGEST_WORD), name.char_start)
    of = OF.match(text, name.char_end)
    if article is None or (of and of.end() not in coaches) or country_named(name.text):
        return False
    return _is_town(name)


def _may_be_club(text: str, name: Name) -> bool:
    is_place = name.mention_type == "LOC" and name.own is None
    before = PREPOSITION.search(text, max(0, name.char_start - LONGEST_WORD), name.char_start)
    is_dateline = DAY_BEHIND.match(text, name.char_end) is not None
    return is_place and before is None and not is_dateline and not OF.match(text, name.char_end)
