"""Quotes: one fixture file a phenomenon, and what must hold of any text."""

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from flows.extract import extract
from flows.extract.quotes import extract_quotes
from flows.extract.quotes.layout.social_posts import find_posts
from flows.extract.quotes.marks.dialogue_dashes import dashed_spans
from flows.extract.quotes.marks.quotation import marked_spans
from flows.nlp.layout import paragraphs
from flows.nlp.pipeline import read_docs
from flows.records import Article, Findings, Paragraph, Quote, TimeExpression

FIXTURES = Path(__file__).parents[2] / "fixtures" / "quotes"


def findings_of(text: str, times: tuple[TimeExpression, ...] = ()) -> Findings:
    """Findings before quotes are extracted, without names."""
    article = Article(article_id="a_1", source_path="a.txt", text=text)
    return Findings(article=article, sentence_count=1, layout=paragraphs(text), times=times)


def quotes_of(nlp: Language, text: str) -> tuple[Quote, ...]:
    """The quotes of a text whose names are not known."""
    return extract_quotes(nlp(text), findings_of(text)).quotes


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_extract_quotes_finds_the_rows_of_a_fixture(nlp: Language, path: Path) -> None:
    """Rows: type | words | cue | speaker | speaker's phrase, and whom an unnamed speaker speaks for; "-" is none."""
    head, expected = path.read_text(encoding="utf-8").removeprefix("# ").split("---\n")
    text = head.partition("\n")[2].removesuffix("\n")
    title = text.partition("\n")[0] if path.stem == "headline_left_out" else None
    article = Article(article_id="a_1", source_path="a.txt", text=text, title=title)
    [(doc, _)] = read_docs(nlp, [article])
    findings = extract(doc, article)
    names = {entity.article_entity_id: entity.name for entity in findings.entities}
    rows = []
    for quote in findings.quotes:
        speaker = names.get(quote.speaker_entity_id or "", "-")
        row = [quote.quote_type, quote.text, quote.cue or "-", speaker, quote.speaker_text or "-"]
        if quote.speaker_affiliation_entity_id is not None:
            row.append(names[quote.speaker_affiliation_entity_id])
        rows.append(" | ".join(row))
    assert rows == expected.splitlines()


def test_fixtures_hold_twenty_phenomena_at_the_least() -> None:
    assert len(list(FIXTURES.glob("*.txt"))) >= 20


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aá «»“”\"‘’'.,:;—-¿?\nQque dijo según", max_size=120))
def test_marked_spans_lie_within_their_paragraph_in_order(text: str) -> None:
    last = 0
    for span in marked_spans(text, 0, len(text)):
        assert last <= span.outer_start <= span.start < span.end <= span.outer_end <= len(text)
        last = span.outer_end


def test_extract_quotes_slices_back_and_never_overlaps_whatever_the_marks(nlp: Language) -> None:
    sentence = '«La obra sigue», dijo Ana Ruiz, “y costará menos”. Según Pedro Lamas, el "plan" es ‘caro’: no se hará.'
    for cut in range(0, len(sentence), 3):
        text = sentence[cut:] + sentence[:cut] + "\n" + sentence.replace("»", "")[cut:]
        found = quotes_of(nlp, text)
        assert all(text[quote.char_start : quote.char_end] == quote.text for quote in found)
        assert all(left.char_end <= right.char_start for left, right in pairwise(found))


@pytest.mark.parametrize("text", ["", "\n\n", '"', "«", "”", '""', "— —", "según", "dijo que", "«».", "que que que"])
def test_extract_quotes_finds_nothing_in_a_text_without_words(nlp: Language, text: str) -> None:
    assert quotes_of(nlp, text) == ()


def test_extract_quotes_reads_a_sentence_that_breaks_off_anywhere(nlp: Language) -> None:
    sentence = "La alcaldesa avisó a través de la radio a los vecinos, a pesar de todo, de que no hay agua"
    for stop in (at for at, letter in enumerate(sentence) if letter == " "):
        text = sentence[:stop]
        assert all(quote.text in text for quote in quotes_of(nlp, text))


