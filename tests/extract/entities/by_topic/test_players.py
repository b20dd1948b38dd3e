"""Surnames that were taken for places, in sport."""

import pytest

from flows.extract.entities.by_topic.players import players
from flows.extract.entities.names import name_at

SPORT = " El delantero marcó dos goles en el torneo."


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Lamentó la expulsión de Xeluci." + SPORT, "Xeluci", "PER"),
        ("Lamentó la expulsión de Xeluci.", "Xeluci", "LOC"),
        ("Jugó en Xeluci." + SPORT, "Xeluci", "LOC"),
        ("Es natural de Xeluci." + SPORT, "Xeluci", "LOC"),
        ("Xeluci, 3 may." + SPORT, "Xeluci", "LOC"),
        ("Es la derrota de Huesca." + SPORT, "Huesca", "LOC"),
        ("Es la derrota de Perú." + SPORT, "Perú", "LOC"),
    ],
)
def test_players_words_that_no_gazetteer_has_are_somebody_in_sport(text, form, kind):
    start = text.index(form)
    (found,) = players(text, [name_at(text, start, start + len(form), "LOC", 1.0)])
    assert found.mention_type == kind


def test_players_not_among_places():
    text = "Viajó de Huesca y Xeluci." + SPORT
    names = [name_at(text, text.index(form), text.index(form) + len(form), "LOC", 1.0) for form in ("Huesca", "Xeluci")]
    assert [name.mention_type for name in players(text, names)] == ["LOC", "LOC"]
