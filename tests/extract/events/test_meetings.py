"""Who meets, visits and goes along: the parties of meetings, of offices that meet, and of travellers."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    # the city of a meeting is where it is held
    ("En la cumbre de Oslo, los líderes de la OTAN elogiaron a Chile.", {"OTAN"}),
    ("La cumbre de Oslo y Pekín sobre pesca fue breve.", {"Noruega", "China"}),
    # offices belong to the body, not to what they see to
    ("Los ministros de Defensa de la OTAN se reunieron en Oslo, dijo la OTAN.", {"OTAN"}),
    ("Los ministros de Hacienda de Chile y Perú negociaron un pacto.", {"Chile", "Perú"}),
    (
        "Llegaron los ministros de Salud de la OTAN. La OTAN calló. Los ministros de Transportes negociarán con Chile.",
        {"OTAN", "Chile"},
    ),
    # who begins, ends or is on a visit makes it
    ("Luis Mora, que el lunes concluyó una visita a Perú, habló de paz.", {"Luis Mora"}),
    ("El comisario Luis Mora, quien se encuentra de visita en Perú, habló de paz.", {"Luis Mora"}),
    ("La visita a Perú iniciada ayer por Luis Mora fue breve.", {"Luis Mora"}),
    # the other side is in the clause around, or beside the verb that carries the meeting
    ("Tras un encuentro de dos horas con Ana Gil, Luis Mora pidió calma.", {"Ana Gil", "Luis Mora"}),
    ("La reunión que celebrará Luis Mora con Ana Gil será larga.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora presidió la reunión de la OTAN en Oslo.", {"Luis Mora", "OTAN"}),
    ("La cumbre chileno-peruana duró dos días.", {"Chile", "Perú"}),
    # lists of a plural noun
    (
        "Asistirán a la cumbre los presidentes Luis Mora, de Chile, Ana Gil, de Perú, y Juan Paz, de Cuba.",
        {"Luis Mora", "Ana Gil", "Juan Paz"},
    ),
    # companions
    ("Luis Mora viajó a Perú acompañado por su esposa, Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora visitó Perú con su esposa, Ana Gil.", {"Luis Mora", "Ana Gil"}),
]


@pytest.mark.parametrize(("text", "actors"), PARTIES)
def test_find_participants_tells_who_meets(nlp: "Language", text: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, "CONSULT")
    assert parties(found, mention, "actor") == actors


def test_find_participants_takes_no_president_named_later_for_that_of_another_country(nlp: "Language") -> None:
    text = (
        "El presidente chileno visitó Perú. Allí vio al presidente Luis Mora y al presidente venezolano, Juan Paz, "
        "y habló de paz."
    )
    found = read(nlp, text)
    visit = next(event for event in found.event_mentions if event.text == "visitó")
    assert parties(found, visit, "actor") == {"Chile"}
