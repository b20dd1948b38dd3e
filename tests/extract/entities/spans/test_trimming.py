"""Where in a stretch a name begins and ends."""

import pytest

from flows.extract.entities.spans.trimming import trimmed


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
        ("Copa Xela *NUMBER*", "MISC", "Copa Xela"),
        ("Xelense pic.twitter.com/Ab3", "PER", "Xelense"),
        ('Casa Tumba)."Si', "ORG", "Casa Tumba"),
        ('El topo") y otra (', "MISC", "El topo"),
        ("Instituto Xela(INX", "ORG", "Instituto Xela"),
        ("Partido Andino (PA)-Unidos", "ORG", "Partido Andino (PA)-Unidos"),
        ('Ana "Pepa" Duarte', "PER", 'Ana "Pepa" Duarte'),
        ("Consejo Asesor de la empresa", "ORG", "Consejo Asesor"),
        ("Duque", "PER", None),
        ("Dra Eva Vera", "ORG", "Eva Vera"),
        ("Primer Ministro de Canadá", "MISC", "Canadá"),
        ("Santo Padre", "PER", None),
        ("Casa Tumba Foto", "ORG", "Casa Tumba"),
        ("Ana Vera Según", "PER", "Ana Vera"),
        ("Xela Para", "MISC", "Xela Para"),
    ],
)
def test_trimmed_leaves_the_name(stretch, kind, expected):
    name = trimmed(stretch, 0, len(stretch), kind)
    assert (name.text if name else None) == expected


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Dijo que Duque se equivoca.", True),
        ("Dijo que el Duque se equivoca.", False),
        ("Habló. Duque es el título.", False),
        ("Vio a Duque Mayor.", False),
    ],
)
def test_trimmed_leaves_a_surname_that_is_a_title_too(text, is_name):
    start = text.index("Duque")
    assert (trimmed(text, start, start + 5, "PER") is not None) is is_name
