"""The layout of an article's text: which lines are headline, subhead, body, links to other articles, or boilerplate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Any

from rapidfuzz import fuzz

from flows.nlp.agencies import agency_pattern
from flows.records import Paragraph
from flows.text import fold
from flows.word_lists import parse_words

TITLE_MAX_CHARS = 220
SUBHEAD_MAX_CHARS = 120
STANDFIRST_MIN_CHARS = 60
"""A line of the head that is longer is a standfirst, which tells; a shorter one is a label or a second headline."""
FURNITURE_MAX_CHARS = 400
LINK_MAX_CHARS = 200
LIST_MIN_LINES = 4
"""So many lines in a row without a full stop are a list, verse or wrapped text, not subheads."""
QUOTATION_MIN_WORDS = 5
"""A line in marks of so many words is a quotation set alone; a shorter one a subhead (“Sombrero en mano”)."""
SAME_TITLE = 90
"""Percent of likeness from which a first line is the headline that the metadata give."""

CLOSED = re.compile(r"[.!?…:;,][\"”»’)\]]*$")
BULLET = re.compile(r"[-–—•*·>#►▶]")
POSTED = re.compile(r"pic\.twitter\.com|https?:|@\w")
"""A post in a social network, which is told whatever its form."""
QUESTION = re.compile(r"¿[^.?!\"“«]{3,100}\?$")
QUOTED = re.compile(r"[\"“«‘][^\"“”«»]+[\"”»’]$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line or a part of one; ``kind`` is None until something says what it is."""

    kind: str | None
    start: int
    end: int
    text: str


def paragraphs(text: str, title: str | None = None) -> tuple[Paragraph, ...]:
    r"""Split a text at line breaks and at what stands in a line but is no part of it, and say what each piece is.

    >>> [p.kind for p in paragraphs("Sube el pan\nEl pan subió. Lea también: Baja la leche")]
    ['title', 'body', 'related']

    Args:
        text: normalised text.
        title: the headline where metadata give it; a first line like it is the title, another one is not.
    """
    lines = [piece for line in _lines(text) for piece in _pieces(line)]
    lines = _with_links(lines)
    lines = _with_headlines(lines, title)
    return tuple(Paragraph(line.kind or "body", line.start, line.end) for line in lines)


def _lines(text: str) -> Iterator[_Line]:
    for match in re.finditer(r"[^\n]+", text):
        yield from _stripped(None, match.start(), match.group())


def _stripped(kind: str | None, start: int, text: str) -> Iterator[_Line]:
    """A line without the blanks around it; none if it is blank."""
    bare = text.strip()
    if bare:
        start += len(text) - len(text.lstrip())
        yield _Line(kind, start, start + len(bare), bare)


def _pieces(line: _Line) -> Iterator[_Line]:
    """The line as furniture of one kind, or cut into its own words and the stretches that are none of them."""
    lowered = line.text.lower()
    if len(line.text) <= FURNITURE_MAX_CHARS:
        for each in _layout().lines:
            if each.may_match(lowered) and each.regex.match(line.text):
                yield replace(line, kind=each.kind)
                return
    cuts = sorted(
        (match.start(), match.end(), each.kind)
        for each in _layout().stretches
        if each.may_match(lowered)
        for match in each.regex.finditer(line.text)
    )
    done = 0
    for start, end, kind in cuts:
        if start >= done:
            yield from _stripped(None, line.start + done, line.text[done:start])
            yield from _stripped(kind, line.start + start, line.text[start:end])
            done = end
    yield from _stripped(None, line.start + done, line.text[done:])


def _with_links(lines: list[_Line]) -> list[_Line]:
    """Mark the links of a list of links: what follows its heading, and headlines after the article's last word."""
    found: list[_Line] = []
    listing = False
    for line in lines:
        if line.kind is None and listing and _is_link(line):
            found.append(replace(line, kind="related"))
        else:
            listing = _announces_links(line)
            found.append(line)
    return _with_last_links(found)


def _announces_links(line: _Line) -> bool:
    return line.kind == "related" and (len(line.text) <= _layout().heading_max_chars or line.text.endswith(":"))


def _is_link(line: _Line) -> bool:
    if len(line.text) > LINK_MAX_CHARS or POSTED.search(line.text):
        return False
    return not CLOSED.search(line.text) or BULLET.match(line.text) is not None or line.text[-1] in "?!"


