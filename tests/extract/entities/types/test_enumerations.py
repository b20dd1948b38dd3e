"""What names in a row tell of each other."""

import pytest

from flows.extract.entities.types.enumerations import listed
from tests.extract.entities.types.typed_names import named


@pytest.mark.parametrize(
    ("text", "kinds", "surnames", "expected"),
    [
        ("Medellín, Cali y Ibagué", {"Medellín": "LOC", "Cali": "LOC", "Ibagué": "PER"}, set(), {"ibague": "LOC"}),
        ("Muncie (Indiana)", {"Muncie": "PER", "Indiana": "LOC"}, set(), {"muncie": "LOC"}),
        ("Cali, Lima y Mendoza", {"Cali": "LOC", "Lima": "LOC", "Mendoza": "PER"}, {"mendoza"}, {}),
        (
            "Solpan, Aguas Rex, Telmur, Bivo y Cristal Paz",
            {"Solpan": "ORG", "Aguas Rex": "ORG", "Telmur": "ORG", "Bivo": "PER", "Cristal Paz": "ORG"},
            set(),
            {"bivo": "ORG"},
        ),
        ("Ana y Lima", {"Ana": "PER", "Lima": "LOC"}, set(), {}),
        ("las provincias de Telmur y Bivo", {"Telmur": "ORG", "Bivo": "PER"}, set(), {"telmur": "LOC", "bivo": "LOC"}),
        ("las calles Ana Duarte y Bivo", {"Ana Duarte": "PER", "Bivo": "ORG"}, set(), {"bivo": "LOC"}),
        ("los departamentos de Salud y Trabajo", {"Salud": "ORG", "Trabajo": "ORG"}, set(), {}),
    ],
)
def test_names_in_a_row_type_what_nothing_else_settles(text, kinds, surnames, expected):
    found, types = named(text, kinds)
    told = listed(text, found, types, surnames)
    assert {form: kind for form, kind in told.items() if types[form] != kind} == expected
