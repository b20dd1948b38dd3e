"""The pieces of an utterance: tokens, a stretch in marks as one piece, a dash parted from the word it clings to."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from flows.extract.quotes.marks.quotation import MarkedSpan

DASH, DASHES = "-", "-–—"
PARTICIPLES = ("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas")
"""What participles end in, whatever the tagger takes them for."""


class Piece(NamedTuple):
    """A token, a dash that clings to one, or a stretch in marks as one piece."""

    start: int
    end: int
    lower: str
    token: Token | None = None
    mark: MarkedSpan | None = None

    @property
    def pos(self) -> str:
        """Its part of speech; of a stretch in marks, "MARK"."""
        return "MARK" if self.mark is not None else "PUNCT" if self.token is None else self.token.pos_

    @property
    def is_finite(self) -> bool:
        """Whether it is a verb that has a subject."""
        return self._is_verb_form("VerbForm=Fin")

    @property
    def is_infinitive(self) -> bool:
        """Whether it is an infinitive, with or without a pronoun at its end ("haberlo")."""
        return self._is_verb_form("VerbForm=Inf")

    @property
    def is_participle(self) -> bool:
        """Whether it has the form of a participle, be it a verb or an adjective."""
        return self.token is not None and "VerbForm=Part" in str(self.token.morph)

    @property
    def mood(self) -> str | None:
        """The mood of a verb: Ind, Sub, Imp or Cnd."""
        return next(iter(self.token.morph.get("Mood", [])), None) if self.token is not None else None

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.token is not None and self.token.text.lstrip(DASHES)[:1].isupper()

    def _is_verb_form(self, form: str) -> bool:
        return self.token is not None and self.pos in ("VERB", "AUX") and form in str(self.token.morph)


def fold(doc: Doc, span: Sequence[int], marks: list[MarkedSpan]) -> Iterator[Piece]:
    """Give the pieces of some tokens, the stretches in marks among them folded."""
    waiting = list(reversed(marks))
    for number in span:
        token = doc[number]
        start, end = token.idx, token.idx + len(token)
        while waiting and waiting[-1].outer_end <= start:
            yield _piece(doc, waiting.pop())
        if not token.is_space and not (waiting and end > waiting[-1].outer_start):
            lower = token.lower_
            if lower[0] == ")" and len(lower) > 1:
                yield from (Piece(start + n, start + n + 1, sign) for n, sign in enumerate(lower))  # "Ana Gil (PSOE):"
            elif lower[0] in DASHES or lower[-1] in DASHES:
                yield from _without_dashes(token, start, end)
            else:
                yield Piece(start, end, lower, token)
    while waiting:
        yield _piece(doc, waiting.pop())


def _without_dashes(token: Token, start: int, end: int) -> Iterator[Piece]:
    """Part the dashes from a word to which they cling: "-dice Ruiz-"."""
    text = token.lower_
    word = text.strip(DASHES)
    if len(word) == len(text) or not word[:1].isalpha():
        yield Piece(start, end, text, token)
        return
    first = start + len(text) - len(text.lstrip(DASHES))
    last = first + len(word)
    if start < first:
        yield Piece(start, first, DASH)
    yield Piece(first, last, word, token)
    if last < end:
        yield Piece(last, end, DASH)


def _piece(doc: Doc, mark: MarkedSpan) -> Piece:
    return Piece(mark.outer_start, mark.outer_end, "", mark=mark)