def _with_last_links(lines: list[_Line]) -> list[_Line]:
    """After the initials or the credit that end an article, what looks like headlines is headlines of others."""
    last = len(lines)
    while last and (lines[last - 1].kind is not None or not CLOSED.search(lines[last - 1].text)):
        last -= 1
    signed = next((n for n in range(last, len(lines)) if lines[n].kind == "credit"), None)
    if last == 0 or signed is None:
        return lines
    return lines[:signed] + [
        replace(line, kind="related") if line.kind is None and _is_link(line) else line for line in lines[signed:]
    ]


def _with_headlines(lines: list[_Line], title: str | None) -> list[_Line]:
    kinds = iter(_headline_kinds([line.text for line in lines if line.kind is None], title))
    return [replace(line, kind=next(kinds)) if line.kind is None else line for line in lines]


def _headline_kinds(texts: list[str], title: str | None) -> list[str]:
    """Tell title and subheads from what is told; ``texts`` are the article's own lines."""
    runs = _run_lengths([_is_short_and_open(text) for text in texts])
    kinds: list[str] = []
    told = False
    for number, text in enumerate(texts):
        # the last line heads nothing, nor does a sentence that the line break cut
        heads = number + 1 < len(texts) and not texts[number + 1][0].islower()
        if heads and "body" not in kinds and _is_title(text, kinds, texts[0] if title is None else title):
            kinds.append("title")
        elif heads and 0 < runs[number] < LIST_MIN_LINES and (told or len(text) < STANDFIRST_MIN_CHARS):
            kinds.append("subhead")
        else:
            kinds.append("body")
            told = told or CLOSED.search(text) is not None
    return kinds


def _is_title(text: str, before: list[str], title: str) -> bool:
    """Whether a line of the head is the headline, or says it again."""
    if text is title:
        return not before and len(text) <= TITLE_MAX_CHARS and _is_open(text)
    return len(text) <= TITLE_MAX_CHARS and fuzz.ratio(fold(text), fold(title)) >= SAME_TITLE


def _is_short_and_open(text: str) -> bool:
    if len(text) > SUBHEAD_MAX_CHARS or text[0].islower() or not _is_open(text):
        return False
    if BULLET.match(text) or POSTED.search(text):
        return False
    return not (QUOTED.match(text) and len(text.split()) >= QUOTATION_MIN_WORDS)


def _is_open(text: str) -> bool:
    """Whether no full stop ends it: a headline's form; a lone question is one too."""
    return CLOSED.search(text) is None or QUESTION.match(text) is not None


def _run_lengths(flags: list[bool]) -> list[int]:
    """For each flag how many in a row are set around it; 0 where it is not."""
    lengths: list[int] = []
    for flag, group in groupby(flags):
        size = len(list(group))
        lengths += [size if flag else 0] * size
    return lengths


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    regex: re.Pattern[str]
    needs: tuple[str, ...]
    """Words of which one must stand in the line, in lower case; empty: none need."""

    def may_match(self, lowered: str) -> bool:
        return not self.needs or any(word in lowered for word in self.needs)


@dataclass(frozen=True, slots=True)
class _Layout:
    lines: tuple[_Pattern, ...]
    stretches: tuple[_Pattern, ...]
    heading_max_chars: int


@cache
def _layout() -> _Layout:
    data = load_data()
    return _Layout(_patterns(data, "lines"), _patterns(data, "stretches"), data["heading_max_chars"])


def load_data() -> dict[str, Any]:
    """``data/layout.yml``."""
    content = resources.files("flows.nlp").joinpath("data/layout.yml").read_text(encoding="utf-8")
    data: dict[str, Any] = parse_words(content)
    return data


def _patterns(data: dict[str, Any], part: str) -> tuple[_Pattern, ...]:
    """For each kind one pattern of all that need no word, and one for each that does."""
    found = []
    for kind, entries in data[part].items():
        plain = [entry["pattern"] for entry in entries if "needs" not in entry]
        if plain:
            found.append(_Pattern(kind, _compile("|".join(f"(?:{each})" for each in plain)), ()))
        found += [
            _Pattern(kind, _compile(entry["pattern"]), tuple(entry["needs"])) for entry in entries if "needs" in entry
        ]
    return tuple(found)


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{agency}", agency_pattern()).replace("{capital}", "[A-ZÁÉÍÓÚÜÑ]"))
