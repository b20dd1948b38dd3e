"""Persons of different articles: who is one, and by which rule."""

import dataclasses

import pytest

from flows.resolve.entity_links import Context, Named
from flows.resolve.entity_names import name_key
from flows.resolve.entity_people import link_people


def person(number, name, *rare, usual=()):
    """A person of the article of a number, which names other things, few or many of which other articles name too."""
    order = ("2024-01-01", f"a{number:02}")
    return Named(f"x{number:02}", order, name_key(name), Context(frozenset(rare), frozenset(usual)), own=name)


def known(number, name, *rare):
    """A person whom a list knows by the name."""
    return dataclasses.replace(person(number, name, *rare), known=f"known:{name}")


def joined(*people):
    """Of each person the earliest that it is one with, and the rule."""
    links = {link.named.article_entity_id: link for link in link_people(people)}
    return [(links[p.article_entity_id].first.article_entity_id, links[p.article_entity_id].rule) for p in people]


def sets(*people):
    return [first for first, _ in joined(*people)]


def test_link_people_same_name_in_unrelated_articles_stays_two():
    assert sets(person(1, "José Hernández", "Lima"), person(2, "José Hernández", "Madrid")) == ["x01", "x02"]


def test_link_people_whom_a_list_knows_is_one_whatever_else_the_articles_name():
    assert joined(known(1, "Angela Merkel", "Lima"), known(2, "Angela Merkel", "Oslo"))[1] == ("x01", "knowledge")


def test_link_people_surname_goes_to_whom_a_list_knows_also_where_it_is_named_earlier():
    merkel = known(2, "Angela Merkel", "Bundestag", "CDU")
    assert joined(person(1, "Merkel", "Bundestag", "CDU"), merkel) == [("x02", "surname"), ("x02", "alone")]


def test_link_people_two_whom_a_list_knows_are_never_one():
    shared = ("Caracas", "Miraflores", "Zulia", "Barinas")
    people = [known(1, "Ana Duarte", *shared), known(2, "Ana María Duarte", *shared)]
    assert sets(*people) == ["x01", "x02"]


def test_link_people_name_that_many_bear_needs_more_than_one_thing_in_common():
    one, other = person(1, "José Hernández", "Rímac", "Ate"), person(2, "José Hernández", "Rímac")
    third = person(3, "José Hernández", "Rímac", "Ate", "Sedapal")
    assert sets(one, other, third) == ["x01", "x02", "x01"]


def test_link_people_country_alone_is_too_little():
    assert sets(person(1, "Ana Duarte", usual=["Perú"]), person(2, "Ana Duarte", usual=["Perú"])) == ["x01", "x02"]


@pytest.mark.parametrize(
    ("one", "other", "shared", "rule"),
    [
        ("José Amestoy", "Jose Amestoy", ["Lima"], "same_name"),
        ("Vladímir Putin", "Vladimir Putin", ["Kursk"], "same_name"),
        ("Kim Jong Un", "Kim Yong-un", ["Pyongyang", "Wonsan"], "spelling"),
        ("Luis Caputo", "Luis Andrés Caputo", ["FMI", "Milei"], "fuller_name"),
        ("Ignacio Arbeloa", "Nacho Arbeloa", ["FMI", "Milei"], "short_first_name"),
        ("Volodímir Zelenski", "Zelensky", ["Kiev", "Bucha"], "surname"),
        ("Enrique Peña Nieto", "Peña Nieto", ["Los Pinos", "Atlacomulco"], "surname"),
    ],
)
def test_link_people_joins_by_rule(one, other, shared, rule):
    assert joined(person(1, one, *shared), person(2, other, *shared))[1] == ("x01", rule)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yong-un"),
        ("Ana Duarte", "Duarte"),
        ("Luis Caputo", "Luis Andrés Caputo"),
    ],
)
def test_link_people_keeps_resembling_names_apart_on_one_thing_in_common(one, other):
    assert sets(person(1, one, "Wonsan"), person(2, other, "Wonsan")) == ["x01", "x02"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pedro Gómez", "Luis Gómez"),
        ("Ana Duarte", "Ana"),
        ("Carlos Manuel Duarte", "Manuel"),
        ("Omar Vélez", "Omar Vélez Jr."),
        ("Mario Ibarra", "María Ibarra"),
        ("Rosa Marín", "Rosa Martín"),
        ("José Arce López", "José Arce Pinto"),
        ("Eva R. Tello", "Eva M. R. Tello"),
    ],
)
def test_link_people_keeps_apart_whatever_is_in_common(one, other):
    shared = ("Lima", "Rímac", "Ate", "Sedapal")
    assert sets(person(1, one, *shared), person(2, other, *shared)) == ["x01", "x02"]


def test_link_people_names_that_contradict_each_other_are_not_joined_through_a_third():
    shared = ("Lima", "Rímac", "Ate")
    names = ["José Arce López", "José Arce", "José Arce Pinto"]
    assert sets(*(person(number, name, *shared) for number, name in enumerate(names))) == ["x00", "x00", "x02"]


def test_link_people_surname_of_two_candidates_stays_open():
    context = ("Lima", "Rímac")
    people = [person(1, "Ana Duarte", *context), person(2, "Luis Duarte", *context), person(3, "Duarte", *context)]
    assert joined(*people)[2] == ("x03", "alone")


def test_link_people_surname_goes_to_who_is_clearly_ahead():
    ana = person(1, "Ana Duarte", "Lima", "Rímac", "Ate", "Sedapal")
    luis = person(2, "Luis Duarte", "Lima", "Rímac")
    assert joined(ana, luis, person(3, "Duarte", "Lima", "Rímac", "Ate", "Sedapal"))[2] == ("x01", "surname")


def test_link_people_finds_who_is_near_among_many():
    crowd = [person(number, "Eva Arce", f"barrio {number % 20}") for number in range(60)]
    assert len(set(sets(*crowd))) == 20


def test_link_people_name_of_somebody_well_known_needs_less_in_common():
    known = [person(n, "Ana Duarte", "Rímac", usual=["Perú"]) for n in range(10)]
    late = person(10, "Ana Duarte", usual=["Perú"])
    assert joined(*known, late)[-1] == ("x00", "well_known")
    assert joined(*known[:5], late)[-1] == ("x10", "alone")
    assert joined(*known, person(10, "Ana Duarte", usual=["Chile"]))[-1] == ("x10", "alone")


def test_link_people_every_join_leads_to_its_set():
    people = [person(n, "Eva Arce", *things) for n, things in enumerate([("a",), ("b",), ("b", "c"), ("c", "a")])]
    links = list(link_people(people))
    assert {link.first.article_entity_id for link in links} == {"x00"}
    assert [link.rule for link in links if link.other is None] == ["alone"]


def test_link_people_does_not_depend_on_order():
    people = [
        person(n, name, "Lima", "Rímac") for n, name in enumerate(["Ana Duarte", "Duarte", "Ana Duarte", "Ana Vera"])
    ]
    forwards = {x.named.article_entity_id: (x.first.article_entity_id, x.rule) for x in link_people(people)}
    backwards = {x.named.article_entity_id: (x.first.article_entity_id, x.rule) for x in link_people(reversed(people))}
    assert forwards == backwards
