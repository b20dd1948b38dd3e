"""Charts as SVG that stands in the page itself: they need no script, print sharply and follow the page's colours.

A chart library would add a megabyte of script to each release, for two pictures of rectangles and circles.
"""

import math
from collections.abc import Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

from markupsafe import Markup

WIDTH, HEIGHT = 720, 200
QUADS = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
"""From bottom to top of a column."""

LABEL_WIDTH = 80
"""Room for "2024-06" in the size that it has on a phone."""

MOST_COLUMNS = 120
"""More months than that are drawn as years, so that a column stays wider than a line."""


def month_chart(rows: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Markup:
    """Columns of how many events took place in each month (in each year, over ten years), by quad class.

    Args:
        rows: ``month`` (YYYY-MM), ``quad`` and ``count``.
        words: what each quad class is called.
    """
    counts = _by_period(rows)
    if not counts:
        return Markup("")
    periods = list(counts)
    tallest = max(sum(quads.values()) for quads in counts.values())
    wide = min(WIDTH / len(periods), 60)
    bars = [
        bar
        for number, (period, quads) in enumerate(counts.items())
        for bar in _column(period, quads, number * wide, wide, (HEIGHT - 30) / tallest, words)
    ]
    step = math.ceil(len(periods) * LABEL_WIDTH / WIDTH) if wide < LABEL_WIDTH else 1
    labels = [
        f'<text x="{(number + 0.5) * wide:.1f}" y="{HEIGHT - 8}" text-anchor="middle">{periods[number]}</text>'
        for number in range(0, len(periods), step)
    ]
    told = f"{sum(sum(quads.values()) for quads in counts.values())} hechos fechados de {periods[0]} a {periods[-1]}"
    return _svg(f"0 0 {max(wide * len(periods), 240):.0f} {HEIGHT}", told, "columns", bars + labels)


def place_map(places: Sequence[Mapping[str, Any]]) -> Markup:
    """A map of the places, each as a circle that links to its page; the area grows with how often it is named.

    Args:
        places: ``id``, ``name``, ``latitude``, ``longitude``, ``mention_count``, ``event_count`` (None: no event).
    """
    if not places:
        return Markup("")
    points = [(place["longitude"] + 180, 90 - place["latitude"]) for place in places]
    west, north, wide, high = _frame(points)
    largest = max(place["mention_count"] for place in places)
    circles = [
        _circle(place, x, y, wide * 0.022 * math.sqrt(place["mention_count"] / largest) + wide * 0.003)
        for place, (x, y) in zip(places, points, strict=True)
    ]
    land = resources.files("flows.publish.explorer").joinpath("land.svgpath").read_text(encoding="utf-8").strip()
    told = f"Mapa de {len(places)} lugares; los mismos están en la tabla de abajo"
    box = f"{west:.1f} {north:.1f} {wide:.1f} {high:.1f}"
    return _svg(box, told, "map", [f'<path class="land" d="{land}"/>', *circles], role="group")


def _by_period(rows: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    """Counts by quad class of every month from the first to the last, also of those without events."""
    months = sorted({row["month"] for row in rows})
    if not months:
        return {}
    (first_year, first_month), (last_year, last_month) = (
        map(int, month.split("-")) for month in (months[0], months[-1])
    )
    first, last = first_year * 12 + first_month - 1, last_year * 12 + last_month - 1
    by_year = last - first >= MOST_COLUMNS
    periods = (
        [str(year) for year in range(first_year, last_year + 1)]
        if by_year
        else [f"{month // 12}-{month % 12 + 1:02}" for month in range(first, last + 1)]
    )
    counts: dict[str, dict[str, int]] = {period: {} for period in periods[-MOST_COLUMNS:]}
    for row in rows:
        quads = counts.get(row["month"][:4] if by_year else row["month"])
        if quads is not None:
            quads[row["quad"]] = quads.get(row["quad"], 0) + row["count"]
    return counts


def _column(
    period: str, quads: Mapping[str, int], left: float, wide: float, unit: float, words: Mapping[str, str]
) -> list[str]:
    bars, top = [], HEIGHT - 24.0
    for quad in QUADS:
        if quad in quads:
            high = quads[quad] * unit
            top -= high
            bars.append(
                f'<rect class="{quad}" x="{left + 1:.1f}" y="{top:.1f}" width="{max(wide - 2, 0.5):.1f}" '
                f'height="{high:.1f}"><title>{period}: {quads[quad]} de {escape(words[quad])}</title></rect>'
            )
    return bars


def _frame(points: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The part of the world that shows every point, twice as wide as high."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide = min(max(max(xs) - min(xs) + 20, 2 * (max(ys) - min(ys) + 14), 60), 360)
    high = wide / 2
    west = min(max((max(xs) + min(xs) - wide) / 2, 0), 360 - wide)
    north = min(max((max(ys) + min(ys) - high) / 2, 0), 180 - high)
    return west, north, wide, high


def _circle(place: Mapping[str, Any], x: float, y: float, radius: float) -> str:
    kind = "told" if place["event_count"] else "named"
    told = f"{place['name']}: {place['mention_count']} menciones, {place['event_count'] or 0} hechos"
    return (  # by keyboard the table below has the same links, without a stop at every circle
        f'<a href="#/nombre/{place["id"]}" tabindex="-1" aria-label="{escape(told)}">'
        f'<circle class="{kind}" cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}"><title>{escape(told)}</title></circle></a>'
    )


def _svg(box: str, told: str, kind: str, parts: Sequence[str], role: str = "img") -> Markup:
    return Markup(
        f'<svg class="{kind}" viewBox="{box}" role="{role}" aria-label="{escape(told)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'
    )
