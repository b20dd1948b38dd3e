"""Where a dateline ends and the report begins, and that the two are no one sentence."""

import pytest

from flows.nlp.datelines import report_starts

REPORT = "El alcalde Luis Prado criticó al Gobierno."

DATELINES = [
    "LIMA, 3 may. 2024 (EFE).- ",
    "BISKEK, 13 mar (Agencia Sur).- ",
    "Colima, Col., 4 de febrero de 2025.— ",
    "Nueva York, lunes 3 de mayo de 2024 – ",
    "San Pedro de Macorís, R.D.- ",
    "Santo Domingo.- ",
    "Asunción, IPP.- ",
    "Buenos Aires, 3 de mayo (Télam). – ",
    "San Salvador, 21 nov (ASP) - ",
    "Montevideo (AFP) — ",
    "SAN JOSÉ — ",
    "Madrid, 3 May. (SUR PRESS) - ",
    "SEVILLA 13 Mar. (SUR PRESS) - ",
    "Lima, Perú — ",
    "Agencia Sur / Quito.- ",
    "León, Gto.- ",
    "Santiago de los Caballeros, Rep. Dom. (ASP) -- ",
    "Tumbaco (Quito), 23 may (ASP).- ",
]

OTHERS = [
    "Lima - Cusco: así quedó la carretera.",
    "El ministro Luis Prado (Verdes) - dijo la alcaldesa - no vendrá.",
    "Luis Prado —alcalde de Lima— criticó al Gobierno.",
    "Luis Prado, Verdes — y no solo él — criticó al Gobierno.",
    "—Lima, Perú —contestó el alcalde.",
    "José A. - así firma - criticó al Gobierno.",
    "Lima (capital del Perú) amaneció con lluvia.",
    "Prado lo dijo en Lima, 3 de mayo.- ",
    "3.- El alcalde Luis Prado criticó al Gobierno.",
    "Quito, capital del Ecuador, amaneció con lluvia.",
]


@pytest.mark.parametrize("dateline", DATELINES)
@pytest.mark.parametrize("before", ["", "Un título\n", "Un título\n\n  "])
def test_report_starts_after_its_dateline(before, dateline):
    text = before + dateline + REPORT + "\nOtra línea."
    assert report_starts(text) == {text.index(REPORT)}


@pytest.mark.parametrize("text", OTHERS)
def test_report_starts_nowhere_else(text):
    assert report_starts(text) == frozenset()


def test_report_starts_not_behind_who_speaks():
    assert report_starts("Santiago.- No lo vi.\nReportera.- ¿Y antes?\nSantiago.- Tampoco.") == frozenset()
    assert len(report_starts("Lima.- El alcalde cedió.\nQuito.- La alcaldesa cedió.")) == 2


@pytest.mark.parametrize("dateline", DATELINES)
def test_dateline_is_a_sentence_of_its_own(nlp, dateline):
    doc = nlp(dateline + REPORT + " Otra oración.")
    sentences = [sentence.text.strip() for sentence in doc.sents]
    assert sentences[-2:] == [REPORT, "Otra oración."]
