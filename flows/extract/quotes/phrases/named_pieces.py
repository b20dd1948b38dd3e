"""Pieces with the names that they are part of, and the phrases that some of them make."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flows.extract.quotes.cues.reporting import DASHES
from flows.extract.quotes.utterances.pieces import Piece


@dataclass(frozen=True, slots=True)
class Phrase:
    """A speaker's phrase as it stands; indexes count pieces, half-open."""

    first: int
    stop: int
    start: int
    end: int


GLUED = re.compile(r"(?<=[^\W\d_])[.!?…]+[(\[¿¡\"“«]|(?<=[^\W\d_]{5})[.!?…]+$")
"""Where a sentence ends within a token, for want of a space."""
NameType = Callable[[int, int], str | None]
"""The type of the name that overlaps the given characters; None: no name."""


class NamedPieces(tuple[Piece, ...]):
    """The pieces of an utterance, of which one can ask what they name."""

    name_type: NameType

    def __new__(cls, pieces: Iterable[Piece], name_type: NameType) -> "NamedPieces":
        """Make them from pieces and the names of their article."""
        made = super().__new__(cls, pieces)
        made.name_type = name_type
        return made

    def type_at(self, at: int) -> str | None:
        """The type of the name that a piece is part of."""
        return self.name_type(self[at].start, self[at].end)

    def is_person(self, at: int) -> bool:
        """Tell a piece of a person's name."""
        return self.type_at(at) == "PER"

    def is_name(self, at: int) -> bool:
        """Tell a piece of the name of a person or a body."""
        return self.type_at(at) in ("PER", "ORG")

    def phrase(self, first: int, stop: int) -> Phrase | None:
        """The phrase of some pieces; None where they are none, or no words."""
        if not any(piece.mark or any(map(str.isalnum, piece.lower)) for piece in self[first:stop]):
            return None
        last = stop - 1
        while last > first and self[last].lower in DASHES:  # "Ana Ruiz —quien preside el club—"
            last -= 1
        return Phrase(first, stop, self[first].start, self._end_of_word(last))

    def is_glued(self, at: int) -> bool:
        """Tell a word to which the next sentence clings: "dijo la Presidencia.(Lea también ..."."""
        return GLUED.search(self[at].lower) is not None

    def _end_of_word(self, at: int) -> int:
        glued = GLUED.search(self[at].lower) if self[at].mark is None else None
        return self[at].start + glued.start() if glued else self[at].end
