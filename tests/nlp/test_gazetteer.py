"""Countries, regions and cities."""

import pytest

from flows.nlp.gazetteer import country, country_named, country_names, country_of_demonym, places_named


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("rusa", "RU"),
        ("norcoreanos", "KP"),
        ("estadounidenses", "US"),
        ("marroquíes", "MA"),
        ("alemanas", "DE"),
        ("mesa", None),
    ],
)
def test_country_of_demonym_in_every_form(form, code):
    assert country_of_demonym(form) == code


@pytest.mark.parametrize(("name", "code"), [("RPDC", "KP"), ("EE.UU.", "US"), ("Federación Rusa", "RU")])
def test_country_named_in_all_spanish_names(name, code):
    place = country_named(name)
    assert place is not None
    assert place.country_code == code


def test_country_named_every_name_names_one():
    names = [name for name in country_names() if country_named(name)]
    assert len(names) == len(set(names))


def test_country_has_facts():
    russia = country("RU")
    assert (russia.wikidata_id, russia.latitude, russia.longitude) == ("Q159", 60.0, 100.0)


def test_places_named_has_spanish_names_and_ids():
    assert {"RU"} <= {place.country_code for place in places_named("Moscú")}
    assert [place.wikidata_id for place in places_named("Seúl") if place.country_code == "KR"] == ["Q8684"]
