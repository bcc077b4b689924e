"""The map: places by name and by id, out of the built SQLite file, opened read-only and only when first asked."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec

from whosays.errors import KnowledgeError
from whosays.gazetteer.entries import Paper, PlaceEntry, PlaceKind
from whosays.gazetteer.names import normalise
from whosays.gazetteer.ownplaces import OwnPlaces
from whosays.records import Place

_COLUMNS = "p.id, p.name, p.kind, p.geonames, p.lat, p.lon, p.countries, p.admin1, p.feature, p.disputed, p.population"
_OTHER_NAME_PART = 20  # a name that a user's map adds to a place of ours weighs a twentieth
_KEPT = 4096  # names whose places are kept: reports of one day name the same ones
_Row = tuple[str, str, PlaceKind, int | None, float | None, float | None, str, str | None, str | None, str, int]


class PlaceIndex:
    """Places out of the file at ``path``, and out of a user's own map where there is one."""

    def __init__(self, path: Path, own: OwnPlaces | None = None) -> None:
        self._path = path
        self._own = own
        self._connection: sqlite3.Connection | None = None
        self._kept = lru_cache(maxsize=_KEPT)(self._look_up)

    def named(self, name: str, limit: int = 40) -> tuple[PlaceEntry, ...]:
        """The places of this name, the most likely first (by kind, and people living there), at most ``limit``."""
        return self._kept(normalise(name), limit)

    def _look_up(self, form: str, limit: int) -> tuple[PlaceEntry, ...]:
        rows = self._opened().execute(
            f"SELECT n.weight, {_COLUMNS} FROM name n JOIN place p ON p.number = n.place "
            "WHERE n.form = ? ORDER BY n.weight DESC, p.id LIMIT ?",
            (form, limit),
        )
        found: list[tuple[int, PlaceEntry]] = [(row[0], _entry(row[1:])) for row in rows]
        known = {entry.place.id for _, entry in found}
        for weight, entry in self._own_named(form):
            if entry.place.id not in known:
                known.add(entry.place.id)
                found.append((weight, entry))
        ranked = sorted(found, key=lambda f: (-f[0], f[1].place.id))
        return tuple(entry for _, entry in ranked[:limit])

    def _own_named(self, form: str) -> Iterator[tuple[int, PlaceEntry]]:
        """What the user's map adds: its places, and names of ours."""
        for own in self._own.named(form) if self._own is not None else ():
            ours = self._numbered(own.geonames)
            if ours is not None:
                yield max(own.weight, ours.population // _OTHER_NAME_PART), ours
            elif own.entry is not None:
                yield own.weight, self._in_part(own.entry)

    def _numbered(self, number: int) -> PlaceEntry | None:
        """The built map's place with a GeoNames number."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?", (f"geonames:{number}",))
        rows = rows or self._rows(
            f"SELECT {_COLUMNS} FROM place p WHERE p.geonames = ? AND p.kind IN ('admin1', 'admin2')", (number,)
        )
        return _entry(rows[0]) if rows else None

    def _in_part(self, entry: PlaceEntry) -> PlaceEntry:
        """A user's place with the first-order part's name as it is in the built map: "Texas" is one word for both."""
        if entry.part is None or entry.kind == "admin1" or len(entry.countries) != 1:
            return entry
        query = "SELECT name FROM part WHERE country = ? AND code = ?"
        row = self._opened().execute(query, (entry.countries[0], entry.part)).fetchone()
        if row is None:
            return entry
        return msgspec.structs.replace(entry, place=msgspec.structs.replace(entry.place, admin1=str(row[0])))

    def place(self, identifier: str) -> PlaceEntry | None:
        """The place with this id, or None."""
        rows = self._rows(f"SELECT {_COLUMNS} FROM place p WHERE p.id = ?", (identifier,))
        if rows:
            return _entry(rows[0])
        kind, _, number = identifier.partition(":")
        own = self._own.place(int(number)) if self._own and kind == "geonames" and number.isdigit() else None
        return None if own is None else self._in_part(own)

    def paper(self, key: str) -> Paper | None:
        """The local paper with this internet domain, or with this name in its normal form."""
        found = self._opened().execute("SELECT name, country, home FROM paper WHERE key = ?", (key,)).fetchone()
        return None if found is None else Paper(name=found[0], country=found[1], home=found[2])

    def _rows(self, query: str, values: tuple[str | int, ...]) -> list[_Row]:
        return self._opened().execute(query, values).fetchall()

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._open()
        return self._connection

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
