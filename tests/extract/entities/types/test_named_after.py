"""Places and bodies that are called after persons."""

import pytest

from flows.extract.entities.clusters.of_names import cluster_names
from flows.extract.entities.names import name_at
from flows.extract.entities.types.named_after import named_after


def names(text, *forms):
    found, start = [], 0
    for form in forms:
        start = text.index(form, start)
        found.append(name_at(text, start, start + len(form), "PER", 1.0))
        start += len(form)
    return named_after(text, found)


def test_named_after_a_family_is_none_of_its_members():
    text = "Eva Arcegui llegó. Los Arcegui callaron. Arcegui se fue."
    found = names(text, "Eva Arcegui", "Arcegui", "Arcegui")
    clusters = cluster_names(text, found)
    assert [(cluster.name, len(cluster.names)) for cluster in clusters] == [("Eva Arcegui", 2), ("familia Arcegui", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Desfilaron por la plaza Eva Arce.", "LOC"),
        ("Murió en el hospital “Eva Arce”.", "ORG"),
        ("Jugaron en el Eva Arce.", "LOC"),
        ("Vio la serie Eva Arce.", "MISC"),
        ("Llegó el huracán Eva Arce.", "MISC"),
        ("Habló de la plaza con Eva Arce.", "PER"),
        ("El caso Eva Arce sigue.", "PER"),
        ("Llegó al puerto. Eva Arce calló.", "PER"),
    ],
)
def test_named_after_tells_what_is_called_so(text, expected):
    assert [name.mention_type for name in names(text, "Eva Arce")] == [expected]


def test_named_after_keeps_the_square_from_the_person():
    text = "Eva Arce vivió cerca de la plaza Eva Arce, donde Arce murió."
    found = cluster_names(text, names(text, "Eva Arce", "Eva Arce", "Arce"))
    assert [(cluster.entity_type, len(cluster.names)) for cluster in found] == [("PER", 2), ("LOC", 1)]


def test_named_after_joins_the_school_of_the_full_name():
    text = "Habló el Instituto Militar Eva Arce. El instituto Eva Arce calló."
    full = name_at(text, 9, 35, "ORG", 1.0)
    start = text.rindex("Eva Arce")
    short = named_after(text, [name_at(text, start, start + 8, "PER", 1.0)])
    (cluster,) = cluster_names(text, (full, *short))
    assert len(cluster.names) == 2
