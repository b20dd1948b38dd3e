"""Which names of one article name the same thing."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import OSA

from flows.extract.entities.names import Name, abbreviates
from flows.extract.entities.neighbours import ALIAS
from flows.extract.entities.words import words
from flows.nlp.gazetteer import country_named, places_named, with_usual_country
from flows.nlp.known_names import Known, known_name
from flows.nlp.person_names import common_surnames, gender_of_person, is_first_name
from flows.text import fold

SMALL_WORDS = re.compile(r"\b(?:de|del|la|las|los|el|y|e|para|por|en)\b")
OF = re.compile(r"\b(?:de|del|de la|de los|de las)\Z")
SUBJECT_HEADS = frozenset(
    {"ministerio", "ministro", "secretaria", "subsecretaria", "consejeria", "departamento", "cartera", "universidad"}
)
"""Bodies that are called by what they are for: "Hacienda" is the Secretaría de Hacienda y Crédito Público."""
BY_ITS_LETTERS = re.compile(r",? (?:por|según) su(?:s)? (?:siglas|acrónimo|iniciales)\b")
"""What says of an acronym that it is one, also of a name in another language."""
GENERATIONS = frozenset({"jr", "sr", "hijo", "padre", "ii", "iii"})

LONGEST_RELATIVE = 60

OF_BODIES = frozenset({"facultad", "universidad", "hospital", "instituto"})
BROAD_BODIES = frozenset({"gobierno", "ejecutivo", "estado", "ejercito", "partido", "administracion", "banco", "union"})
"""Of these an article names several without telling them apart by a longer name."""

Owners = dict[str, tuple[str, str]]
"""Of a form the one that it is joined to, and the rule."""


class Join(NamedTuple):
    """Why a form stands for a fuller one: that form as the text has it, and the rule (``FORM_RULES``)."""

    full_form: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Names of one thing, in the order of the text, and the joins of its forms."""

    names: tuple[Name, ...]
    joins: Mapping[str, Join] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """A well-known form, else the fullest; the earliest of several such. Countries have theirs without it."""
        best = max(self.names, key=lambda name: (known_name(name.text) is not None, *_fullness(name), -name.char_start))
        name = " ".join(best.text.split())
        return f"familia {name}" if best.is_named_after and best.mention_type == "PER" else name

    @property
    def entity_type(self) -> str:
        """The type of its fullest form."""
        return max(self.names, key=lambda name: (*_fullness(name), -name.char_start)).mention_type

    @property
    def is_named_after(self) -> bool:
        """It is called after a person or town, and is neither."""
        return all(name.is_named_after for name in self.names)

    @property
    def apart(self) -> str | None:
        """What tells it from another thing that the article calls so (``Name.apart``)."""
        return next((name.apart for name in self.names if name.apart), None)

    @property
    def own(self) -> Known | None:
        """What the newsroom's own list says that it is."""
        return next((name.own for name in self.names if name.own), None)


def cluster_names(text: str, names: tuple[Name, ...]) -> tuple[Cluster, ...]:
    """Group an article's names by what they name.

    The same words name the same thing. A shorter name joins the fuller one before it: a surname its full name, an
    acronym its expansion, a nickname the name that "alias" joins it to, "Consejo de Seguridad" the one "de la ONU".
    """
    groups: dict[str, list[Name]] = {}
    for name in names:
        groups.setdefault(_group(name), []).append(name)
    owner = _own_forms(names) | _joined_in_text(text, names)
    index = _index(groups)
    relatives = _relatives(text, names)
    for form in groups:
        fuller = _fuller_form(form, groups, index, relatives)
        if fuller is not None and _root(fuller[0], owner) != form:  # of two misprints each is near the other
            owner.setdefault(form, fuller)
    found: dict[str, list[str]] = {}
    for form in groups:
        found.setdefault(_root(form, owner), []).append(form)
    clusters = [_cluster(forms, groups, owner) for forms in found.values()]
    return tuple(sorted(clusters, key=lambda cluster: cluster.names[0].char_start))


