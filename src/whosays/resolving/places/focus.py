"""What part of the world a report is about: how much of it speaks of which state and region, and near what.

Each name of the report votes with all the places that it may mean, as far as they are likely; a name does not vote on
itself. "Paris", "Lamar County" and "Sulphur Springs" together lie in Texas, whichever of them is read first.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.gazetteer import PlaceEntry
from whosays.resolving.places.distance import Point, kilometres, point_of

_CLOSE_KM, _FAR_KM = 40.0, 160.0
_UNSAID = 0.5  # the weight of not knowing, so that one name alone does not settle what a report is about
_POINTED = ("city", "capital", "admin2")
_LEAST = 0.05  # a reading less likely than this does not vote
Part = tuple[str, str]  # a state, ISO 3166-1 alpha-3, and the name of its first-order part


class Vote(msgspec.Struct, frozen=True):
    """A name with the places that it may mean and how likely each is; ``times`` says how often it stands there."""

    name: str
    readings: tuple[tuple[PlaceEntry, float], ...]
    times: int = 1
    own: bool = True  # whether the report names it; else it is told by who put the report out

    @property
    def weight(self) -> float:
        """How much the name counts: more when it is repeated, but not as much more."""
        return 1.0 + 0.5 * math.log2(self.times)


class Focus(msgspec.Struct, frozen=True):
    """What the rest of a report is about, as seen from one of its names."""

    states: tuple[tuple[str, float], ...] = ()
    parts: tuple[tuple[Part, float], ...] = ()
    points: tuple[tuple[Point, float, str], ...] = ()

    def state(self, states: Sequence[str]) -> float:
        """The share of the report, 0 to 1, that speaks of the most named one of these states."""
        return max((share for state, share in self.states if state in states), default=0.0)

    def part(self, entry: PlaceEntry) -> float:
        """The share of the report, 0 to 1, that speaks of the first-order part that a place is or lies in."""
        key = part_of(entry)
        return 0.0 if key is None else max((share for part, share in self.parts if part == key), default=0.0)

    def near(self, entry: PlaceEntry) -> tuple[float, str]:
        """How well the report's other places support a town by lying near, 0 to 1, and the name of the best."""
        here = point_of(entry.place)
        if here is None or entry.kind not in _POINTED:
            return 0.0, ""
        best: dict[str, float] = {}
        for point, likely, name in self.points:
            support = likely * _reach(here, point)
            if support > best.get(name, 0.0):
                best[name] = support
        if not best:
            return 0.0, ""
        first = max(sorted(best), key=lambda name: best[name])
        return 1.0 - math.exp(-sum(best.values())), first


def _reach(one: Point, other: Point) -> float:
    if abs(one[0] - other[0]) > 1.5:  # more than 161 km, and quickly told
        return 0.0
    away = kilometres(one, other)
    return max(0.0, min(1.0, (_FAR_KM - away) / (_FAR_KM - _CLOSE_KM)))


def part_of(entry: PlaceEntry) -> Part | None:
    """The first-order part that a place is or lies in."""
    name = entry.place.name if entry.kind == "admin1" else entry.place.admin1
    return (entry.countries[0], name) if name is not None and len(entry.countries) == 1 else None


class Votes:
    """All votes of a report, counted once; a view from one name leaves its own out.

    Args:
        votes: one for each different name.
        told: states that other words than names of places speak of (adjectives, the dateline), as often as they do.
    """

    def __init__(self, votes: Iterable[Vote], told: Mapping[str, int]) -> None:
        self._votes = {vote.name: vote for vote in votes}
        self._told = {state: 1.0 + 0.5 * math.log2(times) for state, times in sorted(told.items()) if times}
        self._states = {name: _states(vote) for name, vote in self._votes.items()}
        self._parts = {name: _parts(vote) for name, vote in self._votes.items()}

    def without(self, name: str) -> Focus:
        """What the report is about, as told by all names but one."""
        others = [n for n in self._votes if not _is_within(n, name)]  # "Herat" is no news of "Herat City"
        total = _UNSAID + sum(self._votes[n].weight for n in others) + sum(self._told.values())
        states, parts = defaultdict[str, float](float, self._told), defaultdict[Part, float](float)
        for other in others:
            for state, share in self._states[other].items():
                states[state] += share
            for part, share in self._parts[other].items():
                parts[part] += share
        local = sum(parts.values()) + _UNSAID
        return Focus(
            states=tuple((state, share / total) for state, share in sorted(states.items())),
            parts=tuple((part, share / local) for part, share in sorted(parts.items())),
            points=tuple(p for n in others for p in _points(self._votes[n])),
        )


def _is_within(one: str, other: str) -> bool:
    """Whether two names are the same, or one is among the words of the other."""
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _states(vote: Vote) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for entry, likely in vote.readings:
        for state in entry.countries:
            found[state] += likely * vote.weight / len(entry.countries)
    return found


def _parts(vote: Vote) -> dict[Part, float]:
    found: dict[Part, float] = defaultdict(float)
    for entry, likely in vote.readings:
        part = part_of(entry)
        if part is not None:
            found[part] += likely * vote.weight
    return found


def _points(vote: Vote) -> Iterable[tuple[Point, float, str]]:
    for entry, likely in vote.readings:
        point = point_of(entry.place)
        if likely >= _LEAST and point is not None and entry.kind in _POINTED:
            yield point, likely, entry.place.name if vote.own else vote.name
