"""Words in marks whose cue follows them: "*«No iré»*, dijo Ana Ruiz"."""

from flows.extract.quotes.cues.reporting import Cue
from flows.extract.quotes.marked_words.attributed_speakers import speaker_beside
from flows.extract.quotes.marked_words.attributing_cues import cue_after
from flows.extract.quotes.marked_words.resumed import is_listed, report_resumed
from flows.extract.quotes.phrases.unnamed_members import body_of_members
from flows.extract.quotes.reading import CONNECTIVES, PUNCTUATION, Reading


def read_attributed(reading: Reading) -> None:
    """Report marked words whose cue follows them, and those that go on after it."""
    for number in reading.marks:
        if number not in reading.used_marks:
            cue = cue_after(reading, number)
            if cue is not None:
                _attribute(reading, number, cue)


def _attribute(reading: Reading, number: int, cue: Cue) -> None:
    speaker = speaker_beside(reading, number, cue) or body_of_members(reading.pieces, cue)
    begin = _clause_before(reading, number)
    if begin is not None and reading.attributes(begin, number):
        return  # "«No iré», dijo la llamada «reina del son», quien cantó"
    reading.used_cues.add(cue.first)
    if begin is None:
        for other in range(number - 1, -1, -1):
            if other in reading.used_marks or not (
                reading.pieces[other].mark or reading.pieces[other].lower in CONNECTIVES
            ):
                break
            is_mark = reading.pieces[other].mark is not None
            if is_mark and (is_listed(reading, other, number) or reading.is_sentence(other)):
                reading.add_mark(other, "direct", cue, speaker)
        reading.add_mark(number, "direct", cue, speaker)
    else:
        reading.add_clause(begin, number + 1, cue, speaker)
    report_resumed(reading, max(cue.last, speaker.stop - 1 if speaker else 0), cue, speaker, "direct")


def _clause_before(reading: Reading, number: int) -> int | None:
    """Where a clause begins of which the marked words are but the end: "Kim «pronto visitará Rusia», dijo ..."."""
    first = number
    while first > 0 and first - 1 not in reading.used_marks and reading.pieces[first - 1].lower not in (":", ";"):
        first -= 1
    if first > 0 and reading.pieces[first - 1].lower == ":":
        return None
    while first < number and reading.pieces[first].lower in PUNCTUATION:
        first += 1
    words = [p for p in reading.pieces[first:number] if p.mark is None and p.lower not in CONNECTIVES]
    if not words or (len(words) < 3 and not any(p.pos in ("PROPN", "NOUN", "VERB") for p in words)):
        return None
    if any(first <= c.first < number and reading.complements.get(c.first) for c in reading.cues):
        return None
    return first