def form_key(text: str) -> str:
    """What two forms must have in common to be one name: case, accents and hyphens apart, countries by their code.

    >>> form_key("Departamento de Estado de EE. UU.") == form_key("Departamento de Estado de Estados Unidos")
    True
    """
    whole = known_name(text) or country_named(text)
    if whole is not None:
        return fold(whole.name)
    return fold(re.sub(r"[-–’'\"“”«».]+", " ", with_usual_country(text)))


def _group(name: Name) -> str:
    """The key of a name's form; a square is not the person whom it is called after, nor a city its namesake."""
    mark = name.mention_type if name.is_named_after else name.apart
    return form_key(name.text) + (f" ({mark})" if mark else "")


def _root(form: str, owner: Owners) -> str:
    seen = {form}
    while form in owner and owner[form][0] not in seen:
        form = owner[form][0]
        seen.add(form)
    return form


def _cluster(forms: list[str], groups: dict[str, list[Name]], owner: Owners) -> Cluster:
    names = sorted((name for form in forms for name in groups[form]), key=lambda name: name.char_start)
    joins: dict[str, Join] = {}
    for form in forms:
        if form in owner:
            fuller, rule = owner[form]
            join = Join(" ".join(groups[fuller][0].text.split()), rule)
            joins |= {name.text: join for name in groups[form]}
    return Cluster(names=tuple(names), joins=joins)


def _own_forms(names: tuple[Name, ...]) -> Owners:
    """Forms that the newsroom's own list says to name one thing, and the first of them."""
    first: dict[str, str] = {}
    return {
        form: (first[name.own.name], "own_list")
        for name in names
        if name.own and first.setdefault(name.own.name, form := _group(name)) != form
    }


def _joined_in_text(text: str, names: tuple[Name, ...]) -> Owners:
    """Forms that the text itself joins: "Tribunal Supremo (TS)", "Luis Vera, alias 'Bravo'"."""
    owner: Owners = {}
    for first, second in pairwise(names):
        between = text[first.char_end : second.char_start]
        one, other = _group(first), _group(second)
        if one == other or first.mention_type != second.mention_type:
            continue
        by_letters = BY_ITS_LETTERS.match(text, second.char_end) is not None
        closed = by_letters or text[second.char_end : second.char_end + 1] == ")"
        if _is_settled(second.text):
            if (
                between == " ("
                and closed
                and not _is_settled(first.text)
                and (by_letters or _is_spelt_out(first, second))
            ):
                owner.setdefault(one, (other, "bracket"))
        elif between == " (" and closed and first.mention_type != "PER" and abbreviates(second.text, first.text):
            owner.setdefault(other, (one, "bracket"))
        elif between == " (" and closed and abbreviates(first.text, second.text):
            owner.setdefault(one, (other, "bracket"))
        elif first.mention_type == "PER" and ALIAS.fullmatch(between):
            owner.setdefault(other, (one, "alias"))
    return owner


def _is_spelt_out(full: Name, short: Name) -> bool:
    """Whether a well-known acronym stands for the words before it: "Organización Mundial de la Salud (*OMS*)"."""
    if full.mention_type == "PER" or not short.text.isupper() or " " not in full.text:
        return False
    if fold(short.text)[0] != fold(full.text)[0]:
        return False  # "Comité de la Organización Mundial de la Salud (OMS)" is not the OMS
    letters = iter(fold(full.text))
    return all(letter in letters for letter in fold(short.text))


def _is_settled(text: str) -> bool:
    return known_name(text) is not None or country_named(text) is not None


def _index(groups: dict[str, list[Name]]) -> dict[str, list[str]]:
    """Forms by each of their words, by their initials, and by what a misprint of their last word keeps."""
    index: dict[str, list[str]] = defaultdict(list)
    for form in groups:
        for key in {*form.split(), *_initials(form), *_misprint_keys(form)}:
            index[key].append(form)
    return index


def _initials(form: str) -> set[str]:
    parts = (form.split(), SMALL_WORDS.sub(" ", form).split())
    return {"".join(word[0] for word in words) for words in parts if len(words) > 2}


