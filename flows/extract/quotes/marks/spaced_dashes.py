"""Words that dashes with blanks around them give as said, as old corpora print marks: "dice que - estoy bien -, y"."""

import re
from collections.abc import Iterator

from flows.extract.quotes.lexicon.cues import cue_forms
from flows.extract.quotes.marks.quotation import MarkedSpan, trimmed

DASHES = re.compile(r"(?:(?<=\s)|(?<![^\n]))[—–-](?: [—–-])*(?=[\s,.;:?!)]|$)")
"""One or two dashes that cling to no word; as a parenthesis they would: "el plan -que es viejo- cuesta"."""
ENDS = re.compile(r"[,.;:?!)]|\s*$", re.MULTILINE)
TELLING = re.compile(r"\s(?:(?:se|le|les|ha|han|había|habían) )*(?P<verb>\w+)(?! que\b|:)")
COMMA_TELLING = re.compile(r",\s(?:(?:se|le|les|ha|han|había|habían) )*(?P<verb>\w+)")
LONGEST = 600
"""Characters that words between dashes may have."""


def spaced_spans(text: str, start: int, end: int) -> list[MarkedSpan]:
    """Find the words of a line between dashes set off by blanks, the second before a stop or a verb of saying.

    >>> text = "Dice que - estoy bien -. - No iré - dijo Ana - ni hoy -."
    >>> [text[span.start : span.end] for span in spaced_spans(text, 0, len(text))]
    ['estoy bien', 'No iré', 'ni hoy']
    """
    return [
        MarkedSpan(opening, span[1], *span)
        for opening, first, last in _pairs(text, start, end)
        if (span := trimmed(text, first, last))[0] < span[1]
    ]


def _pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    dashes = list(DASHES.finditer(text, start, end))
    if dashes and _tells(COMMA_TELLING.match(text, dashes[0].end(), end)):  # the line goes on from another's dash
        yield start, start, dashes.pop(0).start()
    at, is_told = 0, False
    while at < len(dashes):
        opening, closing = dashes[at], dashes[at + 1] if at + 1 < len(dashes) else None
        before = text[start : opening.start()].rstrip()
        begin = opening.start() if before.endswith(":") else opening.end()
        is_near = closing is not None and closing.start() - opening.end() <= LONGEST
        if closing is not None and is_near and (is_told or _may_open(before)) and _closes(text, closing, end):
            yield begin, opening.end(), closing.start()
            at, is_told = at + 1, True
        elif closing is None and begin < opening.end():
            yield begin, opening.end(), end
        at += 1


def _may_open(before: str) -> bool:
    """Tell what words follow that are said: a stop, "que", a verb of saying; not "el plan - que es viejo - cuesta"."""
    word = before.split()[-1].lower() if before else ""
    return not word[-1:].isalnum() or word == "que" or _is_saying(word)


def _closes(text: str, dash: re.Match[str], end: int) -> bool:
    return ENDS.match(text, dash.end(), end) is not None or _tells(TELLING.match(text, dash.end(), end))


def _tells(telling: re.Match[str] | None) -> bool:
    return telling is not None and _is_saying(telling["verb"].lower())


def _is_saying(word: str) -> bool:
    return any(form.kind == "finite" and form.verb.is_direct for form in cue_forms().get(word, ()))
