"""Which words of violence and threat tell a deed: not illness, weather, sport or words between rivals."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import read

if TYPE_CHECKING:
    from spacy.language import Language

TYPES = [
    # what no one does
    ("Un sicario mató a tres vecinos de Lima, dijo la ministra.", {"ASSAULT"}),
    ("La gripe mató a tres vecinos de Lima, dijo la ministra.", set()),
    ("La epidemia que mató a miles de peruanos preocupa al gobierno.", set()),
    ("La senadora Ana Gil, golpeada por la crisis, descansa.", set()),
    ("La tormenta golpeó a Perú, dijo la ministra.", set()),
    ("El huracán amenaza a Perú, dijo la ministra.", set()),
    ("El ministro dijo que Luis Mora fue atacado con violencia en Lima.", {"ASSAULT"}),
    # an attack of the body
    ("La senadora Ana Gil sufrió un ataque en el Congreso.", {"ASSAULT"}),
    ("La senadora Ana Gil sufrió un ataque epiléptico en el Congreso.", set()),
    # what rivals say of each other
    ("El ejército de Chile atacó a Perú en plena campaña electoral.", {"ASSAULT"}),
    ("El candidato Luis Mora atacó a Ana Gil en el debate.", {"ACCUSE"}),
    ("Los ataques de Luis Mora a Ana Gil marcaron la campaña electoral.", {"ACCUSE"}),
    ("Tres diputados lanzaron acusaciones contra la ministra Ana Gil.", {"ACCUSE"}),
    # arms by what they are for
    ("La ministra mostró a los diputados tres fusiles de asalto.", set()),
]


@pytest.mark.parametrize(("text", "event_types"), TYPES, ids=lambda value: value if isinstance(value, str) else None)
def test_extract_events_reads_violence_only_where_somebody_does_it(
    nlp: "Language", text: str, event_types: set[str]
) -> None:
    assert {mention.event_type for mention in read(nlp, text).event_mentions} == event_types
