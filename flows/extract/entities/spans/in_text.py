"""Which stretches of an article's text are names, and of what type."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from flows.extract.entities.forms.abbreviations import abbreviates
from flows.extract.entities.names import MARKS, Name, begins_sentence, name_at, without_overlap
from flows.extract.entities.spans.consistency import agree
from flows.extract.entities.spans.datelines import dateline_places, parted_at_datelines
from flows.extract.entities.spans.own_names import NameList
from flows.extract.entities.spans.parts import parts
from flows.extract.entities.spans.quoted import with_quoted
from flows.extract.entities.words import entries, words
from flows.nlp.gazetteer import country_named, country_names, country_of_demonym
from flows.nlp.known_names import known_name, known_names
from flows.word_lists import any_of

WORD = re.compile(r"[^\W_]+(?:[.’'&+-]+[^\W_]+)*")
TRAILING = " ,;:(«“”»\"'″‘’–—-¿¡"
LONGEST_TITLE = 60
BRACKETED = re.compile(r" \(([A-ZÁÉÍÓÚÑ][\w-]{1,9})\)")
TITLE_END = re.compile(r"[.;:\n]")
CAPITALISED = r"[A-ZÁÉÍÓÚÑÜ][\w’'&-]*"
NUMBER = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})|[A-ZÑ]\.?")
"""Numerals, and letters that count, which name nothing alone: "grado IV", "grupo A"; "la U" is a club."""
ABBREVIATED_TITLE = re.compile(r"(?:Dr|Dra|Sr|Sra|Srta|Lic|Ing|Prof|Mtro|Mtra|Mr|Mrs)\. (?=[A-ZÁÉÍÓÚÑ][a-záéíóúñ])")
"""A title that only persons have, and no part of their names."""
NUMERAL_AT_END = re.compile(r" [IVX]+\.\Z")
LETTER_AT_END = re.compile(r"(?<![.A-Z]) [A-Z]\.\Z")
"""A numeral before the full stop of the sentence, "Xela V.", which an initial's would look like."""
LONGEST_ARTICLE = 5
ARTICLES = frozenset({"El", "La", "Los", "Las"})
"""Articles in capitals, with which another name begins."""
CHAMBER = re.compile(r"\b(?:en|por|de|hacia) (Diputados|Senadores)\b(?! [A-ZÁÉÍÓÚÑ]| de | y )")
X = re.compile(
    r"(?:\b(?:en|por|vía|[Rr]ed [Ss]ocial|(?:cuenta|perfil|usuarios?|mensaje|publicación) (?:de|en)|plataforma) )"
    r"(X)\b(?![.’'&+-]?\w| [A-ZÁÉÍÓÚÑ])"
)
"""The network that was Twitter, which is a letter: "publicó en X"."""
SURNAMES_LIKE_TITLES = frozenset({"duque", "conde", "infante"})
BEHIND_ARTICLE = re.compile(r"\b(?:[Ee]l|[Ll]a|[Aa]l|[Dd]el|[Uu]na?|[Ss]u) \Z")
THE = re.compile(r"\b[Ll]a [\"“«'‘]?\Z")
OF_SEVERAL = re.compile(rf"(?: [ye] {CAPITALISED})? (?:del?|[a-zñáéíóúü]+(?:os|as|es))\b")
OF_WHOM = re.compile(r" (?:de|del)(?: (?:la|los|las))? (?=[A-ZÁÉÍÓÚÑ])")
LONGEST_OFFICE = 50
SHORTEST_ACRONYM = 2
OF_COMMON = re.compile(r" (?:de|del)(?: (?:la|los|las))? (?P<noun>[a-zñáéíóúü]+)\Z")
"""What a body is of, which its own name follows: "Consejo de Administración *de la empresa* Xela"."""
JUNK = re.compile(r"\s*\*|\s+(?:pic\.twitter|https?:)|(?<=\w)\((?![^)]*\))")
"""What no name holds: a number that was masked, a link, a bracket left open."""
CLOSING = re.compile(r"[)”»]|(?<=\w)\"(?=\W|\Z)")
OPENING_OF = {")": "(", "”": "“", "»": "«", '"': '"'}
ABBREVIATED = (" Jr", " Sr", " Inc", " Corp", " Ltd", " Cía", " S.A", " S.L")
"""Ends of names whose full stop is theirs: "Martin Luther King Jr."."""
COMMON_POS = frozenset({"VERB", "AUX", "ADV", "PRON", "DET", "ADP", "SCONJ", "CCONJ", "INTJ"})


def find_names(doc: Doc, text: str) -> tuple[Name, ...]:
    """Find the article's names, in the order of the text, none overlapping another."""
    stretches = (part for name in parted_at_datelines(text, doc._.names) for part in parts(text, *name))
    found = [name for part in stretches if (name := trimmed(text, *part))]
    found += [replace(name_at(text, start, end, own.entity_type, 1.0), own=own) for start, end, own in doc._.own_names]
    found += list(_titles_of_works(text, found))
    found += list(with_quoted(text, found))
    found += list(_acronyms(text, found))
    found += [name for rule in RULES for name in rule(text)]
    found = [name for each in found if (name := _without_several(text, each))]
    return agree(text, without_overlap(found), _common_words(doc))


