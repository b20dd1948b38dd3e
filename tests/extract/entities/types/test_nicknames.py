"""What a person is also called."""

from flows.extract.entities.types.nicknames import nicknames
from tests.extract.entities.types.typed_names import named


def test_nickname_of_a_person_is_a_persons_name():
    text = "Cayó Luis Moral, mejor conocido como El Ciclón. Solpan, también conocida como Grupo Sol."
    found, types = named(text, {"Luis Moral": "PER", "El Ciclón": "ORG", "Solpan": "ORG", "Grupo Sol": "ORG"})
    assert nicknames(text, found, types) == {"el ciclon": "PER"}
