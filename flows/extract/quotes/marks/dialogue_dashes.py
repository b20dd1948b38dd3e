"""Speech that dashes set off, as novels and some newspapers print it: "—No iré —dijo Ana—. Lo juro."."""

import re

from flows.extract.quotes.lexicon.cues import cue_forms
from flows.extract.quotes.marks.quotation import MarkedSpan, trimmed

LINE = re.compile(
    r"[—–-]\s?(?P<speech>[^—–\n]+?)\s[—–-](?P<telling>(?P<verb>\w+)[^—–\n]*)(?:[—–][.,;:]?\s*(?P<more>[^—–\n]+))?"
)


def dashed_spans(text: str, start: int, end: int) -> list[MarkedSpan]:
    """Find what is said in a line that begins with a dash and in which a verb of saying follows another.

    >>> [(span.start, span.end) for span in dashed_spans("—No iré —dijo Ana—. Lo juro.", 0, 28)]
    [(1, 7), (20, 27)]
    """
    match = LINE.match(text, start, end)
    if match is None or not any(form.kind == "finite" for form in cue_forms().get(match["verb"].lower(), ())):
        return []
    groups = [name for name in ("speech", "more") if match[name]]
    return [
        MarkedSpan(match.start(name), match.end(name), *trimmed(text, match.start(name), match.end(name)))
        for name in groups
    ]
