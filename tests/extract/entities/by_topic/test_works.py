"""Titles of works, told by a noun, by marks or by who made them."""

import pytest

from flows.extract.entities.by_topic.works import works
from flows.extract.entities.names import name_at

CULTURE = " La actriz y la escritora hablaron de la novela en el teatro."


def titles(text, *forms):
    names = [name_at(text, text.index(form), text.index(form) + len(form), kind, 0.8) for form, kind in forms]
    return [(name.text, name.mention_type) for name in works(text, names)]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("Vio la muestra «Eva Arce en la selva».", [("Eva Arce", "PER")], [("Eva Arce en la selva", "MISC")]),
        ("Cantó la canción “Rosa triste” ayer.", [("Rosa", "PER")], [("Rosa triste", "MISC")]),
        ("Leyó un libro titulado «Lima arde».", [("Lima", "LOC")], [("Lima arde", "MISC")]),
        ("En la novela “todo arde”, Eva calla.", [("Eva", "PER")], [("Eva", "PER")]),
        (
            "Vio la película Adiós al sol, de Eva Arce.",
            [("Adiós", "ORG"), ("Eva Arce", "PER")],
            [("Adiós al sol", "MISC"), ("Eva Arce", "PER")],
        ),
        ("Habló de “Tristana”." + CULTURE, [("Tristana", "PER")], [("Tristana", "MISC")]),
        ("Habló de “Tristana”.", [("Tristana", "PER")], [("Tristana", "PER")]),
        ("Lo detuvo alias “Tristana”." + CULTURE, [("Tristana", "PER")], [("Tristana", "PER")]),
        ("Jugó en la “U”." + CULTURE, [("U", "ORG")], [("U", "ORG")]),
        ("Gritó Luis “Ana”." + CULTURE, [("Ana", "PER")], [("Ana", "PER")]),
        (
            "Leyó Emma, de Eva Arce." + CULTURE,
            [("Emma", "PER"), ("Eva Arce", "PER")],
            [("Emma", "MISC"), ("Eva Arce", "PER")],
        ),
        (
            "Vio Tardes de soledad, el documental de Eva Arce." + CULTURE,
            [("Tardes", "PER"), ("Eva Arce", "PER")],
            [("Tardes de soledad", "MISC"), ("Eva Arce", "PER")],
        ),
        ("“Rage”, del periodista Eva Arce.", [("Eva Arce", "PER")], [("Rage", "MISC"), ("Eva Arce", "PER")]),
        (
            "Escribió La Torre Roja de Eva Arce (Xelajú, 2014).",
            [("La Torre Roja", "LOC"), ("Eva Arce", "PER"), ("Xelajú", "PER")],
            [("La Torre Roja de Eva Arce", "MISC"), ("Xelajú", "ORG")],
        ),
        ("Tocaron «Rosa triste»." + CULTURE, [("Rosa", "PER")], [("Rosa triste", "MISC")]),
        ("Ayer cantó «Ansiedad» en Lima." + CULTURE, [], [("Ansiedad", "MISC")]),
        ("Ayer cantó «Ansiedad» en Lima.", [], []),
        ("Gritaron «Ansiedad» en Lima." + CULTURE, [], []),
        ("«Rosa triste», dijo Eva." + CULTURE, [("Rosa", "PER")], [("Rosa", "PER")]),
        ("Es la autora de Satanás." + CULTURE, [("Satanás", "PER")], [("Satanás", "MISC")]),
        ("Es la autora de La noche en vela." + CULTURE, [], [("La noche en vela", "MISC")]),
        ("Es la directora de La escuela Arce." + CULTURE, [], []),
    ],
)  # fmt: skip
def test_works_finds_titles(text, found, expected):
    assert titles(text, *found) == expected


def test_works_keeps_the_title_from_the_person():
    text = "Vio la película “Eva Arce”. Eva Arce calló."
    start = text.rindex("Eva Arce")
    title, person = works(text, [name_at(text, start, start + 8, "PER", 0.8)])
    assert (title.mention_type, title.is_named_after, person.is_named_after) == ("MISC", True, False)
