"""Names made whole."""

import pytest

from flows.extract.entities.names import name_at
from flows.extract.entities.spans.joins import joined


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("José M. Vera de la Cruz", [("José M. Vera", "PER"), ("Cruz", "ORG")], [("José M. Vera de la Cruz", "PER")]),
        (
            "Palacio de Gobierno de Jauja",
            [("Palacio de Gobierno", "LOC"), ("Jauja", "LOC")],
            [("Palacio de Gobierno de Jauja", "LOC")],
        ),
        ("Estadio Sol de Lima", [("Estadio Sol", "LOC"), ("Lima", "LOC")], [("Estadio Sol", "LOC"), ("Lima", "LOC")]),
        (
            "Programa de Apoyo al Empleo Formal",
            [("Programa de Apoyo", "ORG"), ("Empleo Formal", "ORG")],
            [("Programa de Apoyo al Empleo Formal", "ORG")],
        ),
        ("el Himno Nacional", [("Nacional", "ORG")], [("Himno Nacional", "MISC")]),
        (
            "el Movimiento de Mujeres Ana Vera A.C.",
            [("Movimiento de Mujeres", "ORG"), ("Ana Vera A.C.", "ORG")],
            [("Movimiento de Mujeres Ana Vera A.C.", "ORG")],
        ),
        (
            "Lima Ana Vera S.A.",
            [("Lima", "LOC"), ("Ana Vera S.A.", "ORG")],
            [("Lima", "LOC"), ("Ana Vera S.A.", "ORG")],
        ),
        ("la Universidad Ana Vera", [("Universidad", "ORG"), ("Ana Vera", "PER")], [("Universidad Ana Vera", "ORG")]),
        (
            "el Gobierno y la Presidencia",
            [("Gobierno", "ORG"), ("Presidencia", "ORG")],
            [("Gobierno", "ORG"), ("Presidencia", "ORG")],
        ),
        ("en el Pazo de Xermade", [("Xermade", "PER")], [("Pazo de Xermade", "LOC")]),
        ("el XeFi Stadium", [("Stadium", "LOC")], [("XeFi Stadium", "LOC")]),
        ("Ana Vera Allende, que calló", [("Ana Vera", "PER")], [("Ana Vera Allende", "PER")]),
        ("Ana Vera Ministra", [("Ana Vera", "PER")], [("Ana Vera", "PER")]),
        (
            "el Consistorio de Alcalá de Henares, ayer",
            [("Consistorio de Alcalá", "ORG")],
            [("Consistorio de Alcalá de Henares", "ORG")],
        ),
        ("la Biblioteca Ana Vera", [("Ana Vera", "PER")], [("Biblioteca Ana Vera", "LOC")]),
        ("Xela de San Antonio", [("Xela", "MISC"), ("San Antonio", "LOC")], [("Xela", "MISC"), ("San Antonio", "LOC")]),
        ("Villa de Leyva", [("Villa", "MISC"), ("Leyva", "PER")], [("Villa de Leyva", "LOC")]),
        (
            "la Cámara de Comercio e Industria",
            [("Cámara de Comercio", "ORG"), ("Industria", "ORG")],
            [("Cámara de Comercio e Industria", "ORG")],
        ),
        (
            "la Comisión Andina y el Ministerio",
            [("Comisión Andina", "ORG"), ("Ministerio", "ORG")],
            [("Comisión Andina", "ORG"), ("Ministerio", "ORG")],
        ),
        ("Hans von Veraberg", [("Hans", "PER"), ("Veraberg", "PER")], [("Hans von Veraberg", "PER")]),
        ("Hospital Jordi i Vera", [("Hospital Jordi", "ORG"), ("Vera", "PER")], [("Hospital Jordi i Vera", "ORG")]),
        ("el Senador Ana Vera", [("Ana Vera", "PER")], [("Ana Vera", "PER")]),
        ("el Senado de la República votó", [("Senado", "ORG")], [("Senado de la República", "ORG")]),
        (
            "el Centro de Aguas y Bosques Fríos (CABF)",
            [("Centro de Aguas", "ORG"), ("Bosques Fríos", "PER")],
            [("Centro de Aguas y Bosques Fríos", "ORG")],
        ),
        (
            "el Centro de Aguas y Bosques Fríos (BF)",
            [("Centro de Aguas", "ORG"), ("Bosques Fríos", "ORG")],
            [("Centro de Aguas", "ORG"), ("Bosques Fríos", "ORG")],
        ),
        (
            "el Instituto para la Mujer y la Infancia Rural abrió",
            [("Instituto para la Mujer", "ORG")],
            [("Instituto para la Mujer y la Infancia Rural", "ORG")],
        ),
        (
            "el Instituto para la Mujer y la Fiscalía callan",
            [("Instituto para la Mujer", "ORG")],
            [("Instituto para la Mujer", "ORG")],
        ),
        ("Eva O'Veral habló", [("Eva", "LOC")], [("Eva O'Veral", "PER")]),
        (
            "la Cámara Tercera de lo Penal absolvió",
            [("Cámara Tercera", "ORG")],
            [("Cámara Tercera de lo Penal", "ORG")],
        ),
        (
            "la Sala de lo Contencioso-Administrativo",
            [("Sala", "ORG")],
            [("Sala de lo Contencioso-Administrativo", "ORG")],
        ),
        ("la Xela de lo Penal", [("Xela", "LOC")], [("Xela", "LOC")]),
        (
            "el Juzgado Nacional en lo Civil y Comercial N° 8, a cargo",
            [("Juzgado Nacional", "ORG")],
            [("Juzgado Nacional en lo Civil y Comercial N° 8", "ORG")],
        ),
        ("el Juzgado de Xela número 2 falló", [("Juzgado de Xela", "ORG")], [("Juzgado de Xela número 2", "ORG")]),
        ("la Radio Xela número 2", [("Radio Xela", "ORG")], [("Radio Xela", "ORG")]),
        (
            "la Unidad de la Familia, Niñez y Juventud de Xela",
            [("Unidad de la Familia", "ORG")],
            [("Unidad de la Familia, Niñez y Juventud de Xela", "ORG")],
        ),
        ("Contenido Werner Vilard, jefe", [("Vilard", "PER")], [("Werner Vilard", "PER")]),
        ("Según Vilard, jefe", [("Vilard", "PER")], [("Vilard", "PER")]),
        ("Dijo Eva. Vilard calló", [("Vilard", "PER")], [("Vilard", "PER")]),
        ("la Constitución de 1886 rige", [("Constitución", "MISC")], [("Constitución de 1886", "MISC")]),
        ("el Banco de Ana Vera", [("Banco", "ORG"), ("Ana Vera", "PER")], [("Banco", "ORG"), ("Ana Vera", "PER")]),
    ],
)
def test_joined_makes_names_whole_where_they_are_one(text, found, expected):
    names = [name_at(text, text.index(form), text.index(form) + len(form), kind, 0.8) for form, kind in found]
    assert [(name.text, name.mention_type) for name in joined(text, names)] == expected
