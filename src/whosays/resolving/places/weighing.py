"""What speaks for one of the places that a name may mean, and what against it: small comparators, each with words.

Weights are powers of ten of inhabitants: what the text says outweighs any size, what it hints at some of it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

from whosays.gazetteer import Gazetteer, PlaceEntry, normalise
from whosays.records import Reason
from whosays.resolving.places.distance import kilometres, point_of
from whosays.resolving.places.focus import Focus

_HELD, _NOT_HELD, _HOLDS = 6.0, -3.0, 4.0
_ADJECTIVE = 5.0
_STATES, _PARTS, _NEAR = 3.0, 2.0, 2.0
_DATELINE = 1.5
_NOUN, _ROW = 2.5, 2.5
_BARE, _OTHER_NAME, _OTHERS_NAME = -2.5, -0.6, -1.5
_CAPITAL, _COUNTRY = 1.5, 9.0
_ADMIN1_AT_MOST, _REGION_PRIOR = 6.2, 6.5
_COUNTY = -0.5  # counties are named less often than towns with as many people
_HOLDING_KM = 250.0


class PlaceContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a report tells around the name of a place.

    ``name`` is the name itself, ``holders`` are the names told as holding it, ``inside`` those told as lying in it,
    ``row`` are the others of a row of names, ``owner`` is the state whose adjective stands before it, ``noun`` the kind
    of place that it is called, ``focus`` what the rest of the report is about, ``dateline`` the state of its dateline.
    """

    name: str = ""
    holders: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    owner: str | None = None
    noun: str | None = None
    near: bool = False
    focus: Focus = Focus()
    dateline: str | None = None


def states_of(entry: PlaceEntry) -> tuple[str, ...]:
    """The states that a place lies in, ISO 3166-1 alpha-3."""
    return entry.countries or ((entry.place.country,) if entry.place.country else ())


def _size(entry: PlaceEntry, _context: PlaceContext, _gazetteer: Gazetteer) -> Reason:
    people = math.log10(max(entry.population, 100))
    weight = {
        "country": _COUNTRY, "capital": people + _CAPITAL, "admin1": min(people, _ADMIN1_AT_MOST),
        "admin2": min(people, _ADMIN1_AT_MOST) + _COUNTY, "region": _REGION_PRIOR, "city": people, "feature": people,
    }[entry.kind]  # fmt: skip
    called = {"city": "town", "admin1": "province", "admin2": "county"}.get(entry.kind, entry.kind)
    detail = f"a {called}" if entry.kind in ("country", "region") else f"a {called} of {entry.population} people"
    return Reason(rule="size", detail=detail, weight=round(weight, 2))


