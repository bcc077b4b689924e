"""What the data sets in use call a state: numbers and letters by ISO 3166-1 alpha-3, in ``data/exporting``."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).resolve().parent.parent / "data" / "exporting" / "countries.csv"


class Country(NamedTuple):
    """A state or territory; empty where a list has no code for it. ``gwno`` is Gleditsch and Ward's number."""

    iso3: str
    iso2: str
    iso_numeric: str
    fips: str
    cow: str
    gwno: str
    continent: str
    name: str


_NONE = Country(*[""] * len(Country._fields))


def country(iso3: str | None) -> Country:
    """The codes of a state; all empty when the table does not have it."""
    return _table().get(iso3 or "", _NONE._replace(iso3=iso3 or ""))


@cache
def _table() -> dict[str, Country]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return {row[0]: Country(*row) for row in rows}
