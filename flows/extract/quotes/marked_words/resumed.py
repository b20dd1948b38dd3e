"""Words in marks that go on after their cue: "«No iré», dijo Ana Ruiz, *«ni hoy ni mañana»*"."""

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.marked_words.attributing_cues import cue_after
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.reading import CONNECTIVES, Reading

LISTED = frozenset([",", ";", "y", "e", "o"])
"""What stands between marks of one list."""


def report_resumed(reading: Reading, after: int, cue: Cue | None, speaker: Phrase | None, quote_type: str) -> None:
    """Report marked words that go on with the same speaker: "«...», dijo X, «...»"."""
    for at in range(after + 1, len(reading.pieces)):
        piece = reading.pieces[at]
        if piece.mark is not None:
            is_set_off = reading.pieces[at - 1].lower in CONNECTIVES or quote_type == "mixed"  # not 'autora de "X"'
            is_set_off = is_set_off and reading.pieces[at - 1].lower != ":"
            if is_set_off and at not in reading.used_marks and cue_after(reading, at) is None:
                reading.add_mark(at, quote_type, cue, speaker)
            return
        is_break = piece.lower == ";" and reading.pieces[min(at + 1, len(reading.pieces) - 1)].mark is None
        if is_break or piece.lower == "que" or piece.pos == "VERB" or any(c.first == at for c in reading.cues):
            return


def is_listed(reading: Reading, first: int, stop: int) -> bool:
    """Tell marks of one list, short as they may be: "*«Agua»*, «Pan» y «Paz», gritaban los vecinos"."""
    return all(piece.mark is not None or piece.lower in LISTED for piece in reading.pieces[first:stop])


def report_listed(reading: Reading, number: int, cue: Cue, speaker: Phrase | None) -> None:
    """Report the marked words of one list with the first of it: "gritaban «Agua», *«Pan»* y *«Paz»*"."""
    for other in reading.marks:
        if other > number and other not in reading.used_marks and is_listed(reading, number, other):
            reading.add_mark(other, "direct", cue, speaker)
