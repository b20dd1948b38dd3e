"""Names that a preposition tore apart, made whole: "Ana Vera de la Cruz", "Palacio de Gobierno de Lima"."""

import re
from collections.abc import Iterable

from flows.extract.entities.forms.abbreviations import spells
from flows.extract.entities.names import Name, name_at
from flows.extract.entities.spans.body_lists import end_of_list
from flows.extract.entities.types.named_after import named_after_nouns
from flows.extract.entities.words import head_type, typed, words
from flows.nlp.gazetteer import places_named
from flows.nlp.known_names import known_name
from flows.nlp.person_names import is_first_name
from flows.text import fold

PARTICLES = frozenset({" de la ", " de los ", " de las "})
FOREIGN_PARTICLES = frozenset({" von ", " van ", " von der ", " van der ", " van den ", " i ", " bin ", " ibn "})
LINKS = frozenset({*PARTICLES, " de ", " del ", " al ", " a la ", " para la ", " para el "})
OF_THE_REPUBLIC = re.compile(r" de la República(?! [A-ZÁÉÍÓÚÑ]| del? )")

ANDS = frozenset({" y ", " e ", ", la ", " y la ", " y el "})
"""What stands in a body's name between what it is for: "Cámara de Comercio e Industria"."""

PURPOSE = re.compile(r" (?:para|sobre|contra) (?:la|el|los|las) [A-ZÁÉÍÓÚÑ]\w+\Z")
OF_COMPANIES = re.compile(r" (?:A\.?C|S\.?A|S\.?L|S\.?C|S\.?A\.?S)\.?\Z")
"""What companies and associations are called last."""
SECOND_PURPOSE = re.compile(r" y (?:la|el|los|las) (?P<noun>[A-ZÁÉÍÓÚÑ]\w+)(?: [A-ZÁÉÍÓÚÑ]\w+)?")
SURNAME_WITH_APOSTROPHE = re.compile(r" [OD][’'][A-ZÁÉÍÓÚ][a-záéíóúñ]+")
BRACKETED = re.compile(r" \(([A-ZÁÉÍÓÚÑ]{2,8})[,)]")
HEAD = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?P<of> del?(?: las?| los)?)? \Z")
FOREIGN_HEAD = re.compile(r"(?<!\w)[A-ZÁÉÍÓÚÑ]\w+ \Z")
SURNAME = re.compile(r" [A-ZÁÉÍÓÚÑ][a-záéíóúñü]+(?=[,.;:)]|\s[a-záéíóúñü(])")
"""A word behind a person's first name and surname, in a line of small letters."""
TAIL_OF_PLACE = re.compile(r" (?:(?:de|del|y)(?: (?:la|los|las))?|la|el) [A-ZÁÉÍÓÚÑ][a-záéíóúñü]+")
OF_BODY_OR_PLACE = re.compile(r"\A[A-ZÁÉÍÓÚÑ]\w+\Z| (?:de|del) [A-ZÁÉÍÓÚÑ]\w+\Z")
YEAR = re.compile(r" (?:19|20)\d\d(?:[-/]\d{2,4})?\b(?! [a-z]+os\b)")
NUMERAL = re.compile(r"(?:\A|[a-zñáéíóúü(“«\"] |\n)([IVXL]{1,7}) \Z")
LONGEST_NUMERAL = 10
EVENTS = re.compile(
    r"(?:Congreso|Cumbre|Feria|Festival|Foro|Encuentro|Juegos|Jornadas|Premios?|Edición|Asamblea|Reunión|Conferencia|Copa|"
    r"Torneo|Campeonato|Bienal|Maratón|Simposio|Certamen)\b"
)
"""What is held again and again."""
JURISDICTION = re.compile(
    r" (?:de|en) lo [A-ZÁÉÍÓÚÑ]\w+(?:[- ](?:[ye] )?[A-ZÁÉÍÓÚÑ]\w+){0,3}(?: (?:[Nn]úmero|[Nn]\.?[°º]) ?\d{1,3}\b)?"
)
"""What a court is for, and its number: "Cámara Primera *de lo Penal*", "Juzgado Nacional *en lo Civil N° 8*"."""
COURT_NUMBER = re.compile(r" (?:[Nn]úmero|[Nn]\.?[°º]) ?\d{1,3}\b")
COURTS = re.compile(r"(?:Juzgado|Tribunal|Fiscalía|Sala|Cámara) ")
FIRST_NAME = re.compile(r"(?<![\w.-])(?P<word>[A-ZÁÉÍÓÚÑ][a-záéíóúñü]+) \Z")
LONGEST_FIRST_NAME = 16
CONSTITUTION = re.compile(r" de (?:1[89]|20)\d\d\b")
MORE_OF_PLACE = re.compile(r"(?: [A-ZÁÉÍÓÚÑ][a-záéíóúñü]+){1,2}")
LAST_WORD = re.compile(r"(?<![\w-])[A-ZÁÉÍÓÚÑ]\w+\Z")


