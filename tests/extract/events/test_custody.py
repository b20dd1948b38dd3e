"""Who is arrested, held or put out of office and by whom, and what only sounds like it."""

from typing import TYPE_CHECKING

import pytest

from flows.extract import extract
from flows.extract.events import extract_events
from flows.extract.events.candidates import find_candidates
from flows.records import Article
from tests.extract.events.test_events import parties, told

if TYPE_CHECKING:
    from spacy.language import Language

HELD = [
    ("El exministro Luis Mora está en la cárcel desde marzo.", "COERCE", set(), {"Luis Mora"}),
    ("El diputado dijo que Luis Mora está en arresto domiciliario.", "COERCE", set(), {"Luis Mora"}),
    ("Luis Mora quedó bajo custodia tras el juicio.", "COERCE", set(), {"Luis Mora"}),
    ("El senador Luis Mora volvió a Lima tras la detención.", "COERCE", set(), set()),
    ("El exministro Luis Mora sigue con prisión preventiva.", "COERCE", set(), {"Luis Mora"}),
    ("La Policía Nacional siguió con la detención de tres jueces.", "COERCE", {"Policía Nacional"}, set()),
    ("El senador Luis Mora renunció al PAN.", "SANCTION", {"Luis Mora"}, {"PAN"}),
    ("El Gobierno de Perú impuso una cuarentena y un toque de queda.", "COERCE", {"Gobierno de Perú"}, set()),
    (
        "La Policía Nacional llegó de noche. Los agentes que capturaron a Luis Mora lo llevaron a Lima.",
        "COERCE",
        {"Policía Nacional"},
        {"Luis Mora"},
    ),
    (
        "La Procuraduría General entró de noche. Los policías detuvieron a Luis Mora.",
        "COERCE",
        {"Procuraduría General"},
        {"Luis Mora"},
    ),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), HELD)
def test_find_participants_tells_who_is_held_and_by_whom(
    nlp: "Language", text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text, event_type)
    assert (parties(found, mention, "actor"), parties(found, mention, "recipient")) == (actors, recipients)


CANDIDATES = [
    # whom no body drives out, shuts up or breaks into
    ("Miles de personas fueron desplazadas a Siria en la guerra.", set()),
    ("El ministro Luis Mora fue internado en el hospital.", set()),
    ("El juez internó al exministro en el penal.", {"internó"}),
    ("Las personas privadas de libertad votaron en el penal.", set()),
    ("El régimen privó de libertad a tres opositores.", {"privó"}),
    ("El ministro descartó un hackeo.", set()),
    ("El ministro dijo que los ladrones deben estar en la cárcel.", set()),
    ("La droga quedó a disposición de la Fiscalía.", set()),
    # who comes after somebody has not put him out
    ("El ministro Luis Mora sustituye a Ana Gil.", set()),
    ("El presidente Luis Mora relevó a Ana Gil.", {"relevó"}),
    ("Perú y Chile aplazaron su cumbre.", set()),
    ("Perú aplazó la cumbre con Chile.", {"aplazó"}),
    # a paper is no deed, and what a verb tells its noun tells no second time
    ("La carta de renuncia de Luis Mora decía poco.", set()),
    ("El exministro Luis Mora ingresó en prisión.", {"ingresó"}),
]


@pytest.mark.parametrize(("text", "words"), CANDIDATES)
def test_candidates_are_only_what_is_done_to_somebody(nlp: "Language", text: str, words: set[str]) -> None:
    article = Article(article_id="a_" + "0" * 16, source_path="x.txt", text=text)
    doc = nlp(text)
    found, _ = find_candidates(doc, extract(doc, article, until=extract_events))
    types = {"COERCE", "SANCTION", "CONCEDE"}
    assert {each.token.text for each in found if each.entry.event_type in types} == words
