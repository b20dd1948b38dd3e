"""Extraction of time expressions, with TIMEX3 values."""

from dataclasses import replace

from spacy.tokens import Doc

from flows.extract.sentence_index import sentence_indexer
from flows.extract.times.phrases import read_phrases
from flows.extract.times.timex import interval
from flows.ids import make_id
from flows.records import Findings, TimeExpression


def extract_times(doc: Doc, findings: Findings) -> Findings:
    """Find the article's time expressions, with values relative to its day of publication.

    The clock plays no part: where the article has no date of publication, what depends on it stays open.
    """
    article = findings.article
    sentence_of = sentence_indexer(doc)
    times = []
    for phrase in read_phrases(doc, findings):
        days = interval(phrase.value) if phrase.time_type in {"DATE", "TIME"} else None
        times.append(
            TimeExpression(
                time_id=make_id("t", article.article_id, phrase.start, phrase.end),
                article_id=article.article_id,
                char_start=phrase.start,
                char_end=phrase.end,
                text=article.text[phrase.start : phrase.end],
                sentence_index=sentence_of(phrase.start),
                time_type=phrase.time_type,
                value=phrase.value,
                starts_on=days[0] if days else None,
                ends_on=days[1] if days else None,
            )
        )
    return replace(findings, times=tuple(times))
