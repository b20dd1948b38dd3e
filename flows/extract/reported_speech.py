"""What an utterance reports, rule by rule: marked words first, then clauses, then marked words that stand alone."""

from collections.abc import Callable

from flows.extract.clause_speech import read_clauses
from flows.extract.marked_speech import read_alone, read_attributed, read_governed
from flows.extract.noun_phrases import NameType
from flows.extract.quote_reading import Reading, Report
from flows.extract.utterances import Utterance

RULES: tuple[Callable[[Reading], None], ...] = (read_attributed, read_clauses, read_governed, read_alone)


def reports(utterance: Utterance, text: str, name_type: NameType) -> list[Report]:
    """Find what an utterance reports, in order, none within another."""
    reading = Reading(utterance, text, name_type)
    if reading.cues or reading.marks:
        for rule in RULES:
            rule(reading)
    return sorted(reading.found, key=lambda report: report.start)
