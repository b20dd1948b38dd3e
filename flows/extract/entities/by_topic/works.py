"""Titles of works: “Tristana” and "Emma, de Ana Duarte" are nobody, "la exposición «Eva en la selva»" is one name."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from flows.extract.entities.by_topic.topics import is_about
from flows.extract.entities.names import MARKS, Name, begins_sentence, name_at, without_overlap
from flows.extract.entities.words import words
from flows.nlp.gazetteer import country_named, places_named
from flows.nlp.known_names import known_name
from flows.text import fold
from flows.word_lists import any_of

CAPITAL = r"[A-ZÁÉÍÓÚÑÜ¡¿\d]"
FIRST = re.compile(CAPITAL)
SMALL = r"[a-zñáéíóúü]+"
PHRASE = rf"(?:de|en|con|sin|al?|del|por)(?: {SMALL}){{1,4}}"
MADE = re.compile(
    r"\b(?:autora?|directora?|protagonista|guionista|creadora?) de "
    rf"(?P<title>(?:El|La|Los|Las|Un|Una) {SMALL}(?: {PHRASE})?|[A-ZÁÉÍÓÚÑ]{SMALL} {PHRASE})(?=[.,;:)])"
)
"""Who made a work, and its title in small letters: "la autora de *El infinito en un junco*."."""
IN_MARKS = re.compile(r"[“«\"‘](?P<title>[A-ZÁÉÍÓÚÑ¿¡][^“”«»\"‘’\n]{1,50})(?=[”»\"’])")
PUBLISHED = re.compile(r"[”»’\"']? \((?P<house>[A-ZÁÉÍÓÚÑ][\w.&-]*(?: [\w.&-]+){0,3}), (?:19|20)\d\d\)")
UNMARKED = re.compile(rf"{CAPITAL}[\w’'-]*(?: [\w’'-]+){{0,7}}")
BY = re.compile(r"[”»’\"']?(?: \(\d{4}\))?, de \Z")
"""What stands between a title and who made it."""
REST = re.compile(r"(?: [a-zñáéíóúü]+){0,4}")
REST_IN_MARKS = re.compile(r"(?: [\w’'-]+){1,4}")
MAKER_OF = re.compile(r"\b(?:autora?|directora?|protagonista|guionista|creadora?) de \Z")
SAID = re.compile(r"[”»’\"'],? (?:dij|dic|afirm|asegur|explic|declar|respond|contest|coment|señal|confes|cont[óa]\b)")
MOST_WORDS = 6
LONGEST_TITLE, LONGEST_BEFORE, LONGEST_LINK = 80, 60, 16


def works(text: str, names: Iterable[Name]) -> tuple[Name, ...]:
    """Find titles behind a noun of works, and give names that are titles the type of a work.

    A name alone in marks, and one that is told to be by somebody, is a title in articles on culture: elsewhere “María”
    may be the false name of a witness.
    """
    names = tuple(names)
    makers = {name.char_start for name in names if name.mention_type == "PER"}
    found = without_overlap([*names, *_titles_in_marks(text, makers), *_titles_by(text, names)])
    found = without_overlap([*found, *_published(text, found)])
    if is_about(text, "culture"):
        found = without_overlap([*found, *_titles_made(text)])
        longer = (whole for name in found if (whole := _whole_title(text, name, makers)))
        found = without_overlap([*found, *longer])
        found = tuple(replace(name, mention_type="MISC") if _is_title(text, name, makers) else name for name in found)
    return _apart(found)


def _titles_in_marks(text: str, makers: Collection[int]) -> Iterator[Name]:
    """Titles in marks behind a noun of works, or before who made it: "la canción “Xela”", "“Xela”, de Ana Mora"."""
    for match in IN_MARKS.finditer(text):
        if _link_to_maker(text, match.end(), makers):
            yield name_at(text, *match.span("title"), "MISC", 0.8)
    for match in _noun_of_work().finditer(text):
        mark = text[match.end() : match.end() + 1]
        end = text.find(MARKS.get(mark, mark), match.end() + 1, match.end() + LONGEST_TITLE) if mark in MARKS else -1
        title = text[match.end() + 1 : end] if end > 0 else ""
        if FIRST.match(title) and "\n" not in title and not SAID.match(text, end):
            yield name_at(text, match.end() + 1, end, "MISC", 0.9)


def _titles_by(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """Titles without marks between a noun of works and who made it: "la película *Adiós al sol*, de Ana Duarte"."""
    for maker in (name for name in names if name.mention_type == "PER"):
        link = BY.search(text, max(0, maker.char_start - LONGEST_LINK), maker.char_start)
        begin = max(0, link.start() - LONGEST_TITLE) if link else 0
        nouns = list(_noun_of_work().finditer(text, begin, link.start())) if link else []
        if link and nouns and UNMARKED.fullmatch(text, nouns[-1].end(), link.start()):
            yield name_at(text, nouns[-1].end(), link.start(), "MISC", 0.9)


@cache
def _noun_of_work() -> re.Pattern[str]:
    kind = r"(?: (?:titulad[oa]|llamad[oa]|[a-zñáéíóúü]+(?:al|iv[oa]|ic[oa]|os[oa]|ana?|esa?)))?"
    return re.compile(rf"\b(?:{any_of(words('works'))}|titulad[oa]){kind} (?={CAPITAL}|[“«‘\"'])")


def _published(text: str, names: tuple[Name, ...]) -> Iterator[Name]:
    """A book before its publisher and year, and the publisher: "*La noche de Eva Arce* (*Xelajú*, 2014)"."""
    ends = {name.char_end: name for name in names}
    for match in PUBLISHED.finditer(text):
        yield name_at(text, *match.span("house"), "ORG", 1.0)
        last = ends.get(match.start())
        if last and not last.own:
            joint = next((joint for joint in (" de ", " y ") if text.endswith(joint, 0, last.char_start)), "")
            first = ends.get(last.char_start - len(joint), last) if joint else last
            yield name_at(text, first.char_start, last.char_end, "MISC", 1.0)


def _titles_made(text: str) -> Iterator[Name]:
    """Titles that no noun tells: "la autora de *El sol negro*.", "cantó «*Ansiedad*»"."""
    for match in MADE.finditer(text):
        yield name_at(text, *match.span("title"), "MISC", 0.7)
    for match in IN_MARKS.finditer(text):
        if match["title"].count(" ") < MOST_WORDS and _is_alone_in_marks(text, *match.span("title")):
            yield name_at(text, *match.span("title"), "MISC", 0.5)


def _whole_title(text: str, name: Name, makers: Collection[int]) -> Name | None:
    """The title of which a name is the beginning: "*Tardes* de soledad, de Ana Duarte", "tocó «*Bolero* falaz»"."""
    if name.own or (name.mention_type != "MISC" and known_name(name.text)):
        return None
    rest = REST.match(text, name.char_end)
    if rest and rest.group() and _link_to_maker(text, rest.end(), makers):
        return name_at(text, name.char_start, rest.end(), "MISC", 0.7)
    rest = REST_IN_MARKS.match(text, name.char_end)
    if rest and _is_alone_in_marks(text, name.char_start, rest.end()):
        return name_at(text, name.char_start, rest.end(), "MISC", 0.7)
    return None


def _is_title(text: str, name: Name, makers: Collection[int]) -> bool:
    if name.own or name.mention_type == "MISC" or (name.mention_type == "ORG" and known_name(name.text)):
        return False
    if _link_to_maker(text, name.char_end, makers):
        return True
    return name.mention_type != "ORG" and (
        _is_made(text, name) or _is_alone_in_marks(text, name.char_start, name.char_end)
    )


def _is_made(text: str, name: Name) -> bool:
    """Whether somebody made it: "el autor de *Satanás*"."""
    is_place = name.mention_type == "LOC" and (places_named(name.text) or known_name(name.text))
    return not is_place and MAKER_OF.search(text, max(0, name.char_start - LONGEST_LINK), name.char_start) is not None


def _is_alone_in_marks(text: str, start: int, end: int) -> bool:
    """Whether marks hold but these words, and they are no nickname and nobody's words."""
    closing = MARKS.get(text[start - 1 : start])
    if closing is None or text[end : end + 1] != closing or SAID.match(text, end):
        return False
    before = text[max(0, start - LONGEST_BEFORE) : start - 1].split()
    if not before or not before[-1][-1].isalpha():
        return False
    is_name = before[-1][0].isupper() and not begins_sentence(text, start - len(before[-1]) - 2)
    is_no_title = not words("before_no_title").isdisjoint(word.lower() for word in before[-2:])
    return not is_name and not is_no_title and not text[start:end].isupper()


def _link_to_maker(text: str, end: int, makers: Collection[int]) -> bool:
    """Whether behind a title a person is told to have made it: "*Emma*, de Ana Duarte", "*Emma*, la novela de"."""
    link = _link().match(text, end)
    return link is not None and link.end() in makers


@cache
def _link() -> re.Pattern[str]:
    of = r"(?:del?|de la)(?: [a-zñáéíóú]+)?"
    return re.compile(rf"[”»’\"']?, (?:(?:(?:la|el|su) (?:\w+ )?)?{any_of(words('works'))} )?{of} ")


def _apart(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Keep a work from the person or place that it is called after, where the article or a list names that too."""
    types: Mapping[str, set[str]] = defaultdict(set)
    for name in names:
        types[fold(name.text)].add(name.mention_type)

    def is_called_after(name: Name) -> bool:
        others = types[fold(name.text)] - {"MISC"}
        known = known_name(name.text)
        is_place = country_named(name.text) is not None or (known is not None and known.entity_type != "MISC")
        return name.mention_type == "MISC" and (is_place or bool(others))

    return tuple(replace(name, is_named_after=True) if is_called_after(name) else name for name in names)
