"""The records in view of a brief: the reports asked for, and the incidents and disputes that they tell of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from whosays import codec
from whosays.merging.disputes import rank
from whosays.records import Dispute, Incident
from whosays.store.listing import ReportFilter, report_where

_AT_ONCE = 500  # ids in one query


def reports_wanted(connection: sqlite3.Connection, wanted: ReportFilter) -> tuple[str, ...]:
    """The ids of the reports asked for."""
    where = report_where(wanted)
    rows = connection.execute(f"SELECT id FROM reports WHERE {where.sql()} ORDER BY id", where.values)
    return tuple(str(row[0]) for row in rows)


def incidents_told_by(connection: sqlite3.Connection, reports: Iterable[str]) -> list[Incident]:
    """The incidents of which one of these reports tells, in the order that merging gave them."""
    found: dict[str, tuple[str, str, str]] = {}
    for part in in_parts(reports):
        marks = ", ".join("?" * len(part))
        rows = connection.execute(
            f"""SELECT coalesce(when_start, '9999'), id, record FROM incidents WHERE id IN (
                SELECT incident FROM events JOIN incident_events ON event = events.id WHERE report IN ({marks}))""",
            part,
        )
        found.update((str(i), (str(start), str(i), str(record))) for start, i, record in rows)
    return [codec.decode(record, Incident) for *_, record in sorted(found.values())]


def disputes_told_by(connection: sqlite3.Connection, reports: Iterable[str]) -> list[Dispute]:
    """The disputes in which a position has its words in one of these reports, in the order of merging."""
    found: dict[str, Dispute] = {}
    for part in in_parts(reports):
        marks = ", ".join("?" * len(part))
        rows = connection.execute(
            f"SELECT record FROM disputes WHERE id IN (SELECT dispute FROM dispute_reports WHERE report IN ({marks}))",
            part,
        )
        for (record,) in rows:
            dispute = codec.decode(record, Dispute)
            found[dispute.id] = dispute
    return sorted(found.values(), key=rank)


def in_parts(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Different ids, as many at a time as one query takes."""
    wanted = tuple(dict.fromkeys(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]
