"""Who speaks, told between dashes inside the marks: "«No iré -*dijo Ana*-. Lo juro»" is said in two stretches."""

import re
from collections.abc import Iterable, Iterator

from flows.extract.quotes.lexicon.cues import cue_forms
from flows.extract.quotes.marks.quotation import MarkedSpan, trimmed

INSET = re.compile(
    r"\s[-–—]+\s?(?:(?:se|le|les|ha|han|había|según|como)\s)*(?P<verb>\w+)(?!\s+que\b)(?:[^-–—\n\"“”«»]|(?<=\w)-(?=\w)){0,160}?"
    r"(?:(?<=\w)|\s)[-–—]+(?=[\s.,;:…?!\"”»]|$)[.,;:]?"
)


def without_insets(text: str, marks: Iterable[MarkedSpan]) -> Iterator[MarkedSpan]:
    """Part stretches in marks where a verb of saying stands between dashes; what is between them is not said.

    >>> text = '«No iré -dijo Ana-. Lo juro»'
    >>> [text[span.start : span.end] for span in without_insets(text, [MarkedSpan(0, 28, 1, 27)])]
    ['No iré', 'Lo juro']
    """
    for mark in marks:
        insets = [inset for inset in INSET.finditer(text, mark.start, mark.end) if _tells(inset["verb"])]
        starts = [mark.outer_start, *(inset.end() for inset in insets)]
        ends = [*(inset.start() for inset in insets), mark.outer_end]
        for number, (outer_start, outer_end) in enumerate(zip(starts, ends, strict=True)):
            start, end = trimmed(text, max(outer_start, mark.start), min(outer_end, mark.end))
            if not insets:
                yield mark
            elif start < end:
                is_closed = mark.is_closed or number < len(insets)
                yield MarkedSpan(start if number else outer_start, outer_end, start, end, is_closed)


def _tells(verb: str) -> bool:
    return any(form.kind == "finite" and form.verb.is_direct for form in cue_forms().get(verb.lower(), ()))
