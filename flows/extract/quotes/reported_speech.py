"""What an utterance reports, rule by rule: marked words first, then clauses, then marked words that stand alone."""

from collections.abc import Callable

from flows.extract.quotes.clauses.reported import read_clauses
from flows.extract.quotes.marked_words.alone import read_alone
from flows.extract.quotes.marked_words.attributed import read_attributed
from flows.extract.quotes.marked_words.governed import read_governed
from flows.extract.quotes.phrases.after import phrase_after
from flows.extract.quotes.phrases.named_pieces import NameType, Phrase
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.reading import Reading, Report
from flows.extract.quotes.subjects.antecedents import RELATIVES
from flows.extract.quotes.subjects.of_cues import subject_of
from flows.extract.quotes.utterances.cutting import Utterance

RULES: tuple[Callable[[Reading], None], ...] = (read_attributed, read_clauses, read_governed, read_alone)


def reports(utterance: Utterance, text: str, name_type: NameType) -> list[Report]:
    """Find what an utterance reports, in order, none within another."""
    return read(utterance, text, name_type)[0]


def read(utterance: Utterance, text: str, name_type: NameType) -> tuple[list[Report], Phrase | None]:
    """Find what an utterance reports, and who is told to speak without a word of theirs: "Así respondió Ana Ruiz."."""
    reading = Reading(utterance, text, name_type)
    if reading.cues or reading.marks:
        for rule in RULES:
            rule(reading)
    return sorted(reading.found, key=lambda report: report.start), _announced(reading)


def _announced(reading: Reading) -> Phrase | None:
    last = next((cue for cue in reversed(reading.cues) if cue.kind == "finite" and cue.verb is not None), None)
    if last is None or last.first in reading.used_cues or last.is_negated or last.is_passive:
        return None
    if any(report.start <= last.start < report.end for report in reading.found):
        return None
    if last.lead and reading.pieces[last.lead - 1].lower in RELATIVES:
        return None  # "la carta de Ruiz, quien agradeció el gesto"
    pieces, after = reading.pieces, last.last + 1
    phrase = subject_of(reading, last) or phrase_after(pieces, after, skip=False) or phrase_after(pieces, after)
    if phrase is None or any(piece.lower in RELATIVES for piece in pieces[phrase.stop : last.lead]):
        return None  # "la carta de Ruiz, quien ayer en Lima agradeció el gesto"
    return phrase if names_source(pieces, phrase.first, phrase.stop) else None
