"""Datelines: where and when a report was sent, and by whom, before its first words."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from flows.nlp.gazetteer import country_named, places_named

PLACE = r"[A-ZÁÉÍÓÚÑ][\w.'’]*(?: (?:(?:de|del|la|las|los|el|y) ){0,3}[A-ZÁÉÍÓÚÑ][\w.'’]*){0,4}"
WEEKDAY = r"(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?"
DAY = WEEKDAY + r"\d{1,2}º?(?: de)? [A-ZÁÉÍÓÚa-záéíóú]{3,10}\.?(?:,? (?:del? )?\d{4})?"
AGENCY = r" ?\([^()\n]{2,40}\)"
DASH = r"[-–—]{1,2}"

DATELINE = re.compile(
    rf"^[ \t]*(?P<place>{PLACE})(?P<more>(?:(?:,| ?/) ?{PLACE}){{0,2}})(?P<region> \({PLACE}\)(?=, ))?(?:"
    rf"(?:,? {DAY})?(?:{AGENCY})?\.[ ]?{DASH}(?:{AGENCY}\.?[ ]?{DASH})?"  # "LIMA, 3 may. 2024 (EFE).-"
    rf"|(?:,? {DAY})?{AGENCY} ?{DASH}"  # "Montevideo (AFP) —"
    rf"|,? {DAY} ?{DASH}"  # "Quito, 14 ago —"
    r"|(?P<bare> [–—])"  # "CARACAS —"
    r")[ ]*(?=[A-ZÁÉÍÓÚÜÑ\d«\"“‘'¿¡(])",
    re.MULTILINE,
)
LABEL = re.compile(r"^[ \t]*([^\n.]{1,40})\.[ ]?[-–—]", re.MULTILINE)
"""What stands before what somebody says in an interview that is printed as a dialogue: "Periodista.- ¿Y ahora?"."""
PLAIN_END = re.compile(r"\.[ ]?[-–—]+[ ]*")
PART = re.compile(r"[^,/ ]+(?: [^,/ ]+)*")
CAPITALS = re.compile(r"[A-ZÁÉÍÓÚÑ]{3,}(?: [A-ZÁÉÍÓÚÑ]{2,}){0,3}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline begins, the places (or who sends it) that it names first, and where the report begins."""

    start: int
    places: tuple[tuple[int, int], ...]
    end: int


def datelines(text: str) -> Iterator[Dateline]:
    """Find the datelines of a text, each at the beginning of a line.

    >>> text = "QUITO, 14 ago. (EFE).- El Gobierno cedió."
    >>> [([text[start:end] for start, end in each.places], text[each.end :]) for each in datelines(text)]
    [(['QUITO'], 'El Gobierno cedió.')]
    """
    is_dialogue = False
    for number, match in enumerate(DATELINE.finditer(text)):
        is_dialogue = is_dialogue or (number == 0 and _is_dialogue(text))
        if is_dialogue and PLAIN_END.fullmatch(text, match.end("more"), match.end()):
            continue
        if not match["bare"] or _is_place_alone(match["place"], match["more"]):
            yield Dateline(match.start("place"), tuple(_places(match)), match.end())


def report_starts(text: str) -> frozenset[int]:
    """Where a report begins after its dateline.

    >>> text = "QUITO, 14 ago. (EFE).- El Gobierno cedió."
    >>> [text[start:] for start in report_starts(text)]
    ['El Gobierno cedió.']
    """
    return frozenset(each.end for each in datelines(text))


def _is_dialogue(text: str) -> bool:
    """Whether lines begin with who speaks: with one label again and again, two lines of different cities have none."""
    labels = Counter(match[1] for match in LABEL.finditer(text))
    return max(labels.values(), default=0) > 1


def _is_place_alone(place: str, more: str) -> bool:
    """Whether only a dash follows a place: "CARACAS —", "Lima, Perú —"; a person's name may stand there as well."""
    if not more:
        return CAPITALS.fullmatch(place) is not None
    return bool(places_named(place)) and country_named(more.strip(" ,/")) is not None


def _places(match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where the names stand: "ROMA/MADRID", "León, Gto."; a full stop at their ends is none of theirs."""
    for part in PART.finditer(match.string, match.start("place"), match.end("more")):
        yield part.start(), part.end() - part.group().endswith(".")
    if match["region"]:
        yield match.start("region") + 2, match.end("region") - 1
