"""What the names round a name tell of its type: an enumeration is of one kind, and a city stands before its region."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from flows.extract.entities.names import Name
from flows.extract.entities.words import TYPES, entries, head_type, typed, words
from flows.nlp.gazetteer import Place, country_named, country_of_demonym, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name
from flows.text import fold
from flows.word_lists import any_of

BETWEEN = frozenset({", ", " y ", " e ", ", y ", " o ", " ("})
SHORTEST_LIST, LONG_LIST = 3, 5
OF_PLACE = re.compile(r"\b(?:en|desde|hacia|hasta|cerca del?|(?:norte|sur|este|oeste|pueblo|minas?|playa|zona) de) \Z")
MAJORITY = 0.7
TOWN = 50_000
IN = re.compile(r"\b(?:en|desde|hacia) \Z")
TO_PLACE = re.compile(r"\b(?:en|para|desde|hacia|entre|como|a|de|por) \Z")
ACRONYM = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,8}")
ROMAN = re.compile(r"[IVXLC]+")

ALIAS = re.compile(
    r"[\s,(]+(?:el )?(?:(?:alias|(?:(?:más|mejor|también) )?conocid[oa] como|apodad[oa])\s+(?:el |la )?[\"“‘'«]?"
    r"|o\s+(?:el |la )?[\"“‘'«])"  # "Meade o Anaya" are two: behind "o" a nickname stands in marks
)
"""What stands between a person's name and a nickname."""

IS_PLACE = re.compile(
    r", (?:(?:una?|el|la) )?(?:pequeñ[oa] )?(?:localidad|ciudad|pueblo|municipio|aldea|comuna|cantón|caserío)\b"
)
"""What stands behind a place's name: "Nicanor Vera, localidad de"."""
IS_BODY = re.compile(
    r",? (?:\([A-ZÁÉÍÓÚÑ][\w-]{1,9}\),? )?(?:(?:una?|la|el) )?"
    r"(?:sociedad|empresa|compañía|firma|filial|consultora|constructora|startup|operadora|aseguradora|aerolínea|"
    r"organización|ONG|asociación|fundación|plataforma|federación|agencia|productora|editorial|cooperativa|entidad)"
    r"(?: [a-zñáéíóú]+)? (?:que|del?|con|dedicada|especializada|dueña|propietaria|encargada|responsable|creada)\b"
)
"""What stands behind a body's name: "Xela Norte, empresa que"."""
PREPOSITION = re.compile(r"\b(?:del?|a|en|con|por|para|desde|y|la|las|los) \Z")
HEADED = re.compile(
    r"\b(?:consejer[oa] delegad[oa]|CEO|gerente(?: general)?|(?:co)?fundadora?|dueñ[oa]s?|propietari[oa]s?|"
    r"accionistas?|acciones|directiv[oa]s?|filial|sucursal|empleados|clientes|plantilla) de \Z"
)
"""Whom and what only a body has."""
BAND = re.compile(
    r"\b(?:banda|miembros?|integrantes?|cabecillas?|líder|jefe|brazo|integrar|grupo|pandilla|sicarios|facción|organización)"
    r"(?: [a-zñáéíóú]+)?(?: de)? [“«\"]?Los [^,.]{3,30}\Z"
)
"""A gang's name: "cabecilla de *Los Xelos*"."""
THE_COMPANY = re.compile(r"\b[Ll]a (?P<demonym>[a-zñáéíóúü]+) \Z")
"""What stands before a company whose noun is left out: "la china Xela"."""
OWNED = re.compile(r",? (?:\(|propiedad|dueña|filial|matriz|fabricante|que cotiza)")
WITHIN = re.compile(r", en (?:el |la |los |las )?\Z")
"""What stands between a place and what it lies in: "Tumbatú, en La Sierra"."""
LONGEST_INTRODUCTION = 40
TITLE_BEFORE = re.compile(r"\b(?:Dr|Dra|Sr|Sra|Lic|Ing|Prof)\. \Z")
ADDRESS = re.compile(r"\b(?:[Dd]on|[Dd]oña|[Ss]eñora?|[Mm]enor|[Jj]oven|(?:Dr|Dra|Sr|Sra)\.) \Z")
LONGEST_PERSON = 4
PERSONAL_A = re.compile(r"\b(?!jugó\b)[a-zñ]{3,}(?:ó|aron|ieron) a \Z")
"""A verb that something is done to somebody with: Spanish says "a" before persons alone."""


