"""What brackets behind a name tell."""

from flows.extract.entities.types.brackets import in_brackets
from tests.extract.entities.types.typed_names import named


def test_brackets_tell_a_party_and_a_region():
    text = "Ana Olvera (Xela Futura) calló en Tumbal (Zamora), con Eva Paz (XTB)."
    types = {
        "Ana Olvera": "PER",
        "Xela Futura": "LOC",
        "Tumbal": "LOC",
        "Zamora": "PER",
        "Eva Paz": "PER",
        "XTB": "LOC",
    }
    found, types = named(text, types)
    told = in_brackets(text, found, types)
    assert told == {"xela futura": "ORG", "zamora": "LOC"}
