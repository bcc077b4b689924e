"""What a screen shows of the store: flat rows, and pages of them."""

from __future__ import annotations

import msgspec

from whosays.records import Act, EventStatus, Reason, RolePart, Standing, StatementStatus
from whosays.store.rows import IncidentRow, StatementRow


class Window(msgspec.Struct, frozen=True):
    """A stretch of a list: how many rows to leave out before it, and how many to show at most."""

    offset: int = 0
    most: int = 50


class Overview(msgspec.Struct, frozen=True):
    """How much is kept, the first and last day of the reports, and the changes that the incidents do not show yet."""

    reports: int
    incidents: int
    disputes: int
    failures: int
    first: str | None
    last: str | None
    waiting: int


class IncidentPage(msgspec.Struct, frozen=True):
    """Incidents on one screen; ``found`` counts all that fit, and stops counting at ``counted_to``."""

    rows: tuple[IncidentRow, ...]
    found: int
    counted_to: int


class StatementPage(msgspec.Struct, frozen=True):
    """Statements on one screen; ``found`` counts all that fit, and stops counting at ``counted_to``."""

    rows: tuple[StatementRow, ...]
    found: int
    counted_to: int


class PlaceCount(msgspec.Struct, frozen=True):
    """How many incidents were put at one place. ``precision`` says how large the place is: town, district ..."""

    place: str
    name: str
    lat: float
    lon: float
    precision: str
    incidents: int
    disputed: int
    last: str | None


class DayCount(msgspec.Struct, frozen=True):
    """How many incidents of a class began on a day."""

    day: str
    type: str
    incidents: int
    disputed: int


class ActorRow(msgspec.Struct, frozen=True):
    """Somebody whom reports name, and how many reports do."""

    id: str
    name: str
    kind: str | None
    reports: int


class Relation(msgspec.Struct, frozen=True):
    """Another actor, how the two meet (``part`` of the one, ``other_part`` of the other), and in how many incidents."""

    id: str
    name: str
    part: str
    other_part: str
    incidents: int


class Mentioned(msgspec.Struct, frozen=True):
    """A statement by somebody else that holds something true or false of an actor."""

    id: str
    published: str | None
    speaker_id: str | None
    speaker: str | None
    act: Act
    status: StatementStatus
    words: str
    report: str


class UnsureLink(msgspec.Struct, frozen=True):
    """A mention that may mean several; ``weight`` counts the events and statements that wait for an answer."""

    mention: str
    name: str
    kind: str
    start: int
    end: int
    report: str
    title: str | None
    publisher: str | None
    published: str | None
    weight: int
    candidates: tuple[str, ...]


class Joined(msgspec.Struct, frozen=True):
    """Two tellings in one incident, by their events; the incident says why they were put together."""

    incident: str
    first: str
    second: str
    standing: Standing


class StoryRow(msgspec.Struct, frozen=True):
    """A story as a list shows it: what it is called, its first and last day, and how many tell of it."""

    id: str
    title: str
    since: str
    until: str
    reports: int
    publishers: int
    origins: int


class Doubt(msgspec.Struct, frozen=True):
    """Two tellings that may be of one incident and were left apart: their events, their incidents, and what is known.

    ``weight`` is the sum of what speaks for it; from 1 on they would have been put together, had nothing stood in the
    way.
    """

    one: str
    two: str
    incident: str
    other: str
    weight: float
    reasons: tuple[Reason, ...]


class OpenPart(msgspec.Struct, frozen=True):
    """A part (``actor``, ``recipient``) that an event leaves open; ``field`` is what a decision on it is about."""

    event: str
    report: str
    part: RolePart
    field: str


class Doubtful(msgspec.Struct, frozen=True):
    """An event that was coded with little confidence."""

    event: str
    report: str
    type: str
    mode: str | None
    status: EventStatus
    confidence: float


def precision_of(place: str, feature: str | None = None) -> str:
    """How large a place is, by its id and its GeoNames feature: a town, a district, a province, a country, a region."""
    kind = place.partition(":")[0]
    named = {"country": "country", "admin1": "province", "admin2": "district", "region": "region"}.get(kind)
    return named or ("district" if feature and feature.startswith("ADM") else "town")
