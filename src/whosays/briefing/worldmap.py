"""Incidents on a small map of the world, as a picture: what a template draws."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import msgspec

from whosays.briefing.shape import Spot

FILE = Path(__file__).resolve().parent.parent / "data" / "briefing" / "land.path"
_WIDTH, _HEIGHT = 360.0, 150.0  # degrees; the far south is left out
_NORTH = 90.0
_LEAST = 40.0  # degrees that a picture shows at least
_MARGIN = 8.0


class Mark(msgspec.Struct, frozen=True):
    """A dot on the map: its middle and radius in degrees, what it says, and whether it stands for a larger area."""

    x: float
    y: float
    radius: float
    wide: bool
    told: str


class WorldMap(msgspec.Struct, frozen=True):
    """The picture; without marks there is nothing to draw. ``box`` is what of the world it shows, as SVG's viewBox."""

    marks: tuple[Mark, ...] = ()
    box: str = ""
    land: str = ""
    told: str = ""


def world_map(spots: Sequence[Spot]) -> WorldMap:
    """The map of some spots, cut to where they are; empty for none."""
    if not spots:
        return WorldMap()
    xs, ys = [s.lon + 180 for s in spots], [_NORTH - s.lat for s in spots]
    west, width = _cut(min(xs), max(xs), _WIDTH)
    north, height = _cut(min(ys), max(ys), _HEIGHT)
    scale = max(width, height * 2) / _WIDTH
    marks = tuple(
        Mark(
            x=round(s.lon + 180, 2), y=round(_NORTH - s.lat, 2), wide=s.wide,
            radius=round((3.0 + min(s.incidents, 9) * 0.6) * scale, 2),
            told=f"{s.name}: {s.incidents} incident{'' if s.incidents == 1 else 's'}",
        )
        for s in sorted(spots, key=lambda s: (-s.incidents, s.name))
    )  # fmt: skip
    box = f"{west:.1f} {north:.1f} {width:.1f} {height:.1f}"
    most = ", ".join(mark.told for mark in marks[:_NAMED])
    return WorldMap(marks, box, _land(), f"Where incidents were: {most}{' and others' if len(marks) > _NAMED else ''}")


_NAMED = 6


def _cut(low: float, high: float, whole: float) -> tuple[float, float]:
    """Where a picture begins and how much it shows, so that all is in it and something round it."""
    size = min(whole, max(_LEAST, high - low + 2 * _MARGIN))
    start = min(max(0.0, (low + high - size) / 2), whole - size)
    return start, size


@cache
def _land() -> str:
    return FILE.read_text(encoding="utf-8").strip()
