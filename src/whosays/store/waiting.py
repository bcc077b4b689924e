"""What waits for a person's eye: mentions that may mean several, tellings that were put together, doubtful events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

import msgspec

from whosays.records import Event, Link
from whosays.store.listing import DAY
from whosays.store.screenrows import Doubtful, Joined, OpenPart, UnsureLink, Window

_NOT_A_QUESTION = "several"  # the rule's name for words that mean more than one at once, as "Iran and Syria"
_LOOKED_AT = 400  # unsure mentions, of the newest reports, among which the weightiest come first

# Nobody decided, or the last decision took an earlier one back.
_OPEN = """coalesce((SELECT verdict FROM judgements WHERE judgements.target = {target}
    ORDER BY number DESC LIMIT 1), 'unsure') = 'unsure'"""


def unsure_links(connection: sqlite3.Connection, window: Window) -> tuple[UnsureLink, ...]:
    """Mentions that may mean several and that nobody decided on; those on which most events hang first."""
    rows = connection.execute(
        f"""SELECT mentions.id, mentions.name, mentions.kind, mentions.start, mentions."end", reports.id,
            reports.title, publisher, {DAY} AS day,
            (SELECT count(*) FROM events JOIN roles ON roles.event = events.id
                WHERE events.report = links.report AND roles.mention = links.mention)
            + (SELECT count(*) FROM statements WHERE report = links.report AND speaker = links.mention)
            + (SELECT count(*) FROM events WHERE events.report = links.report
                AND json_extract(record, '$.place') = links.mention) AS weight,
            links.record
        FROM (SELECT report, mention, record FROM links
            WHERE target IS NULL AND json_array_length(record, '$.candidates') > 0
                AND json_extract(record, '$.reasons[0].rule') IS NOT ?
                AND {_OPEN.format(target="links.mention")}
            ORDER BY rowid DESC LIMIT ?) AS links
        JOIN mentions ON mentions.id = links.mention JOIN reports ON reports.id = links.report
        ORDER BY weight DESC, day DESC, mentions.start, mentions.id LIMIT ? OFFSET ?""",
        (_NOT_A_QUESTION, _LOOKED_AT, window.most, window.offset),
    )
    return tuple(
        UnsureLink(i, name, kind, start, end, report, title, publisher, day, weight, _candidates(record))
        for i, name, kind, start, end, report, title, publisher, day, weight, record in rows
    )


def _candidates(link: str) -> tuple[str, ...]:
    return msgspec.json.decode(link, type=Link).candidates


def open_parts(connection: sqlite3.Connection, window: Window) -> tuple[OpenPart, ...]:
    """Parts for which an event has candidates and on which nobody decided; those with the likeliest first."""
    rows = connection.execute(
        """SELECT record FROM events WHERE json_array_length(record, '$.candidates') > 0
        ORDER BY rowid DESC LIMIT ?""",
        (_LOOKED_AT,),
    )
    best: dict[tuple[str, str], tuple[float, OpenPart]] = {}
    for (record,) in rows:
        event = msgspec.json.decode(record, type=Event)
        for one in event.candidates:
            field = FIELD_OF[one.part]
            found = OpenPart(event.id, event.trigger.report, one.part, field)
            best.setdefault((event.id, field), (one.score, found))
    decided = _decided(connection, (event for event, _ in best))
    waiting = [pair for key, pair in best.items() if key not in decided]
    waiting.sort(key=lambda pair: (-pair[0], pair[1].event, pair[1].part))
    return tuple(found for _, found in waiting[window.offset : window.offset + window.most])


FIELD_OF: Mapping[str, str] = {"actor": "actors", "recipient": "recipients"}


def _decided(connection: sqlite3.Connection, events: Iterable[str]) -> frozenset[tuple[str, str]]:
    """The fields of these events of which the last decision stands; an event that is none has no open parts either."""
    rows = connection.execute(
        """SELECT target, coalesce(field, ''), verdict FROM judgements
        WHERE other IS NULL AND target IN (SELECT value FROM json_each(?)) ORDER BY number""",
        (msgspec.json.encode(sorted(set(events))).decode(),),
    )
    last: dict[tuple[str, str], str] = {(target, field): verdict for target, field, verdict in rows}
    gone = {target for (target, field), verdict in last.items() if not field and verdict == "wrong"}
    found = {key for key, verdict in last.items() if verdict != "unsure"}
    return frozenset(found | {(target, field) for target in gone for field in FIELD_OF.values()})


def joined(connection: sqlite3.Connection, window: Window) -> tuple[Joined, ...]:
    """Two tellings of one incident by two reports, on which nobody decided; the latest incidents first."""
    rows = connection.execute(
        """SELECT incidents.id, incidents.id, incident_events.event, standing
        FROM incidents CROSS JOIN events AS first ON first.id = incidents.id
        CROSS JOIN incident_events ON incident = incidents.id
        CROSS JOIN events AS other ON other.id = incident_events.event
        WHERE reports > 1 AND other.id <> first.id AND other.report <> first.report
            AND coalesce((SELECT verdict FROM judgements
                WHERE judgements.target IN (first.id, other.id) AND judgements.other IN (first.id, other.id)
                ORDER BY number DESC LIMIT 1), 'unsure') = 'unsure'
        ORDER BY incidents.when_start DESC, incidents.id, other.id LIMIT ? OFFSET ?""",
        (window.most, window.offset),
    )
    return tuple(Joined(*row) for row in rows)


def doubtful(connection: sqlite3.Connection, window: Window) -> tuple[Doubtful, ...]:
    """Events that are likely wrong, on which nobody decided; the least sure first."""
    rows = connection.execute(
        f"""SELECT id, report, type, mode, status, confidence FROM events
        WHERE confidence < 0.5 AND {_OPEN.format(target="events.id")}
        ORDER BY confidence, id LIMIT ? OFFSET ?""",
        (window.most, window.offset),
    )
    return tuple(Doubtful(*row) for row in rows)


def unsure_events(connection: sqlite3.Connection, least: float) -> frozenset[str]:
    """The events that are less sure than ``least`` and on which nobody decided."""
    rows = connection.execute(
        f"SELECT id FROM events WHERE confidence < ? AND {_OPEN.format(target='events.id')}", (least,)
    )
    return frozenset(identifier for (identifier,) in rows)
