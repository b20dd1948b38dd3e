"""What of a stretch that a recogniser marked is the name: without titles, junk and words in lower case at its ends."""

import re
from functools import cache

from flows.extract.entities.names import CAPITALISED, MARKS, Name, begins_sentence, name_at
from flows.extract.entities.words import words
from flows.nlp.gazetteer import country_of_demonym

WORD = re.compile(r"[^\W_]+(?:[.’'&+-]+[^\W_]+)*")
TRAILING = " ,;:(«“”»\"'″‘’–—-¿¡"
NUMBER = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})|[A-ZÑ]\.?")
"""Numerals, and letters that count, which name nothing alone: "grado IV", "grupo A"; "la U" is a club."""
ABBREVIATED_TITLE = re.compile(
    r"(?:(?:Sr|Srta|Ing|Prof|Mtro|Mtra|Mr|Mrs)\.|(?:Dra?|Sra|Lic)\.?) (?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])"
)
"""A title that only persons have, and no part of their names."""
NUMERAL_AT_END = re.compile(r" [IVX]+\.\Z")
LETTER_AT_END = re.compile(r"(?<![.A-Z]) [A-Z]\.\Z")
"""A numeral before the full stop of the sentence, "Xela V.", which an initial's would look like."""
OF = re.compile(r"\b(?:de|del|la|y|e) \Z")
OF_REACH = 4
"""What stands before the end of a name that is no next sentence: "Museo *de* Fotos"."""
LONGEST_ARTICLE = 5
ARTICLES = frozenset({"El", "La", "Los", "Las"})
"""Articles in capitals, with which another name begins."""
SURNAMES_LIKE_TITLES = frozenset({"duque", "conde", "infante"})
BEHIND_ARTICLE = re.compile(r"\b(?:[Ee]l|[Ll]a|[Aa]l|[Dd]el|[Uu]na?|[Ss]u) \Z")
THE = re.compile(r"\b[Ll]a [\"“«'‘]?\Z")
OF_COMMON = re.compile(r" (?:de|del)(?: (?:la|los|las))? (?P<noun>[a-zñáéíóúü]+)\Z")
"""What a body is of, which its own name follows: "Consejo de Administración *de la empresa* Xela"."""
JUNK = re.compile(r"\s*\*|\s+(?:pic\.twitter|https?:)|(?<=\w)\((?![^)]*\))")
"""What no name holds: a number that was masked, a link, a bracket left open."""
CLOSING = re.compile(r"[)”»]|(?<=\w)\"(?=\W|\Z)")
OPENING_OF = {")": "(", "”": "“", "»": "«", '"': '"'}
ABBREVIATED = (" Jr", " Sr", " Inc", " Corp", " Ltd", " Cía", " S.A", " S.L")
"""Ends of names whose full stop is theirs: "Martin Luther King Jr."."""


def trimmed(text: str, start: int, end: int, mention_type: str) -> Name | None:
    """What of a stretch is the name: without titles before a person, words in lower case at its ends, other lines."""
    end = start + len(text[start:end].split("\n")[0])
    title = ABBREVIATED_TITLE.match(text, start, end)
    start, mention_type = (title.end(), "PER") if title else (start, mention_type)
    office = _office_before().match(text, start, end) if mention_type != "PER" else None
    start = office.end() if office else start
    end = _before_open_mark(text, start, _before_junk(text, start, end))
    found = [(m.start(), m.end()) for m in WORD.finditer(text, start, end)]
    while found and _is_before_name(text[slice(*found[0])], mention_type, len(found)):
        found.pop(0)
    while found and _is_after_name(text, found[-1], mention_type):
        end = found.pop()[0]
    if found and (of := OF_COMMON.search(text, found[0][0], end)) and of["noun"] in words("introduced", "ORG"):
        end = of.start()
        found = [span for span in found if span[1] <= end]
    if not found:
        return None
    begin = found[0][0]
    end = begin + len(text[begin:end].rstrip(TRAILING))
    last = end if mention_type in {"ORG", "MISC"} or text[end - 1 : end] == "." else found[-1][1]
    if text[begin:last].endswith(ABBREVIATED) and text[last : last + 1] == ".":
        last += 1
    if NUMERAL_AT_END.search(text, begin, last) or (
        mention_type != "PER" and LETTER_AT_END.search(text, begin, last) and text[last : last + 1] in {"", "\n"}
    ):
        last -= 1
    name = text[begin:last]
    if (
        name.lower() in words("not_names")
        or (name.lower() in words("titles") and not _is_surname(text, begin, last, mention_type))
        or country_of_demonym(name)
        or not any(map(str.isalpha, name))
        or (NUMBER.fullmatch(name) and THE.search(text, max(0, begin - LONGEST_ARTICLE), begin) is None)
    ):
        return None
    return name_at(text, begin, last, mention_type, 0.7 if begins_sentence(text, begin) else 0.8)


def _is_surname(text: str, start: int, end: int, mention_type: str) -> bool:
    """Whether a word that is a title too is somebody's surname here: "que *Duque* se vaya", not "el Duque de Alba"."""
    if mention_type != "PER" or text[start:end].lower() not in SURNAMES_LIKE_TITLES or begins_sentence(text, start):
        return False
    before = text[max(0, start - LONGEST_ARTICLE) : start]
    return not BEHIND_ARTICLE.search(before) and re.match(r" (?:de |del |[A-ZÁÉÍÓÚÑ])", text[end : end + 5]) is None


def _before_open_mark(text: str, start: int, end: int) -> int:
    """Where a stretch ends that the recogniser cut within a nickname's marks: "José “Pepe"."""
    for opening, closing in MARKS.items():
        at = text.rfind(f" {opening}", start, end)
        if at > start and closing not in text[at + 2 : end]:
            return at
    return end


def _before_junk(text: str, start: int, end: int) -> int:
    """Where a stretch ends that runs into a mask, a link, or what stands behind a bracket or mark closed in it."""
    junk = JUNK.search(text, start, end)
    end = junk.start() if junk else end
    for closing in CLOSING.finditer(text, start + 1, end):
        mark = closing.group()
        opened = text.count(OPENING_OF[mark], start, closing.start())
        closed = text.count(mark, start, closing.start())
        if not (opened % 2 if mark == '"' else opened > closed):
            return closing.start()
    return end


@cache
def _office_before() -> re.Pattern[str]:
    """An office in capitals before what it is of: "Director Técnico de los Tigres"."""
    offices = "|".join(word.capitalize() for word in sorted(words("offices_of_bodies") | words("offices_of_places")))
    return re.compile(
        rf"(?:Primer |Primera )?(?:{offices})(?: {CAPITALISED}){{0,2}} (?:de|del)(?: (?:la|los|las))? (?=[A-ZÁÉÍÓÚÑ])"
    )


def _is_before_name(word: str, mention_type: str, count: int) -> bool:
    bare = word.lower().rstrip(".")
    if mention_type == "PER" and bare in words("titles") and count > 1:
        return True
    return word.islower() and mention_type in {"PER", "LOC", "ORG"} and not word[0].isdigit() and count > 1


def _is_after_name(text: str, span: tuple[int, int], mention_type: str) -> bool:
    word = text[slice(*span)]
    is_run_on = mention_type != "MISC" and word.istitle() and word.lower() in words("run_on")
    if word in ARTICLES or (is_run_on and not OF.search(text, max(0, span[0] - OF_REACH), span[0])):
        return True
    return word.islower() and (mention_type in {"PER", "LOC"} or word in words("never_last"))
