"""What a word stands with, and which words of a clause tell one deed: who does it, to whom, in which number."""

import dataclasses
from typing import TYPE_CHECKING

import pytest

from flows.extract.events.candidates import find_candidates
from tests.extract.events.test_events import read

if TYPE_CHECKING:
    from spacy.language import Language

TOLD = [
    # who does it, taken up by "que"
    ("La alcaldesa habló con los vecinos que bloquearon la carretera.", "PROTEST", ["bloquearon"]),
    ("La alcaldesa habló con la ministra que bloqueó la carretera.", "PROTEST", []),
    ("La ministra Ana Gil recibió a los estudiantes que protestaban en Quito.", "PROTEST", ["protestaban"]),
    # a headline's first noun, which a tagger takes for a name, and its verb that nobody is told to do
    ("Ganaderos protestan con tractores en Vilarda.", "PROTEST", ["protestan"]),
    ("Aviones chilenos entraron en el espacio aéreo de Perú.", "MOBILIZE", ["entraron"]),
    ("Clausuran un bar en Vilarda.", "COERCE", ["Clausuran"]),
    ("Tomaron el edificio los estudiantes de Vilarda.", "PROTEST", ["Tomaron"]),
    ("Tomó el edificio la ministra Ana Gil.", "PROTEST", []),
    # "me" of the speaker, and of whom it is done to
    ("«Me detienen sin orden», denunció la senadora Ana Gil.", "COERCE", ["detienen"]),
    ("«Me detengo en la ley», dijo la senadora Ana Gil.", "COERCE", []),
    # to whom, taken up by "que"
    ("El alcalde habló de los insultos que recibió la senadora Ana Gil.", "CONSULT", []),
    ("El alcalde habló de los estudiantes que recibió la senadora Ana Gil.", "CONSULT", ["recibió"]),
    # how many
    ("La marcha dejó 20 detenidos en Vilarda.", "COERCE", ["detenidos"]),
    ("La marcha por los detenidos llegó a Vilarda.", "COERCE", []),
    # an adjective on another
    ("Chile y Perú realizaron maniobras navales conjuntas.", "COOPERATE", ["maniobras"]),
    ("Chile realizó maniobras navales.", "COOPERATE", []),
    # what nobody does alone
    ("El alcalde Luis Paz se volcó a las calles de Vilarda.", "PROTEST", []),
    ("Los vecinos se volcaron a las calles de Vilarda.", "PROTEST", ["volcaron"]),
]

ONE_DEED = [
    ("Francia prorrogó las sanciones contra Mali.", "SANCTION", ["prorrogó"]),
    ("Las sanciones de Francia contra Mali siguen.", "SANCTION", ["sanciones"]),
    ("Canadá pidió perdón a Haití.", "SUPPORT", ["pidió"]),
    ("El perdón de Canadá a Haití llegó tarde.", "SUPPORT", ["perdón"]),
    ("La senadora Ana Gil recibió asilo de México.", "AID", ["recibió", "asilo"]),
    ("Francia suspendió la ayuda a Mali.", "AID", []),
    ("Francia anunció que la ayuda a Mali sigue.", "AID", ["ayuda"]),
    ("El presidente Luis Paz levantó el toque de queda.", "COERCE", []),
    ("Francia presionó a Mali para que investigara a Luis Paz.", "ACCUSE", []),
    ("Francia habló con Mali cuando investigaba a Luis Paz.", "ACCUSE", ["investigaba"]),
]


@pytest.mark.parametrize(("text", "event_type", "words"), [*TOLD, *ONE_DEED], ids=str)
def test_candidates_stand_as_their_entry_asks_one_a_deed(
    nlp: "Language", text: str, event_type: str, words: list[str]
) -> None:
    found = dataclasses.replace(read(nlp, text), event_mentions=(), event_participants=())
    told, _ = find_candidates(nlp(text), found)
    assert [event.token.text for event in told if event.entry.event_type == event_type] == words
