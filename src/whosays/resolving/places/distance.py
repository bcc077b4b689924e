"""Distances and bearings on the sphere, for points in degrees of latitude and longitude."""

from __future__ import annotations

import math

from whosays.records import Place

Point = tuple[float, float]
_EARTH_KM = 6371.0


def kilometres(one: Point, other: Point) -> float:
    """The distance of two points (latitude, longitude in degrees) on the sphere."""
    lat1, lon1, lat2, lon2 = (math.radians(v) for v in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(half, 1.0)))


def beyond(point: Point, away: float, bearing: float) -> Point:
    """The point that lies ``away`` kilometres from another; ``bearing`` in degrees, clockwise from north."""
    lat, lon = (math.radians(v) for v in point)
    arc, turn = away / _EARTH_KM, math.radians(bearing)
    there = math.asin(math.sin(lat) * math.cos(arc) + math.cos(lat) * math.sin(arc) * math.cos(turn))
    across = math.sin(turn) * math.sin(arc) * math.cos(lat)
    east = math.degrees(lon + math.atan2(across, math.cos(arc) - math.sin(lat) * math.sin(there)))
    return round(math.degrees(there), 4), round((east + 180) % 360 - 180, 4)


def point_of(place: Place) -> Point | None:
    """Where a place lies, None where that is not known."""
    return (place.lat, place.lon) if place.lat is not None and place.lon is not None else None
