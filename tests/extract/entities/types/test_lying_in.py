"""Places that lie in another."""

import pytest

from flows.extract.entities.types.lying_in import lying_in
from tests.extract.entities.types.typed_names import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cavan en la mina de Tumbaluz, en Xela Alta.", {"tumbaluz": "LOC"}),
        ("Lo contó Tumbaluz, en Xela Alta.", {}),
        ("Cavan en la mina de Tumbaluz y en Xela Alta.", {}),
    ],
)
def test_a_place_that_no_list_has_lies_in_another(text, expected):
    found, types = named(text, {"Tumbaluz": "MISC", "Xela Alta": "LOC"})
    assert lying_in(text, found, types) == expected
