"""What is told, when and where, in outline: the comparators that settle most pairs, and all that they need.

A store keeps each telling's outline beside it, so that whoever cannot be one is told apart without being read.
"""

from __future__ import annotations

from datetime import date
from math import asin, cos, radians, sin, sqrt
from typing import Protocol

import msgspec

from whosays.merging.wordings import stem
from whosays.records import EventStatus, Place, Reason

CLASH = -9.0
MARKED = "other"  # the type of deeds that somebody marked, without a class
RECENT_DAYS = 3  # a deed told without its day is news: it lies no further back than this
NEAR_KM = 15.0
HARM = frozenset({"ASSAULT", "COERCE"})
_EARTH_KM = 6371.0
_NEXT = 6  # days between two days a week apart
_BOMBS = frozenset({"explosives", "suicide-attack"})
_AIR = frozenset({"aerial", "drone", "heavy-weapons"})
_VAGUE_MODES = frozenset({"targeted", "destroy"})
_ANNOUNCED = frozenset({"CONSULT", "AGREE", "COOPERATE", "PROTEST"})  # planned in public, then held
_WIDE = ("country:", "region:", "admin1:")


class Outlined(Protocol):
    """A telling as far as its outline goes: of an outline alone, or of the whole telling."""

    @property
    def type(self) -> str:
        """The class of the deed."""

    @property
    def mode(self) -> str | None:
        """The way of it."""

    @property
    def status(self) -> EventStatus:
        """Whether it happened."""

    @property
    def start(self) -> date | None:
        """Its first day."""

    @property
    def end(self) -> date | None:
        """The day after its last."""

    @property
    def by_weekday(self) -> bool:
        """Whether the day is told by its name alone ("on Tuesday")."""

    @property
    def is_period(self) -> bool:
        """Whether it is a count over a longer time ("since March")."""

    @property
    def told_on(self) -> date | None:
        """The day of the report."""

    @property
    def place(self) -> Place | None:
        """Where."""


class Outline(msgspec.Struct, frozen=True, array_like=True):
    """A telling's kind and status, its days, the day of its report, and its place."""

    type: str
    mode: str | None
    status: EventStatus
    start: date | None
    end: date | None
    by_weekday: bool
    is_period: bool
    told_on: date | None
    place: Place | None


def outline_of(told: Outlined) -> Outline:
    """A telling's outline."""
    return Outline(
        told.type,
        told.mode,
        told.status,
        told.start,
        told.end,
        told.by_weekday,
        told.is_period,
        told.told_on,
        told.place,
    )


def contradicts(one: Outlined, two: Outlined) -> bool:
    """Whether two tellings cannot be one by their outlines alone."""
    return any(r is not None and r.weight <= CLASH for r in (compare(one, two) for compare in _COMPARATORS))


def is_wide(place: Place) -> bool:
    """Whether a place is a country, province or region, and no town."""
    return place.id.startswith(_WIDE)