def _other_name(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    """Against a town that has the name only among others, the more so where another town has it as its own."""
    if entry.kind != "city" or not context.name or _is_own(entry, context.name):
        return None
    towns = (e for e in gazetteer.places_named(context.name) if e.kind in ("city", "capital"))
    weight = _OTHERS_NAME if any(_is_own(town, context.name) for town in towns) else _OTHER_NAME
    return Reason(rule="other-name", detail=f"its own name is {entry.place.name}", weight=weight)


def _is_own(entry: PlaceEntry, name: str) -> bool:
    return normalise(entry.place.name) == normalise(name)


def _in_row(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    """In a row of states, or of one state's provinces, a name that can be one is one: "Oregon and Washington"."""
    if entry.kind not in ("country", "admin1"):
        return None
    for name in context.row:
        other = next(iter(gazetteer.places_named(name)), None)
        alike = other is not None and other.kind == entry.kind
        if other is not None and alike and (entry.kind == "country" or states_of(other) == states_of(entry)):
            return Reason(rule="row", detail=f"it stands in a row with {other.place.name}", weight=_ROW)
    return None


def _own_map(entry: PlaceEntry, _context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    return None if entry.source is None else Reason(rule="own-map", detail=f"from your file {entry.source}", weight=0.0)


def holds(holder: PlaceEntry, entry: PlaceEntry) -> bool:
    """Whether one place lies in another, or, of two towns, near it."""
    if holder.place.id == entry.place.id:
        return False
    shared = set(states_of(holder)) & set(states_of(entry))
    if holder.kind == "admin1" and entry.place.admin1 is not None:
        return bool(shared) and entry.place.admin1 == holder.place.name
    if holder.kind == "admin1" and not shared:
        return False
    if holder.kind in ("country", "region"):
        return bool(shared)
    here, there = point_of(holder.place), point_of(entry.place)
    return here is not None and there is not None and kilometres(here, there) <= _HOLDING_KM


def _holding_ones(name: str, gazetteer: Gazetteer) -> tuple[PlaceEntry, ...]:
    """What a name told as holding a place may mean: a state or province where there is one, else any town near it."""
    entries = gazetteer.places_named(name)
    wide = tuple(e for e in entries if e.kind in ("country", "admin1", "admin2", "region"))
    # "Moscow, Damascus and Tehran" are no towns near one another: a capital's name is no namesake's.
    return wide or (entries[:1] if entries and entries[0].kind == "capital" else entries)


def _is_country(entries: Sequence[PlaceEntry]) -> bool:
    return bool(entries) and entries[0].kind == "country"


def _held(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    told = [(name, _holding_ones(name, gazetteer)) for name in context.holders]
    if _is_country(gazetteer.places_named(context.name)):  # "Russia, America and others": states in a row
        told = [(name, entries) for name, entries in told if not _is_country(entries)]
    known = [(name, entries) for name, entries in told if entries]
    if not known:
        return None
    for number, (name, entries) in enumerate(known):
        if any(holds(holder, entry) for holder in entries):
            # "Kalynove, Luhansk Oblast, Ukraine": lying in the state alone is half of what is told
            weight = _HELD if number == 0 else _HELD / 2
            return Reason(rule="held", detail=f"the text places it in {name}", weight=weight)
    return Reason(rule="held", detail=f"it does not lie in {known[0][0]}", weight=_NOT_HELD)


def _holding(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    for name in context.inside:
        if any(holds(entry, inner) for inner in gazetteer.places_named(name)):
            return Reason(rule="holds", detail=f"the text places {name} in it", weight=_HOLDS)
    return None


def _owned(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    if context.owner is None:
        return None
    if context.owner in states_of(entry):
        return Reason(rule="adjective", detail=f"the word before it names {context.owner}", weight=_ADJECTIVE)
    return None


def _spoken_of(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    share = context.focus.state(states_of(entry))
    if share < 0.01:
        return None
    detail = f"the report speaks of {'/'.join(states_of(entry))}"
    return Reason(rule="states", detail=detail, weight=round(_STATES * share, 2))


def _in_part(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    share = context.focus.part(entry)
    if share < 0.01:
        return None
    part = entry.place.name if entry.kind == "admin1" else entry.place.admin1
    return Reason(rule="region", detail=f"the report speaks of {part}", weight=round(_PARTS * share, 2))


def _close(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    support, name = context.focus.near(entry)
    if support < 0.05:
        return None
    return Reason(rule="near", detail=f"it lies near {name}", weight=round(_NEAR * support, 2))


def _datelined(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    if context.dateline is not None and context.dateline in states_of(entry):
        return Reason(rule="dateline", detail=f"the dateline lies in {context.dateline}", weight=_DATELINE)
    return None


def _named_kind(entry: PlaceEntry, context: PlaceContext, _gazetteer: Gazetteer) -> Reason | None:
    kinds = {
        "city": ("city", "capital"), "admin1": ("admin1",), "district": ("admin2",), "country": ("country",),
    }.get(context.noun or "", ())  # fmt: skip
    if entry.kind in kinds:
        called = {"admin1": "province or state", "city": "town"}.get(context.noun or "", context.noun)
        return Reason(rule="noun", detail=f"the text calls it a {called}", weight=_NOUN)
    return None


def _bare(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> Reason | None:
    """Against a region that has its name from its town ("Kharkiv" alone), and a town called by its country's name."""
    if entry.kind == "admin1" and context.noun != "admin1":
        inner = (*gazetteer.places_named(entry.place.name), *gazetteer.places_named(context.name))
        if any(city.kind in ("city", "capital") and holds(entry, city) for city in inner):
            return Reason(rule="bare", detail="its name alone means the town in it", weight=_BARE)
    if entry.kind in ("city", "capital") and context.noun != "city" and context.name:
        for country in gazetteer.places_named(context.name)[:1]:
            if country.kind == "country" and states_of(country) == states_of(entry):
                return Reason(rule="bare", detail="its name alone means the country", weight=_BARE)
    return None


# Every comparator says what speaks for (or against) one candidate; the sum decides.
COMPARATORS = (
    _size, _other_name, _held, _holding, _owned, _spoken_of, _in_part, _datelined, _close, _named_kind, _bare,
    _in_row, _own_map,
)  # fmt: skip


def weighed(entry: PlaceEntry, context: PlaceContext, gazetteer: Gazetteer) -> tuple[float, tuple[Reason, ...]]:
    """All that speaks for and against one place, and the sum of its weights."""
    reasons = tuple(r for compare in COMPARATORS if (r := compare(entry, context, gazetteer)) is not None)
    return sum(r.weight for r in reasons), reasons
