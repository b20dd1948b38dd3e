"""Charts as SVG."""

import re

import pytest

from flows.publish.explorer.charts import month_chart, place_map
from flows.publish.explorer.make_land import land_path

WORDS = {"verbal_cooperation": "palabra", "material_conflict": "hecho"}


def row(month, count=1, quad="verbal_cooperation"):
    return {"month": month, "quad": quad, "count": count}


def test_month_chart_draws_a_column_a_month_with_its_count():
    chart = month_chart([row("2024-05", 3), row("2024-07", 1, "material_conflict")], WORDS)
    assert re.findall(r"<title>(.*?)</title>", chart) == ["2024-05: 3 de palabra", "2024-07: 1 de hecho"]
    assert "4 hechos fechados de 2024-05 a 2024-07" in chart


def test_month_chart_of_many_years_draws_years():
    chart = month_chart([row("1904-05"), row("2024-07")], WORDS)
    assert "<title>2024: 1 de palabra</title>" in chart


def test_month_chart_of_nothing_is_nothing():
    assert month_chart([], WORDS) == ""


def place(name, latitude, longitude):
    facts = {"latitude": latitude, "longitude": longitude, "mention_count": 4, "event_count": None}
    return {"id": "e_0123456789abcdef", "name": name} | facts


def test_place_map_shows_every_place_and_escapes_its_name():
    found = place_map([place("Lima <b>", -12.0, -77.0), place("Fiyi", -17.7, 178.1)])
    west, north, wide, high = map(float, re.findall(r'viewBox="([^"]+)"', found)[0].split())
    centres = [tuple(map(float, pair)) for pair in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', found)]
    assert all(west <= x <= west + wide and north <= y <= north + high for x, y in centres)
    assert "Lima &lt;b&gt;" in found
    assert "<b>" not in found


@pytest.mark.parametrize(
    ("ring", "starts"),
    [
        ([[10, 10], [10, 0], [0, 10], [-20, -10]], ["M190 80"]),
        # from 170 east over the antimeridian to 170 west and back: drawn on both sides
        ([[170, 10], [-340, 0], [0, 10], [340, -10]], ["M350 80", "M-10 80"]),
    ],
)
def test_land_path_draws_a_ring_that_crosses_the_antimeridian_on_both_sides(ring, starts):
    topology = {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [ring],
        "objects": {"land": {"geometries": [{"arcs": [[[0]]]}]}},
    }
    assert re.findall(r"M-?[\d.]+ [\d.]+", land_path(topology)) == starts
