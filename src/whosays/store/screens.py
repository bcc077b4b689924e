"""The questions that a screen asks: pages of lists, counts by place and day, an actor's surroundings, what is unsure.

Every answer is bounded, so that a store of a hundred thousand reports answers as quickly as a small one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from whosays import codec
from whosays.errors import NotFoundError
from whosays.records import Actor, Dispute, Incident, Judgement, Place, Story
from whosays.store import doubting, storying, surroundings, told, waiting
from whosays.store.listing import (
    DAY,
    DISPUTES_IN_ORDER,
    IncidentFilter,
    ReportFilter,
    StatementFilter,
    dispute_of,
    incident_columns,
    incident_where,
    search_in_fields,
    statement_columns,
    statement_where,
)
from whosays.store.rows import Hit, IncidentRow, StatementRow
from whosays.store.screenrows import (
    ActorRow,
    DayCount,
    Doubt,
    Doubtful,
    IncidentPage,
    Joined,
    Mentioned,
    OpenPart,
    Overview,
    PlaceCount,
    Relation,
    StatementPage,
    StoryRow,
    UnsureLink,
    Window,
    precision_of,
)
from whosays.store.told import in_parts

COUNTED_TO = 10_000  # rows that a list counts exactly; beyond, "more than" is all that a reader needs
_MANY = 2_000  # rows that take longer to sort than to meet in order


class Screens:
    """What screens ask of an open store. Nothing here writes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def overview(self) -> Overview:
        """How much is kept."""
        ask = self._connection.execute
        first, last = ask(f"SELECT (SELECT min({DAY}) FROM reports), (SELECT max({DAY}) FROM reports)").fetchone()
        reports, incidents, disputes, failures = (
            int(ask(f"SELECT count(*) FROM {table}").fetchone()[0])
            for table in ("reports", "incidents", "disputes", "failures")
        )
        (late,) = ask(
            """SELECT (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'kept')
            - (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'derived')"""
        ).fetchone()
        return Overview(reports, incidents, disputes, failures, first, last, late)

    def derived(self) -> int:
        """The last change that the incidents show."""
        (value,) = self._connection.execute("SELECT value FROM meta WHERE key = 'derived'").fetchone()
        return int(value)

    def days_around(self, day: str) -> tuple[str | None, str | None]:
        """The days before and after ``day`` on which there are reports."""
        ask = self._connection.execute
        (before,) = ask(f"SELECT max({DAY}) FROM reports WHERE {DAY} < ?", (day,)).fetchone()
        (after,) = ask(f"SELECT min({DAY}) FROM reports WHERE {DAY} > ?", (day,)).fetchone()
        return before, after

    # -- incidents ------------------------------------------------------------------------------

    def incidents(self, wanted: IncidentFilter, window: Window) -> IncidentPage:
        """One screen of incidents, the latest first."""
        where = incident_where(wanted)
        rows = self._connection.execute(
            f"""SELECT {incident_columns()} FROM incidents WHERE {where.sql()}
            ORDER BY when_start DESC, position LIMIT ? OFFSET ?""",
            (*where.values, window.most, window.offset),
        )
        found = self._count("incidents", where.sql(), where.values)
        return IncidentPage(tuple(IncidentRow(*row) for row in rows), found, COUNTED_TO)

    def incident(self, identifier: str) -> Incident:
        """The incident of this id, or the one into which an incident of this id was merged.

        Raises:
            NotFoundError: no incident ever had this id.
        """
        row = self._connection.execute(
            """SELECT record FROM incidents WHERE id = ? OR id = (SELECT incident FROM incident_ids WHERE id = ?)
            ORDER BY id = ? DESC""",
            (identifier, identifier, identifier),
        ).fetchone()
        if row is None:
            raise NotFoundError(f"no incident {identifier}; the list of incidents has those there are")
        return codec.decode(row[0], Incident)

    def incidents_by_event(self, events: Iterable[str]) -> dict[str, str]:
        """Event id -> the id of the incident that it belongs to, for those that belong to one."""
        found: dict[str, str] = {}
        for part in in_parts(events):
            marks = ", ".join("?" * len(part))
            rows = self._connection.execute(
                f"SELECT event, incident FROM incident_events WHERE event IN ({marks})", part
            )
            found.update((str(event), str(incident)) for event, incident in rows)
        return found

    def places(self, wanted: IncidentFilter) -> tuple[PlaceCount, ...]:
        """The places of the incidents asked for, the busiest first; incidents without coordinates are left out."""
        where = incident_where(wanted)
        rows = self._connection.execute(
            f"""SELECT place, min(place_name), min(latitude), min(longitude), count(*),
                sum(standing = 'disputed'), max(when_start), (SELECT kind FROM entities WHERE entities.id = place)
            FROM incidents WHERE {where.sql()} AND latitude IS NOT NULL AND place IS NOT NULL
            GROUP BY place ORDER BY count(*) DESC, place""",
            where.values,
        )
        return tuple(PlaceCount(p, n or p, a, o, precision_of(p, f), c, d, w) for p, n, a, o, c, d, w, f in rows)

    def unplaced(self, wanted: IncidentFilter) -> int:
        """How many of the incidents asked for cannot be put on a map."""
        where = incident_where(wanted)
        return self._count("incidents", f"{where.sql()} AND latitude IS NULL", where.values)

    def past(self) -> tuple[list[tuple[str, str]], str | None]:
        """Class and day of every incident that was on a known day, and the first day of which a report is kept."""
        rows = self._connection.execute(
            """SELECT type, substr(when_start, 1, 10) FROM incidents
            WHERE status IN ('happened', 'ongoing', 'attempted') AND when_start IS NOT NULL
                AND when_precision IN ('minute', 'hour', 'part-of-day', 'day')"""
        ).fetchall()
        (first,) = self._connection.execute(f"SELECT min({DAY}) FROM reports").fetchone()
        return [(str(kind), str(day)) for kind, day in rows], first

    def days(self, wanted: IncidentFilter) -> tuple[DayCount, ...]:
        """How many incidents of each class began on each day, day by day."""
        where = incident_where(wanted)
        rows = self._connection.execute(
            f"""SELECT substr(when_start, 1, 10), type, count(*), sum(standing = 'disputed') FROM incidents
            WHERE {where.sql()} AND when_start IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2""",
            where.values,
        )
        return tuple(DayCount(*row) for row in rows)

    def last_incident_day(self) -> str | None:
        """The day on which the latest incident that has one began."""
        (day,) = self._connection.execute("SELECT max(when_start) FROM incidents").fetchone()
        return str(day)[:10] if day else None

    # -- what else is listed --------------------------------------------------------------------

    def statements(self, wanted: StatementFilter, window: Window) -> StatementPage:
        """One screen of statements, the newest report first."""
        where = statement_where(wanted)
        found = self._count("statements JOIN reports ON reports.id = statements.report", where.sql(), where.values)
        # Of many the newest are soon found by going through the reports day by day; few are sorted quicker.
        walk = (
            "reports CROSS JOIN statements INDEXED BY statements_by_report"
            if found >= _MANY
            else "statements JOIN reports"
        )
        rows = self._connection.execute(
            f"""SELECT {statement_columns()} FROM {walk} ON reports.id = statements.report WHERE {where.sql()}
            ORDER BY {DAY} DESC, reports.id, position LIMIT ? OFFSET ?""",
            (*where.values, window.most, window.offset),
        )
        return StatementPage(tuple(StatementRow(*row) for row in rows), found, COUNTED_TO)

    def disputes(self, window: Window) -> tuple[tuple[Dispute, ...], int]:
        """One screen of disputes, in the order that merging gave them, and how many there are."""
        rows = self._connection.execute(
            f"SELECT record FROM disputes {DISPUTES_IN_ORDER} LIMIT ? OFFSET ?", (window.most, window.offset)
        )
        found = tuple(codec.decode(row[0], Dispute) for row in rows)
        return found, self._count("disputes", "1", ())

    def disputes_on(self, incident: str) -> tuple[Dispute, ...]:
        """The disputes on one incident."""
        rows = self._connection.execute(
            f"SELECT record FROM disputes WHERE incident = ? {DISPUTES_IN_ORDER}", (incident,)
        )
        return tuple(codec.decode(row[0], Dispute) for row in rows)

    def dispute(self, identifier: str) -> Dispute:
        """One dispute."""
        return dispute_of(self._connection, identifier)

    def names(self, ids: Iterable[str | None]) -> dict[str, str]:
        """What the entities of these ids are called."""
        found: dict[str, str] = {}
        for part in in_parts(i for i in ids if i is not None):
            marks = ", ".join("?" * len(part))
            found.update(self._connection.execute(f"SELECT id, name FROM entities WHERE id IN ({marks})", part))
        return found

    def entity(self, identifier: str) -> Actor | Place:
        """Somebody or some place that a report names.

        Raises:
            NotFoundError: nothing kept has this id.
        """
        row = self._connection.execute("SELECT record FROM entities WHERE id = ?", (identifier,)).fetchone()
        found = codec.decode_any(row[0]) if row else None
        if not isinstance(found, Actor | Place):
            raise NotFoundError(f"no actor or place {identifier!r} is named by any report; search for a name instead")
        return found

    def judgements_on(self, targets: Iterable[str]) -> tuple[Judgement, ...]:
        """People's decisions on these records, in the order they were made."""
        found: list[tuple[int, str]] = []
        for part in in_parts(targets):
            marks = ", ".join("?" * len(part))
            found.extend(
                self._connection.execute(
                    f"""SELECT number, record FROM judgements WHERE target IN ({marks}) OR other IN ({marks})""",
                    part * 2,
                )
            )
        return tuple(codec.decode(record, Judgement) for _, record in sorted(set(found)))

    def last_judgements(self, most: int) -> tuple[Judgement, ...]:
        """The last decisions, the newest first."""
        rows = self._connection.execute("SELECT record FROM judgements ORDER BY number DESC LIMIT ?", (most,))
        return tuple(codec.decode(row[0], Judgement) for row in rows)

    def search(
        self, words: str | None, publisher: str | None, days: tuple[str | None, str | None], most: int
    ) -> tuple[Hit, ...]:
        """The reports that hold the words and fit the fields, best first; without words, the newest."""
        return search_in_fields(self._connection, words, publisher, days, most)

    # -- stories (storying.py) ------------------------------------------------------------------

    def stories(self, window: Window) -> tuple[StoryRow, ...]:
        """The stories of at least two reports, the latest first, a line each."""
        return storying.rows(self._connection, window)

    def story(self, identifier: str) -> Story:
        """One story.

        Raises:
            NotFoundError: there is none of this id.
        """
        found = storying.story(self._connection, identifier)
        if found is None:
            raise NotFoundError(f"no story {identifier!r}; `whosays stories` lists them")
        return found

    def story_told_by(self, report: str) -> Story | None:
        """The story that a report is of; None where it stands alone."""
        found = storying.StoryingShelf(self._connection).stories_at([report]).get(report)
        return storying.story(self._connection, found) if found is not None else None

    # -- an actor's surroundings (surroundings.py), and what is unsure (waiting.py) --------------

    def actors(self, words: str | None, window: Window) -> tuple[ActorRow, ...]:
        """Those whom most reports name, or whose name holds the words."""
        return surroundings.actors(self._connection, words, window)

    def relations(self, actor: str, most: int) -> tuple[Relation, ...]:
        """With whom an actor takes part in incidents, most often first."""
        return surroundings.relations(self._connection, actor, most)

    def said_of(self, actor: str, most: int) -> tuple[Mentioned, ...]:
        """What others hold true or false of an actor, the newest first."""
        return surroundings.said_of(self._connection, actor, most)

    def unsure_links(self, window: Window) -> tuple[UnsureLink, ...]:
        """Mentions that may mean several and that nobody decided yet; those on which most hangs first."""
        return waiting.unsure_links(self._connection, window)

    def open_parts(self, window: Window) -> tuple[OpenPart, ...]:
        """Parts that events leave open, with candidates, and that nobody decided on yet; the likeliest first."""
        return waiting.open_parts(self._connection, window)

    def joined(self, window: Window) -> tuple[Joined, ...]:
        """Tellings that were put together and that nobody decided on yet."""
        return waiting.joined(self._connection, window)

    def doubts(self, window: Window) -> tuple[Doubt, ...]:
        """Tellings that may be of one incident and were left apart, on which nobody decided yet; the likest first."""
        return doubting.doubts(self._connection, window)

    def doubtful(self, window: Window) -> tuple[Doubtful, ...]:
        """Events that were coded with the least confidence and that nobody decided on yet."""
        return waiting.doubtful(self._connection, window)

    # -- the records in view of a brief (told.py) -----------------------------------------------

    def reports_wanted(self, wanted: ReportFilter) -> tuple[str, ...]:
        """The ids of the reports asked for."""
        return told.reports_wanted(self._connection, wanted)

    def incidents_told_by(self, reports: Iterable[str]) -> list[Incident]:
        """The incidents of which one of these reports tells, in the order that merging gave them."""
        return told.incidents_told_by(self._connection, reports)

    def disputes_told_by(self, reports: Iterable[str]) -> list[Dispute]:
        """The disputes in which a position has its words in one of these reports, in the order of merging."""
        return told.disputes_told_by(self._connection, reports)

    def _count(self, tables: str, where: str, values: Iterable[str]) -> int:
        (found,) = self._connection.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {tables} WHERE {where} LIMIT ?)", (*values, COUNTED_TO)
        ).fetchone()
        return int(found)
