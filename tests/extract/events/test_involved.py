"""Who claims a deed, takes part in it or is said to have done it, where no verb carries its noun."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

INVOLVED = [
    ("El Estado Islámico se atribuyó el atentado que mató a diez soldados en Lima.", "ASSAULT", {"Estado Islámico"}),
    ("El ELN reivindicó el ataque contra la base militar de Tumbanor.", "ASSAULT", {"ELN"}),
    ("El Gobierno peruano atribuyó el atentado al ELN tras la denuncia de la policía.", "ASSAULT", {"ELN"}),
    ("El ataque, atribuido al ELN, dejó tres policías muertos en Lima.", "ASSAULT", {"ELN"}),
    ("Según la policía, Luis Mora participó en el secuestro de la senadora Ana Gil.", "ASSAULT", {"Luis Mora"}),
    ("El ministro Luis Mora negó haber participado en el secuestro de la senadora Ana Gil.", "ASSAULT", set()),
    ("Luis Mora no participó en el secuestro de la senadora Ana Gil.", "ASSAULT", set()),
    ("El autor del crimen, Luis Mora, huyó de la policía.", "ASSAULT", {"Luis Mora"}),
    ("El presunto autor del crimen, Luis Mora, huyó de la policía.", "ASSAULT", set()),
    ("El fiscal imputó a Luis Mora como instigador del ataque contra la senadora Ana Gil.", "ASSAULT", {"Luis Mora"}),
    ("El fiscal señaló a Luis Mora como presunto autor del ataque contra Ana Gil.", "ASSAULT", set()),
    ("Chile envió mil soldados a Perú, quienes participaron en los combates en Tumbanor.", "ASSAULT", set()),
    ("El senador Luis Mora participó en la manifestación contra el gobierno de Perú.", "PROTEST", {"Luis Mora"}),
    ("El tribunal de Lima condenó a Luis Mora por el secuestro de Ana Gil.", "ASSAULT", {"Luis Mora"}),
    ("Luis Mora fue acusado del homicidio del policía Iván Paz.", "ASSAULT", {"Luis Mora"}),
    ("Luis Mora no fue condenado por el homicidio del policía Iván Paz.", "ASSAULT", set()),
    ("Ana Gil y Luis Mora condenaron el asesinato de Iván Paz.", "ASSAULT", set()),
    ("Avianca suspendió sus vuelos en protesta por la ley del gobierno de Perú.", "PROTEST", {"Avianca"}),
    ("El senador Luis Mora dejó su escaño en señal de protesta contra el presidente.", "PROTEST", {"Luis Mora"}),
    ("El senador Luis Mora habló de la protesta contra el presidente.", "PROTEST", set()),
    ("El Senado de Chile suspendió la sesión por protesta de maestros.", "PROTEST", set()),
    ("Ana Gil contó dos muertos en protestas contra el presidente.", "PROTEST", set()),
    ("La marcha encabezada por el senador Luis Mora llegó al Congreso.", "PROTEST", {"Luis Mora"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), INVOLVED)
def test_find_participants_tells_who_is_involved(nlp: "Language", text: str, event_type: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors


def test_find_participants_tells_who_is_involved_in_each_of_two_deeds(nlp: "Language") -> None:
    found = read(nlp, "El senador Luis Mora participó en el secuestro y asesinato de Juan Paz.")
    by_mora = {mention.text for mention in found.event_mentions if parties(found, mention, "actor") == {"Luis Mora"}}
    assert by_mora == {"secuestro", "asesinato"}
