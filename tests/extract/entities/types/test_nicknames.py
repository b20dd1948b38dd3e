"""What a person is also called."""

from flows.extract.entities.types.nicknames import nicknames
from tests.extract.entities.types.typed_names import named


def test_nickname_of_a_person_is_a_persons_name():
    text = "Cayó Luis Moral, mejor conocido como El Ciclón. Solpan, también conocida como Grupo Sol."
    found, types = named(text, {"Luis Moral": "PER", "El Ciclón": "ORG", "Solpan": "ORG", "Grupo Sol": "ORG"})
    assert nicknames(text, found, types) == {"el ciclon": "PER"}


def test_nickname_in_marks_before_a_surname_is_a_persons_name():
    text = "El “Lobo” Vera cayó. La banda “Lobos” de Vera calló. “Grupo Sol” Arce."
    found, types = named(text, {"Lobo": "ORG", "Vera": "PER", "Lobos": "ORG", "Grupo Sol": "ORG", "Arce": "PER"})
    assert nicknames(text, found, types) == {"lobo": "PER"}
