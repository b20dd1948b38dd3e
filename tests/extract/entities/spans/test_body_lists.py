"""Bodies that are for several things."""

import pytest

from flows.extract.entities.spans.body_lists import end_of_list


@pytest.mark.parametrize(
    ("name", "behind", "expected"),
    [
        ("Unidad de la Familia", ", Niñez y Juventud de Xela.", ", Niñez y Juventud de Xela"),
        ("Asociación de Cirujanos Plásticos", ", Estéticos y Forenses dijo", ", Estéticos y Forenses"),
        ("Federación de Norte", ", Centroamérica y Caribe de Vela (Fencav)", ", Centroamérica y Caribe de Vela"),
        ("Comisión de Salud", ", Ana Duarte y Luis Mora, callaron", ""),
        ("Comisión de Salud", ", Perú y Chile callaron", ""),
        ("Comisión de Salud", ", Fiscalía y Congreso callaron", ""),
        ("Federación de Norte", ", Perú y Chile callaron", ""),
        ("Comisión Andina", ", Niñez y Juventud", ""),
    ],
)
def test_end_of_list_tells_what_else_a_body_is_for(name, behind, expected):
    end = end_of_list(name + behind, 0, len(name))
    assert (name + behind)[len(name) : end or len(name)] == expected
