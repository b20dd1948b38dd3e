"""Words in marks that go on after their cue: "«No iré», dijo Ana Ruiz, *«ni hoy ni mañana»*"."""

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.marked_words.attributing_cues import cue_after
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.reading import CONNECTIVES, Reading


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
