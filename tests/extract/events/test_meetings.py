"""Who meets, visits and goes along: the parties of meetings, of offices that meet, and of travellers."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    # the city of a meeting is where it is held
    ("En la cumbre de Oslo, los líderes de la OTAN elogiaron a Chile.", {"OTAN"}),
    ("La cumbre de Singapur, a la que asistieron Luis Mora y Ana Gil, fue breve.", {"Luis Mora", "Ana Gil"}),
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
    # one of many of a region is nobody named
    ("Juan Paz votó en Lima. Un limeño dijo que se reunió con la senadora Ana Gil.", {"Ana Gil"}),
    # lists of a plural noun
    (
        "Asistirán a la cumbre los presidentes Luis Mora, de Chile, Ana Gil, de Perú, y Juan Paz, de Cuba.",
        {"Luis Mora", "Ana Gil", "Juan Paz"},
    ),
    (
        "Luis Mora se reunirá con el líder de la CEOE, Juan Paz, y con los de UGT, Ana Gil, y CCOO, Elena Duarte.",
        {"Luis Mora", "Juan Paz", "Ana Gil", "Elena Duarte"},
    ),
    # a doer after the verb; a caption
    ("Siguen las negociaciones que mantuvieron funcionarios de Chile con Perú.", {"Chile", "Perú"}),
    ("Ayer se reunió el presidente de Chile con Ana Gil en Lima.", {"Chile", "Ana Gil"}),
    ("Ana Gil y Luis Mora, durante la reunión de la OTAN en Lima.", {"Ana Gil", "Luis Mora", "OTAN"}),
    # what is held or to be held; who puts it off; who leads a delegation; a counterpart
    ("La reunión prevista entre Luis Mora y Ana Gil fue breve.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora aplazó la cumbre prevista con Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("La delegación encabezada por Luis Mora se reunió con la ONU.", {"Luis Mora", "ONU"}),
    (
        "El canciller peruano Luis Mora se reunirá hoy en Lima con su homóloga chilena, Ana Gil.",
        {"Luis Mora", "Ana Gil"},
    ),
    # who goes there or leads it, told of the meeting itself; who is brought along
    ("En una reunión a la que asistieron Luis Mora y Ana Gil se aprobó la ley.", {"Luis Mora", "Ana Gil"}),
    ("La reunión, presidida por la ministra Ana Gil, duró una hora en el Congreso.", {"Ana Gil"}),
    (
        "Luis Mora se reunió, junto con la ministra Ana Gil, con el presidente de Perú, Juan Paz.",
        {"Luis Mora", "Ana Gil", "Juan Paz"},
    ),
    ("Luis Mora acompañó a la ministra Ana Gil en su visita a Perú.", {"Luis Mora", "Ana Gil"}),
    # companions
    ("Luis Mora viajó a Perú acompañado por su esposa, Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora visitó Perú con su esposa, Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora acudió a una cita con Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("Viajaron a Perú el ministro, Luis Mora; y la alcaldesa, Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora acompañó a Ana Gil a un encuentro con vecinos.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora y Ana Gil presidieron la reunión del grupo.", {"Luis Mora", "Ana Gil"}),
    # a clause about a thing, a programme or a restaurant is nobody's
    ("Luis Mora eludió comentar las notas chilenas que criticaron su visita a Perú.", {"Luis Mora"}),
    ("Luis Mora dio unos datos que sorprendieron durante una visita a Perú.", {"Luis Mora"}),
    ("Luis Mora había contado para Noches Vivas que tuvo una reunión con Ana Gil.", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora cenó en un local que se llama Borges. Después tuvo una reunión con Ana Gil.", {"Luis Mora", "Ana Gil"}),
    # whoever a phrase is said to be, of two titles and of members
    ("Otro diputado del PP que asistió a la cumbre fue el consejero Luis Mora.", {"Luis Mora"}),
    ("Ana Gil se reunió con el ministro de Salud, general Luis Mora.", {"Luis Mora", "Ana Gil"}),
    ("Ana Gil se reunió con los líderes de varios países miembros de la OTAN.", {"Ana Gil", "OTAN"}),
]


@pytest.mark.parametrize(("text", "actors"), PARTIES)
def test_find_participants_tells_who_meets(nlp: "Language", text: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, "CONSULT")
    assert parties(found, mention, "actor") == actors


NO_MEETINGS = [
    "El presidente Luis Mora habló con la prensa.",
    "El presidente Luis Mora mantuvo una entrevista con la revista Lux.",
    "En conversación con la cadena Lux, el presidente Luis Mora pidió calma.",
    "El ministro Luis Mora compareció en un juzgado de Lima.",
    "Las comparecencias de Luis Mora ante la prensa fueron breves en la campaña electoral.",
    "La senadora Ana Gil participó en la audiencia sobre el caso Lux.",
    "Todo cambió con la llegada del presidente Luis Mora a la Casa Blanca.",
    "El senador Luis Mora trasladó sus ahorros a Chile.",
]


@pytest.mark.parametrize("text", NO_MEETINGS)
def test_extract_events_takes_no_word_to_press_or_court_for_a_meeting(nlp: "Language", text: str) -> None:
    assert "CONSULT" not in {event.event_type for event in read(nlp, text).event_mentions}


@pytest.mark.parametrize("city", ["Singapur", "Oslo"])
def test_extract_events_knows_a_meeting_by_its_city(nlp: "Language", city: str) -> None:
    found = read(nlp, f"Luis Mora y Ana Gil celebraron una cumbre. Tras la cumbre de {city}, Juan Paz pidió calma.")
    summit = [event for event in found.event_mentions if event.event_type == "CONSULT"][-1]
    assert summit.text == "cumbre"
    assert parties(found, summit, "actor") == {"Luis Mora", "Ana Gil"}


def test_extract_events_knows_a_meeting_by_where_it_was(nlp: "Language") -> None:
    text = "Luis Mora y Ana Gil se reunieron en Oslo. Juan Paz y Elena Duarte se reunieron en Lima. Sigue {}."
    for city, who in (("Oslo", {"Luis Mora", "Ana Gil"}), ("Lima", {"Juan Paz", "Elena Duarte"})):
        found = read(nlp, text.format(f"vivo el recuerdo de la reunión de {city}"))
        again = next(event for event in found.event_mentions if event.text == "reunión")
        assert parties(found, again, "actor") == who


def test_extract_events_keeps_the_word_that_tells_who_meets(nlp: "Language") -> None:
    found, summit = told(nlp, "La cumbre entre Chile y Perú se celebró ayer en Lima.", "CONSULT")
    assert parties(found, summit, "actor") == {"Chile", "Perú"}


def test_extract_events_completes_no_meeting_with_others(nlp: "Language") -> None:
    found = read(nlp, "Luis Mora y Ana Gil se reunieron en Lima. Luis Mora mantuvo contactos con otros partidos.")
    contacts = next(event for event in found.event_mentions if event.text == "contactos")
    assert parties(found, contacts, "actor") == {"Luis Mora"}


def test_find_participants_gives_a_visit_on_a_tour_no_host(nlp: "Language") -> None:
    found = read(nlp, "Luis Mora viajará a Perú. La visita, en la primera gira del presidente Luis Mora, será larga.")
    visit = next(event for event in found.event_mentions if event.text == "visita")
    assert parties(found, visit, "actor") == {"Luis Mora"}
    assert parties(found, visit, "recipient") == {"Perú"}


def test_find_participants_tells_who_is_received_where_she_goes(nlp: "Language") -> None:
    found = read(nlp, "La ministra Ana Gil viajó a Perú, donde será recibida por el presidente Luis Mora.")
    reception = next(event for event in found.event_mentions if event.text == "recibida")
    assert parties(found, reception, "recipient") == {"Ana Gil"}


def test_find_participants_takes_no_president_named_later_for_that_of_another_country(nlp: "Language") -> None:
    text = (
        "El presidente chileno visitó Perú. Allí vio al presidente Luis Mora y al presidente venezolano, Juan Paz, "
        "y habló de paz."
    )
    found = read(nlp, text)
    visit = next(event for event in found.event_mentions if event.text == "visitó")
    assert parties(found, visit, "actor") == {"Chile"}
