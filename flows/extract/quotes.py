"""Extraction of quotes."""

from dataclasses import replace

from spacy.tokens import Doc

from flows.extract.quote_reading import Report
from flows.extract.quote_speakers import Speakers
from flows.extract.reported_speech import reports
from flows.extract.sentence_index import sentence_indexer
from flows.extract.utterances import utterances
from flows.ids import make_id
from flows.records import Findings, Quote


def extract_quotes(doc: Doc, findings: Findings) -> Findings:
    """Find what the article's sources say: direct, indirect and mixed quotes, each with its speaker.

    "«No subirá», dijo Ana Ruiz." -> direct, "No subirá", cue "dijo", speaker "Ana Ruiz".
    """
    speakers = Speakers(doc, findings)
    sentence_index = sentence_indexer(doc)
    text = findings.article.text
    quotes: list[Quote] = []
    for utterance in utterances(doc, text, findings.layout):
        speakers.read(utterance)
        for report in reports(utterance, text, speakers.name_type):
            quotes.append(_quote(report, speakers, text, findings.article.article_id, sentence_index(report.start)))
    return replace(findings, quotes=tuple(quotes))


def _quote(report: Report, speakers: Speakers, text: str, article_id: str, sentence: int) -> Quote:
    speaker = speakers.resolve(report)
    cue, phrase = report.cue, report.speaker
    return Quote(
        quote_id=make_id("q", article_id, report.start, report.end),
        article_id=article_id,
        char_start=report.start,
        char_end=report.end,
        text=text[report.start : report.end],
        sentence_index=sentence,
        quote_type=report.quote_type,
        cue=text[cue.start : cue.end] if cue else None,
        cue_lemma=cue.lemma if cue else None,
        speaker_text=text[phrase.start : phrase.end] if phrase else None,
        speaker_char_start=phrase.start if phrase else None,
        speaker_char_end=phrase.end if phrase else None,
        speaker_entity_id=speaker.entity_id,
        speaker_affiliation_entity_id=speaker.affiliation_id,
        said_on=None,
        confidence=speaker.confidence,
    )
