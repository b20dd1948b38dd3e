"""Of a dateline its place is a name, and no name runs on into the report."""

import pytest

from flows.extract.entities.spans.datelines import dateline_places, parted_at_datelines

REPORT = "España cedió."


@pytest.mark.parametrize(
    ("before", "name", "behind", "expected"),
    [
        ("", "MADRID.- España", " cedió", ["España"]),
        ("LIMA (", "xela).- El hallazgo", " sigue", []),
        ("", "Tumb. (xela).-La Oficina Andina", " cedió", ["Oficina Andina"]),
        ("CUSCO, Perú (", "Xela) - Oficina Andina", " cedió", ["Oficina Andina"]),
        ("pacto del ", "Partido Andino (PA)-Unidos", " y más", ["Partido Andino (PA)-Unidos"]),
        ("", "Buenos Aires.", "- La hija", ["Buenos Aires"]),
        ("ROMA/", "MADRID.- España", " cedió", ["España"]),
        ("XALAPA, Ver.-", "(asp).-La Oficina Andina", " cedió", ["Oficina Andina"]),
        ("Las Palmas de Gran Canaria, 13 mar (", "ASP).- España", " cedió", ["España"]),
        ("", "SEVILLA 13 Mar", ". (SUR PRESS) - España cedió", []),
        ("Madrid, ", "3 May", ". (SUR PRESS) - España cedió", []),
        ("Madrid, 3 May. (", "SUR PRESS", ") - España cedió", ["SUR PRESS"]),
        ("COLIMA, ", "Col", "., 4 de febrero de 2025.— España cedió", []),
        ("Monterrey, ", "N.L.", " (Agencia Sur).- España cedió", []),
        ("Tegucigalpa, ", "Honduras", " (Agencia Sur).- España cedió", ["Honduras"]),
        ("", "Col", ". Roma es un barrio", ["Col"]),
        ("Lima.- ", "España", " cedió", ["España"]),
    ],
)
def test_names_are_parted_at_datelines(before, name, behind, expected):
    text = before + name + behind
    found = parted_at_datelines(text, [(len(before), len(before) + len(name), "LOC")])
    assert [text[start:end] for start, end, _ in found] == expected


@pytest.mark.parametrize(
    ("dateline", "places"),
    [
        ("Santo Domingo.- ", ["Santo Domingo"]),
        ("SANTO DOMINGO, 3 de mayo de 2024.- ", ["SANTO DOMINGO"]),
        ("León, Gto.- ", ["León"]),
        ("La Paz, 3 mar (ASP).- ", ["La Paz"]),
        ("Lima, Perú — ", ["Lima"]),
        ("ROMA/MADRID.- ", ["ROMA", "MADRID"]),
        ("Ciudad de México / Agencia Sur.- ", ["Ciudad de México"]),
    ],
)
def test_place_of_dateline_is_a_name(dateline, places):
    assert [name.text for name in dateline_places(dateline + REPORT)] == places


@pytest.mark.parametrize("text", ["Redacción.- España cedió.", "Luis Prado —alcalde de Lima— cedió.", "Lima - Perú"])
def test_what_is_no_place_is_none(text):
    assert list(dateline_places(text)) == []
