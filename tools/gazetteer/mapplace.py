"""A place of the map as the built file holds it, and how likely each of its names means it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from whosays.gazetteer.entries import PlaceKind
from whosays.gazetteer.names import normalise
from whosays.records import Value

_WORLD_WEIGHT = 2_000_000_000
_REGION_WEIGHT = 500_000_000
_CAPITAL_BONUS = 20_000_000
_LISTED_TOWN = 400_000  # towns listed by hand are there because they are in the news
_WATCHED_FACTOR = 3  # a town in a state at war is likelier meant than its namesake of the same size elsewhere
_OTHER_NAME_PART = 20  # a name that is not the place's own weighs a twentieth
_COUNTY_PART = 4  # a county is named less often than a town with as many people


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


def forms(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """Normal forms, the first (the place's own name) marked 1, the others 0; weights are put in afterwards."""
    found: dict[str, int] = {}
    for number, name in enumerate(names):
        if normalise(name):
            found.setdefault(normalise(name), 1 if number == 0 else 0)
    return tuple(found.items())


def weighed(places: Iterable[MapPlace], watched: frozenset[str]) -> Iterator[MapPlace]:
    """The places with the weights of their names put in; ``watched`` are states whose towns are likelier meant."""
    places = tuple(places)
    capitals = _one_capital(places)
    people: dict[tuple[str, str], int] = {}
    cities: dict[tuple[str, str, str], int] = {}
    for place in places:
        if place.kind in ("city", "capital") and place.admin1:
            key = (place.countries[0], place.admin1)
            people[key] = people.get(key, 0) + place.population
            for form, own in place.names:
                weight = _weight(_town_weight(place, watched), own)
                cities[(*key, form)] = max(weight, cities.get((*key, form), 0))
    for place in places:
        yield _with_weights(place, People(people, cities, capitals), watched)


def _town_weight(place: MapPlace, watched: frozenset[str]) -> int:
    """How likely a place is meant for its size and country alone."""
    if place.kind == "city" and place.geonames is None:
        return _LISTED_TOWN
    return place.population * (_WATCHED_FACTOR if watched.issuperset(place.countries) else 1)


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


class People(msgspec.Struct, frozen=True):
    """What is known of all towns together: people by state and part, the weight of names there, and the capitals."""

    by_part: dict[tuple[str, str], int]
    names: dict[tuple[str, str, str], int]
    capitals: dict[str, str]


def _with_weights(place: MapPlace, people: People, watched: frozenset[str]) -> MapPlace:
    kind, feature, population = place.kind, place.feature, place.population
    if kind == "capital" and people.capitals[place.countries[0]] != place.id:
        kind, feature = "city", "PPL"
    if kind == "admin1":
        key = (place.countries[0], place.name)
        population = people.by_part.get(key, 0)
        same = people.names.get((*key, normalise(place.name)))
        # "Kunduz" alone is the city rather than the province around it; "Texas" has no such city.
        weight = same - 1 if same else max(population // 2, 300_000)
    elif kind == "admin2":
        weight = population // _COUNTY_PART
    else:
        weight = _town_weight(place, watched)
    weight += {"country": _WORLD_WEIGHT, "region": _REGION_WEIGHT, "capital": _CAPITAL_BONUS}.get(kind, 0)
    if feature == "PCLH":
        weight //= 4
    names = tuple((form, _weight(weight, own)) for form, own in place.names)
    return msgspec.structs.replace(place, kind=kind, feature=feature, population=population, names=names)
