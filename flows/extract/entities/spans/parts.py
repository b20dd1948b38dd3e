"""What the recogniser ran together, parted: "Ana Paz and Ana Duarte", "Texas Eva Arce"."""

import re
from collections.abc import Iterator
from functools import cache

from flows.extract.entities.names import MARKS
from flows.extract.entities.words import head_type, words
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import common_surnames, is_first_name
from flows.text import fold

Part = tuple[int, int, str]
"""Where a part begins and ends, and its type."""

JOINTS = {
    "PER": re.compile(r" and (?=\w+ \w)| que |(?<=\w)\. (?=(?:El|La|Los|Las|En|Un|Una) )"),
    "ORG": re.compile(r" que (?=[A-ZÁÉÍÓÚ])| y (?:el|la|los|las) (?=[A-ZÁÉÍÓÚ])"),
    "LOC": re.compile(r" and | que "),
}
MEMBER_FOR = r"(?:senadora?|diputad[oa]|congresista|representante|legislador|legisladora) por"
OF = re.compile(rf"\b(?:de|del|{MEMBER_FOR})(?: (?:la|los|las|el))? \Z")
BODIES_WITH_MEMBERS = frozenset(
    {
        "Partido",
        "Ministerio",
        "Secretaría",
        "Policía",
        "Fiscalía",
        "Comisión",
        "Guardia",
        "Ejército",
        "Federación",
        "Consejo",
    }
)
"""Bodies that are hardly called after somebody: whose name stands behind theirs is of them."""
OF_UNIVERSITY = 3
"""So many words of a university's name tell it from what is called after somebody: "Universidad Xela Tumba"."""
PARTICLES = frozenset({"bin", "ibn", "van", "von"})
TOLD_TO = re.compile(r"\ba(?: (?:la|el))? \Z")
"""Whom a person who is named behind it speaks to: "le dice a la *BBC* Faruk Arce, economista"."""
OF_PLACE_OR_BODY = re.compile(r" (?:de|del) (?P<rest>[A-ZÁÉÍÓÚÑ][^()]*)\Z")
UNIVERSITY = re.compile(r"Universidad de \w+")
ADJECTIVE = re.compile(r"(?:al|ales|ar|[ai]ri[oa]|ic[oa]|iv[oa]|in[oa]|an[oa]|ad[oa]s?|os|as|ción|dad)\Z")
BEHIND_MARKS = re.compile(r"[”»’\"'],?(?: del?(?: las?| los)?)? (?=[A-ZÁÉÍÓÚÑ])")
IN_PLACE = re.compile(r"(?P<body>[A-ZÁÉÍÓÚÑ]\w+) en (?P<place>[A-ZÁÉÍÓÚÑ][^,.;]+)")
"""A club or event and where it is, which the recogniser took for one."""
FOR_PLACE = re.compile(r"(?P<body>[^,.;]+?) para(?: (?:el|la|las|los))? (?P<place>[A-ZÁÉÍÓÚÑ][^,.;]+)")
"""A body and the region that somebody is its envoy for: "la ONU para Siria"."""
ROMAN = re.compile(r"[IVX]+")
ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑa-z]?[A-ZÁÉÍÓÚÑ]{1,6}")
LONGEST_OFFICE = 30
LARGE_CITY_POPULATION = 100_000


def parts(text: str, start: int, end: int, mention_type: str) -> Iterator[Part]:
    """Part a stretch that the recogniser took for one name into names."""
    behind = _behind_marks(text, start, end)
    if behind:
        yield start, behind.start(), mention_type
        start = behind.end()
        mention_type = "PER" if is_first_name(text[start:end].split()[0]) else mention_type
    ahead = _ahead_of_person(text, start, end)
    if ahead:
        yield start, start + len(ahead), _type_ahead(ahead, mention_type)
        start, mention_type = start + len(ahead) + 1, "PER"
    if mention_type == "PER" or _first_of_two(text[start:end]):
        yield from _persons(text, start, end)
        return
    place = IN_PLACE.fullmatch(text, start, end)
    if place and _is_well_known(place["place"]) and head_type(f"{place['body']} X") is None:
        yield start, place.end("body"), mention_type
        yield place.start("place"), end, "LOC"
        return
    place = FOR_PLACE.fullmatch(text, start, end)
    if place and _is_known_body(place["body"]) and _is_region(place["place"]):
        yield start, place.end("body"), "ORG"
        yield place.start("place"), end, "LOC"
        return
    yield from _at_joints(text, start, end, mention_type)


def _is_known_body(name: str) -> bool:
    known = known_name(name)
    return known is not None and known.entity_type == "ORG"


def _is_region(name: str) -> bool:
    known = known_name(name)
    return _is_well_known(name) or (known is not None and known.entity_type == "LOC")


