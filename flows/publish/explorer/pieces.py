"""What may be shown of an article's text: all of it, or the words that its spans cover."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of an article that a row of some table covers."""

    start: int
    end: int
    text: str
    sentence: int
    kind: str
    """A mention type, or quote, event, date, amount."""
    refers: str | None
    """Id of the entity or event that it stands for."""
    note: str | None


def text_pieces(text: str | None, spans: Iterable[Span]) -> list[tuple[int, int, str]]:
    """The stretches of a text that may be shown, each with where it starts and its sentence.

    >>> text_pieces(None, [Span(0, 4, "Ríos", 0, "PER", None, None), Span(9, 15, "«Alto»", 0, "quote", None, None),
    ...                    Span(10, 14, "Alto", 0, "event", None, None)])
    [(0, 0, 'Ríos'), (9, 0, '«Alto»')]

    Args:
        text: the article's text; None where its terms withhold it, and only what the spans hold is shown.
        spans: in order of their start.
    """
    if text is not None:
        return [(0, 0, text)]
    pieces: list[tuple[int, int, str]] = []
    for span in spans:
        if pieces and span.start < pieces[-1][0] + len(pieces[-1][2]):
            start, sentence, shown = pieces[-1]
            pieces[-1] = (start, sentence, shown + span.text[start + len(shown) - span.start :])
        else:
            pieces.append((span.start, span.sentence, span.text))
    return pieces
