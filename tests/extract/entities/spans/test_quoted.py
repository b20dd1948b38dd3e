"""What in quotation marks belongs to a name."""

import pytest

from flows.extract.entities.names import name_at
from flows.extract.entities.spans.quoted import with_quoted


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Francisco “Lobo” Vera", [("Francisco", "PER"), ("Vera", "PER")], ["Francisco “Lobo” Vera"]),
        ('Cayó Ana "la Flaca" ayer', [("Ana", "PER")], ['Ana "la Flaca"']),
        ('Cayó Ana "Chaco" Tumbez ayer', [("Ana", "PER"), ("Tumbez", "LOC")], ['Ana "Chaco" Tumbez']),
        ("Pedro Vera “Mentira”", [("Pedro Vera", "PER")], []),
        ("Calló Vera. “El País miente”", [("Vera", "PER")], []),
        ("el Hospital Civil «Eva Arce Sosa»", [("Hospital Civil", "ORG")], ["Hospital Civil «Eva Arce Sosa»"]),
        ("Sosa Hermanos «Eva Arce»", [("Sosa Hermanos", "ORG")], []),
    ],
)
def test_with_quoted_adds_nicknames_and_whom_a_building_is_called_after(text, found, expected):
    names = [name_at(text, text.index(form), text.index(form) + len(form), kind, 0.8) for form, kind in found]
    assert [name.text for name in with_quoted(text, names)] == expected
