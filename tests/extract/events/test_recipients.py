"""Who receives what is said, threatened or denied, and who stands only near it."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    # threats: who would undergo what is threatened
    ("El premier Luis Mora amenazó con atacar a Perú.", "THREATEN", {"Luis Mora"}, {"Perú"}),
    ("El premier Luis Mora amenazó con imponer aranceles a Perú.", "THREATEN", {"Luis Mora"}, {"Perú"}),
    ("El premier Luis Mora amenazó con nuevas sanciones contra Perú.", "THREATEN", {"Luis Mora"}, {"Perú"}),
    ("El premier Luis Mora amenazó con enviar la ley al Senado.", "THREATEN", {"Luis Mora"}, set()),
    ("El premier Luis Mora amenazó con pedir ayuda a Perú.", "THREATEN", {"Luis Mora"}, set()),
    ("El premier Luis Mora amenazó con irse a Perú.", "THREATEN", {"Luis Mora"}, set()),
    # praise and blame of somebody's work; where it is said is no party
    ("El plan de Ana Gil recibió críticas de la ONU.", "ACCUSE", {"ONU"}, {"Ana Gil"}),
    ("La reforma de Luis Mora recibe críticas en Chile.", "ACCUSE", set(), {"Luis Mora"}),
    ("La hija de Ana Gil recibió el apoyo de Chile.", "SUPPORT", {"Chile"}, set()),
    # denials: who said it, not who did it
    ("Luis Mora negó las acusaciones de Ana Gil.", "REJECT", {"Luis Mora"}, {"Ana Gil"}),
    ("Luis Mora desmintió la versión de Ana Gil.", "REJECT", {"Luis Mora"}, {"Ana Gil"}),
    ("Luis Mora negó el espionaje ruso en las elecciones.", "REJECT", {"Luis Mora"}, set()),
    ("Luis Mora negó vínculos con la banda Los Lobos.", "REJECT", {"Luis Mora"}, set()),
    ("Perú negó el asilo a Luis Mora.", "REJECT", {"Perú"}, {"Luis Mora"}),
    # promises and apologies
    ("Luis Mora se comprometió a la modernización de Chile.", "AGREE", {"Luis Mora"}, set()),
    ("Luis Mora se comprometió ante Ana Gil a retirar las tropas.", "AGREE", {"Luis Mora"}, {"Ana Gil"}),
    ("Luis Mora se disculpó ante Ana Gil.", "CONCEDE", {"Luis Mora"}, {"Ana Gil"}),
    # envoys summoned or called home
    ("Perú retiró a su embajador en Chile.", "SANCTION", {"Perú"}, {"Chile"}),
    ("Perú llamó a consultas a su embajadora en Chile.", "SANCTION", {"Perú"}, {"Chile"}),
    ("La Cancillería de Perú convocó al embajador de Chile en Lima.", "SANCTION", {"Cancillería de Perú"}, {"Chile"}),
    # invasions and coups
    ("Ana Gil se opuso a la invasión de Libia en 1990.", "ASSAULT", set(), {"Libia"}),
    ("La invasión de Rusia a Ucrania sigue.", "ASSAULT", {"Rusia"}, {"Ucrania"}),
    ("La invasión rusa de Ucrania sigue.", "ASSAULT", {"Rusia"}, {"Ucrania"}),
    ("Ana Gil recordó el golpe de Estado en Bolivia.", "ASSAULT", set(), {"Bolivia"}),
    # in whose deed somebody dies; who does a deed that is blamed
    ("Tres soldados de Israel murieron en un ataque de Hezbolá.", "ASSAULT", {"Hezbolá"}, {"Israel"}),
    ("La ONU condenó la detención de Luis Mora por parte del régimen de Cuba.", "ACCUSE", {"ONU"}, {"Cuba"}),
    ("Luis Mora fue secuestrado por guerrilleros del ELN.", "ASSAULT", {"ELN"}, {"Luis Mora"}),
    # whom a charge is laid on, beside its matter or as what
    (
        "La Justicia imputó a Luis Mora como instigador del ataque contra Juan Paz.",
        "COERCE",
        {"Justicia"},
        {"Luis Mora"},
    ),
    ("La Fiscalía imputó a Luis Mora el asesinato de Juan Paz.", "COERCE", {"Fiscalía"}, {"Luis Mora"}),
    ("Ana Gil calificó a Luis Mora como el Tirano de Perú.", "ACCUSE", {"Ana Gil"}, {"Luis Mora"}),
    # what a parse takes for the end of the name before it
    ("La destitución de Ana Gil por el Congreso indignó a Perú.", "SANCTION", {"Congreso"}, {"Ana Gil"}),
    ("El juez rechazó la demanda presentada por Ana Gil contra Luis Mora.", "ACCUSE", {"Ana Gil"}, {"Luis Mora"}),
    ("El rechazo al Gobierno de Luis Mora crece.", "REJECT", set(), {"Gobierno"}),
    # others
    ("Ana Gil apremió a su homólogo chileno para que firmara.", "REQUEST", {"Ana Gil"}, {"Chile"}),
    ("Luis Mora, tildado de capo y a quien la Fiscalía imputó en mayo, viajó.", "COERCE", {"Fiscalía"}, {"Luis Mora"}),
    ("Ana Gil felicitó a su rival, la peruana Eva Paz.", "SUPPORT", {"Ana Gil"}, {"Eva Paz"}),
    # who does it is not whom it is done to
    (
        "Juan Paz viajó. El juez, Luis Mora, acusó al político de mentir.",
        "ACCUSE",
        {"Luis Mora"},
        {"Juan Paz"},
    ),
    ("Juan Paz viajó. El juez, Luis Mora, acusó al político de robo.", "ACCUSE", {"Luis Mora"}, {"Juan Paz"}),
    ("Luis Mora calló. Su hermana Ana Gil acusó a la Policía de matarlo.", "ASSAULT", {"Policía"}, {"Luis Mora"}),
    # guests and callers
    ("Perú recibió la visita del canciller Luis Mora.", "CONSULT", {"Perú"}, {"Luis Mora"}),
    ("Ana Gil recibió una llamada del canciller Luis Mora.", "CONSULT", {"Ana Gil", "Luis Mora"}, set()),
    (
        "Ana Gil condenó los ataques de Rusia contra Ucrania y los de Israel contra Gaza.",
        "ASSAULT",
        {"Rusia"},
        {"Ucrania"},
    ),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), PARTIES)
def test_find_participants_tells_who_receives(
    nlp: "Language", text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert (parties(found, mention, "actor"), parties(found, mention, "recipient")) == (actors, recipients)
