"""Makes ``land.svgpath`` of Natural Earth's coastlines (public domain), from the npm package world-atlas 2.0.2.

Run once, by whoever updates the map: ``python -m flows.publish.explorer.make_land land-110m.json land.svgpath``.
"""

import itertools
import json
import sys
from pathlib import Path
from typing import Any


def land_path(topology: dict[str, Any]) -> str:
    """The land as one SVG path in a plane of 360 by 180, west to east and north to south, to a tenth of a degree.

    Args:
        topology: TopoJSON with an object ``land``.
    """
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [ring for shape in topology["objects"]["land"]["geometries"] for part in shape["arcs"] for ring in part]
    return "".join(_ring_path(_joined(ring, arcs)) for ring in rings)


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    """Longitude and latitude of an arc's points, which TopoJSON gives as steps on a grid."""
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    points, across, up = [], 0, 0
    for step_across, step_up in arc:
        across, up = across + step_across, up + step_up
        points.append((across * wide + west, up * high + south))
    return points


def _joined(ring: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]  # ~n is arc n the other way round
        points += arc[1:] if points else arc
    return points


def _ring_path(points: list[tuple[float, float]]) -> str:
    """One ring as steps, half the bytes of places; a ring that crosses the antimeridian is drawn on both sides."""
    grid = [(round((lon + 180) * 10), round((90 - lat) * 10)) for lon, lat in _unwrapped(points)]
    shifts = [shift for shift in (0, 3600, -3600) if any(0 < x + shift < 3600 for x, _ in grid)]
    steps = [(x - px, y - py) for (px, py), (x, y) in itertools.pairwise(grid) if (x, y) != (px, py)]
    line = "l" + " ".join(f"{x / 10:g} {y / 10:g}" for x, y in steps) + "z"
    return "".join(f"M{(grid[0][0] + shift) / 10:g} {grid[0][1] / 10:g}{line}" for shift in shifts)


def _unwrapped(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Let longitude run on where it would jump from 180 to -180; a ring around a pole is closed over the pole."""
    unwrapped, turn = points[:1], 0
    for (before, _), (lon, lat) in itertools.pairwise(points):
        turn += 360 if lon - before < -180 else -360 if lon - before > 180 else 0
        unwrapped.append((lon + turn, lat))
    if turn:
        pole = -90.0 if unwrapped[0][1] < 0 else 90.0
        unwrapped += [(unwrapped[-1][0], pole), (unwrapped[0][0], pole)]
    return unwrapped


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_text(land_path(json.loads(source.read_text(encoding="utf-8"))) + "\n", encoding="utf-8")
