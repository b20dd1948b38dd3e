"""The roles that an article gives to persons."""

import csv
from pathlib import Path

import pytest

from flows.extract.affiliations import extract_affiliations
from flows.extract.entities import extract_entities
from flows.records import Article, Findings

ROLES = Path(__file__).parents[1] / "fixtures" / "affiliations" / "roles.tsv"


@pytest.fixture
def read(nlp):
    def run(text):
        doc = nlp(text)
        article = Article(article_id="a_0", source_path="x.txt", text=text)
        found = extract_entities(doc, Findings(article=article, sentence_count=1, layout=()))
        return extract_affiliations(doc, found)

    return run


def rows(findings):
    name = {entity.article_entity_id: entity.name for entity in findings.entities}
    name[None] = ""
    return [(name[a.person_id], a.role, name[a.organization_id], a.country_code or "") for a in findings.affiliations]


def test_extract_affiliations_of_each_sentence(read):
    """Of what is found in sentences written for this test at least nine of ten are right, of what is there too."""
    right = found = wanted = 0
    for row in csv.DictReader(ROLES.read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        expected = (row["person"], row["role"], row["organization"], row["country"])
        got = [got for got in rows(read(row["text"])) if got[0] == row["person"]]
        right += expected in got
        found += len(got)
        wanted += 1
    assert wanted == 62
    assert right / found >= 0.9
    assert right / wanted >= 0.9


@pytest.mark.parametrize(
    "text",
    [
        "La ministra dijo a Ana Duarte que esperara.",
        "Ana Duarte, de 40 años, vive en Lima.",
        "Habló con el fiscal y con Ana Duarte.",
        "Vino la hermana menor del presidente, Ana Duarte.",
        "Al igual que Ana Duarte, el candidato del PRI pide calma.",
        "La doctora del Hospital General de Lima, Ana Duarte, calló.",
    ],
)
def test_extract_affiliations_none_where_the_role_is_not_the_persons(read, text):
    assert rows(read(text)) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("La portavoz del ministro, Ana Duarte, calló.", "portavoz del ministro"),
        ("Habló la portavoz del ministro Luis Mora.", "ministro"),
        ("Ganó la candidata a gobernadora Ana Duarte.", "candidata a gobernadora"),
        ("El fiscal denunció al ministro, Luis Mora.", "ministro"),
        ("Renunció la exsubsecretaria Ana Duarte.", "exsubsecretaria"),
        ("Ana Duarte, abogada y la única hija del dueño, calló.", "abogada"),
        ("Ana Duarte, ministra del Deporte y la Recreación, calló.", "ministra"),
    ],
)
def test_extract_affiliations_role_is_the_persons_own(read, text, role):
    assert [role for _, role, *_ in rows(read(text))] == [role]


def test_extract_affiliations_role_behind_one_person_is_not_that_of_the_next(read):
    found = rows(read("Acompañada de Luis Mora, director de la empresa, Ana Duarte pidió calma."))
    assert [(person, role) for person, role, *_ in found] == [("Luis Mora", "director de la empresa")]
    listed = rows(read("Fueron Luis Mora, el fiscal de Lima, Ana Duarte y otros."))
    assert ("Ana Duarte", "fiscal") in [(person, role) for person, role, *_ in listed]


def test_extract_affiliations_wife_has_not_her_husbands_role(read):
    found = rows(read("El exministro Luis Vera y su esposa Elena Paz asistieron."))
    assert [(person, role) for person, role, *_ in found] == [("Luis Vera", "exministro")]


@pytest.mark.parametrize(
    "text", ["Elena Paz (PSOE), alcaldesa de Lima, calló.", "Elena Paz, quien fue alcaldesa de Lima, calló."]
)
def test_extract_affiliations_role_behind_party_or_relative_pronoun(read, text):
    assert [(person, role) for person, role, *_ in rows(read(text))] == [("Elena Paz", "alcaldesa")]


def test_extract_affiliations_role_before_another_name_is_that_ones(read):
    found = rows(read("Vinieron Luis Vera, la senadora Elena Paz y otros."))
    assert [person for person, *_ in found] == ["Elena Paz"]


def test_extract_affiliations_span_is_the_words_that_say_it(read):
    (found,) = read("Ayer el canciller chileno, Pedro Soto, pidió calma.").affiliations
    assert found.text == "canciller chileno"


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("Ana Duarte, profesora de francés del instituto, calló.", "profesora de francés del instituto", ""),
        ("El profesor de alemán Luis Vera calló.", "profesor de alemán", ""),
        ("El presidente de facto boliviano Luis Vera calló.", "presidente de facto", "BO"),
        ("La ministra francesa Ana Duarte calló.", "ministra", "FR"),
    ],
)
def test_extract_affiliations_language_is_no_country(read, text, role, country):
    assert [(role, code) for _, role, _, code in rows(read(text))] == [(role, country)]
