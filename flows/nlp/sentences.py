"""Sentence boundaries by rule, set before the parser so that a parse never runs over a line or a full stop."""

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from flows.nlp.datelines import report_starts

TERMINALS = frozenset({".", "!", "?", "…", "...", ".."})
CLOSERS = frozenset({'"', "”", "»", "’", "'", ")", "]"})
OPENERS = frozenset({'"', "“", "«", "‘", "'", "(", "[", "¿", "¡", "—", "–", "-"})
ENDING = TERMINALS | CLOSERS

Word = tuple[str, bool, int]
"""A token's text, whether white space stands behind it, and the code point at which it begins."""


@Language.component("teletipo_sentences")
def mark_sentences(doc: Doc) -> Doc:
    """Set every token's sentence start: after a line break, a dateline, and a terminal mark before what begins one.

    A closing mark belongs to the sentence that it closes, white space to the sentence before it. A full stop of an
    abbreviation is part of its token ("Sr.") and ends nothing; one before a lower-case word or a figure neither.
    """
    starts, starts_next = report_starts(doc.text), True
    words = [(token.text, bool(token.whitespace_), token.idx) for token in doc]
    begins: list[bool] = []
    for number, (text, _, start) in enumerate(words):
        if text.isspace():
            begins.append(number == 0)
            starts_next = starts_next or "\n" in text
            continue
        begins.append(starts_next or number == 0 or start in starts)
        starts_next = text in ENDING and _ends_sentence(words, number)
    marks = doc.to_array(["SENT_START"])
    marks.view("int64")[:] = [1 if each else -1 for each in begins]
    # at once, for to set a token's own looks through the whole Doc; the stub wants other than what to_array gives
    return doc.from_array(["SENT_START"], marks)  # type: ignore[arg-type]


def _ends_sentence(words: Sequence[Word], number: int) -> bool:
    following = number + 1
    is_apart = words[number][1]
    if following < len(words) and words[following][0] in CLOSERS and not is_apart:
        return False  # the closing mark still belongs here
    last = number
    while words[last][0] in CLOSERS and last > 0 and not words[last - 1][1]:
        last -= 1
    if words[last][0] not in TERMINALS:
        return False
    while following < len(words) and words[following][0].isspace():
        following += 1
    if following >= len(words) or not (is_apart or words[number + 1][0].isspace()):
        return False
    begins = words[following][0]
    return begins in OPENERS or begins[:1].isupper()
