"""Writing the built files, the same bytes for the same lists, and the hashes by which a rebuild is compared."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tools.gazetteer.places import MapPlace
from whosays.gazetteer.knowledge import Knowledge
from whosays.records import Value

_SCHEMA = """
CREATE TABLE place (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, geonames INTEGER,
  lat REAL, lon REAL, countries TEXT NOT NULL, admin1 TEXT, feature TEXT, disputed TEXT NOT NULL,
  population INTEGER NOT NULL
);
CREATE TABLE name (
  form TEXT NOT NULL, weight INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (form, weight, place)
) WITHOUT ROWID;
CREATE UNIQUE INDEX place_id ON place (id);
"""


class Manifest(Value, frozen=True, kw_only=True):
    """What was built: the date of the lists, counts, and the hashes that a rebuild must meet."""

    known_until: str
    actors: int
    places: int
    names: int
    actors_sha256: str
    places_sha256: str


def actors_bytes(knowledge: Knowledge) -> bytes:
    """The actors file: canonical JSON, an entry a line so that changes can be read."""
    plain = msgspec.to_builtins(knowledge)
    lines = [msgspec.json.encode(_spare(actor), order="deterministic") for actor in plain.pop("actors")]
    head = msgspec.json.encode(plain, order="deterministic")
    return head[:-1] + b',"actors":[\n' + b",\n".join(lines) + b"\n]}\n"


def _spare(value: object) -> object:
    """A value without what is empty or certain anyhow: the reader fills that in, and loads a third less."""
    if isinstance(value, dict):
        whole = {key: _spare(held) for key, held in value.items()}
        return {key: held for key, held in whole.items() if held not in (None, []) and (key, held) != ("sure", True)}
    return [_spare(held) for held in value] if isinstance(value, list | tuple) else value


def write_places(path: Path, places: tuple[MapPlace, ...]) -> None:
    """The map as an SQLite file, written in one go and compacted."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.executescript(_SCHEMA)
        connection.executemany(
            "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
            (_row(number, place) for number, place in enumerate(places, 1)),
        )
        names = sorted((form, weight, n) for n, place in enumerate(places, 1) for form, weight in place.names)
        connection.executemany("INSERT INTO name VALUES (?,?,?)", names)
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()


def _row(number: int, place: MapPlace) -> tuple[int | str | float | None, ...]:
    return (
        number, place.id, place.name, place.kind, place.geonames, place.lat, place.lon, " ".join(place.countries),
        place.admin1, place.feature, " ".join(place.disputed), place.population,
    )  # fmt: skip


def dump_hash(path: Path) -> str:
    """SHA-256 over the sorted rows of the map file: the same for every version of SQLite."""
    connection = sqlite3.connect(path)
    try:
        return hashlib.sha256(b"\n".join(_dump(connection))).hexdigest()
    finally:
        connection.close()


def _dump(connection: sqlite3.Connection) -> Iterator[bytes]:
    for query in ("SELECT * FROM place ORDER BY id", "SELECT form, weight, place FROM name ORDER BY 1, 2, 3"):
        for row in connection.execute(query):
            yield msgspec.json.encode(row)


def count_names(places: tuple[MapPlace, ...]) -> int:
    """How many names the map holds."""
    return sum(len(place.names) for place in places)
