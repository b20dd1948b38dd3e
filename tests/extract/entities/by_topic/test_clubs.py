"""Clubs that are called by their town."""

import re

import pytest

from flows.extract.entities.by_topic.clubs import clubs
from flows.extract.entities.clusters.of_names import cluster_names
from flows.extract.entities.names import name_at

SPORT = " El delantero marcó dos goles en el torneo."


def found(text, form):
    start = text.index(form)
    return clubs(text, [name_at(text, start, start + len(form), "LOC", 1.0)])


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Perdió ante el Huesca." + SPORT, "Huesca", "ORG"),
        ("Ganó al Barcelona." + SPORT, "Barcelona", "ORG"),
        ("Jugó en Huesca." + SPORT, "Huesca", "LOC"),
        ("Viajó al Callao." + SPORT, "Callao", "LOC"),
        ("Recorre el Madrid de Galdós." + SPORT, "Madrid", "LOC"),
        ("Ganó al Perú." + SPORT, "Perú", "LOC"),
        ("Ganó al América." + SPORT, "América", "ORG"),
        ("Ganó en América." + SPORT, "América", "LOC"),
        ("Jugará en el Huesca del ascenso." + SPORT, "Huesca", "ORG"),
        ("Jugará en el Mediterráneo." + SPORT, "Mediterráneo", "LOC"),
        ("Venció 2-1 a Huesca. Huesca sigue última." + SPORT, "Huesca", "ORG"),
        ("Huesca goleó a Perú." + SPORT, "Huesca", "ORG"),
        ("Empató ante el Xelapoli." + SPORT, "Xelapoli", "ORG"),
        ("Huesca recibe turistas en agosto.", "Huesca", "LOC"),
        ("Huesca, 3 may. El Tumba venció." + SPORT, "Huesca", "LOC"),
        ("Hablan del Huesca.", "Huesca", "LOC"),
        ("Hablan del Huesca, del gol, de goles y de otro gol.", "Huesca", "LOC"),
        ("En el Huesca de la jornada electoral, la jornada y la jornada larga.", "Huesca", "LOC"),
        ("Hablan del Huesca, del árbitro, el volante y la jornada.", "Huesca", "LOC"),
        ("Hablan del Huesca, del árbitro, los goles y el penalti.", "Huesca", "ORG"),
    ],
)
def test_clubs_towns_with_an_article_are_clubs_in_sport(text, form, kind):
    assert [name.mention_type for name in found(text, form)] == [kind]


def test_clubs_called_so_once_are_meant_without_a_preposition():
    text = "Jugó en Huesca contra el Huesca. Huesca ganó." + SPORT
    starts = [match.start() for match in re.finditer("Huesca", text)]
    names = clubs(text, [name_at(text, start, start + 6, "LOC", 1.0) for start in starts])
    assert [name.mention_type for name in names] == ["LOC", "ORG", "ORG"]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["ORG", "LOC", "ORG", "PER", "LOC", "PER"], ["ORG", "ORG", "ORG", "ORG", "LOC", "PER"]),
        (["LOC", "LOC", "ORG", "PER", "LOC", "PER"], ["LOC", "LOC", "ORG", "PER", "LOC", "PER"]),
    ],
)
def test_clubs_in_a_list_of_clubs_are_clubs(kinds, expected):
    text = "Jugarán Xela, Huesca, Tumba y Olmura. Perú, y también Eva." + SPORT
    forms = ["Xela", "Huesca", "Tumba", "Olmura", "Perú", "Eva"]
    names = [
        name_at(text, text.index(form), text.index(form) + len(form), kind, 1.0)
        for form, kind in zip(forms, kinds, strict=True)
    ]
    assert [name.mention_type for name in clubs(text, names)] == expected


def test_clubs_are_not_their_town():
    text = "Jugó en Huesca contra el Huesca." + SPORT
    starts = [text.index("Huesca"), text.rindex("Huesca")]
    names = clubs(text, [name_at(text, start, start + 6, "LOC", 1.0) for start in starts])
    assert [cluster.entity_type for cluster in cluster_names(text, names)] == ["LOC", "ORG"]


def test_clubs_of_a_coach_is_a_club():
    text = "El Huesca de Eva Arce ganó." + SPORT
    names = [name_at(text, 3, 9, "LOC", 1.0), name_at(text, 13, 21, "PER", 1.0)]
    assert [name.mention_type for name in clubs(text, names)] == ["ORG", "PER"]


def test_clubs_not_where_something_is_in_the_town():
    text = "Venció a Huesca. Vive en Huesca." + SPORT
    starts = [text.index("Huesca"), text.rindex("Huesca")]
    names = clubs(text, [name_at(text, start, start + 6, "LOC", 1.0) for start in starts])
    assert [name.mention_type for name in names] == ["LOC", "LOC"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Sube el Santander en Santander.", ["ORG", "LOC"]),
        ("Vive en Santander, Colombia, y en Santander.", ["LOC", "LOC"]),
        ("Santander, 3 may. Hay viento en Santander.", ["LOC", "LOC"]),
    ],
)
def test_clubs_banks_behind_an_article(text, kinds):
    starts = [match.start() for match in re.finditer("Santander", text)]
    names = clubs(text, [name_at(text, start, start + 9, "LOC", 1.0) for start in starts])
    assert [name.mention_type for name in names] == kinds


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("El gol del Cumbreño. Cumbreño ganó." + SPORT, "Cumbreño", "ORG"),
        ("Falta un Cumbreño." + SPORT, "Cumbreño", "PER"),
        ("Un Cumbreño falta." + SPORT, "Cumbreño", "PER"),
        ("Cumbreño dijo que no." + SPORT, "Cumbreño", "PER"),
        ("La casa del Cumbreño.", "Cumbreño", "PER"),
    ],
)
def test_clubs_are_called_by_the_people_of_their_town(text, form, kind):
    spans = [match.span() for match in re.finditer(form, text)]
    assert {
        name.mention_type for name in clubs(text, [name_at(text, start, end, "PER", 0.8) for start, end in spans])
    } == {kind}
