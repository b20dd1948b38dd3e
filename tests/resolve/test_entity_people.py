"""Persons of different articles: who is one, and by which rule."""

import pytest

from flows.resolve.entity_names import name_key
from flows.resolve.entity_people import Person, link_people


def person(number, name, *context):
    return Person(f"x{number}", ("2024-01-01", f"a{number}"), name_key(name), frozenset(context))


def joined(*people):
    return [(earliest.article_entity_id, rule) for _, earliest, rule in link_people(people)]


def test_link_people_same_name_in_unrelated_articles_stays_two():
    assert [x for x, _ in joined(person(1, "José Hernández", "Lima"), person(2, "José Hernández", "Madrid"))] == [
        "x1",
        "x2",
    ]


@pytest.mark.parametrize(
    ("one", "other", "shared", "rule"),
    [
        ("José Hernández", "José Hernandez", ["Lima"], "same_name"),
        ("Vladímir Putin", "Vladimir Putin", ["Rusia"], "same_name"),
        ("Kim Jong Un", "Kim Yong-un", ["Pyongyang", "Corea del Norte"], "spelling"),
        ("Luis Caputo", "Luis Andrés Caputo", ["FMI", "Milei"], "fuller_name"),
        ("Volodímir Zelenski", "Zelensky", ["Kiev", "Ucrania"], "surname"),
    ],
)
def test_link_people_joins_by_rule(one, other, shared, rule):
    assert joined(person(1, one, *shared), person(2, other, *shared))[1] == ("x1", rule)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong Un", "Kim Yong-un"),
        ("Ana Duarte", "Ana"),
        ("Pedro Gómez", "Luis Gómez"),
    ],
)
def test_link_people_keeps_apart_on_one_name_in_common(one, other):
    assert [x for x, _ in joined(person(1, one, "Lima"), person(2, other, "Lima"))] == ["x1", "x2"]


def test_link_people_first_name_alone_never_joins():
    people = [person(1, "Ana Duarte", "Lima", "Perú"), person(2, "Ana", "Lima", "Perú")]
    assert [x for x, _ in joined(*people)] == ["x1", "x2"]


def test_link_people_surname_of_two_candidates_stays_open():
    context = ("Lima", "Perú")
    people = [person(1, "Ana Duarte", *context), person(2, "Luis Duarte", *context), person(3, "Duarte", *context)]
    assert joined(*people)[2] == ("x3", "own_name")


def test_link_people_does_not_depend_on_order():
    people = [
        person(n, name, "Lima", "Perú") for n, name in enumerate(["Ana Duarte", "Duarte", "Ana Duarte", "Ana Vera"])
    ]
    forwards = {p.article_entity_id: (e.article_entity_id, rule) for p, e, rule in link_people(people)}
    backwards = {p.article_entity_id: (e.article_entity_id, rule) for p, e, rule in link_people(reversed(people))}
    assert forwards == backwards
