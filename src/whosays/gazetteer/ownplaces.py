"""A user's own map beside ours: filled from GeoNames' files, kept in one SQLite file, opened read-only when asked."""

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from whosays.errors import KnowledgeError
from whosays.gazetteer.dumps import DumpName, DumpPart, DumpPlace, read_dump
from whosays.gazetteer.entries import PlaceEntry, PlaceKind
from whosays.gazetteer.names import normalise
from whosays.records import Place, Value

_SCHEMA = """
CREATE TABLE IF NOT EXISTS place (
  geonames INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
  country TEXT NOT NULL, part TEXT NOT NULL, feature TEXT NOT NULL, population INTEGER NOT NULL, source TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS name (
  form TEXT NOT NULL, geonames INTEGER NOT NULL, weight INTEGER NOT NULL, PRIMARY KEY (form, geonames)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS part (
  country TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (country, code)
) WITHOUT ROWID;
"""
_OTHER_NAME_PART = 20  # a name that is not the place's own weighs a twentieth, as in the built map
_SHORTEST = 3
_Row = tuple[int, str, PlaceKind, float, float, str, str, str, int, str]


class Taken(Value, frozen=True, kw_only=True):
    """What came of adding a file: how many places, first-order parts and names it held."""

    places: int = 0
    parts: int = 0
    names: int = 0


class OwnName(Value, frozen=True, kw_only=True):
    """What a user's map says of a name: a place by its GeoNames number, in full where the map holds it."""

    geonames: int
    weight: int
    entry: PlaceEntry | None = None


def add_dump(file: Path, into: Path) -> Taken:
    """Adds one of GeoNames' files to the map at ``into``, which is made where it is not there; all of it or nothing.

    A place that is there already is replaced.

    Raises:
        KnowledgeError: the file is none of GeoNames', or ``into`` is no map; with file and line.
    """
    into.parent.mkdir(parents=True, exist_ok=True)
    counts = {DumpPlace: 0, DumpPart: 0, DumpName: 0}
    try:
        with closing(sqlite3.connect(into)) as connection:
            connection.executescript(_SCHEMA)
            with connection:  # rolls back on an error
                for row in read_dump(file):
                    counts[type(row)] += _put(connection, row, file.name)
    except sqlite3.DatabaseError as error:
        raise KnowledgeError(f"{into}: no map of places ({error}); move it away, and add your files again") from error
    return Taken(places=counts[DumpPlace], parts=counts[DumpPart], names=counts[DumpName])


def _put(connection: sqlite3.Connection, row: DumpPlace | DumpPart | DumpName, source: str) -> int:
    if isinstance(row, DumpPart):
        connection.execute("INSERT OR REPLACE INTO part VALUES (?,?,?)", (row.country, row.code, row.name))
        return 1
    if isinstance(row, DumpName):
        form = normalise(row.name)
        if len(form) < _SHORTEST or not _is_latin(row.name):
            return 0
        connection.execute("INSERT OR IGNORE INTO name VALUES (?,?,0)", (form, row.geonames))
        return 1
    connection.execute(
        "INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            row.geonames, row.name, row.kind, row.lat, row.lon, row.country, row.part, row.feature, row.population,
            source,
        ),
    )  # fmt: skip
    forms = {normalise(n): row.population // _OTHER_NAME_PART for n in row.others if _is_latin(n)}
    forms[normalise(row.name)] = row.population
    rows = ((form, row.geonames, weight) for form, weight in sorted(forms.items()) if len(form) >= _SHORTEST)
    connection.executemany("INSERT OR REPLACE INTO name VALUES (?,?,?)", rows)
    return 1


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "\u2018\u2019\u02bb\u02bc" for c in name)


class OwnPlaces:
    """The map at ``path``.

    Args:
        path: the file.
        states: ISO 3166-1 alpha-3 by alpha-2.
    """

    def __init__(self, path: Path, states: Mapping[str, str]) -> None:
        self.path = path
        self._states = states
        self._connection: sqlite3.Connection | None = None

    def named(self, form: str) -> Iterator[OwnName]:
        """What the map says of a name in its normal form, the heaviest first."""
        rows = self._opened().execute(
            "SELECT n.weight, n.geonames, p.geonames, p.name, p.kind, p.lat, p.lon, p.country, p.part, p.feature, "
            "p.population, p.source FROM name n LEFT JOIN place p ON p.geonames = n.geonames "
            "WHERE n.form = ? ORDER BY n.weight DESC, n.geonames",
            (form,),
        )
        for weight, number, *row in rows:
            entry = None if row[0] is None else self._entry((row[0], *row[1:]))
            yield OwnName(geonames=number, weight=weight, entry=entry)

    def place(self, number: int) -> PlaceEntry | None:
        """The place with this GeoNames number, where the map holds it."""
        row = self._opened().execute(
            "SELECT geonames, name, kind, lat, lon, country, part, feature, population, source FROM place "
            "WHERE geonames = ?",
            (number,),
        ).fetchone()  # fmt: skip
        return None if row is None else self._entry(row)

    def _entry(self, row: _Row) -> PlaceEntry:
        number, name, kind, lat, lon, iso2, part, feature, population, source = row
        state = self._states.get(iso2)
        place = Place(
            id=f"geonames:{number}",
            name=name,
            geonames=number,
            lat=lat,
            lon=lon,
            country=state,
            admin1=None if kind == "admin1" else self._part(iso2, part),
            feature=feature,
        )
        countries = () if state is None else (state,)
        return PlaceEntry(place=place, population=population, kind=kind, countries=countries, source=source, part=part)

    def _part(self, iso2: str, code: str) -> str | None:
        row = self._opened().execute("SELECT name FROM part WHERE country = ? AND code = ?", (iso2, code)).fetchone()
        return None if row is None else str(row[0])

    def _opened(self) -> sqlite3.Connection:
        if self._connection is None:
            if not self.path.is_file():
                raise KnowledgeError(f"{self.path}: not there; 'whosays places add FILE' makes it from GeoNames' files")
            self._connection = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            weakref.finalize(self, self._connection.close)
        return self._connection
