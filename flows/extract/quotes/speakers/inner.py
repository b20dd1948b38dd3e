"""Whom a quote quotes in its turn: "Me lo dijo *el alcalde*: 'No vendas'", said by somebody else."""

from flows.extract.quotes.phrases.head_nouns import head_noun
from flows.extract.quotes.phrases.named_pieces import NamedPieces, NameType, Phrase
from flows.extract.quotes.phrases.nominal_pieces import PRONOUNS
from flows.extract.quotes.phrases.sources import names_source
from flows.extract.quotes.reading import Report
from flows.extract.quotes.reported_speech import reports
from flows.extract.quotes.subjects.antecedents import NEUTER
from flows.extract.quotes.utterances.cutting import Cutter


def inner_speaker(report: Report, cutter: Cutter, paragraph: int, text: str, name_type: NameType) -> Phrase | None:
    """Find the words that name whom a quote quotes; of several the first, None where it quotes nobody.

    "Mi padre decía: 'nunca vendas la tierra', y le hice caso" quotes "Mi padre". A pronoun names nobody.
    """
    for utterance in cutter.stretch(report.start, report.end, paragraph):
        pieces = NamedPieces(utterance.pieces, name_type)
        for inner in reports(utterance, text, name_type):
            phrase = inner.speaker
            if phrase is None or not _names_somebody(pieces, phrase):
                continue
            if pieces[phrase.first].lower not in PRONOUNS | NEUTER:
                return phrase
    return None


def _names_somebody(pieces: NamedPieces, phrase: Phrase) -> bool:
    if not names_source(pieces, phrase.first, phrase.stop):
        return False
    is_name = pieces.name_type(phrase.start, phrase.end) is not None
    return is_name or head_noun(pieces, phrase.first, phrase.stop) is not None
