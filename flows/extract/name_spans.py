"""Which stretches of an article's text are names, and of what type."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from flows.nlp.gazetteer import country_named, country_names
from flows.records import Paragraph

NAME_POS = frozenset({"PROPN", "NUM", "X"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as it stands in the text."""

    char_start: int
    char_end: int
    text: str
    mention_type: str
    confidence: float


def find_names(doc: Doc, layout: tuple[Paragraph, ...]) -> tuple[Name, ...]:
    """Find the article's names, in the order of the text, none overlapping another."""
    text = doc.text
    found = [*_country_spans(text), *(span for ent in doc.ents for span in _recognised(ent))]
    found += _repeated(text, found)
    return tuple(_without_overlap(found))


def _country_spans(text: str) -> Iterator[Name]:
    for match in _country_pattern().finditer(text):
        yield _name(text, match.start(), match.end(), "LOC", 0.95)


@cache
def _country_pattern() -> re.Pattern[str]:
    names = sorted({name for name in country_names() if len(name) > 2 and country_named(name)}, key=len, reverse=True)
    forms = [re.escape(form) for name in names for form in (name, name.upper())]
    return re.compile(r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)")


def _recognised(ent: Span) -> Iterator[Name]:
    tokens = list(ent)
    while tokens and not (tokens[0].text[:1].isupper() and tokens[0].pos_ in NAME_POS):
        tokens.pop(0)
    while tokens and not tokens[-1].text[:1].isalnum():
        tokens.pop()
    if not tokens or "\n" in ent.text:
        return
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
    yield _name(ent.doc.text, start, end, ent.label_, 0.7)


def _repeated(text: str, found: Iterable[Name]) -> Iterator[Name]:
    """Names recognised in one place are names in every other."""
    types: dict[str, Counter[str]] = {}
    for name in found:
        if len(name.text) > 3 and name.text[:1].isupper():
            types.setdefault(name.text, Counter())[name.mention_type] += 1
    if not types:
        return
    pattern = "|".join(re.escape(form) for form in sorted(types, key=len, reverse=True))
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text):
        yield _name(text, match.start(), match.end(), types[match.group()].most_common(1)[0][0], 0.6)


def _without_overlap(found: Iterable[Name]) -> Iterator[Name]:
    last = 0
    for name in sorted(found, key=lambda name: (name.char_start, -name.char_end, -name.confidence)):
        if name.char_start >= last:
            last = name.char_end
            yield name


def _name(text: str, start: int, end: int, mention_type: str, confidence: float) -> Name:
    return Name(char_start=start, char_end=end, text=text[start:end], mention_type=mention_type, confidence=confidence)
