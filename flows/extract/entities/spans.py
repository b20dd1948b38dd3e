"""Which stretches of an article's text are names, and of what type."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from flows.extract.entities.consistency import agree
from flows.extract.entities.names import Name, abbreviates, begins_sentence, name_at, without_overlap
from flows.extract.entities.own_names import NameList
from flows.extract.entities.quoted import with_quoted
from flows.extract.entities.words import entries, words
from flows.nlp.gazetteer import country_named, country_names, country_of_demonym, places_named
from flows.nlp.known_names import known_name, known_names
from flows.nlp.person_names import is_first_name

WORD = re.compile(r"[^\W_]+(?:[.’'&+-]+[^\W_]+)*")
TRAILING = " ,;:(«“”»\"'″‘’–—-¿¡"
DATELINE = re.compile(r"^([A-ZÁÉÍÓÚÑ]{3,}(?: [A-ZÁÉÍÓÚÑ]+){0,3})(?=,|\.[-–—]| ?[-–—(] ?)", re.MULTILINE)
MARKS = {"“": "”", "«": "»", "‘": "’", '"': '"', "'": "'"}
LONGEST_TITLE = 60
BRACKETED = re.compile(r" \(([A-ZÁÉÍÓÚÑ][\w-]{1,9})\)")
TITLE_END = re.compile(r"[.;:\n]")
JOINTS = {
    "PER": re.compile(r" and (?=\w+ \w)| que "),
    "ORG": re.compile(r" que (?=[A-ZÁÉÍÓÚ])"),
    "LOC": re.compile(r" and | que "),
}
ABBREVIATED = (" Jr", " Sr", " Inc", " Corp", " Ltd", " Cía", " S.A", " S.L")
"""Ends of names whose full stop is theirs: "Martin Luther King Jr."."""
COMMON_POS = frozenset({"VERB", "AUX", "ADV", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "INTJ"})
CAPITALISED = r"[A-ZÁÉÍÓÚÑÜ][\w’'&-]*"


def find_names(doc: Doc, text: str) -> tuple[Name, ...]:
    """Find the article's names, in the order of the text, none overlapping another."""
    parts = (part for name in doc._.names for part in _parts(text, *name))
    found = [name for part in parts if (name := trimmed(text, *part))]
    found += [replace(name_at(text, start, end, own.entity_type, 1.0), own=own) for start, end, own in doc._.own_names]
    found += list(_titles_of_works(text, found))
    found += list(with_quoted(text, found))
    found += list(_acronyms(text, found))
    found += [name for rule in RULES for name in rule(text)]
    common = frozenset(token.idx for token in doc if token.pos_ in COMMON_POS)
    return agree(text, without_overlap(found), common)


def _parts(text: str, start: int, end: int, mention_type: str) -> Iterator[tuple[int, int, str]]:
    """What the recogniser ran together: "Stella Kim and Ana Duarte", "Perú Eva Arce", "Consejo que Rusia"."""
    ahead = _ahead_of_person(text[start:end])
    if ahead:
        known = known_name(ahead)
        yield start, start + len(ahead), known.entity_type if known else "LOC" if country_named(ahead) else "ORG"
        start, mention_type = start + len(ahead) + 1, "PER"
    joint = JOINTS.get(mention_type)
    if joint is None:
        yield start, end, mention_type
        return
    for match in joint.finditer(text, start, end):
        yield start, match.start(), mention_type
        start = match.end()
    yield start, end, mention_type


def _ahead_of_person(name: str) -> str | None:
    """The country, ministry or known name before a person without a comma: "ministro de *Economía* Luis Mora"."""
    parts = name.split(" ")
    for count in range(len(parts) - 2, 0, -1):
        ahead = " ".join(parts[:count])
        is_body = country_named(ahead) or known_name(ahead) or ahead.lower() in words("portfolios")
        if is_body and is_first_name(parts[count]) and parts[-1][:1].isupper():
            return ahead
    return None


def trimmed(text: str, start: int, end: int, mention_type: str) -> Name | None:
    """What of a stretch is the name: without titles before a person, words in lower case at its ends, other lines."""
    end = start + len(text[start:end].split("\n")[0])
    found = [(m.start(), m.end()) for m in WORD.finditer(text, start, end)]
    while found and _is_before_name(text[slice(*found[0])], mention_type, len(found)):
        found.pop(0)
    while found and _is_after_name(text, found[-1], mention_type):
        end = found.pop()[0]
    if not found:
        return None
    begin = found[0][0]
    end = begin + len(text[begin:end].rstrip(TRAILING))
    last = end if mention_type in {"ORG", "MISC"} or text[end - 1 : end] == "." else found[-1][1]
    if text[begin:last].endswith(ABBREVIATED) and text[last : last + 1] == ".":
        last += 1
    name = text[begin:last]
    if (
        name.lower() in words("not_names") | words("titles")
        or country_of_demonym(name)
        or not any(map(str.isalpha, name))
    ):
        return None
    return name_at(text, begin, last, mention_type, 0.7 if begins_sentence(text, begin) else 0.8)


