"""Reading the files that GeoNames puts out: tables of places, codes of first-order parts, further names.

https://download.geonames.org/export/dump/readme.txt tells their columns. A file is known by how many it has, whatever
its name; one in a zip archive (``UA.zip``) is read out of it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from whosays.errors import KnowledgeError
from whosays.gazetteer.entries import PlaceKind
from whosays.records import Value

Table = Literal["places", "parts", "names"]
_TABLES: dict[int, Table] = {19: "places", 4: "parts", 8: "names", 10: "names"}
_KNOWN = "allCountries.txt or XX.zip (19 columns), admin1CodesASCII.txt (4), alternateNames.txt (8) or V2 (10)"
# What stands in the language column for codes and links, which are no names.
_NO_LANGUAGE = frozenset({"link", "post", "iata", "icao", "faac", "unlc", "wkdt", "abbr", "phon", "piny", "tcid"})


class DumpPlace(Value, frozen=True, kw_only=True):
    """A line of a table of places; ``country`` is ISO 3166-1 alpha-2, ``part`` the code of the first-order part."""

    geonames: int
    name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    kind: PlaceKind
    feature: str
    country: str
    part: str
    population: int


class DumpPart(Value, frozen=True, kw_only=True):
    """A line of the codes of first-order parts."""

    country: str
    code: str
    name: str


class DumpName(Value, frozen=True, kw_only=True):
    """A line of the further names of places."""

    geonames: int
    name: str


def read_dump(path: Path) -> Iterator[DumpPlace | DumpPart | DumpName]:
    """The lines of one of GeoNames' files, one after the other; countries and lines of no use are left out.

    Raises:
        KnowledgeError: there is no such file, it is none of GeoNames', or a line is broken; with file and line.
    """
    with _opened(path) as file:
        table: Table | None = None
        number = 0
        try:
            for number, line in enumerate(file, 1):
                cells = line.rstrip("\r\n").split("\t")
                if cells == [""] or line.startswith("#"):
                    continue
                table = table or _TABLES.get(len(cells))
                if table is None or _TABLES.get(len(cells)) != table:
                    raise KnowledgeError(f"{path}, line {number}: {len(cells)} columns; known are {_KNOWN}")
                row = _READERS[table](cells, f"{path}, line {number}")
                if row is not None:
                    yield row
        except UnicodeDecodeError as error:
            raise KnowledgeError(
                f"{path}, behind line {number}: not UTF-8; take the file as GeoNames gives it"
            ) from error
        if table is None:
            raise KnowledgeError(f"{path}: nothing in it; known are {_KNOWN}")


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    try:
        if path.suffix.lower() != ".zip":
            with path.open(encoding="utf-8", newline="\n") as file:
                yield file
            return
        with zipfile.ZipFile(path) as archive:
            tables = [n for n in archive.namelist() if n.endswith(".txt") and not n.lower().startswith("readme")]
            if len(tables) != 1:
                raise KnowledgeError(f"{path}: {len(tables)} tables in it, not one; unpack it and add the one you mean")
            with archive.open(tables[0]) as packed:
                yield io.TextIOWrapper(packed, encoding="utf-8", newline="\n")
    except FileNotFoundError as error:
        raise KnowledgeError(f"{path}: there is no such file") from error
    except IsADirectoryError as error:
        raise KnowledgeError(f"{path}: a folder; name the files in it") from error
    except zipfile.BadZipFile as error:
        raise KnowledgeError(f"{path}: no zip archive, or a broken one; fetch it again") from error


def _place(cells: list[str], where: str) -> DumpPlace | None:
    kind = _kind(cells[6], cells[7])
    if kind is None or not cells[1].strip():
        return None
    return DumpPlace(
        geonames=int(_number(cells[0], "geonameid", where)),
        name=cells[1].strip(),
        others=tuple(n for n in (cells[2].strip(), *(c.strip() for c in cells[3].split(","))) if n),
        lat=_number(cells[4], "latitude", where, 90.0),
        lon=_number(cells[5], "longitude", where, 180.0),
        kind=kind,
        feature=cells[7],
        country=cells[8],
        part=cells[10],
        population=int(_number(cells[14] or "0", "population", where)),
    )


def _kind(feature_class: str, code: str) -> PlaceKind | None:
    """The kind of place that a feature is here; states and what is no more are left out."""
    if code.endswith(("H", "Q")) and feature_class in "AP":  # ADM1H, PPLH, PPLQ: historical, abandoned
        return None
    if feature_class == "A":
        return "admin1" if code == "ADM1" else "admin2" if code.startswith("ADM") else None
    return "city" if feature_class == "P" else "feature" if feature_class in "HLRSTUV" and feature_class else None


def _part(cells: list[str], where: str) -> DumpPart:
    country, dot, code = cells[0].partition(".")
    if not dot or len(country) != 2 or not code:
        raise KnowledgeError(f"{where}: '{cells[0]}' is no code of a part; they look like US.TX")
    return DumpPart(country=country, code=code, name=cells[1].strip())


def _name(cells: list[str], where: str) -> DumpName | None:
    if cells[2] in _NO_LANGUAGE or not cells[3].strip():
        return None
    return DumpName(geonames=int(_number(cells[1], "geonameid", where)), name=cells[3].strip())


def _number(text: str, column: str, where: str, most: float = 2.0**53) -> float:
    try:
        value = float(text)
    except ValueError as error:
        raise KnowledgeError(f"{where}: '{text}' in {column} is no number") from error
    if not abs(value) <= most:  # so that "nan" is refused as well
        raise KnowledgeError(f"{where}: {text} in {column} is not between {-most:g} and {most:g}")
    return value


_READERS = {"places": _place, "parts": _part, "names": _name}
