"""Bodies, places and other things of different articles, where the name does not decide."""

import pytest

from flows.nlp.gazetteer import places_named
from flows.resolve.entity_bodies import is_open, link_bodies
from flows.resolve.entity_links import Context, Named
from flows.resolve.entity_names import name_key


def body(number, name, *rare, country=None, acronyms=()):
    order = ("2024-01-01", f"a{number}")
    return Named(
        f"x{number}", order, name_key(name), Context(frozenset(rare)), country=country,
        is_open=is_open(name, "ORG"), acronyms=tuple(name_key(acronym) for acronym in acronyms),
    )  # fmt: skip


def joined(*bodies):
    links = {link.named.article_entity_id: link for link in link_bodies(bodies)}
    return [(links[b.article_entity_id].first.article_entity_id, links[b.article_entity_id].rule) for b in bodies]


MINISTRY = "Ministerio de Defensa"


def test_link_bodies_one_in_each_country():
    found = joined(body(1, MINISTRY, country="PE"), body(2, MINISTRY, country="CL"), body(3, MINISTRY, country="PE"))
    assert found == [("x1", "alone"), ("x2", "alone"), ("x1", "name_and_country")]


def test_link_bodies_without_country_by_what_articles_name_alike():
    found = joined(body(1, MINISTRY, "Ana Vera", "Callao", country="PE"), body(2, MINISTRY, "Ana Vera", "Callao"))
    assert found[1] == ("x1", "same_name")


def test_link_bodies_never_joins_two_countries_through_a_third_article():
    shared = ("Ana Vera", "Callao")
    bodies = [body(1, MINISTRY, *shared, country="PE"), body(2, MINISTRY, *shared, country="CL")]
    assert len({first for first, _ in joined(*bodies, body(3, MINISTRY, *shared))}) == 2


def test_link_bodies_acronym_joins_the_name_that_another_article_has_it_for():
    party = body(1, "Alianza Verde Andina", "Ana Vera", "Callao", acronyms=["AVA"])
    assert joined(party, body(2, "AVA", "Ana Vera", "Callao"))[1] == ("x1", "acronym")
    assert joined(party, body(2, "AVA", "Luis Paz"))[1] == ("x2", "alone")


def test_link_bodies_acronym_of_two_names_stays_open():
    shared = ("Ana Vera", "Callao")
    parties = [body(n, name, *shared, acronyms=["AVA"]) for n, name in ((1, "Alianza Verde"), (2, "Acción Vecinal"))]
    assert joined(*parties, body(3, "AVA", *shared))[2] == ("x3", "alone")


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [("PRI", "ORG", True), ("CO2", "MISC", False), ("San José", "LOC", True), ("Banco Central", "ORG", True)],
)
def test_is_open_of_names_that_many_countries_have(name, kind, expected):
    assert is_open(name, kind, len(places_named(name))) is expected