def _is_before_name(word: str, mention_type: str, count: int) -> bool:
    bare = word.lower().rstrip(".")
    if mention_type == "PER" and bare in words("titles") and count > 1:
        return True
    return word.islower() and mention_type in {"PER", "LOC", "ORG"} and not word[0].isdigit() and count > 1


def _is_after_name(text: str, span: tuple[int, int], mention_type: str) -> bool:
    word = text[slice(*span)]
    return word.islower() and (mention_type in {"PER", "LOC"} or word in words("never_last"))


def _known(text: str) -> Iterator[Name]:
    for start, end in _known_list().find(text):
        known = known_name(text[start:end])
        if known is not None:
            yield name_at(text, start, end, known.entity_type, 0.95)


@cache
def _known_list() -> NameList:
    return NameList(name for known in known_names() for name in known.names)


def _datelines(text: str) -> Iterator[Name]:
    """Find the city that a report is dated from: "TOLUCA, Edomex.- "."""
    for match in DATELINE.finditer(text):
        if places_named(match.group(1)):
            yield name_at(text, match.start(1), match.end(1), "LOC", 0.9)


def _titles_of_works(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """Find the whole of a title in marks of which the recogniser has the beginning: "La ciudad y los perros"."""
    for name in found:
        closing = MARKS.get(text[name.char_start - 1 : name.char_start])
        if name.mention_type != "MISC" or closing is None:
            continue
        end = text.find(closing, name.char_end, name.char_start + LONGEST_TITLE)
        if end > 0 and not TITLE_END.search(text, name.char_start, end):
            yield name_at(text, name.char_start, end, "MISC", 0.6)


def _acronyms(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """Find what stands in brackets behind a name that it abbreviates: "Frente de Lucha Rural (FLR)"."""
    for name in found:
        short = BRACKETED.match(text, name.char_end)
        if short and name.mention_type in {"ORG", "MISC"} and abbreviates(short.group(1), name.text):
            yield name_at(text, short.start(1), short.end(1), name.mention_type, 0.8)


def _countries(text: str) -> Iterator[Name]:
    for start, end in _country_list().find(text):
        yield name_at(text, start, end, "LOC", 0.95)


@cache
def _country_list() -> NameList:
    return NameList(name for name in country_names() if len(name) > 2 and country_named(name))


def _institutions(text: str) -> Iterator[Name]:
    """Find nouns that stand alone for one body."""
    for match in _institution_pattern().finditer(text):
        yield name_at(text, match.start(1), match.end(1), "ORG", 0.85)


@cache
def _institution_pattern() -> re.Pattern[str]:
    group = entries()["institutions"]
    nouns = "|".join(sorted(map(re.escape, group["nouns"]), key=len, reverse=True))
    articles = "|".join(form for word in group["article"] for form in (word, word.capitalize()))
    return re.compile(
        rf"\b(?:{articles}) ({nouns})\b(?! (?:[A-ZÁÉÍÓÚÑ]|de [A-ZÁÉÍÓÚÑ]|del [A-ZÁÉÍÓÚÑ]|de la [A-ZÁÉÍÓÚÑ]))"
    )


def _departments(text: str) -> Iterator[Name]:
    """Find the ministry in "ministro de Economía"."""
    for match in _department_pattern().finditer(text):
        if not country_named(match.group(1)):
            yield name_at(text, match.start(1), match.end(1), "ORG", 0.85)


@cache
def _department_pattern() -> re.Pattern[str]:
    titles = "|".join(sorted(words("department_titles"), key=len, reverse=True))
    kind = r"(?: [a-zé]+(?:al|ari[oa]|in[oa]|ora?))?"
    department = rf"(?!Estado\b|Gobierno\b){CAPITALISED}(?: [ye] {CAPITALISED})*"
    return re.compile(rf"\b(?i:{titles})s?{kind} (?:de|del) (?:la |los |las )?({department})")


RULES: tuple[Callable[[str], Iterator[Name]], ...] = (_countries, _known, _datelines, _institutions, _departments)
