"""Forms of verbs by rule."""

import pytest

from flows.extract.verb_forms import verb_forms


@pytest.mark.parametrize(
    ("infinitive", "form"),
    [("contribuir", "contribuyó"), ("leer", "leído"), ("vivir", "viviese"), ("ir", "irán"), ("ir", "ido")],
)
def test_verb_forms_also_of_a_verb_without_a_stem(infinitive, form):
    assert form in {each.text for each in verb_forms(infinitive)}
