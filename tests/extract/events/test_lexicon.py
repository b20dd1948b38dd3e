"""The lexicon of events: every entry's example is read as it says, every mode is one of its type."""

from typing import TYPE_CHECKING, Any

import pytest

from flows.extract import extract
from flows.extract.events import extract_events
from flows.extract.events.candidates import find_candidates
from flows.extract.events.lexicon import lemma_forms, lexicon, lexicon_rows, plural, word_list
from flows.extract.events.triggers.finding import known_lemma
from flows.nlp.gazetteer import is_country_code
from flows.records import Article
from schemas.vocabularies import EVENT_MODES, EVENT_TYPES

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = [pytest.param(event_type, row, id=f"{event_type}-{row['example'][:40]}") for event_type, row in lexicon_rows()]


@pytest.mark.parametrize(("event_type", "row"), ROWS)
def test_lexicon_example_is_read_as_its_entry_says(event_type: str, row: dict[str, Any], nlp: "Language") -> None:
    article = Article(article_id="a_" + "0" * 16, source_path="x.txt", text=row["example"])
    doc = nlp(article.text)
    found, _ = find_candidates(doc, extract(doc, article, until=extract_events))
    lemmas = {words.split()[0] for words in (*row.get("verbs", []), *row.get("nouns", []), *row.get("adjectives", []))}
    read = [each.entry for each in found if known_lemma(each.entry.part_of_speech, each.token) in lemmas]
    assert (event_type, row.get("mode")) in [(each.event_type, each.mode) for each in read], [
        each.token for each in found
    ]


@pytest.mark.parametrize(("event_type", "row"), ROWS)
def test_lexicon_row_uses_known_types_modes_frames_and_classes(event_type: str, row: dict[str, Any]) -> None:
    assert event_type in EVENT_TYPES
    assert row.get("mode") is None or row["mode"] in EVENT_MODES[event_type]
    assert row["frame"] in word_list("frames")["nouns" if "nouns" in row else "verbs"]


def test_lexicon_has_every_type() -> None:
    assert {entry.event_type for entries in lexicon().values() for entry in entries} == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("part", "form", "lemma"),
    [
        ("verb", "bloqueó", "bloquear"),
        ("verb", "exigimos", "exigir"),
        ("noun", "reuniones", "reunión"),
        ("verb", "destruida", "destruir"),
        ("verb", "prohíbe", "prohibir"),
        ("noun", "órdenes", "orden"),
        ("verb", "reúnen", "reunir"),
    ],
)
def test_lemma_forms_know_what_the_tagger_misses(part: str, form: str, lemma: str) -> None:
    assert lemma_forms()[part, form] == lemma


def test_capitals_are_of_countries() -> None:
    assert all(is_country_code(code) for code in word_list("capitals").values())


def test_plural_of_stressed_ending_loses_its_accent() -> None:
    assert [plural(noun) for noun in ("investigación", "plantón", "revés")] == [
        "investigaciones",
        "plantones",
        "reveses",
    ]
