"""Incidents and disputes: derived, so all are thrown away and written anew in one transaction.

Ids that were ever given out keep working: a merged-away incident's id leads to where its events are now.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

import msgspec

from whosays.records import Dispute, Effect, Incident, Place, ToldToll
from whosays.store.keeping import Cell, as_text, insert

_DERIVED = (
    "incident_events", "incident_actors", "incidents", "dispute_positions", "dispute_reports", "disputes",
)  # fmt: skip


def rebuild(
    connection: sqlite3.Connection, incidents: Iterable[Incident], disputes: Iterable[Dispute], change: int
) -> None:
    """Replace every incident and dispute, inside the caller's transaction; ``change`` is the last one they show."""
    homes = _events_by_id_ever_given(connection)
    for table in (
        "incident_events",
        "incident_actors",
        "incidents",
        "dispute_positions",
        "dispute_reports",
        "disputes",
    ):
        connection.execute(f"DELETE FROM {table}")
    for position, incident in enumerate(incidents):
        _keep_incident(connection, position, incident)
    for position, dispute in enumerate(disputes):
        _keep_dispute(connection, position, dispute)
    _redirect(connection, homes)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'derived'", (str(change),))


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


def _keep_incident(connection: sqlite3.Connection, position: int, incident: Incident) -> None:
    place = _place(connection, incident.place)
    killed = tolls_between(incident.tolls, "killed")
    wounded = tolls_between(incident.tolls, "wounded")
    row: tuple[Cell, ...] = (
        incident.id, position, incident.type, incident.mode, incident.status,
        incident.when.start, incident.when.end, incident.when.precision,
        incident.place, place.name if place else None, place.country if place else None,
        place.lat if place else None, place.lon if place else None,
        *killed, *wounded, len(incident.reports), len(incident.origins), incident.standing, as_text(incident),
    )  # fmt: skip
    insert(connection, "incidents", [row])
    insert(connection, "incident_events", ((incident.id, event) for event in sorted(set(incident.events))))
    parts = {("actor", a) for a in incident.actors} | {("recipient", r) for r in incident.recipients}
    insert(connection, "incident_actors", ((incident.id, part, entity) for part, entity in sorted(parts)))


def _keep_dispute(connection: sqlite3.Connection, position: int, dispute: Dispute) -> None:
    row: tuple[Cell, ...] = (
        dispute.id, position, dispute.kind, dispute.subject, dispute.place, dispute.incident, dispute.about,
        as_text(dispute),
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


def _events_by_id_ever_given(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """The events behind every incident id that was ever given out, as they are grouped now."""
    connection.execute("INSERT OR IGNORE INTO incident_ids SELECT id, id FROM incidents")
    homes: dict[str, set[str]] = {}
    for identifier, event in connection.execute(
        "SELECT incident_ids.id, event FROM incident_ids LEFT JOIN incident_events USING (incident)"
    ):
        events = homes.setdefault(str(identifier), set())
        if event is not None:
            events.add(str(event))
    return homes


def _redirect(connection: sqlite3.Connection, homes: dict[str, set[str]]) -> None:
    """Lead each id to the incident that holds the event it is named for, else to the one with most of its events."""
    connection.execute("INSERT OR IGNORE INTO incident_ids SELECT id, id FROM incidents")
    now = {str(e): str(i) for e, i in connection.execute("SELECT event, incident FROM incident_events")}
    live = {str(i) for (i,) in connection.execute("SELECT id FROM incidents")}
    for (identifier,) in connection.execute("SELECT id FROM incident_ids").fetchall():
        if identifier in live:
            target: str | None = identifier
        elif identifier in now:
            target = now[identifier]
        else:
            places = sorted(now[e] for e in homes.get(identifier, ()) if e in now)
            target = max(places, key=places.count, default=None)
        connection.execute("UPDATE incident_ids SET incident = ? WHERE id = ?", (target, identifier))
