"""Who accuses, detains, attacks and sanctions, where another phrase than the subject of the verb says so."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, told

if TYPE_CHECKING:
    from spacy.language import Language

DOERS = [
    ("Luis Mora fue juzgado y condenado por homicidio por la justicia de Vilarda.", "ACCUSE", {"Vilarda"}),
    ("Las autoridades del distrito de Tumbanor detuvieron a Luis Mora.", "COERCE", {"Tumbanor"}),
    ("El alcalde de Chicago calló. La policía de Chicago detuvo a tres personas.", "COERCE", {"Chicago"}),
    ("Luis Mora fue detenido por orden de la justicia peruana.", "COERCE", {"Perú"}),
    ("Tres jóvenes murieron por disparos de la Policía Nacional en Lima.", "ASSAULT", {"Policía Nacional"}),
    ("Ana Gil publicó un video en el que condena la guerra contra Perú.", "ACCUSE", {"Ana Gil"}),
    ("La prensa comentó la carta de Ana Gil en la que acusa a Luis Mora de mentir.", "ACCUSE", {"Ana Gil"}),
    ("Elena Duarte oyó el discurso de Luis Mora, que ha criticado por no hablar de Perú.", "ACCUSE", {"Elena Duarte"}),
    ("LIMA.- La Fiscalía Nacional acusó a Luis Mora de mentir.", "ACCUSE", {"Fiscalía Nacional"}),
    ("En la plaza se enfrentaron policías de Perú y soldados de Chile.", "ASSAULT", {"Perú"}),
    (
        "La Embajada de Perú calló, según constató Reuters. Sin embargo, denunció a Luis Mora.",
        "ACCUSE",
        {"Embajada de Perú"},
    ),
    ("El ex secretario de Estado acusó a Luis Mora de mentir.", "ACCUSE", set()),
    ("Luis Mora fue deportado de México.", "COERCE", {"México"}),
    ("La deportación de Luis Mora desde Guatemala sorprendió.", "COERCE", {"Guatemala"}),
    ("El senador Luis Mora será expulsado del Partido Popular.", "SANCTION", {"Partido Popular"}),
    ("El gobierno de Perú fue el primero en atacar a Chile.", "ASSAULT", {"Perú"}),
    ("Ana Gil criticó la pretensión de Francia de sancionar a Perú.", "SANCTION", {"Francia"}),
    ("Vietnam actuó pronto. En marzo estableció cuarentenas para los viajeros.", "COERCE", {"Vietnam"}),
    ("La Fiscalía General le sigue dos juicios a Luis Mora.", "ACCUSE", {"Fiscalía General"}),
    ("Un decreto del presidente Luis Mora prohíbe las marchas en el país.", "COERCE", {"Luis Mora"}),
    (
        "Un operativo conjunto de la Guardia Civil y la Policía Nacional logró incautar dos camiones con droga.",
        "COERCE",
        {"Guardia Civil", "Policía Nacional"},
    ),
    ("Una operación de la Policía Nacional permitió detener al senador Luis Mora.", "COERCE", set()),
    ("El juez Luis Mora calló. El Magistrado autorizó la marcha de los partidos.", "CONCEDE", {"Luis Mora"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), DOERS)
def test_find_participants_tells_who_does_it(nlp: "Language", text: str, event_type: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors
