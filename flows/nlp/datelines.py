"""Datelines: where and when a report was sent, and by whom, before its first words."""

import re

PLACE = r"[A-ZÁÉÍÓÚÑ][\w.'’]*(?: (?:(?:de|del|la|las|los|el|y) ){0,3}[A-ZÁÉÍÓÚÑ][\w.'’]*){0,4}"
WEEKDAY = r"(?:(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo),? )?"
DAY = WEEKDAY + r"\d{1,2}º?(?: de)? [a-záéíóú]{3,10}\.?(?:,? (?:del? )?\d{4})?"
AGENCY = r" ?\([^()\n]{2,40}\)"
DASH = r"[-–—]{1,2}"

DATELINE = re.compile(
    rf"^[ \t]*(?:{PLACE}(?:, ?{PLACE}){{0,2}}(?:,? {DAY})?(?:{AGENCY})?\.[ ]?{DASH}"  # "LIMA, 3 may. 2024 (EFE).-"
    rf"|{PLACE}(?:, ?{PLACE}){{0,2}}(?:,? {DAY})?{AGENCY} ?{DASH}"  # "Montevideo (AFP) —"
    rf"|{PLACE}(?:, ?{PLACE}){{0,2}},? {DAY} ?{DASH}"  # "Quito, 14 ago —"
    rf"|[A-ZÁÉÍÓÚÑ]{{3,}}(?: [A-ZÁÉÍÓÚÑ]{{2,}}){{0,3}} [–—]"  # "CARACAS —"
    r")[ ]*(?=[\w«\"“‘'¿¡(])",
    re.MULTILINE,
)


def report_starts(text: str) -> frozenset[int]:
    """Where a report begins after its dateline.

    >>> text = "QUITO, 14 ago. (EFE).- El Gobierno cedió."
    >>> [text[start:] for start in report_starts(text)]
    ['El Gobierno cedió.']
    """
    return frozenset(match.end() for match in DATELINE.finditer(text))