def _behind_marks(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands between a title in marks and who made it: "«Sol negro*» de* Ana Duarte"."""
    closing = MARKS.get(text[start - 1 : start]) if start else None
    at = text.find(closing, start, end) if closing else -1
    return BEHIND_MARKS.match(text, at, end) if at > start else None


def _persons(text: str, start: int, end: int) -> Iterator[Part]:
    """A person without what stands behind the name, or who was named twice."""
    for begin, finish, kind in _at_joints(text, start, end, "PER"):
        name = text[begin:finish]
        half = len(name) // 2
        tail = _behind_person(name)
        first = _first_of_two(name)
        if " " in name[:half].strip() and name[:half] == name[half + 1 :] and name[half : half + 1] == " ":
            yield begin, begin + half, kind
            yield begin + half + 1, finish, kind
        elif first:
            yield begin, begin + len(first), kind
            yield begin + len(first) + 1, finish, kind
        elif tail:
            yield begin, begin + tail[0], kind
            rest = name[tail[1] :]
            yield begin + tail[1], finish, "LOC" if places_named(rest) or country_named(rest) else "ORG"
        else:
            yield begin, finish, kind


def _first_of_two(name: str) -> str | None:
    """The first of two people who stand side by side: "Universidad" and *Ana Duarte* Luis Mora."""
    tokens = name.split(" ")
    firsts = [is_first_name(word) for word in tokens]
    if firsts != [True, False, True, False] or fold(tokens[2]) in common_surnames():
        return None
    return " ".join(tokens[:2]) if all(word.istitle() for word in tokens) else None


def _behind_person(name: str) -> tuple[int, int] | None:
    """Where a person's name ends, and what they are of begins, or the next line: "Ana Paz de *Chile*".

    Surnames are of towns, but hardly of countries; a king is called after his ("Isabel II de Inglaterra").
    """
    of = OF_PLACE_OR_BODY.search(name)
    if of:
        before, rest = name[: of.start()].split(), of["rest"]
        is_full = len(before) == 2 or (len(before) > 1 and is_first_name(before[0]))
        is_full = is_full and before[0] != "Rey" and not ROMAN.fullmatch(before[-1])
        if is_full and _is_no_surname(rest):
            return of.start(), of.start("rest")
    *before, last = name.split(" ")
    is_in_capitals = len(before) > 1 and last.isupper() and len(last) > 3 and not any(map(str.isupper, before))
    is_named = is_in_capitals and (places_named(last) or known_name(last))
    return (len(name) - len(last) - 1, len(name) - len(last)) if is_named else None


def _is_no_surname(rest: str) -> bool:
    is_state = any(place.kind == "region" and place.country_code == "US" for place in places_named(rest))
    return bool(is_state or country_named(rest) or known_name(rest) or (rest.isupper() and len(rest) > 1))


def _ahead_of_person(text: str, start: int, end: int) -> str | None:
    """The place or body before a person without a comma: "ministro de *Economía* Luis Mora", "de *Lima* Eva Arce"."""
    name = text[start:end]
    tokens = name.split(" ")
    if not tokens[-1][:1].isupper() or name.isupper() or places_named(name):
        return None
    before = text[max(0, start - LONGEST_OFFICE) : start]
    for count in range(len(tokens) - 2, 0, -1):
        ahead, person = " ".join(tokens[:count]), tokens[count:]
        if not all(word[:1].isupper() or word in PARTICLES for word in person[:2]) or tokens[count - 1] in {
            "San",
            "Santa",
            "Santo",
        }:
            continue
        if known_name(ahead) and TOLD_TO.search(before) and text[end : end + 1] == ",":
            return ahead
        if _is_acronym_of_body(ahead, before) and (is_first_name(person[0]) or _may_be_person(person[:2])):
            return ahead
        if is_first_name(person[0]) and _is_body_or_place(ahead, before):
            return None if _is_called_after_king(ahead, person) else ahead
        if _is_office_of(before, ahead) and (country_named(ahead) or _may_be_person(person)):
            return ahead
    return None


def _is_acronym_of_body(ahead: str, before: str) -> bool:
    """Whether words are a body that somebody is of: "diputado de *Morena* Ana Arce"."""
    known = known_name(ahead)
    is_body = known.entity_type == "ORG" if known else ACRONYM.fullmatch(ahead) is not None
    return is_body and OF.search(before) is not None


def _is_called_after_king(ahead: str, person: list[str]) -> bool:
    """Whether a body is called after a king or pope: "Instituto de Salud *Carlos III*"; he reigns over a country."""
    return ROMAN.fullmatch(person[-1]) is not None and head_type(ahead) == "ORG" and not country_named(ahead)


def _may_be_person(tokens: list[str]) -> bool:
    """Whether words may be a first name that no list has, and a surname: "Jorn Hasle", not "Agraria Nacional"."""
    if fold(tokens[-1]) in common_surnames():
        return True
    return len(tokens) == 2 and not any(
        ADJECTIVE.search(word) or word.lower() in words("portfolios") for word in tokens
    )


def _is_body_or_place(ahead: str, before: str) -> bool:
    """Whether words are a country or known name, or end with a place or with what a ministry is for."""
    if country_named(ahead) or known_name(ahead) or ahead.lower() in words("portfolios"):
        return True
    if " " not in ahead and head_type(f"{ahead} X") == "ORG":
        return False  # "Fundación Ana Duarte" is called after her, though a town bears the name of the noun
    is_noun = ahead.lower() in words("institutions", "nouns")
    if OF.search(before) and (is_noun or places_named(ahead)) and not is_first_name(ahead.split()[0]):
        return True
    if UNIVERSITY.fullmatch(ahead):
        return True
    if _is_called_after_person(ahead) or (OF.search(before) and _has_members(ahead)):
        return True
    _, of, last = ahead.rpartition(" de ")
    is_of = last.lower() in words("portfolios") or places_named(last) or country_named(last) or ACRONYM.fullmatch(last)
    return bool(of and is_of and head_type(ahead) == "ORG")


def _has_members(name: str) -> bool:
    """Whether it is as "Partido Andino Verde", behind which stands who is of it."""
    first, *rest = name.split()
    if not rest or any(map(is_first_name, rest)):
        return False
    return first in BODIES_WITH_MEMBERS or (first == "Universidad" and len(rest) + 1 == OF_UNIVERSITY)


def _is_called_after_person(name: str) -> bool:
    """Whether it is as "Universidad Ana Duarte", behind which somebody else stands."""
    first, *person = name.split()
    is_body = head_type(f"{first} X") == "ORG"
    return is_body and [is_first_name(word) for word in person] == [True, False]


def _is_office_of(before: str, ahead: str) -> bool:
    """Whether words are what an office is of: "ministro de *Defensa* Mora Paz"."""
    if " " not in ahead and head_type(f"{ahead} X") == "ORG":
        return False
    return _office().search(before) is not None and (
        ahead.lower() in words("portfolios") or bool(places_named(ahead) or country_named(ahead))
    )


@cache
def _office() -> re.Pattern[str]:
    offices = words("department_titles") | words("offices_of_places") | {"presidente", "presidenta", "vicepresidente"}
    return re.compile(rf"\b(?i:{'|'.join(sorted(offices))}) (?:de|del|de la) \Z")


def _type_ahead(ahead: str, mention_type: str) -> str:
    known = known_name(ahead)
    if known:
        return known.entity_type
    if ahead.lower() in words("portfolios") | words("institutions", "nouns"):
        return "ORG"
    if country_named(ahead) or places_named(ahead):
        return "LOC"
    return head_type(ahead) or ("ORG" if mention_type == "PER" else mention_type)


def _at_joints(text: str, start: int, end: int, mention_type: str) -> Iterator[Part]:
    joint = JOINTS.get(mention_type)
    for match in joint.finditer(text, start, end) if joint else ():
        before, after = text[start : match.start()], text[match.end() : end]
        is_one = {"LOC": _is_one_place, "ORG": _is_one_body}.get(mention_type, _is_one_person)
        if not is_one(before, match.group(), after):
            yield start, match.start(), mention_type
            start = match.end()
    yield start, end, mention_type


def _is_one_place(before: str, joint: str, after: str) -> bool:
    """Whether "and" stands within a name: "Trinidad and Tobago"; "Moscow and London" are two that are well known."""
    halves = (before, after.partition(joint)[0])
    return joint == " and " and not all(map(_is_well_known, halves))


def _is_well_known(name: str) -> bool:
    large = any(place.kind == "region" or place.population >= LARGE_CITY_POPULATION for place in places_named(name))
    return large or country_named(name) is not None


def _is_one_body(before: str, joint: str, after: str) -> bool:
    """Whether "y la" stands within a body's name, as before what it is for besides; not before another body."""
    if joint == " que ":
        return False
    is_body = head_type(after) == "ORG" or after.lower() in words("institutions", "nouns")
    return not (is_body and head_type(before) == "ORG")


def _is_one_person(before: str, joint: str, after: str) -> bool:
    """Whether a surname stands behind an initial, "José A. La Rosa", and no body as in "José A. La Fiscalía"."""
    article, _, rest = after.partition(" ")
    if joint != ". " or before[-2:-1] not in {" ", "."} or article in {"En", "Un", "Una"}:
        return False
    if before.lower() in words("kings"):
        return False
    is_headed = " " in rest and head_type(rest) is not None
    return not (rest.isupper() or is_headed or known_name(rest) or rest.lower() in words("institutions", "nouns"))
