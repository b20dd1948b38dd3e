"""Who does what a verb says: relative clauses, coordination, tasks and dropped subjects."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, told

if TYPE_CHECKING:
    from spacy.language import Language

DOERS = [
    ("Mora fue privado de su cargo por la Corte Suprema, que investigaba el caso.", "ACCUSE", {"Corte Suprema"}),
    ("Desde Vox, Elena Duarte, que acusó a Chile de mentir, pidió calma.", "ACCUSE", {"Elena Duarte"}),
    ("La FIFA es el organismo que denunció a Luis Mora.", "ACCUSE", {"FIFA"}),
    ("La FIFA felicita a Chile y le pide ayuda.", "REQUEST", {"FIFA"}),
    ('Elena Duarte dijo que la ministra Ana Gil "mintió a todos" y criticó a Chile.', "ACCUSE", {"Elena Duarte"}),
    ("Elena Duarte sostuvo que la crisis se debe a la guerra y culpó a Chile.", "ACCUSE", {"Elena Duarte"}),
    ("A Luis Mora se le acusa de mentir.", "ACCUSE", set()),
    ("Luis Mora viajó a Perú. Se pidió a las tropas de Chile que salieran de la ciudad.", "REQUEST", set()),
    ("El Gobierno de Noruega está dispuesto a ayudar a Malí.", "AID", {"Gobierno de Noruega"}),
    ("La guerrilla de las FARC felicitó a Luis Mora y le pidieron ayuda a Chile.", "REQUEST", {"FARC"}),
    ("La prohibición de estar en lugares que fue impuesta por el Gobierno es ilegal.", "COERCE", {"Gobierno"}),
    ("El tribunal admitió la demanda presentada por la FIFA contra Chile.", "ACCUSE", {"FIFA"}),
    ("La Fiscalía abrió una carpeta de investigación contra Luis Mora.", "ACCUSE", {"Fiscalía"}),
    ("Elena Duarte respondió a Luis Mora con acusaciones de fraude.", "ACCUSE", {"Elena Duarte"}),
    ("Diego Paz fue detenido por el asesinato de Luis Mora.", "COERCE", set()),
    ("Elena Duarte recordó la audiencia en la que se imputó a Luis Mora.", "COERCE", set()),
    ("Elena Duarte respaldó la decisión de Bolivia de no invitar al presidente Luis Mora.", "SANCTION", {"Bolivia"}),
    ("Luis Mora tenía en Perú una denuncia por fraude.", "ACCUSE", set()),
    ('Elena Duarte viajó. "La FIFA no puede prohibirlo", admitió. Pidió calma a Chile.', "REQUEST", {"Elena Duarte"}),
    ("La Comisión de Justicia, encargada de investigar a Luis Mora, calló.", "ACCUSE", {"Comisión de Justicia"}),
    ("Fue la diputada Ana Gil, del Partido Verde, quien pidió calma a Chile.", "REQUEST", {"Ana Gil"}),
    ("Elena Duarte llamó al presidente Luis Mora para pedir calma a Chile.", "REQUEST", {"Elena Duarte"}),
    ("Elena Duarte cree ofensivo pensar que Bolivia miente. Pidió calma a Chile.", "REQUEST", {"Elena Duarte"}),
    ("Elena Duarte calló cuando Luis Mora viajó a Perú. Pidió calma a Chile.", "REQUEST", {"Elena Duarte"}),
    ("Luis Mora viajó a Perú, según confirmó Elena Duarte. Pidió calma a Chile.", "REQUEST", {"Elena Duarte"}),
    (
        'Elena Duarte habló. "Hay pacto", dijo. Añadió que Bolivia tarda en firmar. Pidió calma a Chile.',
        "REQUEST",
        {"Elena Duarte"},
    ),
    ("El Senado de Chile aprobó ayer una ayuda de dos millones de euros para Perú.", "AID", {"Senado de Chile"}),
    ("El Congreso aprobó la petición de ayuda a Perú.", "REQUEST", set()),
    ("Perú firmó un Acuerdo de Libre Comercio con Canadá.", "SUPPORT", {"Perú", "Canadá"}),
    ("La que pidió la renuncia del ministro fue la senadora Elena Duarte.", "REQUEST", {"Elena Duarte"}),
    ("Fue la senadora Elena Duarte la que denunció al ministro.", "ACCUSE", {"Elena Duarte"}),
    ("Quien sí criticó al Gobierno fue Luis Mora.", "ACCUSE", {"Luis Mora"}),
    ("Como ya hizo Elena Duarte, el senador Luis Mora rechazó la reforma.", "REJECT", {"Luis Mora"}),
    ("Elena Duarte destacó el interés de Bolivia por apoyar a Luis Mora.", "SUPPORT", {"Bolivia"}),
    ("La Fiscalía anunció la apertura de una investigación contra Luis Mora.", "ACCUSE", {"Fiscalía"}),
    ("Quien denunció a la ministra Ana Gil fue el diputado Luis Mora.", "ACCUSE", {"Luis Mora"}),
    ("Quien denunció a la ministra Ana Gil fue un vecino.", "ACCUSE", set()),
    # who is asked or blamed without a name, not who asks or blames
    ("El cantante Luis Mora calló. Ana Gil acusó al cantante de agredir a Juan Paz.", "ASSAULT", {"Luis Mora"}),
    ("Ana Gil los acusó de agredir a Juan Paz.", "ASSAULT", set()),
    ("Ana Gil acusó a los vecinos de agredir a Juan Paz.", "ASSAULT", set()),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), DOERS)
def test_subjects_of_verb_is_who_does_it(nlp: "Language", text: str, event_type: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors
