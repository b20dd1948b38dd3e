"""To whom a deed is done, and who only stands near it: charges passed on, killers and killed, posts, victims."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    (
        "La Corte Suprema envió a la Fiscalía General la indagación que seguía en contra del senador Luis Mora.",
        "ACCUSE",
        {"Corte Suprema"},
        {"Luis Mora"},
    ),
    ("Ana Gil presentó una querella a Clarín.", "ACCUSE", {"Ana Gil"}, {"Clarín"}),
    ("La renuncia de Luis Mora al Senado sorprendió.", "CONCEDE", {"Luis Mora"}, set()),
    ("Luis Mora presentó su renuncia al presidente Iván Paz.", "CONCEDE", {"Luis Mora"}, {"Iván Paz"}),
    ("Tras su primera condena por cohecho, Luis Mora calló.", "ACCUSE", set(), {"Luis Mora"}),
    ("Hubo protestas contra la violencia y el asesinato de Luis Mora.", "PROTEST", set(), set()),
    ("Ana Gil marchó en protesta contra el secuestro de Luis Mora.", "PROTEST", {"Ana Gil"}, set()),
    ("Los asesinatos selectivos del Ejército deben cesar.", "ASSAULT", {"Ejército"}, set()),
    ("El asesinato del senador Luis Mora indignó a Perú.", "ASSAULT", set(), {"Luis Mora"}),
    (
        "Tras la toma de las instalaciones de la Universidad de Lima por estudiantes, hubo calma.",
        "PROTEST",
        set(),
        {"Universidad de Lima"},
    ),
    ("Autoridades de Jalisco detuvieron a Luis Mora.", "COERCE", {"Jalisco"}, {"Luis Mora"}),
    ("Legisladores del PRI y del PAN exigieron a Pemex un informe.", "REQUEST", {"PRI", "PAN"}, {"Pemex"}),
    ("El papa Francisco visitará Arequipa el lunes.", "CONSULT", {"Francisco"}, set()),
    ("El atentado de Pamplona fue brutal.", "ASSAULT", set(), set()),
    (
        "El juez citó a Luis Mora por fraude.(Además: Fiscalía alista acusación contra Iván Paz) Ayer lo detuvieron.",
        "COERCE",
        set(),
        {"Luis Mora"},
    ),
    (
        "La Corte Suprema habló. Luis Mora calló. La Fiscalía dijo que ayer lo citaron por sus reuniones con Iván Paz.",
        "CONSULT",
        {"Luis Mora", "Iván Paz"},
        set(),
    ),
    (
        "Los diputados del PAN Luis Mora, Iván Paz y Ana Gil criticaron a Chile.",
        "ACCUSE",
        {"Luis Mora", "Iván Paz", "Ana Gil"},
        {"Chile"},
    ),
    ("Luis Mora leyó el libro que Ana Gil escribió en mayo y criticó a Chile.", "ACCUSE", {"Luis Mora"}, {"Chile"}),
    ("Luis Mora presentó su renuncia ante el Congreso.", "CONCEDE", {"Luis Mora"}, set()),
    ("Siguen las felicitaciones de empresarios para Ana Gil.", "SUPPORT", set(), {"Ana Gil"}),
    ("Luis Mora habló en Lima. La Corte Suprema calló. Fue asesinado el lunes.", "ASSAULT", set(), {"Luis Mora"}),
    (
        "Álvaro Mora visitó Lima. El presidente peruano Iván Paz calló. El fiscal investigó al expresidente peruano.",
        "ACCUSE",
        set(),
        {"Álvaro Mora"},
    ),
    # who is said to be the victim of it
    ("El gobernador Luis Mora fue víctima de un atentado en Lima.", "ASSAULT", set(), {"Luis Mora"}),
    ("Luis Mora, víctima de un secuestro en 2019, calló.", "ASSAULT", set(), {"Luis Mora"}),
    (
        "El Congreso fue objeto de duras críticas por parte de la OEA.",
        "ACCUSE",
        {"Organización de los Estados Americanos"},
        {"Congreso"},
    ),
    ("Luis Mora habló con víctimas de un secuestro en Lima.", "ASSAULT", set(), set()),
    # two participles of one person, and a relative who is not who the name says
    ("Ana Gil dijo que fue agredida por agentes y detenida sin orden judicial.", "COERCE", set(), {"Ana Gil"}),
    ("Luis Mora, yerno de la viuda Ana Gil, quien fue detenido el lunes, calló.", "COERCE", set(), {"Luis Mora"}),
    ("Ana Gil, hija de la viuda Eva Paz, quien fue detenida el lunes, calló.", "COERCE", set(), {"Eva Paz"}),
    ("Hermano del rey Carlos III ingresa en prisión por fraude", "COERCE", set(), set()),
    ("Hijo del presidente Luis Mora insulta a la diputada Ana Gil", "ACCUSE", set(), {"Ana Gil"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), PARTIES, ids=lambda value: str(value)[:40])
def test_extract_events_tells_who_undergoes_it(
    nlp: "Language", text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors
    assert parties(found, mention, "recipient") == recipients


def test_extract_events_gives_a_massacre_called_by_its_place_no_victim_of_another(nlp: "Language") -> None:
    text = "Ana Gil recordó el homicidio del senador Luis Mora y la masacre de El Salado."
    found, _ = told(nlp, text, "ASSAULT")
    victims = {each.text: parties(found, each, "recipient") for each in found.event_mentions}
    assert victims == {"homicidio": {"Luis Mora"}, "masacre": set()}


def test_extract_events_takes_a_firm_for_none_of_those_whom_it_employs(nlp: "Language") -> None:
    found, _ = told(nlp, "Cientos de empleados de Iris Motor marcharon en Lima.", "PROTEST")
    assert not found.event_participants


def test_extract_events_tells_nothing_of_a_link_in_brackets(nlp: "Language") -> None:
    found = read(nlp, "El pan sube.(Le sugerimos: Ana Gil exige a Chile un plan) El pan baja.")
    assert not found.event_mentions


def test_extract_events_keeps_the_place_that_is_no_host(nlp: "Language") -> None:
    found, mention = told(nlp, "El papa Francisco visitará Tamaulipas el lunes.", "CONSULT")
    names = {entity.article_entity_id: entity.name for entity in found.entities}
    assert names[mention.place_entity_id or ""] == "Tamaulipas"
    assert not parties(found, mention, "recipient")
