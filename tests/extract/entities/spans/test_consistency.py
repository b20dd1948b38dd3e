"""Names in the light of the whole article."""

import pytest

from flows.extract.entities.names import name_at
from flows.extract.entities.spans.consistency import agree


def agreed(text, kinds):
    """What is left of names of these forms and types, each where the text has it first."""
    found = tuple(name_at(text, text.index(form), text.index(form) + len(form), kind, 0.8) for form, kind in kinds)
    return [(name.text, name.mention_type) for name in agree(text, found)]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Viajó a Las Vegas, Nevada.", [("Nevada", "PER")], [("Nevada", "LOC")]),
        ("Lo supo Mendoza.", [("Mendoza", "PER")], [("Mendoza", "PER")]),
        ("Lo supo Mora.", [("Mora", "PER")], [("Mora", "PER")]),
        ("Perdió Xalgo. La firma Xalgo calló.", [("Xalgo", "PER")], [("Xalgo", "ORG"), ("Xalgo", "ORG")]),
        ("Lo supo Sucre.", [("Sucre", "PER")], [("Sucre", "PER")]),
        ("El SALEM llegó.", [("SALEM", "MISC")], [("SALEM", "MISC")]),
        ("Ganó el Salem.", [("Salem", "MISC")], [("Salem", "MISC")]),
        ("Habló Vilard L. Tumbez.", [("Vilard L. Tumbez", "MISC")], [("Vilard L. Tumbez", "PER")]),
        ("Llegó Vilard V. Tumbez.", [("Vilard V. Tumbez", "MISC")], [("Vilard V. Tumbez", "MISC")]),
        ("Ganó el Vilard 1.000.", [("Vilard 1.000", "MISC")], [("Vilard 1.000", "MISC")]),
        ("Se lee el Plan B. Xela.", [("Plan B. Xela", "MISC")], [("Plan B. Xela", "MISC")]),
        (
            "Habló Eva Arce. Recuerda Eva Arce la guerra.",
            [("Eva Arce", "PER"), ("Recuerda Eva Arce", "PER")],
            [("Eva Arce", "PER"), ("Eva Arce", "PER")],
        ),
        (
            "Habló Eva Arce. Luz Eva Arce calló.",
            [("Eva Arce", "PER"), ("Luz Eva Arce", "PER")],
            [("Eva Arce", "PER"), ("Luz Eva Arce", "PER")],
        ),
        ("Vive en Eva Arce 40.", [("Eva Arce 40", "LOC")], [("Eva Arce 40", "LOC")]),
        ("Habló Luis Nevada. Nevada calló.", [("Luis Nevada", "PER")], [("Luis Nevada", "PER"), ("Nevada", "PER")]),
        ("LA XELINA CURA. La xelina no cura.", [("XELINA", "ORG")], []),
        ("La xelina no cura, dice el XELINA.", [("XELINA", "ORG")], [("XELINA", "ORG")]),
        ("LA XELINA CURA.", [("XELINA", "ORG")], [("XELINA", "ORG")]),
        ("Tomó un jarabe Xelina.", [("Xelina", "PER")], [("Xelina", "MISC")]),
        ("Tomó un jarabe Eva.", [("Eva", "PER")], [("Eva", "PER")]),
    ],
)
def test_agree_tells_by_the_whole_article(text, found, expected):
    assert agreed(text, found) == expected