def neighbours(
    text: str,
    found: Sequence[Name],
    types: Mapping[str, str],
    surnames: Collection[str],
    settled: Callable[[str], str | None],
) -> dict[str, str]:
    """The types of names that nothing else settles by the names beside them, by folded form.

    Args:
        text: the article's text.
        found: its names in the order of the text.
        types: the types so far.
        surnames: last words of the article's full names, which may be towns too.
        settled: tells the type that a name has in every article.
    """
    told = _within_places(text, found, types, settled) | _bracketed(text, found, types, settled)
    told |= _listed_towns(text, found, types, surnames, settled)
    for run in runs(text, found):
        kind = _kind_of_list(run, types)
        for name, following in zip(run, [*run[1:], None], strict=True):
            form = fold(name.text)
            if types[form] == "LOC" or form in surnames or settled(name.text):
                continue
            is_place = bool(places_named(form))
            if is_place and (kind == "LOC" or (following and _is_in(form, fold(following.text)))):
                told[form] = "LOC"
            elif kind == "ORG" and len(run) >= LONG_LIST:
                told[form] = "ORG"
    return told


def _within_places(
    text: str, found: Sequence[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """Places that no list settles and that lie in another: "la mina de *Tumbatú*, en La Sierra"."""
    told: dict[str, str] = {}
    for name, region in pairwise(sorted(found, key=lambda name: name.char_start)):
        form = fold(name.text)
        between = text[name.char_end : region.char_start]
        if types[form] in {"PER", "MISC"} and types[fold(region.text)] == "LOC" and WITHIN.fullmatch(between):
            before = text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start]
            is_place = _is_in(form, fold(region.text)) or OF_PLACE.search(before) is not None
            if is_place and not settled(name.text) and not is_first_name(name.text.split()[0]):
                told[form] = "LOC"
    return told


def _bracketed(
    text: str, found: Sequence[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """What brackets tell: a region behind a town, a party behind a person: "Xela (Álava)", "Ana Paz (Xela Futura)"."""
    told: dict[str, str] = {}
    for name, inside in pairwise(sorted(found, key=lambda name: name.char_start)):
        is_alone = (
            text[name.char_end : inside.char_start] == " (" and text[inside.char_end : inside.char_end + 1] == ")"
        )
        form, bracketed = fold(name.text), fold(inside.text)
        if not is_alone:
            continue
        is_region = any(place.kind == "region" for place in places_named(bracketed)) or country_named(bracketed)
        if types[form] == "LOC" and is_region and types[bracketed] != "LOC" and settled(bracketed) is None:
            told[bracketed] = "LOC"
        elif types[form] == "PER" and " " in form and types[bracketed] == "LOC" and not inside.text.isupper():
            told |= {} if settled(bracketed) or places_named(bracketed) else {bracketed: "ORG"}
    return told


def _listed_towns(
    text: str,
    found: Sequence[Name],
    types: Mapping[str, str],
    surnames: Collection[str],
    settled: Callable[[str], str | None],
) -> dict[str, str]:
    """Towns of one country in a list that a preposition brings in: "agua para *Apatzingán, Uruapan y Zamora*"."""
    told: dict[str, str] = {}
    for run in runs(text, found):
        forms = [fold(name.text) for name in run]
        named = [places_named(form) for form in forms]
        if len(run) > 1 and types[forms[0]] == "LOC" and all(map(_are_large, named)) and _is_in_first(text, run[0]):
            told |= {form: "LOC" for form in forms if types[form] in {"ORG", "MISC"} and settled(form) in {None, "LOC"}}
        if len(run) < SHORTEST_LIST or not all(named) or any(form in surnames for form in forms):
            continue
        countries = set.intersection(*({place.country_code for place in places} for places in named))
        towns = [places for places in named if places[0].population >= TOWN and places[0].country_code in countries]
        before = text[max(0, run[0].char_start - LONGEST_INTRODUCTION) : run[0].char_start]
        if len(towns) > 1 and TO_PLACE.search(before):
            told |= {form: "LOC" for form in forms if types[form] != "LOC" and settled(form) in {None, "LOC"}}
    return told


def _are_large(places: Sequence[Place]) -> bool:
    return any(place.kind == "region" or place.population >= TOWN for place in places)


def _is_in_first(text: str, name: Name) -> bool:
    """Whether something is in the first of several: "hechos en *Aguascalientes* y Puebla"."""
    return IN.search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start) is not None


def introduced(
    text: str, found: Iterable[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """What a noun introduces, also what no list has, by folded form: "la empresa Tumbaco", "películas como “Xela”"."""
    told: dict[str, str] = {}
    for name in found:
        before = text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start]
        if settled(name.text) in {None, "PER"} and IS_PLACE.match(text, name.char_end):
            told[fold(name.text)] = "LOC"
            continue
        if settled(name.text) is None and _is_told_to_be_body(text, name, before, types[fold(name.text)]):
            told[fold(name.text)] = "ORG"
            continue
        is_settled = settled(name.text) and not (head_type(name.text) and not known_name(name.text))
        introduction = None if is_settled else _introduction().search(before)
        if not introduction and not settled(name.text) and _is_told_by_office(text, name):
            told[fold(name.text)] = "PER"
            continue
        if introduction and introduction["many"] and types[fold(name.text)] == "MISC":
            continue  # "plataformas como" a console
        if introduction and _is_of_bodies(introduction["adjective"]):
            noun = introduction["noun"] or introduction["place"] or introduction["many"]
            kind = typed("introduced")[fold(noun)] if noun else "LOC"
            is_ministry = kind == "LOC" and name.text.lower() in words("portfolios")  # "el departamento de Salud"
            told[fold(name.text)] = "ORG" if is_ministry else kind
    return {form: kind for form, kind in told.items() if types[form] != kind}


def _is_told_to_be_body(text: str, name: Name, before: str, kind: str) -> bool:
    """Whether what stands round a name says that it is a body: "*Xela*, empresa que", "dueño de *Xela*"."""
    if IS_BODY.match(text, name.char_end):
        return True
    if kind == "PER" and " " not in name.text and HEADED.search(before) and not is_first_name(name.text):
        return True
    if kind == "LOC" and not places_named(name.text) and (HEADED.search(before) or BAND.search(f"{before}{name.text}")):
        return True
    elided = THE_COMPANY.search(before)
    is_company = elided is not None and country_of_demonym(elided["demonym"]) is not None
    return is_company and " " not in name.text and OWNED.match(text, name.char_end) is not None


def goods(
    text: str, found: Iterable[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """Brands that were taken for persons or places, by folded form: "queso Vilarda"."""
    taken = [name for name in found if types[fold(name.text)] in {"PER", "LOC"} and not name.own]
    return {
        fold(name.text): "MISC"
        for name in taken
        if " " not in name.text
        and not is_first_name(name.text)
        and settled(name.text) is None
        and _goods().search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start)
    }


@cache
def _goods() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('goods'))}(?:e?s)? (?:(?:de la )?marca )?[“«\"'‘]?\Z")


def _is_told_by_office(text: str, name: Name) -> bool:
    """Whether a title says that a name is a person's: "Dr. *Xela*", "*Xela Tumba*, directora de la clínica"."""
    if TITLE_BEFORE.search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start):
        return True
    words_of_name = name.text.split()
    is_full = 1 < len(words_of_name) <= LONGEST_PERSON and all(word.istitle() for word in words_of_name)
    return is_full and _office_behind().match(text, name.char_end) is not None


@cache
def _office_behind() -> re.Pattern[str]:
    offices = any_of({*words("offices_of_bodies"), *words("offices_of_places"), *words("introduced", "PER")})
    return re.compile(
        rf", (?:(?:el|la|un|una|actual|entonces) )?(?:ex)?{offices}(?: (?:general|ejecutiv[oa]|adjunt[oa]))? del? "
    )


def _is_of_bodies(adjective: str | None) -> bool:
    return adjective is None or adjective in words("adjectives_of_bodies") or country_of_demonym(adjective) is not None


def done_to(
    text: str, found: Iterable[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """Names of no known kind that "a" makes persons, by folded form: "presionó a Netanyahu"."""
    return {
        fold(name.text): "PER"
        for name in found
        if types[fold(name.text)] == "MISC"
        and name.text.istitle()
        and name.text.isalpha()
        and not settled(name.text)
        and PERSONAL_A.search(text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start])
    }


def speakers(
    text: str, found: Iterable[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """Single words that were taken for places, and that say something, by folded form: "dijo *Bernal*".

    Only capitals and countries speak, for their governments.
    """
    return {
        fold(name.text): "PER"
        for name in found
        if types[fold(name.text)] in {"LOC", "MISC"}
        and name.text.istitle()
        and name.text.isalpha()
        and not settled(name.text)
        and _says(text, name)
    }


def _says(text: str, name: Name) -> bool:
    before = text[max(0, name.char_start - LONGEST_INTRODUCTION) : name.char_start]
    if _said_before().search(before):
        return True
    return PREPOSITION.search(before) is None and _said_behind().match(text, name.char_end) is not None


@cache
def _said_before() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('said'))} \Z")


@cache
def _said_behind() -> re.Pattern[str]:
    return re.compile(rf" (?:también )?{any_of(words('said'))}\b")


def nicknames(
    text: str, found: Sequence[Name], types: Mapping[str, str], settled: Callable[[str], str | None]
) -> dict[str, str]:
    """What a person is also called by, which is a person's name too, by folded form: "Luis Mora, alias Ciclón"."""
    return {
        fold(second.text): "PER"
        for first, second in pairwise(found)
        if types[fold(first.text)] == "PER"
        and not second.text.isupper()
        and not settled(second.text)
        and ALIAS.fullmatch(text, first.char_end, second.char_start)
    }


@cache
def _introduction() -> re.Pattern[str]:
    listed = any_of(noun for kind in TYPES for noun in entries()["introduced"][kind])
    of_what = r"(?: de (?!el\b|l[ao]s?\b|una?\b|sus?\b)[a-zñáéíóúü]+)?"  # "el fabricante de trenes"
    the = r"(?i:el|la|los|las|del|al|un|una|su)"
    noun = rf"{the} (?P<noun>{listed}){of_what}(?: (?P<adjective>[a-zñáéíóúü]+))?"
    places = any_of(entries()["introduced"]["LOC"])
    of = rf"{the} (?P<place>{places}) (?:del|de la|de los|de las)"
    many = rf"(?P<many>{listed})e?s como"
    return re.compile(rf"\b(?:{of}|{noun}|{many}|{any_of(words('offices_of_places'))} de) [“«\"'‘]?\Z")


def acronyms(text: str, found: Iterable[Name], types: Mapping[str, str]) -> dict[str, str]:
    """Acronyms that were taken for persons: nobody is called "JNE", unless the article has a "JNE Vera".

    Initials of a person's three names are that person: "EPV" beside "Eva Paz Vera".
    """
    people = [form.split() for form, kind in types.items() if kind == "PER" and " " in form]
    of_people = {word for parts in people for word in parts}
    initials = {"".join(word[0] for word in parts) for parts in people if len(parts) > 2 and is_first_name(parts[0])}
    forms = (
        name.text
        for name in found
        if ACRONYM.fullmatch(name.text) and not ROMAN.fullmatch(name.text) and not _is_addressed(text, name)
    )
    open_forms = {
        fold(form) for form in forms if known_name(form) is None and fold(form) not in typed("typed")
    } - of_people
    told = {form: "PER" if form in initials else "ORG" for form in open_forms}
    return {form: kind for form, kind in told.items() if "PER" in {kind, types[form]}}


def _is_addressed(text: str, name: Name) -> bool:
    """Whether letters stand for somebody: "doña EPV"."""
    return ADDRESS.search(text, max(0, name.char_start - LONGEST_INTRODUCTION), name.char_start) is not None


def runs(text: str, found: Sequence[Name]) -> Iterator[list[Name]]:
    """Names that only commas, "y" or a bracket part."""
    run: list[Name] = []
    for name in sorted(found, key=lambda name: name.char_start):
        if run and text[run[-1].char_end : name.char_start] not in BETWEEN:
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _kind_of_list(run: list[Name], types: Mapping[str, str]) -> str | None:
    """The type of an enumeration: that of most of its names; places count also where only the gazetteer has them."""
    if len(run) < SHORTEST_LIST:
        return None
    kinds = Counter(types[fold(name.text)] for name in run)
    places = sum(1 for name in run if types[fold(name.text)] == "LOC" or places_named(fold(name.text)))
    if kinds["LOC"] and places >= MAJORITY * len(run):
        return "LOC"
    return "ORG" if kinds["ORG"] * 2 > len(run) else None


def _is_in(city: str, region: str) -> bool:
    """Whether it is as in "South Bend, Indiana"."""
    regions = {place.country_code for place in places_named(region) if place.kind == "region"}
    country = country_named(region)
    regions |= {country.country_code} if country else set()
    return any(place.country_code in regions for place in places_named(city))
