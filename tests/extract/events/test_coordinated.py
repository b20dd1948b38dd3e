"""What two words joined by "y" share: who does or undergoes both."""

from typing import TYPE_CHECKING

import pytest

from tests.extract.events.test_events import parties, read

if TYPE_CHECKING:
    from spacy.language import Language

RECIPIENTS = [
    ("La Fiscalía investiga el secuestro y posterior asesinato de Luis Mora.", {"secuestro", "asesinato"}),
    ("La detención y la deportación de Luis Mora indignaron a Perú.", {"detención", "deportación"}),
    ("Ana Gil elogió y felicitó a Luis Mora.", {"elogió", "felicitó"}),
    ("Ana Gil criticó y después rechazó la reforma de Luis Mora.", {"criticó", "rechazó"}),
    ("Luis Mora, al que la Policía detuvo y deportó, calló.", {"detuvo", "deportó"}),
    ("La Policía halló a Luis Mora en Lima, lo detuvo y encarceló.", {"detuvo", "encarceló"}),
    ("La Policía halló a Luis Mora en Lima, lo detuvo y acusó a su socio.", {"detuvo"}),
    # of deeds of two types, or of which "de" tells otherwise, each has its own
    ("El tiroteo y la muerte de Luis Mora conmocionaron a Perú.", {"muerte"}),
    ("Ana Gil viajó y criticó a Luis Mora.", {"criticó"}),
    ("Ana Gil fue detenida y acusó a Luis Mora.", {"acusó"}),
]


@pytest.mark.parametrize(("text", "words"), RECIPIENTS)
def test_sharing_words_are_those_done_to_whom_stands_after_both(nlp: "Language", text: str, words: set[str]) -> None:
    found = read(nlp, text)
    done_to = {mention.text for mention in found.event_mentions if "Luis Mora" in parties(found, mention, "recipient")}
    assert done_to == words


def test_sharing_words_leave_a_protest_to_those_who_protest(nlp: "Language") -> None:
    found = read(nlp, "Las protestas y la represión de la Policía siguen.")
    by_police = {mention.text for mention in found.event_mentions if parties(found, mention, "actor") == {"Policía"}}
    assert by_police == {"represión"}