def joined(text: str, found: Iterable[Name]) -> list[Name]:
    """Join each name to the one behind it where both are one, and a body to the republic that it is of."""
    whole: list[Name] = []
    for name in sorted(found, key=lambda name: name.char_start):
        last = whole[-1] if whole else None
        name = _with_head(text, last.char_end if last else 0, name)
        name = _with_first_name(text, last.char_end if last else 0, name)
        if last and _are_one_place(text, last, name):
            name = name_at(text, last.char_start, name.char_end, "LOC", last.confidence)
            whole.pop()
        elif last and (
            _are_one(last, text[last.char_end : name.char_start], name) or _have_one_acronym(text, last, name)
        ):
            name = name_at(text, last.char_start, name.char_end, last.mention_type, last.confidence)
            whole.pop()
        for completed in (
            _with_republic,
            _with_surname,
            _with_second_surname,
            _with_second_purpose,
            _with_place,
            _with_year,
            _with_numeral,
            _with_jurisdiction,
            _with_list,
        ):
            name = completed(text, name)
        whole.append(name)
    return whole


def _are_one_place(text: str, first: Name, second: Name) -> bool:
    """Whether a gazetteer has both with what stands between as one place: "Velilla de San Antonio"."""
    if first.own or second.own or first.mention_type == second.mention_type == "PER":
        return False
    is_linked = text[first.char_end : second.char_start] in LINKS
    return is_linked and bool(places_named(text[first.char_start : second.char_end]))


def _are_one(first: Name, between: str, second: Name) -> bool:
    if first.own or second.own:
        return False
    if first.mention_type == "PER":
        if between in FOREIGN_PARTICLES and second.mention_type == "PER":
            return True
        is_surname = second.mention_type == "PER" or fold(second.text) in words("particle_surnames")
        return between in PARTICLES and " " in first.text and is_surname
    if between == " " and OF_COMPANIES.search(second.text):  # "Movimiento de Mujeres" before "Ana Duarte A.C."
        return head_type(first.text) == "ORG"
    if between == " " and second.mention_type == "PER" and " " in second.text:  # "Universidad" beside "Ana Duarte"
        return first.text.lower() in named_after_nouns()
    if between == " i ":  # Catalan: "Hospital Germans Trias i Pujol"
        return head_type(first.text) is not None
    if second.mention_type == "PER" or known_name(first.text):
        return False
    head = head_type(first.text)
    if between in ANDS:
        return head == "ORG" and " " in first.text and second.text.lower() in words("portfolios")
    if between not in LINKS:
        return False
    is_named_already = head == "LOC" and " de " not in first.text  # "Estadio Azteca de Lima" is two
    return head is not None and not is_named_already and head_type(second.text) is None


def _have_one_acronym(text: str, first: Name, second: Name) -> bool:
    """Whether what an acronym stands for holds an "y": "Centro de Aguas y Bosques Fríos (*CABF*)"."""
    acronym = BRACKETED.match(text, second.char_end)
    if acronym is None or text[first.char_end : second.char_start] not in {" y ", " e "} or first.own or second.own:
        return False
    whole = text[first.char_start : second.char_end]
    return head_type(first.text) == "ORG" and spells(acronym[1], whole) and not spells(acronym[1], second.text)


def _with_surname(text: str, name: Name) -> Name:
    """A person's name with a surname that the recogniser stops before: "Eva" before "O'Vera"."""
    surname = SURNAME_WITH_APOSTROPHE.match(text, name.char_end)
    if surname is None or name.own or not is_first_name(name.text.split()[0]):
        return name
    return name_at(text, name.char_start, surname.end(), "PER", name.confidence)


def _with_second_surname(text: str, name: Name) -> Name:
    """A person's name with the second surname that the recogniser stops before: "Ana Vera *Allendes*, dijo"."""
    parts = name.text.split()
    if name.mention_type != "PER" or name.own or len(parts) not in {2, 3} or not is_first_name(parts[0]):
        return name
    surname = SURNAME.match(text, name.char_end)
    if surname is None or not parts[-1].istitle() or surname.group().strip().lower() in _no_surnames():
        return name
    return name_at(text, name.char_start, surname.end(), "PER", name.confidence)


def _no_surnames() -> frozenset[str]:
    return words("not_names") | words("titles") | words("institutions", "nouns") | words("portfolios")


