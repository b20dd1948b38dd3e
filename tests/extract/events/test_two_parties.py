"""Who deals with whom: the parties of meetings, talks and agreements, however the sentence sets them out."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

PARTIES = [
    # a relative clause whose "que" is what is done
    ("El tratado de pesca que negocian Perú y Chile beneficiará al sur.", "CONSULT", {"Perú", "Chile"}),
    ("Ana Gil felicitó a Perú y Chile por el pacto que negociaron ambos países.", "CONSULT", {"Perú", "Chile"}),
    ("El acuerdo al que llegaron Perú y Chile abrirá la frontera.", "AGREE", {"Perú", "Chile"}),
    ("Ana Gil elogió el encuentro que mantuvieron Luis Mora y Juan Paz.", "CONSULT", {"Luis Mora", "Juan Paz"}),
    (
        "En la conversación telefónica que sostuvo con Ana Gil, Luis Mora pidió calma.",
        "CONSULT",
        {"Ana Gil", "Luis Mora"},
    ),
    # participles
    ("El tratado negociado entre Perú y Chile beneficiará al sur.", "CONSULT", {"Perú", "Chile"}),
    ("El tratado firmado entre Perú y Chile abrió una nueva etapa.", "SUPPORT", {"Perú", "Chile"}),
    ("El tratado firmado en Lima por Perú y Chile abrió una nueva etapa.", "SUPPORT", {"Perú", "Chile"}),
    ("El pacto firmado entre Perú y Chile y aprobado por el Congreso sigue en vigor.", "SUPPORT", {"Perú", "Chile"}),
    ("El acuerdo alcanzado entre Perú y Chile abrirá la frontera.", "AGREE", {"Perú", "Chile"}),
    # with whom: where a parse hangs the phrase on the clause around
    ("Luis Mora pidió calma al término de su reunión con Ana Gil.", "CONSULT", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora habló en Oslo, después de una reunión con Ana Gil, sobre la paz.", "CONSULT", {"Luis Mora", "Ana Gil"}),
    ("Antes de la cita con Ana Gil, Luis Mora pidió calma.", "CONSULT", {"Luis Mora", "Ana Gil"}),
    ("El Parlamento espera la reunión con Ana Gil para votar.", "CONSULT", {"Parlamento", "Ana Gil"}),
    ("Perú alcanzó un acuerdo con Chile para abrir la frontera.", "AGREE", {"Perú", "Chile"}),
    # two countries by one name
    ("Antes de la cumbre entre las dos Coreas, Ana Gil habló.", "CONSULT", {"Corea del Norte", "Corea del Sur"}),
    # lists
    (
        "Luis Mora se reunirá con el presidente Juan Paz, el canciller Pedro Gil y la ministra Elena Duarte.",
        "CONSULT",
        {"Luis Mora", "Juan Paz", "Pedro Gil", "Elena Duarte"},
    ),
    (
        "Luis Mora se reunirá con Ana Gil y Juan Paz, además de Elena Duarte.",
        "CONSULT",
        {"Luis Mora", "Ana Gil", "Juan Paz", "Elena Duarte"},
    ),
    ("Según Ana Gil, México y China se reunirán el lunes.", "CONSULT", {"México", "China"}),
    # adjectives of two countries
    ("La reunión hispano-marroquí se celebrará en Lima.", "CONSULT", {"España", "Marruecos"}),
    ("La cumbre francoalemana fue breve.", "CONSULT", {"Francia", "Alemania"}),
    # company
    ("Luis Mora, acompañado de Ana Gil, se reunió con Juan Paz.", "CONSULT", {"Luis Mora", "Ana Gil", "Juan Paz"}),
    ("Luis Mora, acompañado por la ministra Ana Gil, viajó a Chile.", "CONSULT", {"Luis Mora", "Ana Gil"}),
    ("Luis Mora viajó a Chile en compañía de Ana Gil.", "CONSULT", {"Luis Mora", "Ana Gil"}),
    # by telephone; talks that begin again
    ("Ana Gil y Luis Mora hablaron por teléfono.", "CONSULT", {"Ana Gil", "Luis Mora"}),
    ("Estados Unidos y México renegocian el tratado.", "CONSULT", {"Estados Unidos", "México"}),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), PARTIES)
def test_find_participants_tells_both_parties(nlp: "Language", text: str, event_type: str, actors: set[str]) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors


def test_find_participants_asks_nobody_who_is_only_met(nlp: "Language") -> None:
    found, request = told(nlp, "Luis Mora pidió calma a Perú tras su reunión con Ana Gil.", "REQUEST")
    assert parties(found, request, "recipient") == {"Perú"}


def test_find_participants_gives_a_visit_to_the_guest_whom_somebody_receives(nlp: "Language") -> None:
    found = read(nlp, "El presidente de Chile recibió a Luis Mora en su visita a Santiago.")
    visit = next(event for event in found.event_mentions if event.text == "visita")
    assert parties(found, visit, "actor") == {"Luis Mora"}


DEEDS = [
    # a passive's agent is no other's
    ("Juan Paz fue detenido en Lima por matar a Ana Gil y fue condenado por la Audiencia Nacional.", "COERCE", set()),
    ("Luis Mora fue juzgado y condenado por la Audiencia Nacional.", "ACCUSE", {"Audiencia Nacional"}),
    ("Ana Gil celebró la liberación de Juan Paz.", "RETREAT", set()),
]


@pytest.mark.parametrize(("text", "event_type", "actors"), DEEDS)
def test_find_participants_takes_no_other_for_the_doer(
    nlp: "Language", text: str, event_type: str, actors: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "actor") == actors


RECEIVERS = [
    ("Ana Gil denunció la detención de Juan Paz.", "ACCUSE", set()),
    ("La ONU condenó el ataque de Rusia contra Ucrania.", "ACCUSE", {"Rusia"}),
    ("Acusado de robo por la Fiscalía, Juan Paz viajó a Chile.", "ACCUSE", {"Juan Paz"}),
    ("Detenido en Lima, Juan Paz fue condenado por la Audiencia Nacional.", "COERCE", {"Juan Paz"}),
    ("Juan Paz llegó con su abogado, Pedro Gil. El juez le impuso prisión preventiva.", "COERCE", {"Juan Paz"}),
]


@pytest.mark.parametrize(("text", "event_type", "recipients"), RECEIVERS)
def test_find_participants_tells_whom_it_is_done_to(
    nlp: "Language", text: str, event_type: str, recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert parties(found, mention, "recipient") == recipients
