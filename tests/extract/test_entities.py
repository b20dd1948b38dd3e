"""Names of an article and the entities that they name."""

import pytest

from flows.extract.entities import extract_entities, with_country
from flows.records import Article, Findings


@pytest.fixture
def read(nlp):
    def run(text):
        article = Article(article_id="a_0", source_path="x.txt", text=text)
        return extract_entities(nlp(text), Findings(article=article, sentence_count=1, layout=()))

    return run


def named(findings):
    return [(mention.text, mention.mention_type) for mention in findings.mentions]


def entity_of(findings, text):
    return {mention.entity_id for mention in findings.mentions if mention.text == text}


def test_extract_entities_country_in_all_names_is_one(read):
    found = read("Estados Unidos y Canadá hablaron. EE. UU. firmó y EEUU pagó.")
    assert entity_of(found, "Estados Unidos") == entity_of(found, "EE. UU.") == entity_of(found, "EEUU")
    assert [entity.country_code for entity in found.entities if entity.is_country] == ["US", "CA"]


def test_extract_entities_mentions_slice_back(read):
    text = "La ministra Ana Duarte visitó Perú. «Perú crece», dijo Duarte en Lima."
    assert all(text[m.char_start : m.char_end] == m.text for m in read(text).mentions)


def test_extract_entities_surname_is_its_full_name(read):
    found = read("La ministra Ana Duarte llegó el lunes. Duarte habló con la prensa.")
    assert entity_of(found, "Ana Duarte") == entity_of(found, "Duarte") != set()


def test_with_country_adds_it_once(read):
    found = read("Hubo una reunión con el presidente ruso.")
    once, first = with_country(found, "RU")
    twice, second = with_country(once, "RU")
    assert first == second
    assert twice == once
    assert once.entities[-1].mention_forms == ()
