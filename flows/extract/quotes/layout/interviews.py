"""Interviews printed as questions and answers: "P. ¿...?" and "R. ...", "—¿...?" and "—...", "ANA RUIZ: ...".

An answer is a direct quote of whom the interview is with: its dash or label gives it as that person's own words, as
marks do, and the row is the words of a line without the dash or label. A question is nobody's quote, nor is what it
reports: it is the article's own voice, put to somebody. Answers that neither dash, label nor marks tell are left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from flows.extract.quotes.marks.dialogue_dashes import dashed_spans
from flows.records import Paragraph

LETTERS = re.compile(r"(?:[—–-] ?)?(?:(?P<q>P|Pregunta|PREGUNTA)|(?P<a>R|Respuesta|RESPUESTA)) ?(?:\. ?[—–-]|[.:]) ?")
NAMES = re.compile(r"(?P<label>[A-ZÁÉÍÓÚÑ][^.:;?!¿¡\"“«\n]{0,40}):\s+")
DASH = re.compile(r"[—–-] ?(?=[^\s—–-])")
SENTENCE_ENDS = '.!?…"”»)'
ENOUGH = 2
"""Questions that a dash or a name must begin before it tells an interview; "P." and "R." tell one by themselves."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A line of an interview."""

    line: int
    """Its number in the article."""
    is_question: bool
    start: int
    """Where its words begin, after a dash or label."""
    end: int
    label: tuple[int, int] | None = None
    """Where the name stands that an answer begins with."""


def find_interview(text: str, layout: tuple[Paragraph, ...]) -> list[Turn]:
    """Find the questions and answers of an article, in order; nothing where it has none.

    "P. ¿Vendrá?" and below it "R. No." are a question and an answer.
    """
    for scheme in (_by_letters, _by_dashes, _by_names):
        turns = list(scheme(text, layout))
        if any(turn.is_question for turn in turns):
            return sorted([*turns, *_continued(turns, text, layout)], key=lambda turn: turn.line)
    return []


def _by_letters(text: str, layout: tuple[Paragraph, ...]) -> Iterator[Turn]:
    found = [(number, LETTERS.match(text, line.char_start, line.char_end)) for number, line in enumerate(layout)]
    turns = [Turn(n, match["q"] is not None, match.end(), layout[n].char_end) for n, match in found if match]
    pairs = sum(left.is_question and not right.is_question for left, right in pairwise(turns))
    questions = sum(turn.is_question for turn in turns)
    if questions and 2 * pairs > questions:  # not the one "P. Ruiz marcó" of a report
        yield from turns


def _by_dashes(text: str, layout: tuple[Paragraph, ...]) -> Iterator[Turn]:
    """Take the lines with a dash in turn, unless a question stands where an answer should: then only pairs count."""
    lines = [n for n, line in enumerate(layout) if line.kind == "body" and DASH.match(text, line.char_start)]
    asked = {n for n in lines if _asks(text, layout[n])}
    if len(asked) < ENOUGH or any(dashed_spans(text, layout[n].char_start, layout[n].char_end) for n in lines):
        return
    first = lines.index(min(asked))
    is_in_turn = asked.isdisjoint(lines[first + 1 :: 2]) and 2 * len(asked) >= len(lines[first::2])
    questions = set(lines[first::2]) if is_in_turn else asked
    for number, line in enumerate(lines[first:], first):
        if line in questions or lines[number - 1] in questions:
            start = DASH.match(text, layout[line].char_start)
            yield Turn(line, line in questions, start.end() if start else 0, layout[line].char_end)


def _by_names(text: str, layout: tuple[Paragraph, ...]) -> Iterator[Turn]:
    """Take labels that recur: one that asks each time, and those below it."""
    labels: dict[str, list[int]] = defaultdict(list)
    matches = {
        n: match for n, line in enumerate(layout) if (match := NAMES.match(text, line.char_start, line.char_end))
    }
    for number, match in matches.items():
        labels[match["label"]].append(number)
    recurring = {label: lines for label, lines in labels.items() if len(lines) >= ENOUGH}
    asking = {label for label, lines in recurring.items() if all(_asks(text, layout[n]) for n in lines)}
    for number, match in matches.items():
        if asking and match["label"] in recurring:
            is_question = match["label"] in asking
            yield Turn(number, is_question, match.end(), layout[number].char_end, match.span("label"))


def _asks(text: str, line: Paragraph) -> bool:
    return text[line.char_end - 1] == "?" or text[line.char_end - 2 : line.char_end] in ('?"', "?”", "?»")


def _continued(turns: list[Turn], text: str, layout: tuple[Paragraph, ...]) -> Iterator[Turn]:
    """The lines between an answer and the next question: the answer goes on in them."""
    for turn, following in pairwise(turns):
        if not turn.is_question and following.is_question:
            for number in range(turn.line + 1, following.line):
                if layout[number].kind == "body" and text[layout[number].char_end - 1] in SENTENCE_ENDS:  # no caption
                    yield Turn(number, False, layout[number].char_start, layout[number].char_end, turn.label)
