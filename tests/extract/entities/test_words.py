"""The examples of the word lists say what each list is for."""

import pytest

from flows.extract.entities import extract_entities
from flows.extract.entities.words import entries
from flows.records import Article, Findings

EXPECTED = {
    "portfolios": {"Economía": "ORG", "Luis Mora": "PER"},
    "institutions": {"Duma": "ORG"},
    "kings": {"Felipe V": "PER", "Zarzuela": "ORG"},
    "titles": {"Ana Duarte": "PER"},
    "department_titles": {"Puertos": "ORG", "Ana Duarte": "PER"},
    "not_names": {},
    "heads": {"Convenio Xela": "MISC", "Universidad Pueblo Nuevo": "ORG"},
    "particle_surnames": {"José Luis Aguilar de la Cruz": "PER"},
    "place_tails": {"Ayuntamiento de Xermal de la Frontera": "ORG"},
    "never_last": {"G20": "MISC", "Lima": "LOC"},
    "run_on": {"Xela Mundo": "ORG"},
    "churches_and_empires": {"Iglesia ortodoxa rusa": "ORG", "Imperio romano": "LOC"},
    "departments": {"Mindefensa": "ORG"},
    "typed": {"CNE": "ORG", "Caretas": "ORG", "Carta Magna": "MISC"},
    "introduced": {"Xela": "ORG", "Tumbaco": "ORG", "Vilarda": "PER", "Xoltepec": "LOC"},
    "tails": {"Xela Airlines": "ORG", "Mora Asociados": "ORG", "Tumba Cup": "MISC"},
    "said": {"Xelado": "PER", "Lima": "LOC"},
    "goods": {"Tumbez": "MISC"},
    "adjectives_of_bodies": {"Tumbaco": "ORG"},
    "offices_of_places": {"Quelmo": "LOC"},
    "offices_of_bodies": {"Banco Xela": "ORG"},
    "culture": {"Tristana": "MISC", "Emma": "MISC", "Ana Duarte": "PER"},
    "before_no_title": {"Lima": "LOC"},
    "works": {"Eva Arce en la selva": "MISC", "Adiós al sol": "MISC", "Ana Duarte": "PER"},
    "banks": {"Santander": "ORG", "Lima": "LOC"},
    "sport": {"Elche": "ORG"},
    "places_with_article": {"Cusco": "LOC"},
    "relatives": {"Luis Mora": "PER", "Ana Mora": "PER", "Mora": "PER"},
}
FULL_FORMS = {"relatives": {"Mora": "Luis Mora"}}


@pytest.mark.parametrize("group", entries())
def test_words_example_is_read_as_the_list_says(nlp, group):
    text = entries()[group]["example"]
    article = Article(article_id="a_0", source_path="x.txt", text=text)
    found = extract_entities(nlp(text), Findings(article=article, sentence_count=1, layout=()))
    assert {mention.text: mention.mention_type for mention in found.mentions} == EXPECTED[group]
    full_forms = {mention.text: mention.full_form for mention in found.mentions if mention.form_rule == "part_of_name"}
    assert full_forms == FULL_FORMS.get(group, {})
