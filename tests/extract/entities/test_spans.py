"""Where in a stretch a name begins and ends."""

import pytest

from flows.extract.entities.spans import trimmed


@pytest.mark.parametrize(
    ("stretch", "kind", "expected"),
    [
        ("G20 en", "MISC", "G20"),
        ("Convenio Xela de la", "MISC", "Convenio Xela"),
        ("Xela tumba", "MISC", "Xela tumba"),
        ("Lima lejana", "LOC", "Lima"),
        ("la Infanta Ana Duarte", "PER", "Ana Duarte"),
        ("Infanta", "PER", None),
        ("Gerente General del Banco Xela", "ORG", "Banco Xela"),
        ("Ana Duarte\nPerú", "PER", "Ana Duarte"),
        ("IV", "MISC", None),
        ("Dra. Eva Vera", "MISC", "Eva Vera"),
        ("Xela V.", "ORG", "Xela V"),
        ("Xela S.A.", "ORG", "Xela S.A."),
        ("T.", "PER", None),
    ],
)
def test_trimmed_leaves_the_name(stretch, kind, expected):
    name = trimmed(stretch, 0, len(stretch), kind)
    assert (name.text if name else None) == expected
