"""Who does what a headline tells: the name after its first word, names in capitals, pairs and appositions."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read, told

if TYPE_CHECKING:
    from spacy.language import Language

BODY = (
    "\n\nLa senadora Ana Gil habló ayer en el Senado sobre el presidente Luis Mora e Irán. La ONU y el PRI no opinaron."
)

PARTIES = [
    ("Rechaza Facebook informe del Gobierno sobre datos", "REJECT", {"Facebook"}, set()),
    ("Critica Ana Gil reforma del Gobierno", "ACCUSE", {"Ana Gil"}, set()),
    ("Acusa Rusia a Ucrania de atacar un puente", "ACCUSE", {"Rusia"}, {"Ucrania"}),
    ("Condena Ana Gil decreto del Gobierno", "ACCUSE", {"Ana Gil"}, set()),
    ("Recibe Luis Mora a embajador de China", "CONSULT", {"Luis Mora"}, {"China"}),
    ("Condena la ONU ataque de Israel a Gaza", "ACCUSE", {"ONU"}, {"Israel"}),
    ("PIDE LA ONU CESE AL FUEGO EN GAZA", "REQUEST", {"ONU"}, set()),
    ("Anuncia Ana Gil sanciones contra Irán", "SANCTION", {"Ana Gil"}, {"Irán"}),
    ("LA ONU CONDENA EL PACTO DE PERÚ CON CHILE", "ACCUSE", {"ONU"}, set()),
    ("Tanto Rusia como China rechazaron el plan.", "REJECT", {"Rusia", "China"}, set()),
    (
        "La prensa divulgó que Luis Mora, el sobrino menor del alcalde, se reunió con una notaria.",
        "CONSULT",
        {"Luis Mora"},
        set(),
    ),
]


@pytest.mark.parametrize(("text", "event_type", "actors", "recipients"), PARTIES)
def test_find_participants_of_headlines(
    nlp: "Language", text: str, event_type: str, actors: set[str], recipients: set[str]
) -> None:
    found, mention = told(nlp, text + BODY, event_type)
    assert (parties(found, mention, "actor"), parties(found, mention, "recipient")) == (actors, recipients)


@pytest.mark.parametrize(
    "text",
    [
        "Critican Ana Gil y sus vecinos el decreto",
        "Visita Perú y Chile el presidente Luis Mora",
        "Critican Facebook",
        "Deja el PRI la senadora",
    ],
)
def test_name_after_verb_is_not_always_its_subject(nlp: "Language", text: str) -> None:
    found = read(nlp, text + BODY)
    actors = [name for mention in found.event_mentions for name in parties(found, mention, "actor")]
    assert not {"Perú", "Facebook", "PRI"} & set(actors)
