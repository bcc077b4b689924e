"""Incidents as a list, on a map and along time: one filter for the three."""

from __future__ import annotations

from datetime import date, timedelta

from whosays.briefing import phrases
from whosays.errors import SettingsError
from whosays.records import Standing
from whosays.store import IncidentFilter, Window
from whosays.store.rows import IncidentRow
from whosays.store.screenrows import DayCount, PlaceCount
from whosays.web.asked import PER_PAGE, Asked, Day, PageNumber, Query, View, Words
from whosays.web.wordings import capital, deeds, incident_title


class IncidentsQuery(Query, frozen=True, kw_only=True):
    """Which incidents: days on which they may have happened, class, who takes part, where, words, standing."""

    since: Day | None = None
    until: Day | None = None
    type: Words | None = None
    actor: Words | None = None
    place: Words | None = None
    text: Words | None = None
    standing: Standing | None = None
    page: PageNumber = 1


class Kind(View, frozen=True, kw_only=True):
    """A class of events, and how the desk calls its deeds."""

    type: str
    words: str


class IncidentLine(View, frozen=True, kw_only=True):
    """One incident in a list."""

    title: str
    row: IncidentRow


class IncidentsView(View, frozen=True, kw_only=True):
    """One screen of incidents, the latest first. ``found`` stops counting at ``counted_to``."""

    asked: IncidentsQuery
    kinds: tuple[Kind, ...]
    lines: tuple[IncidentLine, ...]
    found: int
    counted_to: int
    pages: int


class MapView(View, frozen=True, kw_only=True):
    """Where the incidents were put. ``unplaced`` counts those of which no place on a map is told."""

    asked: IncidentsQuery
    kinds: tuple[Kind, ...]
    places: tuple[PlaceCount, ...]
    unplaced: int


class Bar(View, frozen=True, kw_only=True):
    """The incidents that began in a stretch of time (``until`` is its last day), and how many are disputed."""

    since: str
    until: str
    incidents: int
    disputed: int


class Lane(View, frozen=True, kw_only=True):
    """A class of events with its bars, one for each stretch of the timeline."""

    kind: Kind
    incidents: int
    bars: tuple[Bar, ...]


class TimelineView(View, frozen=True, kw_only=True):
    """Incidents along time: all together, by class, and the latest of them."""

    asked: IncidentsQuery
    kinds: tuple[Kind, ...]
    since: str | None
    until: str | None
    step: str
    total: tuple[Bar, ...]
    lanes: tuple[Lane, ...]
    lines: tuple[IncidentLine, ...]
    found: int


def filter_of(query: IncidentsQuery) -> IncidentFilter:
    """What the store is asked."""
    for day in (query.since, query.until):
        _day(day)
    return IncidentFilter(query.since, query.until, query.type, query.actor, query.place, query.text, query.standing)


def kinds() -> tuple[Kind, ...]:
    """The classes of events that there are."""
    return tuple(Kind(type=t, words=capital(deeds(t))) for t in sorted(phrases.load().deeds))


def line_of(row: IncidentRow) -> IncidentLine:
    """A row with its title."""
    return IncidentLine(title=incident_title(row.type, row.mode, row.place, None), row=row)


def incidents(asked: Asked) -> IncidentsView:
    """What happened, each thing once however many reports tell of it; the latest first."""
    query = asked.query(IncidentsQuery)
    page = asked.store.screens.incidents(filter_of(query), Window((query.page - 1) * PER_PAGE, PER_PAGE))
    return IncidentsView(
        asked=query,
        kinds=kinds(),
        lines=tuple(map(line_of, page.rows)),
        found=page.found,
        counted_to=page.counted_to,
        pages=max(1, -(-page.found // PER_PAGE)),
    )


def incident_map(asked: Asked) -> MapView:
    """Where it happened: a mark for each place, the larger the more incidents."""
    query = asked.query(IncidentsQuery)
    screens, wanted = asked.store.screens, filter_of(query)
    return MapView(asked=query, kinds=kinds(), places=screens.places(wanted), unplaced=screens.unplaced(wanted))


# -- along time ---------------------------------------------------------------------------------

_MOST_BARS = 62
_STEPS = (("day", 1), ("week", 7), ("month", 30), ("quarter", 91), ("year", 365))
_USUAL = 60  # days that the timeline shows when no days are asked for


def timeline(asked: Asked) -> TimelineView:
    """When it happened; without days asked for, the last sixty on which something is known to have happened."""
    query = asked.query(IncidentsQuery)
    wanted = filter_of(query)
    until = _day(query.until or asked.store.screens.last_incident_day())
    if until is None:
        return TimelineView(
            asked=query, kinds=kinds(), since=None, until=None, step="day", total=(), lanes=(), lines=(), found=0
        )
    since = _day(query.since) or until - timedelta(days=_USUAL - 1)
    wanted = IncidentFilter(
        since.isoformat(), until.isoformat(), wanted.type, wanted.actor, wanted.place, wanted.text, wanted.standing
    )
    step, days = next(((s, d) for s, d in _STEPS if (until - since).days / d < _MOST_BARS), _STEPS[-1])
    counted = asked.store.screens.days(wanted)
    page = asked.store.screens.incidents(wanted, Window(0, PER_PAGE))
    present = sorted({c.type for c in counted}, key=lambda t: (-sum(c.incidents for c in counted if c.type == t), t))
    return TimelineView(
        asked=query,
        kinds=kinds(),
        since=since.isoformat(),
        until=until.isoformat(),
        step=step,
        total=_bars(counted, since, until, days),
        lanes=tuple(_lane(t, [c for c in counted if c.type == t], since, until, days) for t in present),
        lines=tuple(map(line_of, page.rows)),
        found=page.found,
    )


def _lane(type_: str, counted: list[DayCount], since: date, until: date, days: int) -> Lane:
    kind = Kind(type=type_, words=capital(deeds(type_)))
    return Lane(kind=kind, incidents=sum(c.incidents for c in counted), bars=_bars(counted, since, until, days))


def _bars(counted: tuple[DayCount, ...] | list[DayCount], since: date, until: date, days: int) -> tuple[Bar, ...]:
    """One bar for each stretch of ``days``, the last one ending on ``until``; earlier beginnings count in the first."""
    many = (until - since).days // days + 1
    totals = [[0, 0] for _ in range(many)]
    for one in counted:
        at = min(max((date.fromisoformat(one.day) - since).days // days, 0), many - 1)
        totals[at][0] += one.incidents
        totals[at][1] += one.disputed
    return tuple(
        Bar(
            since=(since + timedelta(days=n * days)).isoformat(),
            until=min(until, since + timedelta(days=(n + 1) * days - 1)).isoformat(),
            incidents=totals[n][0],
            disputed=totals[n][1],
        )
        for n in range(many)
    )


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise SettingsError(f"{given} is no day; write it as 2026-03-01") from error
