"""What only persons have."""

from flows.extract.entities.types.persons_told import done_to
from tests.extract.entities.types.typed_names import named


def test_whom_something_is_done_to_is_a_person_and_what_is_played_or_reached_is_not():
    text = "El juez presionó a Barbosky, jugó a Ludomar y llegó hasta Telmur; criticaron a la Norvia y a NORVI."
    forms = dict.fromkeys(["Barbosky", "Ludomar", "Telmur", "Norvia", "NORVI"], "MISC")
    found, types = named(text, forms)
    assert done_to(text, found, types) == {"barbosky": "PER"}
