"""The parts of states: first-order ones listed by hand, and those of GeoNames beside and below them."""

from __future__ import annotations

from pathlib import Path

import msgspec

from tools.gazetteer.mapplace import MapPlace, forms
from tools.gazetteer.reading import Row, rows
from whosays.gazetteer.entries import PlaceKind
from whosays.gazetteer.names import slug

ADMIN1_COLUMNS = ("country", "code", "name", "aliases", "feature", "lat", "lon")
SUBDIVISION_COLUMNS = ("country", "code", "geonames", "name", "aliases", "lat", "lon", "people")


def read_parts(resources: Path) -> dict[tuple[str, str], MapPlace]:
    """The parts by state (ISO 3166-1 alpha-3) and GeoNames code; a second-order code has a dot in it.

    A part that is listed by hand keeps its name and point, and takes GeoNames' number and further names.
    """
    listed = {(part.countries[0], code): part for part, code in _listed(resources / "admin1.csv")}
    found = dict(listed)
    path = resources / "subdivisions.csv"
    for row in rows(path, SUBDIVISION_COLUMNS) if path.exists() else ():
        key = (row.one("country"), row.one("code"))
        own = listed.get(key)
        given = _given(row, key)
        found[key] = given if own is None else _joined(own, given)
    return {key: _within(part, key, found) for key, part in found.items()}


def codes(parts: dict[tuple[str, str], MapPlace]) -> tuple[tuple[str, str, str], ...]:
    """State, GeoNames code and name of every first-order part."""
    return tuple((state, code, part.name) for (state, code), part in sorted(parts.items()) if "." not in code)


def _listed(path: Path) -> list[tuple[MapPlace, str]]:
    """First-order parts from ``admin1.csv``, each with its GeoNames code within the country."""
    found = []
    for row in rows(path, ADMIN1_COLUMNS) if path.exists() else ():
        iso3, name = row.one("country"), row.one("name")
        part = MapPlace(
            id=f"admin1:{iso3}:{slug(name)}",
            name=name,
            kind="admin1",
            lat=row.number("lat"),
            lon=row.number("lon"),
            countries=(iso3,),
            feature=row.one("feature") or "ADM1",
            names=forms((name, *row.several("aliases"))),
        )
        found.append((part, row.one("code") or slug(name)))
    return found


def _given(row: Row, key: tuple[str, str]) -> MapPlace:
    number = int(row.number("geonames") or 0)
    kind: PlaceKind = "admin2" if "." in key[1] else "admin1"
    return MapPlace(
        id=f"{kind}:{key[0]}:{number}",
        name=row.one("name"),
        kind=kind,
        geonames=number,
        lat=row.number("lat"),
        lon=row.number("lon"),
        countries=key[:1],
        feature="ADM2" if kind == "admin2" else "ADM1",
        population=int(row.number("people") or 0),
        names=forms((row.one("name"), *row.several("aliases"))),
    )


def _within(part: MapPlace, key: tuple[str, str], parts: dict[tuple[str, str], MapPlace]) -> MapPlace:
    """A second-order part with the name of the first-order one around it."""
    first, dot, _ = key[1].partition(".")
    holder = parts.get((key[0], first)) if dot else None
    return part if holder is None else msgspec.structs.replace(part, admin1=holder.name)


def _joined(own: MapPlace, given: MapPlace) -> MapPlace:
    known = dict(own.names)
    names = (*own.names, *((form, 0) for form, _ in given.names if form not in known))
    return msgspec.structs.replace(own, geonames=given.geonames, names=names)
