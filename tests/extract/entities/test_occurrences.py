"""Where words stand in a text."""

import re

import pytest

from flows.extract.entities.occurrences import Occurrences

IN = re.compile(r"\b[Ee]n \Z")


@pytest.mark.parametrize(
    ("text", "form", "before", "expected"),
    [
        ("Vive en Xela.", "Xela", None, True),
        ("Vive en Xelatambo y en Altoxela.", "Xela", None, False),
        ("Vive en San Xela.", "San Xela", IN, True),
        ("Vive en San Xelatambo, cerca de San Xela.", "San Xela", IN, False),
        ("Viene de Xela. En Xela llueve.", "Xela", IN, True),
        ("Habla bien Xela.", "Xela", IN, False),
        ("«Xela", "«Xela", None, True),
        ("Xela", "«Xela", None, False),
        ("Xela", "«»", None, False),
    ],
)
def test_occurrences_has_whole_words_behind_what_is_asked_for(text, form, before, expected):
    assert Occurrences(text).has(form, before) is expected
