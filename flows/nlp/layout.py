"""The layout of an article's text: which lines are headline, subhead, body, links to other articles, or boilerplate."""

import re
from functools import cache
from importlib import resources
from typing import Any

import yaml

from flows.records import Paragraph

SUBHEAD_MAX_CHARS = 120
TITLE_MAX_CHARS = 220


def paragraphs(text: str, title: str | None = None) -> tuple[Paragraph, ...]:
    """Split a text at line breaks and say what each line is.

    Args:
        text: normalised text.
        title: the headline where metadata give it; a first line equal to it is the title.
    """
    lines = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    found = []
    for number, match in enumerate(lines):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        kind = _kind(line.strip(), number, len(lines), title)
        found.append(Paragraph(kind, start, end))
    return tuple(found)


def _kind(line: str, number: int, line_count: int, title: str | None) -> str:
    for kind, pattern in _patterns():
        if pattern.search(line):
            return kind
    closed = re.search(r"[.!?…:;][\"”»’)]*$", line) is not None
    if number == 0 and line_count > 1:
        if title is not None and line == title.strip():
            return "title"
        if not closed and len(line) <= TITLE_MAX_CHARS:
            return "title"
    if number > 0 and not closed and len(line) <= SUBHEAD_MAX_CHARS and not line.startswith(("-", "—", "•")):
        return "subhead"
    return "body"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        resources.files("flows.nlp").joinpath("data/layout.yml").read_text(encoding="utf-8")
    )
    return tuple((kind, re.compile(entry["pattern"])) for kind, entries in data.items() for entry in entries)
