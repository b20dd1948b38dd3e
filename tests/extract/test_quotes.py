"""Quotes: what is found, and who said it."""

from spacy.language import Language

from flows.extract.quotation_marks import marked_spans
from flows.extract.quotes import extract_quotes
from flows.nlp.layout import paragraphs
from flows.records import Article, Findings, Quote


def quotes_of(nlp: Language, text: str) -> tuple[Quote, ...]:
    """The quotes of a text whose names are not known."""
    article = Article(article_id="a_1", source_path="a.txt", text=text)
    return extract_quotes(nlp(text), Findings(article=article, sentence_count=1, layout=paragraphs(text))).quotes


def test_marked_spans_closes_marks_left_open_at_the_paragraph() -> None:
    text = "Dijo: «No habrá cambios"
    assert [(span.start, span.end) for span in marked_spans(text, 0, len(text))] == [(7, len(text))]


def test_extract_quotes_finds_both_parts_of_an_interrupted_quote(nlp: Language) -> None:
    found = quotes_of(nlp, "«El puente se abrirá mañana», dijo la alcaldesa. «No habrá peaje este año».")
    assert [(q.text, q.quote_type) for q in found] == [
        ("El puente se abrirá mañana", "direct"),
        ("No habrá peaje este año", "direct"),
    ]
    assert found[0].speaker_text == "la alcaldesa"
