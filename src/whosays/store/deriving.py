"""Incidents and disputes: derived, so any may be thrown away and written anew.

Ids that were ever given out keep working: a merged-away incident's id leads to where its events are now.
"""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.records import Dispute, Effect, Incident, Place, ToldToll
from whosays.store.keeping import Cell, as_text, insert

_DERIVED = (
    "incident_events", "incident_actors", "incidents", "dispute_positions", "dispute_reports", "disputes",
)  # fmt: skip


def rebuild(
    connection: sqlite3.Connection, incidents: Iterable[Incident], disputes: Iterable[Dispute], change: int
) -> None:
    """Replace every incident and dispute, inside the caller's transaction; ``change`` is the last one they show.

    They are another hand's then, and not what grew report by report: the next growth begins anew.
    """
    put_incidents(connection, _ids(connection, "incidents"), incidents, {})
    put_disputes(connection, _ids(connection, "disputes"), disputes)
    show_change(connection, change)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'grown'")


def show_change(connection: sqlite3.Connection, change: int) -> None:
    """Let the incidents count as showing everything up to a change."""
    connection.execute("UPDATE meta SET value = ? WHERE key = 'derived'", (str(change),))


def clear(connection: sqlite3.Connection) -> None:
    """Take all incidents and disputes away; the ids that they had lead to where their events will be."""
    put_incidents(connection, _ids(connection, "incidents"), (), {})
    put_disputes(connection, _ids(connection, "disputes"), ())


def _ids(connection: sqlite3.Connection, table: str) -> list[str]:
    return [str(i) for (i,) in connection.execute(f"SELECT id FROM {table}").fetchall()]


def put_incidents(
    connection: sqlite3.Connection, gone: Iterable[str], made: Iterable[Incident], places: Mapping[str, Place]
) -> None:
    """Take some incidents away by their ids and add others; ``places`` are tried where no report names a place."""
    made = list(made)
    away = sorted({*gone, *(i.id for i in made)})
    held: dict[str, list[str]] = {}
    for identifier in away:
        events = connection.execute("SELECT event FROM incident_events WHERE incident = ?", (identifier,))
        held[identifier] = [str(e) for (e,) in events]
        connection.execute("DELETE FROM incidents WHERE id = ?", (identifier,))
    for incident in made:
        place = _place(connection, incident.place) or places.get(incident.place or "")
        _keep_incident(connection, incident, place)
    _redirect(connection, held)


def put_disputes(connection: sqlite3.Connection, gone: Iterable[str], made: Iterable[Dispute]) -> None:
    """Take some disputes away by their ids and add others."""
    for identifier in gone:
        connection.execute("DELETE FROM disputes WHERE id = ?", (identifier,))
    for dispute in made:
        _keep_dispute(connection, dispute)


def _position(identifier: str) -> int:
    """A number that sorts as the id does; incidents and disputes have no other order among equals."""
    return int(identifier[:_DIGITS], 16) if re.fullmatch(r"[0-9a-f]{16}", identifier) else 0


_DIGITS = 15  # hex digits that a column of integers holds


def count_change(connection: sqlite3.Connection) -> None:
    """Count one more change, which the incidents do not show yet."""
    connection.execute("UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'kept'")


def changes(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many changes were kept, and how many of them the incidents show."""
    found = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('kept', 'derived')").fetchall())
    return int(found["kept"]), int(found["derived"])


def tolls_between(tolls: Iterable[ToldToll], effect: Effect) -> tuple[int | None, int | None]:
    """The lowest and the highest number that anybody gives; None where nobody gives one."""
    counts = [toll.count for toll in tolls if toll.effect == effect]
    lows = [c.low for c in counts if c.low is not None]
    highs = [h for c in counts if (h := c.high if c.high is not None else c.low) is not None]
    return (min(lows) if lows else None), (max(highs) if highs else None)


def _keep_incident(connection: sqlite3.Connection, incident: Incident, place: Place | None) -> None:
    killed = tolls_between(incident.tolls, "killed")
    wounded = tolls_between(incident.tolls, "wounded")
    row: tuple[Cell, ...] = (
        incident.id, _position(incident.id), incident.type, incident.mode, incident.status,
        incident.when.start, incident.when.end, incident.when.precision,
        incident.place, place.name if place else None, place.country if place else None,
        place.lat if place else None, place.lon if place else None,
        *killed, *wounded, len(incident.reports), len(incident.origins), incident.standing, as_text(incident),
    )  # fmt: skip
    insert(connection, "incidents", [row])
    insert(connection, "incident_events", ((incident.id, event) for event in sorted(set(incident.events))))
    parts = {("actor", a) for a in incident.actors} | {("recipient", r) for r in incident.recipients}
    insert(connection, "incident_actors", ((incident.id, part, entity) for part, entity in sorted(parts)))


def _keep_dispute(connection: sqlite3.Connection, dispute: Dispute) -> None:
    row: tuple[Cell, ...] = (
        dispute.id, _position(dispute.id), dispute.kind, dispute.subject, dispute.place, dispute.incident,
        dispute.about, as_text(dispute),
    )  # fmt: skip
    insert(connection, "disputes", [row])
    insert(
        connection,
        "dispute_positions",
        ((dispute.id, n, p.party, p.holds, p.since, p.statement) for n, p in enumerate(dispute.positions)),
    )
    insert(connection, "dispute_reports", _dispute_reports(dispute))


def _dispute_reports(dispute: Dispute) -> list[tuple[Cell, ...]]:
    told = {span.report for position in dispute.positions for span in position.spans}
    return [(dispute.id, report) for report in sorted(told)]


def _place(connection: sqlite3.Connection, identifier: str | None) -> Place | None:
    found = connection.execute("SELECT record FROM entities WHERE id = ? AND noun = 'place'", (identifier,)).fetchone()
    return msgspec.json.decode(found[0], type=Place) if found else None


def _redirect(connection: sqlite3.Connection, held: Mapping[str, Sequence[str]]) -> None:
    """Lead the ids of incidents that were taken away to the incident that holds the event they are named for.

    Where none does, they lead to the one that holds most of their events; where none holds any, for now to nothing.

    Args:
        connection: the store.
        held: the incidents taken away, each with the events that it held.
    """
    now = "SELECT incident FROM incident_events WHERE event = ?"
    for gone, events in held.items():
        connection.execute("INSERT OR IGNORE INTO incident_ids VALUES (?, ?)", (gone, gone))
        rows = connection.execute("SELECT id FROM incident_ids WHERE incident = ?", (gone,)).fetchall()
        places = Counter(sorted(str(i) for e in events for (i,) in connection.execute(now, (e,))))
        most = max(places, key=places.__getitem__, default=None)
        for (identifier,) in rows:
            named = connection.execute(now, (identifier,)).fetchone()
            target = named[0] if named else most
            connection.execute("UPDATE incident_ids SET incident = ? WHERE id = ?", (target, identifier))
    for (identifier,) in connection.execute("SELECT id FROM incident_ids WHERE incident IS NULL").fetchall():
        named = connection.execute(now, (identifier,)).fetchone()
        if named:
            connection.execute("UPDATE incident_ids SET incident = ? WHERE id = ?", (named[0], identifier))
