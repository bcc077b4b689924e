"""Draws the land of the situation report's map out of the web desk's: ``python -m tools.brief_land``.

The desk's coasts are a megabyte; a report that is one file needs a hundredth of it. No borders are drawn: where an
incident was is told by its place, and a map of this size could only get them wrong.
"""

from __future__ import annotations

import json
import math
from pathlib import Path

from whosays.briefing.worldmap import FILE

_WORLD = Path(__file__).resolve().parent.parent / "src" / "whosays" / "web" / "static" / "map" / "world.json"
_SMALLEST = 1.0  # square degrees
_TOLERANCE = 0.3  # degrees
_SOUTH = -60.0

Point = tuple[float, float]


def main() -> None:
    """Write the file anew."""
    world = json.loads(_WORLD.read_text(encoding="utf-8"))
    land = next(f for f in world["features"] if f["properties"]["role"] == "land")
    rings = [[(float(x), float(y)) for x, y, *_ in polygon[0]] for polygon in land["geometry"]["coordinates"]]
    kept = [thinned(r) for r in rings if abs(area(r)) >= _SMALLEST and max(y for _, y in r) > _SOUTH]
    path = "".join(f"M{' '.join(f'{x + 180:.1f},{90 - max(y, _SOUTH):.1f}' for x, y in ring)}Z" for ring in kept)
    FILE.write_text(path + "\n", encoding="utf-8")
    print(f"{len(kept)} coasts, {len(path):,} characters")


def area(ring: list[Point]) -> float:
    """The area of a ring in square degrees, signed."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def thinned(ring: list[Point]) -> list[Point]:
    """A ring with fewer points, none farther than the tolerance from where it ran (Douglas and Peucker)."""
    if len(ring) < 4:
        return ring
    farthest = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    return [*_line(ring[: farthest + 1])[:-1], *_line([*ring[farthest:], ring[0]])[:-1]]


def _line(points: list[Point]) -> list[Point]:
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    length = math.dist(first, last) or 1e-9

    def off(p: Point) -> float:
        return abs((last[0] - first[0]) * (first[1] - p[1]) - (first[0] - p[0]) * (last[1] - first[1])) / length

    at = max(range(1, len(points) - 1), key=lambda i: off(points[i]))
    if off(points[at]) <= _TOLERANCE:
        return [first, last]
    return [*_line(points[: at + 1])[:-1], *_line(points[at:])]


if __name__ == "__main__":
    main()
