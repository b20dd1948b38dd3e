"""Two things of one name in one article stay two, and the places of a name are those that the article means."""

import pytest

from tests.extract.entities.test_entities import find


@pytest.fixture
def read(nlp):
    return lambda text, country=None: find(nlp, text, country)


def entities(found, form):
    forms = {entity.article_entity_id: entity for entity in found.entities}
    return [
        (forms[mention.entity_id].name, forms[mention.entity_id].country_code)
        for mention in found.mentions
        if mention.text == form
    ]


def test_told_apart_cities_of_two_countries(read):
    found = read("Hay acuerdos entre Córdoba (Argentina) y Córdoba (España). En Córdoba llueve.")
    assert [code for _, code in entities(found, "Córdoba")] == ["AR", "ES", "ES"]
    assert len({m.entity_id for m in found.mentions if m.text == "Córdoba"}) == 2


def test_told_apart_city_by_its_longer_name(read):
    found = read("Voló de Santiago de Chile a Santiago de Compostela. En Santiago llovía. Vuelve a Santiago de Chile.")
    (_, spain), (_, chile) = entities(found, "Santiago")[0], entities(found, "Santiago de Chile")[0]
    assert (spain, chile) == ("ES", "CL")


def test_told_apart_person_and_city(read):
    found = read(
        "El alcalde Santiago Mora recibió a la ministra en Santiago de Chile. Llovía en Santiago. Calló Santiago."
    )
    assert {name for name, _ in entities(found, "Santiago Mora")} == {"Santiago Mora"}
    assert len({m.entity_id for m in found.mentions if m.text.startswith("Santiago")}) == 2


@pytest.mark.parametrize(
    ("text", "country", "form", "code"),
    [
        ("Ganó en Georgia. Los votantes de Atlanta decidieron.", None, "Georgia", "US"),
        ("El gobernador de Georgia, Luis Mora, calló.", None, "Georgia", "US"),
        ("El presidente de Georgia viajó a Tiflis.", None, "Georgia", "GE"),
        ("Rusia y Georgia hablaron en Nueva York.", None, "Georgia", "GE"),
        ("Hubo un temblor en Armenia y en Pereira.", "CO", "Armenia", "CO"),
        ("Hubo combates entre Armenia y Azerbaiyán.", "CO", "Armenia", "AM"),
        ("La plaza es de todos. Santiago de Compostela licita. El alcalde de Santiago calló.", "ES", "Santiago", "ES"),
        ("España y Francia jugaron en Los Ángeles.", "MX", "Los Ángeles", "US"),
        ("Empataron en Ciudad Universitaria.", "MX", "Ciudad Universitaria", None),
    ],
)
def test_locate_takes_the_place_that_the_article_means(read, text, country, form, code):
    assert {code for _, code in entities(read(text, country), form)} == {code}
