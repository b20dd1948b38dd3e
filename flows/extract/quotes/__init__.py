"""Extraction of quotes: what the article's sources say, word for word or in its own words, and who says it."""

import datetime as dt
from dataclasses import replace

from spacy.tokens import Doc

from flows.extract.quotes.layout.continued_quotes import name_continued
from flows.extract.quotes.layout.interviews import Turn, find_interview
from flows.extract.quotes.layout.social_posts import Post, find_posts
from flows.extract.quotes.layout.topic_labels import labels_are_topics
from flows.extract.quotes.marks.quotation import trimmed
from flows.extract.quotes.phrases.named_pieces import Phrase
from flows.extract.quotes.reading import Report
from flows.extract.quotes.reported_speech import read
from flows.extract.quotes.said_on import said_on
from flows.extract.quotes.speakers.inner import inner_speaker
from flows.extract.quotes.speakers.referents import Speakers
from flows.extract.quotes.speakers.running import NOBODY, Speaker
from flows.extract.quotes.utterances.cutting import Cutter
from flows.extract.sentence_index import sentence_indexer
from flows.ids import make_id
from flows.records import Findings, Quote


def extract_quotes(doc: Doc, findings: Findings) -> Findings:
    """Find what the article's sources say: direct, indirect and mixed quotes, each with its speaker.

    "«No subirá», dijo Ana Ruiz." has one, direct: "No subirá", cue "dijo", speaker "Ana Ruiz".
    """
    text = findings.article.text
    speakers = Speakers(doc, findings)
    sentence_index = sentence_indexer(doc)
    cutter = Cutter(doc, text)
    starts = [time.char_start for time in findings.times]
    posts = find_posts(text, findings.layout)
    are_topics = labels_are_topics(text, speakers.name_type)
    quotes = []
    for post in posts.values():
        report = _of_post(text, post)
        speaker = speakers.resolve(report) if report.speaker is not None else NOBODY  # whose it is, is left out
        quotes.append(_quote(report, speaker, None, findings, sentence_index(report.start)))
    turns = find_interview(text, findings.layout)
    for turn in turns:
        if not turn.is_question:
            report = _of_answer(text, turn)
            inner = inner_speaker(report, cutter, turn.line, text, speakers.name_type)
            named_within = speakers.named(inner) if inner else None
            speaker = speakers.interviewed(turn, turns[0].start)
            quotes.append(_quote(report, speaker, None, findings, sentence_index(report.start), inner, named_within))
    set_apart = posts.keys() | {turn.line for turn in turns}
    utterances = (utterance for utterance in cutter.article(findings.layout) if utterance.paragraph not in set_apart)
    heard = ((utterance, *read(utterance, text, speakers.name_type)) for utterance in utterances)
    for utterance, together, announced in name_continued(heard):
        speakers.read(utterance)
        if are_topics:
            together = [_without_label(report, text) for report in together]
        for report in together:
            day = said_on(report, together, findings.times, starts)
            inner = inner_speaker(report, cutter, utterance.paragraph, text, speakers.name_type)
            named_within = speakers.named(inner) if inner else None
            speaker = speakers.resolve(report)
            sentence = sentence_index(report.start)
            quotes.append(_quote(report, speaker, day, findings, sentence, inner, named_within))
            if inner is not None and report.cue is not None and report.cue.kind == "phrase":
                speakers.announce(inner)  # "Según la prensa, el fiscal insistió en que ...": he says what follows
        if announced is not None:
            speakers.announce(announced)
    return replace(findings, quotes=tuple(sorted(quotes, key=lambda quote: quote.char_start)))


def _without_label(report: Report, text: str) -> Report:
    is_label = report.cue is None and report.speaker is not None and text.startswith(":", report.speaker.end)
    return replace(report, speaker=None) if is_label else report


def _of_post(text: str, post: Post) -> Report:
    start, end = trimmed(text, post.start, post.end)
    name = None
    if post.name_start is not None and post.name_end is not None:
        name = Phrase(0, 0, post.name_start, post.name_end)
    return Report(start, end, "direct", None, name, post.start, post.end)


def _of_answer(text: str, turn: Turn) -> Report:
    start, end = trimmed(text, turn.start, turn.end)
    label = Phrase(0, 0, *turn.label) if turn.label else None
    return Report(start, end, "direct", None, label, turn.start, turn.end)


def _quote(
    report: Report,
    speaker: Speaker,
    day: dt.date | None,
    findings: Findings,
    sentence: int,
    inner: Phrase | None = None,
    named_within: str | None = None,
) -> Quote:
    text, article_id = findings.article.text, findings.article.article_id
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
        stance=cue.stance if cue else None,
        speaker_text=text[phrase.start : phrase.end] if phrase else None,
        speaker_char_start=phrase.start if phrase else None,
        speaker_char_end=phrase.end if phrase else None,
        speaker_entity_id=speaker.entity_id,
        speaker_affiliation_entity_id=speaker.affiliation_id,
        inner_speaker_text=text[inner.start : inner.end] if inner else None,
        inner_speaker_char_start=inner.start if inner else None,
        inner_speaker_char_end=inner.end if inner else None,
        inner_speaker_entity_id=named_within if named_within != speaker.entity_id else None,
        said_on=day,
        confidence=speaker.confidence,
    )
