"""Which stretches of an article's text are names, and of what type."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from flows.extract.entities.forms.abbreviations import abbreviates
from flows.extract.entities.names import CAPITALISED, MARKS, Name, name_at, without_overlap
from flows.extract.entities.spans.consistency import agree
from flows.extract.entities.spans.datelines import parted_at_datelines
from flows.extract.entities.spans.of_lists import RULES
from flows.extract.entities.spans.parts import parts
from flows.extract.entities.spans.quoted import with_quoted
from flows.extract.entities.spans.trimming import trimmed
from flows.extract.entities.words import words

LONGEST_TITLE = 60
BRACKETED = re.compile(r" \(([A-ZÁÉÍÓÚÑ][\w-]{1,9})\)")
TITLE_END = re.compile(r"[.;:\n]")
OF_SEVERAL = re.compile(rf"(?: [ye] {CAPITALISED})? (?:del?|[a-zñáéíóúü]+(?:os|as|es))\b")
OF_WHOM = re.compile(r" (?:de|del)(?: (?:la|los|las))? (?=[A-ZÁÉÍÓÚÑ])")
LONGEST_OFFICE = 50
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