def _common_words(doc: Doc) -> frozenset[int]:
    """The code points at which words begin whose part of speech no name has."""
    common = {doc.vocab.strings[pos] for pos in COMMON_POS}
    return frozenset(start for start, pos in doc.to_array(["IDX", "POS"]).tolist() if pos in common)


def _without_several(text: str, name: Name) -> Name | None:
    """The name without what ministries of several countries are for: "los ministros de Defensa de la *OTAN*"."""
    of = OF_WHOM.search(name.text)
    portfolio = name.text[: of.start()] if of else name.text
    if name.own or portfolio.lower() not in words("portfolios"):
        return name
    office = _plural_office().search(text, max(0, name.char_start - LONGEST_OFFICE), name.char_start)
    if office is None or not (of or OF_SEVERAL.match(text, name.char_end)):
        return name
    return name_at(text, name.char_start + of.end(), name.char_end, name.mention_type, 0.6) if of else None


@cache
def _plural_office() -> re.Pattern[str]:
    titles = "|".join(sorted(words("department_titles")))
    return re.compile(rf"\b(?:{titles})(?:e?s) (?:de|del)(?: (?:la|los|las))? (?:{CAPITALISED} [ye] )?\Z")


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
    return re.compile(rf"(?:{offices})(?: {CAPITALISED}){{0,2}} (?:de|del)(?: (?:la|los|las))? (?=[A-ZÁÉÍÓÚÑ])")


def _is_before_name(word: str, mention_type: str, count: int) -> bool:
    bare = word.lower().rstrip(".")
    if mention_type == "PER" and bare in words("titles") and count > 1:
        return True
    return word.islower() and mention_type in {"PER", "LOC", "ORG"} and not word[0].isdigit() and count > 1


def _is_after_name(text: str, span: tuple[int, int], mention_type: str) -> bool:
    word = text[slice(*span)]
    if word in ARTICLES:
        return True
    return word.islower() and (mention_type in {"PER", "LOC"} or word in words("never_last"))


def _known(text: str) -> Iterator[Name]:
    for start, end in _known_list().find(text):
        known = known_name(text[start:end])
        if known is not None:
            yield name_at(text, start, end, known.entity_type, 0.95)


@cache
def _known_list() -> NameList:
    return NameList(name for known in known_names() for name in known.names)


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
    articles = "|".join(form for word in group["article"] for form in (word, word.capitalize()))
    return re.compile(rf"\b(?:{articles}) ({any_of(group['nouns'])})\b(?! (?:de |del |de la )?[A-ZÁÉÍÓÚÑ])")


def _departments(text: str) -> Iterator[Name]:
    """Find the ministry in "ministro de Economía"."""
    for match in _department_pattern().finditer(text):
        if not any(map(_is_place, (match.group(1), *re.split(r" [ye] ", match.group(1))))):
            yield name_at(text, match.start(1), match.end(1), "ORG", 0.85)


def _is_place(name: str) -> bool:
    known = known_name(name)
    return country_named(name) is not None or (known is not None and known.entity_type == "LOC")


@cache
def _department_pattern() -> re.Pattern[str]:
    kind = r"(?: [a-zé]+(?:al|ari[oa]|in[oa]|ora?))?"
    department = rf"(?!Estado\b|Gobierno\b){CAPITALISED}(?: [ye] {CAPITALISED})*"
    return re.compile(
        rf"\b(?i:{any_of(words('department_titles'))})s?{kind} (?:de|del) (?:la |los |las )?({department})"
    )


def _typed_acronyms(text: str) -> Iterator[Name]:
    """Find acronyms of bodies that each country has its own of, whatever their article: "PNC detiene a tres"."""
    for start, end in _typed_list().find(text):
        yield name_at(text, start, end, "ORG", 0.7)


@cache
def _typed_list() -> NameList:
    return NameList(form for form in entries()["typed"]["ORG"] if form.isupper() and len(form) > SHORTEST_ACRONYM)


def _chambers(text: str) -> Iterator[Name]:
    """Find the chamber that its members' name stands for: "la votación en Diputados"."""
    for match in CHAMBER.finditer(text):
        yield name_at(text, match.start(1), match.end(1), "ORG", 0.8)


def _network(text: str) -> Iterator[Name]:
    for match in X.finditer(text):
        yield name_at(text, match.start(1), match.end(1), "ORG", 0.9)


RULES: tuple[Callable[[str], Iterator[Name]], ...] = (
    _countries,
    _known,
    dateline_places,
    _institutions,
    _departments,
    _typed_acronyms,
    _network,
    _chambers,
)
