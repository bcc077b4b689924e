"""The map: places by name and by id, out of the built SQLite file, opened read-only and only when first asked."""

from __future__ import annotations

import sqlite3
import weakref
from pathlib import Path

from whosays.errors import KnowledgeError
from whosays.gazetteer.entries import PlaceEntry, PlaceKind
from whosays.gazetteer.names import normalise
from whosays.records import Place

_COLUMNS = "p.id, p.name, p.kind, p.geonames, p.lat, p.lon, p.countries, p.admin1, p.feature, p.disputed, p.population"
_Row = tuple[str, str, PlaceKind, int | None, float | None, float | None, str, str | None, str | None, str, int]


class PlaceIndex:
    """Places out of the file at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def named(self, name: str, limit: int = 40) -> tuple[PlaceEntry, ...]:
        """The places of this name, the most likely first (by kind, and people living there), at most ``limit``."""
        rows = self._rows(
            f"SELECT {_COLUMNS} FROM name n JOIN place p ON p.number = n.place "
            "WHERE n.form = ? ORDER BY n.weight DESC, p.id LIMIT ?",
            (normalise(name), limit),
        )
        return tuple(_entry(row) for row in rows)

    def place(self, identifier: str) -> PlaceEntry | None:
        """The place with this id, or None."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?", (identifier,))
        return _entry(rows[0]) if rows else None

    def _rows(self, query: str, values: tuple[str | int, ...]) -> list[_Row]:
        if self._connection is None:
            self._connection = self._open()
        return self._connection.execute(query, values).fetchall()

    def _open(self) -> sqlite3.Connection:
        if not self._path.is_file():
            raise KnowledgeError(f"{self._path}: not there; build it with 'python -m tools.build_gazetteer'")
        # Threads of a server share it: SQLite itself serialises, and nothing is written.
        connection = sqlite3.connect(
            f"{self._path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        weakref.finalize(self, connection.close)
        return connection


def _entry(row: _Row) -> PlaceEntry:
    identifier, name, kind, geonames, lat, lon, countries, admin1, feature, disputed, population = row
    states = tuple(countries.split())
    place = Place(
        id=identifier,
        name=name,
        geonames=geonames,
        lat=lat,
        lon=lon,
        country=states[0] if len(states) == 1 else None,
        admin1=admin1,
        feature=feature,
        disputed=tuple(disputed.split()),
    )
    return PlaceEntry(place=place, population=population, kind=kind, countries=states)