def _misprint_keys(form: str) -> set[str]:
    """The last word without each of its letters but the first: two words that differ in one letter share a key."""
    last = form.split()[-1] if form.split() else ""
    return {f"*{last}", *(f"*{last[:at]}{last[at + 1 :]}" for at in range(1, len(last)))}


def _relatives(text: str, names: tuple[Name, ...]) -> frozenset[str]:
    """Forms of persons who are told to be somebody's relatives: "su mujer, Ana Mora", "Luis Mora, padre de"."""
    people = (name for name in names if name.mention_type == "PER")
    return frozenset(_group(name) for name in people if _is_relative(text, name))


def _is_relative(text: str, name: Name) -> bool:
    before = _relative_before().search(text, max(0, name.char_start - LONGEST_RELATIVE), name.char_start)
    return before is not None or _relative_after().match(text, name.char_end) is not None


@cache
def _relative_before() -> re.Pattern[str]:
    of_whom = r" de(?:l| la)? [^,.;:\n]{2,30},"  # "la esposa de Mora, Ana Mora"
    return re.compile(rf"\b(?:{'|'.join(sorted(words('relatives')))})(?: (?:mayor|menor))?(?:,?|{of_whom}) \Z")


@cache
def _relative_after() -> re.Pattern[str]:
    nouns = "|".join(sorted(words("relatives")))
    return re.compile(
        rf",? (?:\([^()\n]{{1,40}}\), )?(?:(?:el|la) )?(?:{nouns})(?: (?:mayor|menor))? del? "
        r"(?!\d|un[ao]? |dos |tres |cuatro |cinco |seis |siete |ocho |nueve |diez |vari[oa]s )"
    )


def _fuller_form(
    form: str, groups: dict[str, list[Name]], index: dict[str, list[str]], relatives: frozenset[str]
) -> tuple[str, str] | None:
    """The form that a shorter one stands for, and why.

    A full name named first is not that of a relative told of later: Juan Mora and "Juan Luis Mora, hijo del escritor".
    Of several the one that the article names more often, unless that is only told of as a relative; of those named
    equally often the nearest before its first mention, else the next after it.
    """
    name = groups[form][0]
    if not form or _is_family(name) or (name.mention_type != "MISC" and _is_settled(name.text)):
        return None
    bare = form_key(name.text)
    nearby = _nearby(form, bare, index, with_misprints=name.mention_type == "PER")

    def rank(other: str) -> tuple[bool, int, bool, int]:
        often = len(groups[other]) if name.mention_type == "PER" else 0
        return (other in relatives, -often, *_distance(name, groups[other]))

    for is_short_for, rule in RULES[name.mention_type]:
        fuller = [
            other
            for other in nearby
            if groups[other][0].mention_type == name.mention_type
            and not _is_family(groups[other][0])
            and is_short_for(bare, other)
            and _agrees(name, groups[other][0])
            and not (" " in bare and other in relatives and name.char_start < groups[other][0].char_start)
        ]
        if fuller:
            return min(fuller, key=rank), rule
    if name.mention_type == "MISC":  # a name that nothing tells the type of: "Rosada" beside "Casa Rosada"
        fuller = [other for other in nearby if groups[other][0].mention_type != "PER" and _is_end_of(bare, other)]
        if fuller:
            return min(fuller, key=rank), "short_name"
    return None


def _nearby(form: str, bare: str, index: dict[str, list[str]], *, with_misprints: bool) -> Iterable[str]:
    """Forms that may be fuller ones of a form: those with the rarest of its words, and with what it may abbreviate."""
    if not bare:
        return ()
    rarest = min(bare.split(), key=lambda word: len(index.get(word, ())))
    keys = {rarest, bare, bare.removeprefix("min"), *(_misprint_keys(bare) if with_misprints else ())}
    return dict.fromkeys(other for key in sorted(keys) for other in index.get(key, ()) if other != form)


def _is_family(name: Name) -> bool:
    return name.is_named_after and name.mention_type == "PER"


def _agrees(name: Name, full: Name) -> bool:
    """Whether a form is not of another gender; surnames tell none: "Peña Nieto" is no woman."""
    if name.mention_type != "PER" or not is_first_name(name.text.split()[0]):
        return True
    return len({gender_of_person(name.text), gender_of_person(full.text)} - {None}) < 2


