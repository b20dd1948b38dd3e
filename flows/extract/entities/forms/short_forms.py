"""What a name may be called for short: "Vera", "Consejo de Seguridad", "el Norte", "Mindefensa"."""

import re
from collections.abc import Callable

from flows.extract.entities.forms.abbreviations import is_initials, is_initials_of_person
from flows.extract.entities.forms.misprints import is_misprint_of
from flows.extract.entities.forms.same import is_known, words_but_small
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name

OF = re.compile(r"\b(?:de|del|de la|de los|de las)\Z")
SUBJECT_HEADS = frozenset(
    {"ministerio", "ministro", "secretaria", "subsecretaria", "consejeria", "departamento", "cartera", "universidad"}
)
"""Bodies that are called by what they are for: "Hacienda" is the Secretaría de Hacienda y Crédito Público."""
GENERATIONS = frozenset({"jr", "sr", "hijo", "padre", "ii", "iii"})
CHAMBERS = frozenset({"diputados", "senadores", "representantes", "comunes", "lores"})
"""Members that a chamber is called by: "la votación en Diputados"."""
NAMES_OF_CHAMBERS = {
    "camara baja": re.compile(r"camara de (?:diputados|representantes|los comunes)\b|congreso de los diputados\b"),
    "camara alta": re.compile(r"camara de senadores\b|senado\b"),
}
"""What the chambers of a parliament are called besides."""
FIRST_NAMES_TOO = frozenset(
    {"alex", "ariel", "asuncion", "cruz", "guadalupe", "israel", "salvador", "santiago", "trinidad"}
)
"""Surnames that are first names as well, which no list of those has, as they begin other names."""
OF_BODIES = frozenset({"facultad", "universidad", "hospital", "instituto"})
BROAD_BODIES = frozenset({"gobierno", "ejecutivo", "estado", "ejercito", "partido", "administracion", "banco", "union"})
"""Of these an article names several without telling them apart by a longer name."""


def _is_part_of(form: str, full: str) -> bool:
    """A form is a full name without some of its words: a surname, a first name, "Luis Paz" of "Luis Alberto Paz"."""
    short, long = words_but_small(form).split(), full.split()
    if len(short) > 1 and GENERATIONS & set(long) - set(short):
        return False  # Donald Trump is not Donald Trump Jr.
    words = iter(long)
    return bool(short) and len(form.split()) < len(long) and all(word in words for word in short)


def has_second_surname(form: str, full: str) -> bool:
    """Whether it is as "Duarte Olmo" or, of a well-known Eva Duarte, "Eva Duarte Olmo" beside "Eva Duarte"."""
    first, *rest = form.split()
    if form.startswith(f"{full} ") and " " in full:
        return known_name(full) is not None and GENERATIONS.isdisjoint(rest)
    more = words_but_small(" ".join(rest))
    if len(more) < 3 or not more.isalpha() or any(map(is_first_name, (first, more))) or first in FIRST_NAMES_TOO:
        return False
    return full.endswith(f" {first}") and is_first_name(full.split()[0])


def _is_linked_otherwise(form: str, full: str) -> bool:
    """Whether it is as "Corte de los Mares" beside "Corte de Mares"."""
    return form != full and " " in words_but_small(form) and words_but_small(form) == words_but_small(full)


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
    is_chamber = before == "camara de" and form in CHAMBERS
    return (not OF.search(before) or before.split()[0] in SUBJECT_HEADS or is_chamber) and not is_known(form)


def is_end_of(form: str, full: str) -> bool:
    """Whether it is as "Rojiza" beside "Casa Rojiza"."""
    return full.endswith(f" {form}") and _is_short_body(form, full)


def _is_ministry_of(form: str, full: str) -> bool:
    """Whether it is as "Mindefensa" beside "Defensa"."""
    return form == f"min{full}"


def _is_chamber(form: str, full: str) -> bool:
    """Whether it is as "Cámara Baja" beside "Cámara de Diputados", "Cámara Alta" beside "Senado"."""
    named = NAMES_OF_CHAMBERS.get(form)
    return named is not None and named.match(full) is not None


def _is_half_of(form: str, full: str) -> bool:
    """Whether it is as "el Norte" beside "Corea del Norte"."""
    return full.endswith(f" del {form}") and country_named(full) is not None


def _is_short_place(form: str, full: str) -> bool:
    """Whether it is as "Rosada" beside "Casa Rosada", but not "Lima" beside "Aeropuerto de Lima"."""
    return full.endswith(f" {form}") and not places_named(form)


RULES: dict[str, tuple[tuple[Callable[[str, str], bool], str], ...]] = {
    "PER": (
        (_is_part_of, "part_of_name"),
        (is_misprint_of, "misprint"),
        (has_second_surname, "part_of_name"),
        (is_initials_of_person, "initials"),
    ),
    "ORG": (
        (_is_linked_otherwise, "short_name"),
        (is_initials, "initials"),
        (_is_ministry_of, "ministry"),
        (_is_chamber, "short_name"),
        (_is_short_body, "short_name"),
    ),
    "MISC": ((_is_linked_otherwise, "short_name"), (is_initials, "initials"), (_is_short_body, "short_name")),
    "LOC": (
        (_is_linked_otherwise, "short_name"),
        (_is_half_of, "half_of_country"),
        (is_initials, "initials"),
        (_is_short_place, "short_name"),
    ),
}
"""What may join a shorter form to a fuller one, tried in this order."""