def distance_km(one: Place, two: Place) -> float | None:
    """The great-circle distance in kilometres, None where coordinates are missing."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    lat1, lat2 = radians(one.lat), radians(two.lat)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(two.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def apart(one: Outlined, two: Outlined) -> int:
    """Days between the reports; none where a day is not known."""
    if one.told_on is None or two.told_on is None:
        return 0
    return abs((one.told_on - two.told_on).days)


# -- what and whether ---------------------------------------------------------------------------


def kind(one: Outlined, two: Outlined) -> Reason | None:
    """The class must be one; two ways of attack that exclude each other are two attacks."""
    a, b = one, two
    if a.type != b.type:
        return Reason(rule="kind", detail=f"{a.type} is not {b.type}", weight=CLASH)
    if a.type == MARKED:
        return _marked(one, two)
    if a.mode == b.mode and a.mode is not None:
        return Reason(rule="kind", detail=f"both are {a.type} ({a.mode})", weight=0.2)
    if a.mode is None or b.mode is None or _VAGUE_MODES & {a.mode, b.mode}:
        return Reason(rule="kind", detail=f"both are {a.type}", weight=0.1)
    if {a.mode, b.mode} <= _BOMBS or {a.mode, b.mode} <= _AIR:
        return Reason(rule="kind", detail=f"{a.mode} and {b.mode} can be one attack", weight=0.1)
    return Reason(rule="kind", detail=f"{a.mode} is not {b.mode}", weight=CLASH)


def _marked(one: Outlined, two: Outlined) -> Reason | None:
    """Of deeds that somebody marked without a class, the word is all that there is."""
    a, b = stem(one.mode or ""), stem(two.mode or "")
    if a == b:
        return Reason(rule="kind", detail=f"both are called {one.mode!r}", weight=0.4)
    return Reason(rule="kind", detail=f"{one.mode!r} is not {two.mode!r}", weight=CLASH)


def status(one: Outlined, two: Outlined) -> Reason | None:
    """What was attempted did not happen; a meeting or march that was announced, and then took place, is one."""
    a, b = one.status, two.status
    if a == b or {a, b} <= {"happened", "ongoing"} or "negated" in {a, b} or one.type == MARKED:
        return None
    if "planned" in {a, b} and "attempted" not in {a, b} and one.type in _ANNOUNCED:
        if one.start is not None and one.start == two.start:
            return Reason(rule="status", detail="announced for the day on which it took place", weight=0.0)
        return Reason(rule="status", detail="announced, and not known to be what took place", weight=CLASH)
    return Reason(rule="status", detail=f"one {a}, one {b}", weight=CLASH)


# -- when ---------------------------------------------------------------------------------------


def time(one: Outlined, two: Outlined) -> Reason | None:
    """Days that overlap agree, the more the narrower they are; days apart clash."""
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return None
    if one.start < two.end and two.start < one.end:
        days = max((one.end - one.start).days, (two.end - two.start).days)
        if days <= 1:
            return Reason(rule="time", detail=f"both on {one.start}", weight=0.4)
        if days <= 7:
            return Reason(rule="time", detail="the times told overlap within a week", weight=0.1)
        return None
    gap = max((two.start - one.end).days, (one.start - two.end).days)
    if gap == 0 and one.type in HARM:
        # Reports of one night's attack differ by a day; alone this never joins.
        return Reason(rule="time", detail="told for neighbouring days", weight=-0.2)
    if gap == _NEXT and _by_weekday(one, two) and apart(one, two) <= 1:
        return None
    return Reason(rule="time", detail=f"{one.start} is not {two.start}", weight=CLASH)


def period(one: Outlined, two: Outlined) -> Reason | None:
    """What is counted over a time ("since March 90 have died") is no single deed, nor what is counted over another."""
    if not one.is_period and not two.is_period:
        return None
    if one.is_period != two.is_period:
        return Reason(rule="period", detail="one counts over a longer time, the other tells of a day", weight=CLASH)
    if one.start != two.start:
        return Reason(rule="period", detail="the two count over different times", weight=CLASH)
    return Reason(rule="period", detail="both count over one time", weight=0.1)


def _by_weekday(one: Outlined, two: Outlined) -> bool:
    """Whether a day is told by its name alone: "on Tuesday", told on the eve of a Tuesday, is this one or the last."""
    return one.by_weekday or two.by_weekday


def recency(one: Outlined, two: Outlined) -> Reason | None:
    """A deed told without its day is news on the day of its report: it lies shortly before."""
    if one.start is not None and two.start is not None:
        return None
    days = [f.start or f.told_on for f in (one, two)]
    if days[0] is None or days[1] is None:
        return None
    ahead = (days[0] - days[1]).days
    if one.start is not None:  # then the second is the one without a day
        ahead = -ahead
    apart = abs(ahead) if one.start is None and two.start is None else ahead
    if 0 <= apart <= RECENT_DAYS:
        detail = f"told without a day {_days(apart)} the other"
        return Reason(rule="recency", detail=detail, weight=0.3)
    return None


def _days(number: int) -> str:
    return "on the day of" if number == 0 else f"{number} day{'s' if number > 1 else ''} from"


# -- where --------------------------------------------------------------------------------------


def place(one: Outlined, two: Outlined) -> Reason | None:
    """One town agrees; another country, or a town further off than a suburb, clashes."""
    a, b = one.place, two.place
    if a is None or b is None:
        return None
    if a.id == b.id:
        return Reason(rule="place", detail=f"both in {a.name}", weight=0.1 if is_wide(a) else 0.4)
    if a.country is not None and b.country is not None and a.country != b.country:
        return Reason(rule="place", detail=f"{a.name} and {b.name} lie in different countries", weight=CLASH)
    if is_wide(a) or is_wide(b):
        if a.country is None or b.country is None or _other_province(a, b):
            return None
        return Reason(rule="place", detail=f"{a.name} and {b.name} can be one place", weight=0.1)
    away = distance_km(a, b)
    if away is None:
        return None
    if away <= NEAR_KM:
        return Reason(rule="place", detail=f"{a.name} and {b.name} are {away:.0f} km apart", weight=0.3)
    return Reason(rule="place", detail=f"{a.name} is {away:.0f} km from {b.name}", weight=CLASH)


def _other_province(one: Place, two: Place) -> bool:
    return one.admin1 is not None and two.admin1 is not None and one.admin1 != two.admin1


_COMPARATORS = (kind, status, period, time, place)
