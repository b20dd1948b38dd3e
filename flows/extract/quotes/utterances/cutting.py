"""An article's text cut into what quotes are found in: sentences whose stretches in marks are folded, not cut."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from flows.extract.links_in_brackets import bracketed_links
from flows.extract.quotes.marks.dialogue_dashes import dashed_spans
from flows.extract.quotes.marks.insets import without_insets
from flows.extract.quotes.marks.labels import without_labels
from flows.extract.quotes.marks.quotation import MarkedSpan, marked_spans
from flows.extract.quotes.marks.spaced_dashes import spaced_spans
from flows.extract.quotes.utterances.pieces import Piece, fold
from flows.extract.sentence_index import sentence_starts, token_starts
from flows.records import Paragraph

NO_SPACE = re.compile(
    r"[a-záéíóúñ%)\"”»][.!?](?=[A-ZÁÉÍÓÚÑ¿¡][\wáéíóúñ ]|[\"“«](?=\w)|['‘(][A-ZÁÉÍÓÚÑ])"
    r"|[A-ZÁÉÍÓÚÑ]{2}[.!?](?=[\"“«][\w¿¡])|″[.!?](?=\s[A-ZÁÉÍÓÚÑ¿¡])"
)
MAX_PIECES = 1000
"""What is longer is no sentence: a list or a text without full stops, read in parts so that time stays linear."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence, with a stretch in marks that holds several kept whole."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    paragraph: int
    """Number of its line in the article."""
    is_first: bool
    """Whether it begins its paragraph."""


class Cutter:
    """Cuts stretches of one article's text into utterances."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc = doc
        self._text = text
        self._token_starts = token_starts(doc)
        self._sentence_starts = sentence_starts(doc)

    def article(self, layout: tuple[Paragraph, ...]) -> Iterator[Utterance]:
        """Cut the lines that may hold quotes, in order."""
        for number, paragraph in enumerate(layout):
            if paragraph.kind == "body" or _may_speak(self._text, paragraph, number):
                yield from self.stretch(paragraph.char_start, paragraph.char_end, number)

    def _outside_links(self, tokens: range, links: list[tuple[int, int]]) -> Sequence[int]:
        if not links:
            return tokens
        return [n for n in tokens if not any(first <= self._token_starts[n] < stop for first, stop in links)]

    def stretch(self, start: int, end: int, paragraph: int) -> Iterator[Utterance]:
        """Cut a stretch of one line: a paragraph, or what somebody says in it."""
        text = self._text
        marks = without_labels(text, marked_spans(text, start, end))
        marks = list(without_insets(text, marks)) or dashed_spans(text, start, end) or spaced_spans(text, start, end)
        inner = self._sentence_starts[
            bisect_left(self._sentence_starts, start + 1) : bisect_left(self._sentence_starts, end)
        ]
        links = list(bracketed_links(text, start, end))
        ends = (end for link in links if _is_between_sentences(text, *link) for end in link)
        unspaced = (match.end() for match in NO_SPACE.finditer(text, start, end))
        within = [cut for cut in (*inner, *unspaced) if not any(first <= cut < stop for first, stop in links)]
        cuts = sorted({*within, *ends})
        first, waiting = bisect_left(self._token_starts, start), deque(marks)
        begun: list[Piece] = []
        for begin, finish in pairwise([start, *_outside(cuts, marks), end]):
            last = bisect_left(self._token_starts, finish)
            own = []
            while waiting and waiting[0].outer_start < finish:
                own.append(waiting.popleft())
            pieces = [*begun, *fold(self._doc, self._outside_links(range(first, last), links), own)]
            first, begun = last, []
            if pieces and pieces[-1].mark is None and pieces[-1].end > finish:
                pieces[-1], *begun = _parted(pieces[-1], finish, self._text, links)
            for part in range(0, len(pieces), MAX_PIECES):
                some = tuple(pieces[part : part + MAX_PIECES])
                yield Utterance(begin, some[-1].end, some, paragraph, begin == start)


def _parted(piece: Piece, cut: int, text: str, links: list[tuple[int, int]]) -> Iterator[Piece]:
    """Part a token that holds the end of one sentence and the beginning of the next: "abre.(Según"."""
    yield piece._replace(end=cut, lower=text[piece.start : cut].lower())
    if not any(first <= cut < stop for first, stop in links):
        yield piece._replace(start=cut, lower=text[cut : piece.end].lower())


def _is_between_sentences(text: str, first: int, stop: int) -> bool:
    before = text[max(0, first - 2) : first].rstrip()
    return before[-1:] in (".", "!", "?", "”", '"') or text[stop : stop + 2].strip()[:1].isupper()


def _may_speak(text: str, paragraph: Paragraph, number: int) -> bool:
    """Tell whether a line that looks like a heading is a quote by itself, or the line below the headline."""
    if paragraph.kind not in ("subhead", "title"):
        return False
    line = text[paragraph.char_start : paragraph.char_end]
    return paragraph.kind == "subhead" and (number == 1 or (line[0] in '"“«' and line[-1] in '"”»'))


def _outside(cuts: list[int], marks: list[MarkedSpan]) -> Iterator[int]:
    """Leave out the cuts that lie within marks."""
    waiting = deque(marks)
    for cut in cuts:
        while waiting and waiting[0].outer_end <= cut:
            waiting.popleft()
        if not (waiting and waiting[0].outer_start < cut):
            yield cut
