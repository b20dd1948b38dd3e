"""Who meets, protests and thanks: the parties of nouns, of meetings told in passing, and of headlines."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    (
        "Elena Duarte afirmó ayer en una reunión con diputados que Chile votará.",
        "CONSULT",
        {"Elena Duarte"},
    ),
    ("Elena Duarte viajó. Tras la cumbre con Ana Gil, escribió que votará.", "CONSULT", {"Elena Duarte", "Ana Gil"}),
    ("Luis Mora murió después de haberse reunido con Juan Paz.", "CONSULT", {"Luis Mora", "Juan Paz"}),
    ("Elena Duarte piensa perdonar a Luis Mora y negociará con él.", "CONSULT", {"Elena Duarte", "Luis Mora"}),
    ("El presidente Mora y la premier de Noruega, Ingrid Berg, acordaron un plan.", "AGREE", {"Mora", "Ingrid Berg"}),
    ("La guerrilla colombiana del Ejército Popular felicitó a Luis Mora.", "SUPPORT", {"Ejército Popular"}),
    ("Luis Mora mandó una carta a Elena Duarte para felicitarla.", "SUPPORT", {"Luis Mora"}),
    ("Envía Francia condolencias a Turquía por el terremoto.", "SUPPORT", {"Francia"}),
    ("La protesta de Londres contra la reforma reunió a miles.", "PROTEST", set()),
    ("Estudiantes de la Universidad de Chile protestaron ayer.", "PROTEST", set()),
    ("La alcaldía llevará a los tribunales la huelga de ayer.", "PROTEST", set()),
    ("La Policía calló. Los organizadores hablaron de su marcha.", "PROTEST", set()),
    ("El Gobierno ruso y el chino criticaron a Japón.", "ACCUSE", {"Gobierno", "China"}),
    ("El PP, Vox y Ciudadanos condenaron a Chile.", "ACCUSE", {"Partido Popular", "Vox", "Ciudadanos"}),
    ("Luis Mora envió un mensaje de condolencias a Perú.", "SUPPORT", {"Luis Mora"}),
    ("Luis Mora leyó una carta de felicitación de parte de Ana Gil.", "SUPPORT", {"Ana Gil"}),
    ("El proceso de negociación iniciado por Ana Gil con Chile sigue.", "CONSULT", {"Ana Gil", "Chile"}),
    ("La Policía multó a los convocantes por haber mentido en su marcha contra Chile.", "PROTEST", set()),
    ("Luis Mora defendió el acuerdo logrado por él mismo.", "AGREE", {"Luis Mora"}),
    ("Perú anunció sanciones a Luis Mora por haber roto su promesa a Chile.", "AGREE", {"Luis Mora"}),
    ("El Gobierno impuso sanciones a los organizadores por haber mentido en su marcha.", "PROTEST", set()),
    ("Luis Mora pidió perdón a Ana Gil por haber roto su promesa a Chile.", "AGREE", {"Luis Mora"}),
    ("El Ejército obligó a Luis Mora a renunciar.", "CONCEDE", {"Luis Mora"}),
    ("Luis Mora se vio obligado a dimitir.", "CONCEDE", {"Luis Mora"}),
    ("Luis Mora fue obligado a dimitir por el Ejército.", "CONCEDE", {"Luis Mora"}),
    ("El presidente Luis Mora decretó la militarización de Guayaquil.", "MOBILIZE", {"Luis Mora"}),
    ("Ana Gil recordó la anexión de Austria.", "ASSAULT", set()),
    ("Un joven murió por la represión de la Gendarmería Nacional.", "COERCE", {"Gendarmería Nacional"}),
    ("La ministra Elena Duarte condujo la investigación contra Luis Mora.", "ACCUSE", {"Elena Duarte"}),
    ("Elena Duarte habló de paz durante una visita a Perú.", "CONSULT", {"Elena Duarte"}),
    ("Elena Duarte habló de paz durante una visita de médicos a Perú.", "CONSULT", set()),
    (
        "Luis Mora habló con los presidentes de Perú, Ana Gil; Chile, Elena Duarte; y Francia, Jean Paul.",
        "CONSULT",
        {"Luis Mora", "Ana Gil", "Elena Duarte", "Jean Paul"},
    ),
    ("Tras la cumbre con Luis Mora, Moscú pidió calma.", "CONSULT", {"Rusia", "Luis Mora"}),
    ("Israel e Irán pactaron una tregua con la mediación de Catar.", "AGREE", {"Israel", "Irán"}),
    ("Israel pactó una tregua con el presidente de Catar.", "AGREE", {"Israel", "Catar"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), PARTIES)
def test_find_participants_tells_who_acts(nlp: "Language", text: str, event_type: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors


@pytest.mark.parametrize(
    ("text", "event_type", "recipients"),
    [
        ("La jueza Elena Duarte ordenó la detención de Luis Mora.", "COERCE", {"Luis Mora"}),
        ("Perú criticó la invasión chilena de Bolivia.", "ACCUSE", {"Chile"}),
        ("Israel lanzó un ataque con misiles contra Siria.", "ASSAULT", {"Siria"}),
        ("Rusia lanzó anoche cuarenta drones y diez misiles contra Ucrania.", "ASSAULT", {"Ucrania"}),
    ],
)
def test_find_participants_of_a_verb_with_its_deed_as_object(
    nlp: "Language", text: str, event_type: str, recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "recipient") == recipients


def test_find_participants_gives_a_tour_that_goes_on_its_host(nlp: "Language") -> None:
    found, mention = told(nlp, "Elena Duarte continúa su gira este jueves en Perú.", "CONSULT")
    assert parties(found, mention, "recipient") == {"Perú"}


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Chile obligó a Perú a liberar a los presos.", [("liberar", "occurred")]),
        ("La oposición no obligó a Luis Mora a dimitir.", [("dimitir", "denied")]),
        ("La ley obliga a Perú a liberar a los presos.", [("liberar", "hypothetical")]),
        ("El Ejército quiso obligar a Luis Mora a dimitir.", [("obligar", "hypothetical")]),
        ("Chile pidió a Perú liberar a los presos.", [("pidió", "occurred")]),
    ],
)
def test_extract_events_tells_what_is_forced_as_the_one_deed(
    nlp: "Language", text: str, read_as: list[tuple[str, str]]
) -> None:
    assert [(event.text, event.status) for event in read(nlp, text).event_mentions] == read_as


def test_extract_events_takes_sanctions_that_are_only_spoken_of_for_no_deed(nlp: "Language") -> None:
    found = read(nlp, "La ONU impuso sanciones a Perú. El informe estudia el impacto de las sanciones.")
    assert [event.text for event in found.event_mentions] == ["impuso"]


def test_find_participants_gives_what_is_spoken_of_in_general_to_nobody(nlp: "Language") -> None:
    found = read(nlp, "Luis Mora denunció que manifestarse contra Chile es inútil.")
    assert not [event for event in found.event_mentions if event.event_type == "PROTEST"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "Elena Duarte se reunió con Luis Mora. La cita con Luis Mora duró poco. La reunión de Luis Mora fue larga.",
            True,
        ),
        (
            "Chile y Perú negocian desde enero. Siguen las negociaciones de Perú. Fracasan las negociaciones de Chile.",
            True,
        ),
        (
            "Chile y Perú negocian desde enero. Fracasan las negociaciones de Perú con Bolivia.",
            False,
        ),
    ],
)
def test_extract_events_completes_a_meeting_by_the_mention_that_names_more(
    nlp: "Language", text: str, *, last: bool
) -> None:
    found = read(nlp, text)
    meetings = [event for event in found.event_mentions if event.event_type == "CONSULT"]
    first, again = parties(found, meetings[0], "actor"), parties(found, meetings[-1], "actor")
    assert len(first) == 2
    assert (again == first) is last


def test_extract_events_lets_a_meeting_have_the_parties_that_a_later_mention_names(nlp: "Language") -> None:
    found = read(nlp, "Las negociaciones de Chile avanzan. Ana Gil elogió ayer las negociaciones entre Chile y Perú.")
    meetings = [event for event in found.event_mentions if event.event_type == "CONSULT"]
    assert [parties(found, meeting, "actor") for meeting in meetings] == [{"Chile", "Perú"}] * 2


def test_extract_events_lets_a_process_repeat_the_talks_before(nlp: "Language") -> None:
    found = read(nlp, "Chile y Perú negocian desde enero. Ana Gil impulsó el proceso de negociación.")
    meetings = [event for event in found.event_mentions if event.event_type == "CONSULT"]
    assert [parties(found, meeting, "actor") for meeting in meetings] == [{"Chile", "Perú"}] * 2
