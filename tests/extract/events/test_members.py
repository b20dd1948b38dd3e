"""Who of several are named: "entre ellos", "incluida", "como"."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, told

if TYPE_CHECKING:
    from spacy.language import Language

MEMBERS = [
    ("Tres personas fueron detenidas, entre ellas la jueza Ana Gil y el juez Luis Mora.", {"Ana Gil", "Luis Mora"}),
    ("La Policía detuvo a varios jueces, entre los que figura Luis Mora.", {"Luis Mora"}),
    ("La Policía detuvo a cuatro personas, incluida la ministra de Salud, Ana Gil.", {"Ana Gil"}),
    ("La Policía detuvo a empresarios como Ana Gil, Luis Mora y Juan Paz.", {"Ana Gil", "Luis Mora", "Juan Paz"}),
    # of others, or none of those who are told of
    ("La Policía detuvo a tres hombres y ofreció un pacto, como Luis Mora dijo.", set()),
    ("La Policía detuvo a tres hombres entre Lima y Cusco.", set()),
]


@pytest.mark.parametrize(("text", "recipients"), MEMBERS)
def test_named_members_are_those_of_whom_the_noun_tells(nlp: "Language", text: str, recipients: set[str]) -> None:
    found, mention = told(nlp, text, "COERCE")
    assert parties(found, mention, "recipient") == recipients


def test_named_members_act_for_their_kind(nlp: "Language") -> None:
    found, mention = told(nlp, "Países como Perú, Chile y Cuba condenaron el golpe.", "ACCUSE")
    assert parties(found, mention, "actor") == {"Perú", "Chile", "Cuba"}


def test_share_gives_no_other_mention_some_of_several(nlp: "Language") -> None:
    text = "Hubo detenciones en Lima, según Ana Gil. Tres jueces fueron detenidos en Lima, entre ellos Luis Mora."
    found, _ = told(nlp, text, "COERCE")
    by_word = {each.text: parties(found, each, "recipient") for each in found.event_mentions}
    assert by_word == {"detenciones": set(), "detenidos": {"Luis Mora"}}
