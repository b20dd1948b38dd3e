"""What the recogniser ran together is parted."""

import pytest

from flows.extract.entities.spans.parts import parts


@pytest.mark.parametrize(
    ("before", "name", "kind", "expected"),
    [
        ("pacto del ", "Partido Andino (PA)-Unidos", "ORG", [("Partido Andino (PA)-Unidos", "ORG")]),
        ("", "Partido Andino (PA)-Unidos", "ORG", [("Partido Andino (PA)-Unidos", "ORG")]),
        ("", "Perú Eva Arce", "PER", [("Perú", "LOC"), ("Eva Arce", "PER")]),
        ("exgobernador de ", "Nariño Ana Arce", "LOC", [("Nariño", "LOC"), ("Ana Arce", "PER")]),
        ("alcalde de ", "San Juan José Luis Arce", "LOC", [("San Juan", "LOC"), ("José Luis Arce", "PER")]),
        ("", "Universidad de San Carlos de Lima", "ORG", [("Universidad de San Carlos de Lima", "ORG")]),
        ("secretario de ", "Seguridad de Santa Cruz", "ORG", [("Seguridad de Santa Cruz", "ORG")]),
        ("le dice a la ", "BBC Farik Arce", "ORG", [("BBC", "ORG"), ("Farik Arce", "PER")]),
        ("", "San Pedro Cholula", "LOC", [("San Pedro Cholula", "LOC")]),
        ("rector de la ", "Universidad de Lima Ana Arce", "ORG", [("Universidad de Lima", "ORG"), ("Ana Arce", "PER")]),
        ("el ", "Instituto Ana Arce", "ORG", [("Instituto Ana Arce", "ORG")]),
        ("ministro de ", "Defensa Arcelín López", "ORG", [("Defensa", "ORG"), ("Arcelín López", "PER")]),
        ("ministro de ", "Salud Jorn Hasle", "ORG", [("Salud", "ORG"), ("Jorn Hasle", "PER")]),
        ("ministro de ", "Salud Pública Nacional", "ORG", [("Salud Pública Nacional", "ORG")]),
        ("por la ", "Universidad de Xelard Ana Arce", "ORG", [("Universidad de Xelard", "ORG"), ("Ana Arce", "PER")]),
        ("ministro de ", "Desarrollo Social", "ORG", [("Desarrollo Social", "ORG")]),
        (
            "vicepresidente de ",
            "Venezuela Nadrim El Kasiri",
            "LOC",
            [("Venezuela", "LOC"), ("Nadrim El Kasiri", "PER")],
        ),
        ("el ", "Instituto de Salud Carlos III", "ORG", [("Instituto de Salud Carlos III", "ORG")]),
        ("la ", "Universidad de Madrid Carlos III", "ORG", [("Universidad de Madrid Carlos III", "ORG")]),
        ("rey de ", "Inglaterra Jorge V", "LOC", [("Inglaterra", "LOC"), ("Jorge V", "PER")]),
        ("", "John Cormack de Texas", "PER", [("John Cormack", "PER"), ("Texas", "LOC")]),
        ("", "Ana Barrera de la NNB", "PER", [("Ana Barrera de la NNB", "PER")]),
        ("", "Ana Barrera de NNB", "PER", [("Ana Barrera", "PER"), ("NNB", "ORG")]),
        ("", "Isabel II de Inglaterra", "PER", [("Isabel II de Inglaterra", "PER")]),
        ("", "Xelo Tumba de Alabama", "PER", [("Xelo Tumba", "PER"), ("Alabama", "LOC")]),
        ("", "Xelo Tumba de Lima", "PER", [("Xelo Tumba de Lima", "PER")]),
        ("", "Ana Díaz de León", "PER", [("Ana Díaz de León", "PER")]),
        ("", "Eva Arce TOLUCA", "PER", [("Eva Arce", "PER"), ("TOLUCA", "LOC")]),
        ("", "EVA ARCE TOLUCA", "PER", [("EVA ARCE TOLUCA", "PER")]),
        ("", "Eva Arce Eva Arce", "PER", [("Eva Arce", "PER"), ("Eva Arce", "PER")]),
        ("", "Luis I. El PRI", "PER", [("Luis I", "PER"), ("El PRI", "PER")]),
        ("", "Luis A. La Fiscalía", "PER", [("Luis A", "PER"), ("La Fiscalía", "PER")]),
        ("", "Luis A. La Torre", "PER", [("Luis A. La Torre", "PER")]),
        ("", "Luis V. Los Santos", "PER", [("Luis V. Los Santos", "PER")]),
        ("", "Felipe V. La Torre", "PER", [("Felipe V", "PER"), ("La Torre", "PER")]),
        ("patronato de la ", "Fundación Ana Arce", "ORG", [("Fundación Ana Arce", "ORG")]),
        ("presidente del ", "Partido Andino Verde", "ORG", [("Partido Andino Verde", "ORG")]),
        ("diputado de ", "Morena Ana Arce", "ORG", [("Morena", "ORG"), ("Ana Arce", "PER")]),
        ("dirigente del ", "PXV Eva Arce", "ORG", [("PXV", "ORG"), ("Eva Arce", "PER")]),
        (
            "de la ",
            "Comisión Regional de UXE Ana Arce",
            "ORG",
            [("Comisión Regional de UXE", "ORG"), ("Ana Arce", "PER")],
        ),
        ("de la Universidad ", "Ana Duarte Luis Mora", "PER", [("Ana Duarte", "PER"), ("Luis Mora", "PER")]),
        ("", "Ana Mora Alonso Ruiz", "PER", [("Ana Mora Alonso Ruiz", "PER")]),
        ("", "Luis Mora. La Torre", "PER", [("Luis Mora", "PER"), ("La Torre", "PER")]),
        ("", "Eva Arce and Luis Mora", "PER", [("Eva Arce", "PER"), ("Luis Mora", "PER")]),
        ("", "Moscow and London", "LOC", [("Moscow", "LOC"), ("London", "LOC")]),
        ("", "Trinidad and Tobago", "LOC", [("Trinidad and Tobago", "LOC")]),
        ("", "Bosnia and Herzegovina", "LOC", [("Bosnia and Herzegovina", "LOC")]),
        ("", "Rusia que Lima", "LOC", [("Rusia", "LOC"), ("Lima", "LOC")]),
        (
            "la ",
            "Junta Andina de Justicia y la Defensoría del Pueblo",
            "ORG",
            [("Junta Andina de Justicia", "ORG"), ("Defensoría del Pueblo", "ORG")],
        ),
        ("el ", "Instituto de Aguas y los Bosques", "ORG", [("Instituto de Aguas y los Bosques", "ORG")]),
        ("al ", "Xelutut en Badalona", "MISC", [("Xelutut", "MISC"), ("Badalona", "LOC")]),
        ("la ", "Expo en Badalona Norte", "MISC", [("Expo en Badalona Norte", "MISC")]),
        ("", "Consejo que Rusia", "ORG", [("Consejo", "ORG"), ("Rusia", "ORG")]),
    ],
)
def test_parts_of_what_was_run_together(before, name, kind, expected):
    text = f"{before}{name}, y más"
    found = parts(text, len(before), len(before) + len(name), kind)
    assert [(text[start:end], type_) for start, end, type_ in found] == expected
