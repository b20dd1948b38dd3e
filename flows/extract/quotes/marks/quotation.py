"""Quotation marks: which stretches of a paragraph stand in marks, however badly the printer set them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE = re.compile(r"(?:[\"“”„«»＂]|(?<=[^\s\d])″|''|‘‘|’’|``)+")
SINGLE_PAIR = re.compile(r"(?<![\w'‘’])['‘](?=[^\s'‘’])([^\n]{0,400}?[^\s'‘’])['’](?![\w'’])")
SENTENCE_END = re.compile(r"[.!?…](?=\s)")
OPENERS = frozenset("“„«")
CLOSERS = frozenset("”»")
BEFORE_OPENING = frozenset("([{¿¡—–-/…:")
AFTER_CLOSING = frozenset(",.;:!?)]}…—–-/")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A stretch in marks: the words and, around them, the marks as far as they are there."""

    outer_start: int
    outer_end: int
    start: int
    end: int
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: str
    """open, close, or either"""
    family: str


def marked_spans(text: str, start: int, end: int) -> list[MarkedSpan]:
    """Find the outermost stretches in marks of the paragraph ``text[start:end]``, in order.

    >>> [s.end for s in marked_spans('«No» y "sí', 0, 10)]
    [3, 10]

    Marks may nest, never close, close twice, or close in another style. A mark left open runs to the end of the
    sentence, or of the paragraph that it begins; one never opened runs from the paragraph's beginning. Single marks
    count where they pair up outside double ones.
    """
    marks = [_mark(match, text, start, end) for match in DOUBLE.finditer(text, start, end)]
    outermost = _balanced(marks) or list(_first_to_first(text, marks, start, end))
    spans = [span for opening, closing in outermost if (span := _span(text, opening, closing, start, end))]
    return sorted([*spans, *_single(text, start, end, spans)], key=lambda span: span.outer_start)


def _mark(match: re.Match[str], text: str, start: int, end: int) -> _Mark:
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    can_open = not after.isspace() and after not in AFTER_CLOSING - {"…", "—", "–", "-"}
    can_close = not before.isspace() and before not in BEFORE_OPENING - {"…", "—", "–", "-", ":"}
    can_open = can_open and (not can_close or not before.isalnum())
    can_close = can_close and (not can_open or not after.isalnum() or before.isalnum() or before in ".,!?…")
    glyph = match.group()[0]
    if can_open != can_close:
        role = "open" if can_open else "close"
    elif glyph in OPENERS or glyph in CLOSERS:
        role = "open" if glyph in OPENERS else "close"
    else:
        role = "either"
    family = "curly" if glyph in "“”„" else "angle" if glyph in "«»" else "straight"
    return _Mark(match.start(), match.end(), role, family)


def _balanced(marks: list[_Mark]) -> list[tuple[_Mark | None, _Mark | None]]:
    """Pair marks with nesting; nothing where they do not balance."""
    found: list[tuple[_Mark | None, _Mark | None]] = []
    stack: list[_Mark] = []
    for mark in marks:
        opens = mark.role == "open" or (mark.role == "either" and not stack)
        if opens:
            stack.append(mark)
        elif not stack:
            return []
        else:
            opening = stack.pop()
            if not stack:
                found.append((opening, mark))
    return [] if stack else found


def _first_to_first(text: str, marks: list[_Mark], start: int, end: int) -> Iterator[tuple[_Mark | None, _Mark | None]]:
    """Pair each opening mark with the next closing one, where they do not balance."""
    opening: _Mark | None = None
    for number, mark in enumerate(marks):
        if opening is not None and mark.role == "open" and _is_lost(text, opening, mark, start):
            yield opening, None
            opening = mark
        elif opening is not None and mark.role != "open":
            yield opening, mark
            opening = None
        elif opening is None and mark.role != "close":
            opening = mark if mark.end < end else None
        elif opening is None and number == 0:
            yield None, mark
        elif opening is None and (begin := _sentence_between(text, marks[number - 1], mark)) is not None:
            yield begin, mark
    if opening is not None:
        yield opening, None


def _sentence_between(text: str, previous: _Mark, closing: _Mark) -> _Mark | None:
    """Where words begin whose mark never opened: with the sentence after the one that the words before end in."""
    end = SENTENCE_END.search(text, previous.end, closing.start)
    if end is None or closing.role != "close" or previous.role != "close":
        return None
    return _Mark(end.end() + 1, end.end() + 1, "open", closing.family)


def _is_lost(text: str, opening: _Mark, following: _Mark, start: int) -> bool:
    """Tell a mark within a sentence that ended before the next one opened: it was never closed."""
    is_alike = opening.family == following.family
    return is_alike and opening.start > start and SENTENCE_END.search(text, opening.end, following.start) is not None


def _span(text: str, opening: _Mark | None, closing: _Mark | None, start: int, end: int) -> MarkedSpan | None:
    if opening is not None and closing is None:
        end = _end_of_lost(text, opening, start, end)
    inner_start, inner_end = trimmed(text, opening.end if opening else start, closing.start if closing else end)
    if inner_start >= inner_end:
        return None
    outer_start, outer_end = opening.start if opening else start, closing.end if closing else end
    return MarkedSpan(outer_start, outer_end, inner_start, inner_end, closing is not None)


def _end_of_lost(text: str, opening: _Mark, start: int, end: int) -> int:
    """Where words end whose mark never closes: with the paragraph where they begin a sentence, else with theirs."""
    before = text[start : opening.start].rstrip()
    if not before or before[-1] in ":.!?…”»":
        return end
    sentence_end = SENTENCE_END.search(text, opening.end, end)
    return sentence_end.start() + 1 if sentence_end else end


def _single(text: str, start: int, end: int, taken: list[MarkedSpan]) -> Iterator[MarkedSpan]:
    free_from = start
    for limit, resume in [*((span.outer_start, span.outer_end) for span in taken), (end, end)]:
        for match in SINGLE_PAIR.finditer(text, free_from, max(limit, free_from)):
            inner_start, inner_end = trimmed(text, match.start(1), match.end(1))
            if inner_start < inner_end:
                yield MarkedSpan(match.start(), match.end(), inner_start, inner_end)
        free_from = resume


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a span to its words: no blank at either end, no comma, semicolon or full stop that only closes it.

    >>> trimmed(" Ya veremos.", 0, 12)
    (1, 11)
    """
    while start < end and (text[start].isspace() or text[start] in '"“”«»'):
        start += 1
    while end > start:
        last = text[end - 1]
        is_ellipsis = last == "." and text[max(end - 3, start) : end] == "..."
        if not (last.isspace() or last in ',;:"“”«»' or (last == "." and not is_ellipsis)):
            break
        end -= 1
    return start, end
