"""Names that lists and set phrases tell."""

import pytest

from flows.extract.entities.spans.of_lists import RULES


def told(text):
    return [(name.text, name.mention_type) for rule in RULES for name in rule(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("calló la Iglesia católica y", ("Iglesia católica", "ORG")),
        ("calló la Iglesia ortodoxa griega ayer", ("Iglesia ortodoxa griega", "ORG")),
        ("calló la Iglesia anglicana de Xela ayer", ("Iglesia anglicana de Xela", "ORG")),
        ("cayó el Imperio otomano en", ("Imperio otomano", "LOC")),
        ("dijo a BBC News Brasil", ("BBC News Brasil", "ORG")),
    ],
)
def test_rules_find_what_lists_tell(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize("text", ["la Iglesia mayor de Xela", "el Imperio católico", "una iglesia católica"])
def test_churches_and_empires_are_those_of_the_list(text):
    assert not [name for name, _ in told(text) if " " in name]