def _distance(name: Name, group: list[Name]) -> tuple[bool, int]:
    before = bisect_left(group, name.char_start, key=lambda other: other.char_start)
    nearest = group[before - 1] if before else group[0]
    return (not before, abs(name.char_start - nearest.char_start))


def _is_part_of(form: str, full: str) -> bool:
    """A form is a full name without some of its words: a surname, a first name, "Luis Paz" of "Luis Alberto Paz"."""
    short, long = form.split(), full.split()
    if len(short) > 1 and GENERATIONS & set(long) - set(short):
        return False  # Donald Trump is not Donald Trump Jr.
    words = iter(long)
    return len(short) < len(long) and all(word in words for word in short)


def _is_misprint_of(form: str, full: str) -> bool:
    """A form is a full name's surnames, or all of it, but for a letter; "Roberta" is no misprint of "Roberto"."""
    short, long = form.split(), full.split()
    tail = long[len(long) - len(short) :] if len(short) <= len(long) else []
    if not tail or (len(short) == 1 and len(long) == 1 and len(form) < 6):
        return False
    pairs = list(zip(short, tail, strict=True))
    if any(one != other and {one[-1], other[-1]} == {"a", "o"} and one[:-1] == other[:-1] for one, other in pairs):
        return False
    return all(_near(one, other) for one, other in pairs) and any(one != other for one, other in pairs)


def _near(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= 5 and one[0] == other[0] and OSA.distance(one, other) <= 1)


def _is_short_body(form: str, full: str) -> bool:
    """A form is a stretch of a longer name: "Consejo de Seguridad", "Supremo", "Leoncio Prado".

    What a body is of is another one: "Corte Suprema" beside "Oficina de Aguas de la Corte Suprema".
    """
    if form in BROAD_BODIES or len(form) < 4 or len(form) >= len(full) or f" {form} " not in f" {full} ":
        return False
    at = f" {full} ".index(f" {form} ")
    before = full[:at].rstrip()
    if form[-1].isdigit():
        return False  # "Modelo 12" is another thing than "Modelo 12 Max"
    if not OF_BODIES.isdisjoint(full[at + len(form) :].split()):
        return False  # "Salud" is not the department of a faculty
    return (not OF.search(before) or before.split()[0] in SUBJECT_HEADS) and not _is_settled(form)


def _is_end_of(form: str, full: str) -> bool:
    return full.endswith(f" {form}") and _is_short_body(form, full)


def _is_ministry_of(form: str, full: str) -> bool:
    """Whether it is as "Mindefensa" beside "Defensa"."""
    return form == f"min{full}"


def _is_half_of(form: str, full: str) -> bool:
    """Whether it is as "el Norte" beside "Corea del Norte"."""
    return full.endswith(f" del {form}") and country_named(full) is not None


def _is_short_place(form: str, full: str) -> bool:
    """Whether it is as "Rosada" beside "Casa Rosada", but not "Lima" beside "Aeropuerto de Lima"."""
    return full.endswith(f" {form}") and not places_named(form)


def _is_initials(form: str, full: str) -> bool:
    if " " in form or len(form) < 3:
        return False
    return form in _initials(full)


def _is_initials_of_person(form: str, full: str) -> bool:
    return _is_initials(form, full) and not is_first_name(form) and form not in common_surnames()


RULES: dict[str, tuple[tuple[Callable[[str, str], bool], str], ...]] = {
    "PER": ((_is_part_of, "part_of_name"), (_is_misprint_of, "misprint"), (_is_initials_of_person, "initials")),
    "ORG": ((_is_initials, "initials"), (_is_ministry_of, "ministry"), (_is_short_body, "short_name")),
    "MISC": ((_is_initials, "initials"), (_is_short_body, "short_name")),
    "LOC": ((_is_half_of, "half_of_country"), (_is_short_place, "short_name")),
}
"""What may join a shorter form to a fuller one, tried in this order."""


def _fullness(name: Name) -> tuple[int, int]:
    return (len(name.text.split()), len(name.text)) if not name.text.isupper() else (len(name.text.split()), 0)
