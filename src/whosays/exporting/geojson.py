"""GeoJSON (RFC 7946): a point for each incident whose place is known, and how near the point is to the deed.

Incidents without a place on the map are in a file of their own, with ``null`` for a geometry, so that neither file
surprises a map. Points are WGS 84, longitude first.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from whosays.exporting.figures import highest, lowest
from whosays.exporting.gathering import Gathered, gather
from whosays.merging import Merged
from whosays.records import CodedReport, Incident, Place, PlacePrecision

NAMES = ("incidents.geojson", "incidents_unlocated.geojson")
# Within how many kilometres of the point the deed was, as a map may draw it; a state's or region's point says less.
_RADIUS: dict[PlacePrecision, int | None] = {
    "exact": 5, "near": 25, "admin1": 100, "country": 500, "region": 1000, "unknown": None
}  # fmt: skip


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``incidents.geojson`` and ``incidents_unlocated.geojson``."""
    gathered = gather(records, merged.incidents)
    located: list[dict[str, object]] = []
    unlocated: list[dict[str, object]] = []
    for incident in merged.incidents:
        place, precision = gathered.place_of(incident)
        made = feature(incident, gathered, place, precision)
        (located if made["geometry"] else unlocated).append(made)
    for name, found in zip(NAMES, (located, unlocated), strict=True):
        (out / name).write_bytes(msgspec.json.encode({"type": "FeatureCollection", "features": found}) + b"\n")
    return tuple(out / name for name in NAMES)


def feature(
    incident: Incident, gathered: Gathered, place: Place | None, precision: PlacePrecision
) -> dict[str, object]:
    """An incident as a GeoJSON feature with flat properties."""
    point = [place.lon, place.lat] if place and place.lon is not None and place.lat is not None else None
    return {
        "type": "Feature",
        "id": incident.id,
        "geometry": {"type": "Point", "coordinates": point} if point else None,
        "properties": {
            "event_type": incident.type,
            "event_mode": incident.mode,
            "status": incident.status,
            "date_start": incident.when.start,
            "date_end": incident.when.end,
            "date_precision": incident.when.precision,
            "place": place.name if place else None,
            "country": place.country if place else None,
            "place_precision": precision,
            "radius_km": _RADIUS[precision] if point else None,
            "actors": "; ".join(map(gathered.name, incident.actors)),
            "recipients": "; ".join(map(gathered.name, incident.recipients)),
            "killed_low": lowest(incident.tolls, "killed"),
            "killed_high": highest(incident.tolls, "killed"),
            "wounded_low": lowest(incident.tolls, "wounded"),
            "wounded_high": highest(incident.tolls, "wounded"),
            "standing": incident.standing,
            "reports": len(incident.reports),
            "origins": len(incident.origins),
        },
    }