def test_extract_quotes_reads_a_very_long_line(nlp: Language) -> None:
    """200,000 words in one line, whose marks never balance: the work a word is what it is in a short one."""
    one = nlp("El alcalde dijo que el «pozo está seco, según la policía. Añadió que ‘no hay agua’. ")
    one.user_data.clear()
    doc = Doc.from_docs([one] * 11_200)
    assert doc is not None
    assert len(doc) > 200_000
    assert len(extract_quotes(doc, findings_of(doc.text)).quotes) >= 11_200


def test_extract_quotes_dates_a_quote_by_the_day_beside_its_cue(nlp: Language) -> None:
    text = "El alcalde dijo el lunes que la obra terminará el martes."
    times = tuple(
        TimeExpression(
            time_id=word, article_id="a_1", text=word, char_start=text.index(word), sentence_index=0,
            char_end=text.index(word) + len(word), time_type="DATE", value=str(day), starts_on=day, ends_on=day,
        )
        for word, day in (("lunes", dt.date(2024, 5, 6)), ("martes", dt.date(2024, 5, 7)))
    )  # fmt: skip
    [quote] = extract_quotes(nlp(text), findings_of(text, times=times)).quotes
    assert quote.said_on == dt.date(2024, 5, 6)


@pytest.mark.parametrize(
    ("text", "who", "name"),
    [
        ("“Mi padre decía ‘nunca vendas la tierra’ y le hice caso”, recordó Rosa Pinto.", "Mi padre", None),
        ("«Me lo dijo Ana Ruiz: “Aquí no se rinde nadie”», contó Pedro Lamas.", "Ana Ruiz", "Ana Ruiz"),
        ("Pedro Lamas dijo que, según la policía, no hubo heridos.", "la policía", None),
        ("«Según el alcalde, la obra costará el doble», denunció Elena Vidal.", "el alcalde", None),
        ("«Ella dijo que vendría a la fiesta», contó Pedro Lamas.", None, None),
        ("«No iré a la fiesta del pueblo», dijo Pedro Lamas.", None, None),
    ],
)
def test_extract_quotes_shows_who_is_quoted_within(nlp: Language, text: str, who: str | None, name: str | None) -> None:
    article = Article(article_id="a_1", source_path="a.txt", text=text)
    [(doc, _)] = read_docs(nlp, [article])
    findings = extract(doc, article)
    quote = findings.quotes[0]
    names = {entity.article_entity_id: entity.name for entity in findings.entities}
    assert (quote.inner_speaker_text, names.get(quote.inner_speaker_entity_id or "")) == (who, name)
    assert who is None or text[quote.inner_speaker_char_start : quote.inner_speaker_char_end] == who


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("El alcalde dijo que habrá obras.", "neutral"),
        ("Según el alcalde, habrá obras.", "neutral"),
        ("El alcalde no descartó que haya obras.", "claims"),
        ("El alcalde negó que haya obras.", "denies"),
        ("Nadie atendió la advertencia de que habrá obras.", "warns"),
        ("«Las obras empiezan mañana por la tarde».", None),
    ],
)
def test_extract_quotes_gives_the_stance_of_the_cue(nlp: Language, text: str, stance: str | None) -> None:
    assert [quote.stance for quote in quotes_of(nlp, text)] == [stance]


def test_dashed_spans_leave_lists_alone() -> None:
    text = "- Pan de centeno - dos panes"
    assert dashed_spans(text, 0, len(text)) == []


def test_find_posts_needs_a_signature() -> None:
    text = "Gracias a todos\n— Ana Ruiz, escritora"
    layout = (Paragraph("body", 0, 15), Paragraph("body", 16, len(text)))
    assert find_posts(text, layout) == {}
