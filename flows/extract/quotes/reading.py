"""What the rules for quotes share while they read one utterance: its cues, what these govern, what was found."""

from dataclasses import dataclass
from functools import cached_property

from flows.extract.quotes.complements.of_cues import Complement, complement_of
from flows.extract.quotes.cues.reporting import SOURCE_PARTICLES, Cue, find_cues
from flows.extract.quotes.marks.quotation import MarkedSpan
from flows.extract.quotes.phrases.named_pieces import NamedPieces, NameType, Phrase
from flows.extract.quotes.utterances.cutting import Utterance

PUNCTUATION = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "-",
        "–",
        "—",
        "…",
        "...",
        "(",
        ")",
        "[",
        "]",
        "!",
        "?",
        "¡",
        "¿",
        "'",
        "’",
        "‘",
        '"',
        "“",
        "”",
        "«",
        "»",
        "•",
        "*",
        "/",
    ]
)
CONNECTIVES = PUNCTUATION | frozenset(
    [
        "y",
        "e",
        "pero",
        "además",
        "también",
        "asimismo",
        "igualmente",
        "luego",
        "después",
        "entonces",
        "así",
        "incluso",
        "sin",
        "embargo",
        "por",
        "su",
        "parte",
        "en",
        "ese",
        "este",
        "sentido",
        "al",
        "respecto",
    ]
)
HANGING = frozenset(["que", "y", "e", "pero", ","])
"""What a clause that is cut there does not end with."""
MIN_WORDS = 4
"""Words that a stretch in marks must have to count as said where no cue governs it."""


@dataclass(frozen=True, slots=True)
class Report:
    """A stretch of reported speech, with the words that name its speaker; who that is, is not yet known."""

    start: int
    end: int
    quote_type: str
    cue: Cue | None
    speaker: Phrase | None
    utterance_start: int
    utterance_end: int


class Reading:
    """One utterance while it is read; ``found`` grows, and no two of its reports overlap."""

    def __init__(self, utterance: Utterance, text: str, name_type: NameType) -> None:
        self.utterance = utterance
        self.pieces = NamedPieces(utterance.pieces, name_type)
        self.text = text
        self.cues = [cue for cue in find_cues(self.pieces) if cue.verb or not name_type(cue.start, cue.end)]
        self.found: list[Report] = []
        self.used_cues: set[int] = set()
        self.used_marks: set[int] = set()

    @cached_property
    def complements(self) -> dict[int, Complement]:
        """What each verb governs, by the verb's piece."""
        found = {cue.first: complement_of(cue, self.pieces) for cue in self.cues}
        return {first: complement for first, complement in found.items() if complement is not None}

    @cached_property
    def marks(self) -> list[int]:
        """The pieces that are stretches in marks."""
        return [number for number, piece in enumerate(self.pieces) if piece.mark is not None]

    def mark(self, number: int) -> MarkedSpan:
        """The stretch in marks that a piece is."""
        mark = self.pieces[number].mark
        assert mark is not None
        return mark

    def is_sentence(self, number: int) -> bool:
        """Tell a stretch in marks that is long enough to be an utterance of its own."""
        mark = self.mark(number)
        return len(self.text[mark.start : mark.end].split()) >= MIN_WORDS

    def is_source_verb(self, cue: Cue) -> bool:
        """Tell "según informó la policía", "como dijo Ana": the verb names a source and governs nothing."""
        return cue.verb is not None and cue.lead > 0 and self.pieces[cue.lead - 1].lower in SOURCE_PARTICLES

    def is_particle(self, cue: Cue) -> bool:
        """Tell "según" before a verb that is a cue itself: "según explicó Ana"."""
        return cue.verb is None and any(other.lead == cue.last + 1 and other.verb is not None for other in self.cues)

    def is_comma(self, at: int) -> bool:
        """Tell whether a piece is a comma."""
        return at < len(self.pieces) and self.pieces[at].lower == ","

    def is_empty(self, first: int, stop: int) -> bool:
        """Tell whether some pieces are nothing but punctuation and connectives."""
        return all(piece.mark is None and piece.lower in CONNECTIVES for piece in self.pieces[first:stop])

    def attributes(self, first: int, stop: int) -> bool:
        """Tell whether pieces after what is reported begin with its cue: "«No iré», *dijo Ruiz*"."""
        leads = (cue.lead for cue in self.cues if first and cue.first in self.used_cues)
        return any(first <= lead < stop and self.is_empty(first, lead) for lead in leads)

    def has_verb(self, first: int, stop: int) -> bool:
        """Tell whether a verb that has a subject is among some pieces."""
        return any(piece.is_finite for piece in self.pieces[first:stop])

    def add_mark(self, number: int, quote_type: str, cue: Cue | None, speaker: Phrase | None) -> None:
        """Report the words of a stretch in marks."""
        self.used_marks.add(number)
        mark = self.mark(number)
        self.add(mark.start, mark.end, quote_type, cue, speaker)

    def add_clause(self, first: int, stop: int, cue: Cue, speaker: Phrase | None) -> None:
        """Report a clause: direct where it is one stretch in marks, mixed where it holds one, else indirect."""
        while stop > first + 1 and self.pieces[stop - 1].lower in HANGING:
            stop -= 1
        if stop < len(self.pieces) and [p.lower for p in self.pieces[stop - 1 : stop + 1]] == ["ya", "que"]:
            stop -= 1
        inside = range(first, stop)
        marks = [number for number in inside if self.pieces[number].mark is not None]
        words = [number for number in inside if self.pieces[number].lower not in PUNCTUATION]
        if not words:
            return
        self.used_marks.update(marks)
        if words == marks and len(marks) == 1:
            self.add_mark(marks[0], "direct", cue, speaker)
            return
        start, end = trimmed_clause(self.text, self.pieces[first].start, self.pieces[stop - 1].end)
        self.add(start, end, "mixed" if marks else "indirect", cue, speaker)

    def add(self, start: int, end: int, quote_type: str, cue: Cue | None, speaker: Phrase | None) -> None:
        """Report a span, unless it is empty or overlaps one that is reported."""
        if start >= end or any(start < other.end and other.start < end for other in self.found):
            return
        if cue is not None:
            self.used_cues.add(cue.first)
        if speaker is not None and any(other.start <= speaker.start < other.end for other in self.found):
            speaker = None  # whoever is named in what somebody says is not who says the rest
        self.found.append(Report(start, end, quote_type, cue, speaker, self.utterance.start, self.utterance.end))


def trimmed_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a clause to its words; marks at either end stay, for they belong to it.

    >>> trimmed_clause(", no «habrá».", 0, 13)
    (2, 12)
    """
    while start < end and (text[start].isspace() or text[start] in ",;:.—–-•"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:—–-."):
        if text[max(start, end - 3) : end] == "...":
            break
        end -= 1
    return start, end