def _with_place(text: str, name: Name) -> Name:
    """A name with the rest of the place that it ends with: "Consistorio de Alcalá *de Henares*"."""
    longer = MORE_OF_PLACE.match(text, name.char_end)
    if longer and name.mention_type == "LOC" and not name.own and places_named(name.text + longer.group()):
        return name_at(text, name.char_start, longer.end(), "LOC", name.confidence)
    rest = TAIL_OF_PLACE.match(text, name.char_end)
    last = LAST_WORD.search(name.text)
    if rest is None or last is None or name.own or name.mention_type not in {"LOC", "ORG"}:
        return name
    is_usual = rest.group().strip().lower() in words("place_tails") and OF_BODY_OR_PLACE.search(name.text) is not None
    if not is_usual and not places_named(last.group() + rest.group()):
        return name
    return name_at(text, name.char_start, rest.end(), name.mention_type, name.confidence)


def _with_year(text: str, name: Name) -> Name:
    """An event, plan or constitution with its year: "Mundial *2026*"."""
    year = (CONSTITUTION if name.text == "Constitución" else YEAR).match(text, name.char_end)
    if year is None or name.mention_type != "MISC" or name.own or name.text[-1].isdigit():
        return name
    return name_at(text, name.char_start, year.end(), "MISC", name.confidence)


def _with_numeral(text: str, name: Name) -> Name:
    """An event with the number of its edition: "*XXIX* Cumbre Iberoamericana"."""
    numeral = NUMERAL.search(text, max(0, name.char_start - LONGEST_NUMERAL), name.char_start)
    if numeral is None or name.own or EVENTS.match(name.text) is None:
        return name
    return name_at(text, numeral.start(1), name.char_end, "MISC", name.confidence)


def _with_jurisdiction(text: str, name: Name) -> Name:
    """A court with what it is for, and its number: "Cámara Primera *de lo Penal*", "Juzgado Civil *número 3*"."""
    tail = JURISDICTION.match(text, name.char_end)
    if tail is None and COURTS.match(name.text):
        tail = COURT_NUMBER.match(text, name.char_end)
    if tail is None or name.own or head_type(f"{name.text} X") != "ORG":
        return name
    return name_at(text, name.char_start, tail.end(), "ORG", name.confidence)


def _with_list(text: str, name: Name) -> Name:
    """A body with the rest of what it is for: "Unidad de la Familia*, Niñez y Juventud*"."""
    if name.own or head_type(name.text) != "ORG":
        return name
    end = end_of_list(text, name.char_start, name.char_end)
    return name_at(text, name.char_start, end, "ORG", name.confidence) if end else name


def _with_first_name(text: str, since: int, name: Name) -> Name:
    """A surname with the first name that the recogniser begins behind: "*Werner* Vilard"."""
    if name.mention_type != "PER" or name.own or is_first_name(name.text.split()[0]):
        return name
    first = FIRST_NAME.search(text, max(since, name.char_start - LONGEST_FIRST_NAME), name.char_start)
    if first is None or not is_first_name(first["word"]) or first["word"].lower() in _no_surnames():
        return name
    return name_at(text, first.start(), name.char_end, "PER", name.confidence)


def _with_second_purpose(text: str, name: Name) -> Name:
    """A body with the second of what it is for: "Instituto para la Mujer *y la Infancia*"."""
    if name.own or head_type(name.text) is None or PURPOSE.search(name.text) is None:
        return name
    second = SECOND_PURPOSE.match(text, name.char_end)
    if second is None or second["noun"].lower() in words("institutions", "nouns") | words("titles"):
        return name
    return name_at(text, name.char_start, second.end(), name.mention_type, name.confidence)


def _with_head(text: str, since: int, name: Name) -> Name:
    """A name with the noun in capitals before it: "Himno" before "Nacional", "Biblioteca" before "Ana Duarte"."""
    is_tail = fold(name.text) in typed("tails")
    head = (FOREIGN_HEAD if is_tail else HEAD).search(text, since, name.char_start)
    if head is None or name.own:
        return name
    if is_tail:
        return name_at(text, head.start(), name.char_end, typed("tails")[fold(name.text)], name.confidence)
    kind = head_type(head.group() + name.text)
    if head["of"]:
        is_called_so = kind == "LOC" and (name.mention_type != "PER" or " " not in name.text)
    else:
        is_called_so = name.mention_type != "PER" or head.group().strip().lower() in named_after_nouns()
    return name_at(text, head.start(), name.char_end, kind, name.confidence) if kind and is_called_so else name


def _with_republic(text: str, name: Name) -> Name:
    tail = OF_THE_REPUBLIC.match(text, name.char_end)
    if tail is None or name.mention_type != "ORG" or name.own:
        return name
    return name_at(text, name.char_start, tail.end(), "ORG", name.confidence)
