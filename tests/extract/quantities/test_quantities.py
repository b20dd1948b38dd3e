"""Quantities: sentences of our own with their rows, and what holds whatever the text is."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.extract.quantities import extract_quantities
from flows.extract.quantities.grammar import quantity_grammar
from flows.extract.times import extract_times
from flows.records import Article, Findings, Quantity
from schemas.vocabularies import APPROXIMATIONS

if TYPE_CHECKING:
    from spacy.language import Language

FIXTURE = Path(__file__).parents[2] / "fixtures" / "quantities" / "sentences.yml"
SENTENCES = yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))
EXAMPLES = [(rule.name, example) for rule in quantity_grammar().rules for example in rule.examples]
PIECES = [
    "3",
    "10",
    "15",
    "mil",
    "millones",
    "de",
    "%",
    "$",
    "entre",
    "y",
    "más",
    "1.000,5",
    "4-0",
    "personas",
    "dólares",
    "Q1",
    "la",
    "mitad",
    "del",
    "cientos",
    "un",
    "tercio",
    ",",
    ".",
]


def read(nlp: "Language", text: str, country_code: str | None = None) -> tuple[Quantity, ...]:
    article = Article(article_id="a_1", source_path="1.txt", text=text, country_code=country_code)
    doc = nlp(text)
    return extract_quantities(
        doc, extract_times(doc, Findings(article=article, sentence_count=1, layout=()))
    ).quantities


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: f"{row['text']} {row.get('country', '')}")
def test_sentence_has_its_amounts(nlp: "Language", row: dict[str, Any]):
    found = read(nlp, row["text"], row.get("country"))
    assert [[one.text, one.value, one.value_max, one.unit, one.approximation] for one in found] == row["rows"]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_rule_reads_its_example(nlp: "Language", name: str, example: dict[str, str]):
    assert example["span"] in [one.text for one in read(nlp, example["text"])]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Pesa 1.500 kg, no 1,5 kg.", 1500),
        ("Pesa 1,500 kg, no 1.5 kg.", 1500),
        ("Mide 1.234.567 metros.", 1234567),
        ("Mide 0.250 metros.", 0.25),
    ],
)
def test_grouping_follows_the_habit_of_the_article(nlp: "Language", text: str, value: float):
    assert read(nlp, text)[0].value == value


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=20))
def test_any_text_gives_spans_that_slice_back(nlp: "Language", pieces: list[str]):
    text = " ".join(pieces)
    for one in read(nlp, text):
        assert text[one.char_start : one.char_end] == one.text
        assert one.value_max is None or one.value < one.value_max
        assert one.approximation in {None, *APPROXIMATIONS}
