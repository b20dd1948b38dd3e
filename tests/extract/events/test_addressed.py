"""Of or to whom words are that a noun tells: who answers them, brings them about or is their object."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    # who answers them
    ("Rusia negó las acusaciones de que espió al ministro.", "ACCUSE", set(), {"Rusia"}),
    ("La senadora Ana Gil se defendió de las críticas por su voto.", "ACCUSE", set(), {"Ana Gil"}),
    ("El alcalde Luis Mora respondió a las críticas de la OTAN.", "ACCUSE", {"OTAN"}, {"Luis Mora"}),
    ("El senador Luis Mora rechazó la oferta de Ana Gil.", "AGREE", {"Ana Gil"}, {"Luis Mora"}),
    ("Chile rechazó la petición de Perú de extraditar al ministro.", "REQUEST", {"Perú"}, {"Chile"}),
    ("La Corte Suprema rechazó las acusaciones de Ana Gil.", "ACCUSE", {"Ana Gil"}, set()),
    ("Luis Mora negó las acusaciones de Chile contra la ministra.", "ACCUSE", {"Chile"}, set()),
    # who brings them about, or whose deed or work does
    ("El senador Luis Mora genera rechazo entre los empresarios.", "REJECT", set(), {"Luis Mora"}),
    ("El anuncio de la ministra Ana Gil desató una ola de críticas.", "ACCUSE", set(), {"Ana Gil"}),
    ("El libro de Luis Mora le valió elogios del ministro de Chile.", "SUPPORT", {"Chile"}, {"Luis Mora"}),
    ("Las críticas generadas por el decreto de Luis Mora llegaron al Senado.", "ACCUSE", set(), {"Luis Mora"}),
    ("La muerte de la senadora Ana Gil desató el repudio del Congreso.", "ACCUSE", {"Congreso"}, set()),
    # whose lot they are
    ("El ministro Luis Mora fue objeto de críticas por su viaje.", "ACCUSE", set(), {"Luis Mora"}),
    ("La alcaldesa Ana Gil, blanco de críticas, habló con el ministro.", "ACCUSE", set(), {"Ana Gil"}),
    ("Irán y Cuba están sujetos a sanciones económicas de la ONU.", "SANCTION", {"ONU"}, {"Irán", "Cuba"}),
    ("Ante las críticas de la OTAN, el ministro Luis Mora retiró la reforma.", "ACCUSE", {"OTAN"}, {"Luis Mora"}),
    ("Ante las críticas de la OTAN, el ministro Luis Mora defendió a Ana Gil.", "ACCUSE", {"OTAN"}, set()),
    ("Pese a las críticas de Perú a la ministra, Chile votó la ley en el Senado.", "ACCUSE", {"Perú"}, set()),
    ("El senador Luis Mora acumula tres denuncias por acoso.", "ACCUSE", set(), {"Luis Mora"}),
    ("Sobre la senadora Ana Gil pesan acusaciones de fraude.", "ACCUSE", set(), {"Ana Gil"}),
    ("El alcalde Luis Mora recibió una lluvia de críticas.", "ACCUSE", set(), {"Luis Mora"}),
    ("El ministro Luis Mora calló para evitar ser investigado.", "ACCUSE", set(), {"Luis Mora"}),
    # against whom
    (
        "El senador Luis Mora calló. La Fiscalía presentó una denuncia en su contra.",
        "ACCUSE",
        {"Fiscalía"},
        {"Luis Mora"},
    ),
    (
        "La Fiscalía investigó al senador Luis Mora, quien dijo que la denuncia contra él es falsa.",
        "ACCUSE",
        {"Fiscalía"},
        {"Luis Mora"},
    ),
    # by whom
    ("Las felicitaciones por parte de Ana Gil alegraron al ministro.", "SUPPORT", {"Ana Gil"}, set()),
    ("El senador Luis Mora fue detenido a petición de Chile.", "REQUEST", {"Chile"}, set()),
    (
        "La ministra Ana Gil calló por las críticas que lanzó sobre el presidente Luis Mora.",
        "ACCUSE",
        {"Ana Gil"},
        {"Luis Mora"},
    ),
    ("La ministra Ana Gil avisó de que le da igual que la critiquen.", "ACCUSE", set(), {"Ana Gil"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), PARTIES)
def test_find_participants_tells_whom_words_are_of(
    nlp: "Language", text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert (parties(found, mention, "actor"), parties(found, mention, "recipient")) == (actors, recipients)


def test_denuncia_contra_el_is_of_whom_it_was_told(nlp: "Language") -> None:
    found = read(nlp, "El senador Luis Mora dijo que la denuncia contra él es falsa.")
    assert [parties(found, mention, "recipient") for mention in found.event_mentions] == [{"Luis Mora"}]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rusia negó las acusaciones de espionaje del ministro.", "occurred"),
        ("El ministro Luis Mora negó haber criticado a Perú.", "denied"),
    ],
)
def test_denied_charge_was_made(nlp: "Language", text: str, status: str) -> None:
    assert told(nlp, text, "ACCUSE")[1].status == status
