"""Countries, regions and cities."""

import pytest

from flows.nlp.gazetteer import country, country_named, country_names, country_of_demonym, places_named
from flows.nlp.make_places import spanish_name, with_ids_of_their_own


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


@pytest.mark.parametrize(
    ("name", "other"), [("Homs", "Idlib"), ("Hirosaki", "Hiroshima"), ("Coro", "Cumaná"), ("Osaka", "Otaru")]
)
def test_places_named_of_two_cities_have_no_id_in_common(name, other):
    ids, others = ({place.place_id for place in places_named(each)} for each in (name, other))
    assert ids
    assert others
    assert ids.isdisjoint(others)


def test_with_ids_of_their_own_leaves_an_id_with_the_first_that_bears_it_and_what_lies_there():
    rows = [
        ("Q1", "city", "Xelaju", "GT", "14.000", "-91.000", 9000, ""),
        ("Q1", "city", "Xelaju Norte", "GT", "14.100", "-91.000", 10, ""),
        ("Q1", "city", "Xolotepec", "GT", "17.000", "-89.000", 5000, ""),
        ("Q2", "region", "Tumbaco", "GT", "14.000", "-90.000", 0, ""),
        ("Q2", "city", "Tumbaco", "GT", "14.300", "-90.500", 7000, ""),
        ("Q3", "city", "Quelmo", "GT", "15.000", "-90.000", 700, ""),
    ]
    ids = [row[0] for row in with_ids_of_their_own(rows)]
    assert ids == ["Q1", "Q1", "geo:17.000,-89.000", "Q2", "Q2", "Q3"]


def test_with_ids_of_their_own_gives_a_known_city_the_id_of_geonames():
    rows = [
        ("Q1", "city", "Xelaju", "PE", "-3.000", "-74.000", 9000, ""),
        ("Q1", "city", "Lima", "PE", "-12.050", "-77.040", 500, ""),
    ]
    assert [row[0] for row in with_ids_of_their_own(rows)] == ["Q1", "geonames:3936456"]


@pytest.mark.parametrize(
    ("spanish", "name", "population", "expected"),
    [
        ("Brujas", "Brugge", 118_509, "Brujas"),
        ("Cracovia", "Kraków", 804_237, "Cracovia"),
        ("Ciudad de Belice", "Belize City", 63_999, "Ciudad de Belice"),
        ("Pekín", "Beijing", 18_960_744, "Pekín"),
        ("Mudar", "Slough", 164_793, "Slough"),
        ("Guerra", "Warri", 910_000, "Warri"),
        ("", "Xela", 9, "Xela"),
    ],
)
def test_spanish_name_is_none_that_only_puts_its_meaning_into_spanish(spanish, name, population, expected):
    assert spanish_name(spanish, name, population) == expected


@pytest.mark.parametrize("word", ["Tierra", "Mentira", "Guerra"])
def test_places_named_has_no_city_whose_name_means_a_word(word):
    assert not [
        place for place in places_named(word) if place.kind == "city" and place.country_code in {"SE", "NL", "NG"}
    ]
