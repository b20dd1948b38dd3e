"""What a noun before or behind a name says."""

import pytest

from flows.extract.entities.types.introductions import introduced
from tests.extract.entities.types.typed_names import named


def test_introduced_noun_makes_a_place():
    found, types = named("el alcalde de Xoltepec y Ana", {"Xoltepec": "PER", "Ana": "PER"})
    assert introduced("el alcalde de Xoltepec y Ana", found, types) == {"xoltepec": "LOC"}


def test_introduced_place_is_one_whatever_person_it_is_called_after():
    text = "Viven en Ana Olvera, una localidad del sur, con Ana Duarte."
    found, types = named(text, {"Ana Olvera": "PER", "Ana Duarte": "PER"})
    assert introduced(text, found, types) == {"ana olvera": "LOC"}


@pytest.mark.parametrize(
    ("text", "name", "kind", "expected"),
    [
        ("Hay películas como “Vilarda”.", "Vilarda", "PER", {"vilarda": "MISC"}),
        ("Hay empresas como Vilarda.", "Vilarda", "LOC", {"vilarda": "ORG"}),
        ("Hay plataformas como Vilarda.", "Vilarda", "MISC", {}),
        ("Hay gente como Vilarda.", "Vilarda", "PER", {}),
        ("Llegó la chef Vilarda.", "Vilarda", "ORG", {"vilarda": "PER"}),
        ("Habló con el Dr. Vilarda.", "Vilarda", "LOC", {"vilarda": "PER"}),
        ("Lo dijo Vilarda Tumbez, directora de una clínica.", "Vilarda Tumbez", "ORG", {"vilarda tumbez": "PER"}),
        ("Lo dijo Vilarda Tumbez, filial de una empresa.", "Vilarda Tumbez", "ORG", {}),
        ("Lo dijo Vilarda, directora de una clínica.", "Vilarda", "ORG", {}),
        ("Habló la diputada Vilarda Tumbez.", "Vilarda Tumbez", "ORG", {"vilarda tumbez": "PER"}),
        ("Habló la ministra Vilarda.", "Vilarda", "ORG", {}),
        ("Habló la ministra de Vilarda Tumbez.", "Vilarda Tumbez", "ORG", {}),
        ("Llegó en tren a la región Vilarda.", "Vilarda", "ORG", {"vilarda": "LOC"}),
    ],
)
def test_introduced_tells_what_a_noun_says(text, name, kind, expected):
    found, types = named(text, {name: kind})
    assert introduced(text, found, types) == expected
