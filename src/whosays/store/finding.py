"""Whole records out of the store, by id."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from whosays import codec
from whosays.errors import NotFoundError
from whosays.records import Actor, AnyRecord, CodedReport, Event, Link, Mention, Place, Report, Statement, Story
from whosays.store import storying

REPORT_COLUMNS = """id, text, title, publisher, byline, url, origin, dateline, dateline_date, published, retrieved,
    language, revises, body"""


def like(words: str) -> str:
    """The words as they stand inside a LIKE pattern with ``ESCAPE '\\'``."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def report_of(row: tuple[object, ...]) -> Report:
    """The report whose row of ``REPORT_COLUMNS`` this is."""
    return msgspec.convert(dict(zip((c.strip() for c in REPORT_COLUMNS.split(",")), row, strict=True)), Report)


def coded(connection: sqlite3.Connection, identifier: str) -> CodedReport:
    """One report with all its records, as it was kept."""
    own = report(connection, identifier)

    def column(table: str) -> Iterable[str]:
        found = connection.execute(f"SELECT record FROM {table} WHERE report = ? ORDER BY position", (identifier,))
        return (r[0] for r in found.fetchall())

    entity: type[Actor | Place] = Actor | Place  # type: ignore[assignment]
    return CodedReport(
        report=own,
        mentions=tuple(msgspec.json.decode(r, type=Mention) for r in column("mentions")),
        entities=tuple(msgspec.json.decode(r, type=entity) for r in column("report_entities")),
        links=tuple(msgspec.json.decode(r, type=Link) for r in column("links")),
        events=tuple(msgspec.json.decode(r, type=Event) for r in column("events")),
        statements=tuple(msgspec.json.decode(r, type=Statement) for r in column("statements")),
    )


def report(connection: sqlite3.Connection, identifier: str) -> Report:
    """One report."""
    row = connection.execute(f"SELECT {REPORT_COLUMNS} FROM reports WHERE id = ?", (identifier,)).fetchone()
    if row is None:
        raise NotFoundError(f"no report {identifier} in this database; `whosays search WORDS` finds reports")
    return report_of(row)


def all_coded(connection: sqlite3.Connection) -> Iterator[CodedReport]:
    """Every report with its records, one at a time, by id: the order of adding leaves no trace."""
    for (identifier,) in connection.execute("SELECT id FROM reports ORDER BY id").fetchall():
        yield coded(connection, str(identifier))


def entities(connection: sqlite3.Connection) -> list[Actor | Place]:
    """Everybody and every place that a report names, by id."""
    rows = connection.execute("SELECT record FROM entities ORDER BY id")
    return [_actor_or_place(row[0]) for row in rows]


def _actor_or_place(line: str) -> Actor | Place:
    found = codec.decode_any(line)
    assert isinstance(found, Actor | Place), "entities holds actors and places"
    return found


_TABLES = (
    "reports",
    "incidents",
    "incident_ids",
    "events",
    "statements",
    "disputes",
    "mentions",
    "entities",
    "judgements",
)
_NOUNS = {f"{noun}:": f"{noun}s" for noun in ("report", "incident", "event", "statement", "dispute", "mention")}
_STORY = "story:"
_MOST_NAMED = 8  # ids listed where a prefix fits several


def show(connection: sqlite3.Connection, prefix: str) -> AnyRecord:
    """The record whose id begins with ``prefix``; a report comes with its records.

    A merged-away incident is shown as what it is now. An incident has the id of its first event: asked for by that id
    the incident is what is shown, and ``event:`` before the id asks for the event. ``story:`` before a report's id
    asks for the story that it is of.

    Raises:
        NotFoundError: no id begins so, or several do; the message lists them.
    """
    if prefix.startswith(_STORY):
        return _story(connection, prefix.removeprefix(_STORY))
    found = _ids(connection, prefix)
    found = {key: table for key, table in found.items() if prefix.endswith(key)} or found
    if not found:
        raise NotFoundError(f"no id begins with {prefix!r}; ids stand in the lists (`whosays incidents`, `statements`)")
    if len(found) > 1:
        named = ", ".join(f"{key} ({table})" for key, table in sorted(found.items())[:_MOST_NAMED])
        raise NotFoundError(f"{len(found)} ids begin with {prefix!r}: {named}; give more of the id")
    ((identifier, table),) = found.items()
    if table == "reports":
        return coded(connection, identifier)
    if table == "incident_ids":
        (identifier,) = connection.execute("SELECT incident FROM incident_ids WHERE id = ?", (identifier,)).fetchone()
        table = "incidents"
    (record,) = connection.execute(f"SELECT record FROM {table} WHERE id = ?", (identifier,)).fetchone()
    return codec.decode_any(record)


def _story(connection: sqlite3.Connection, prefix: str) -> Story:
    """The story of the report whose id begins so; a story goes by the id of its first report."""
    asked = "SELECT DISTINCT story FROM matters WHERE report LIKE ? ESCAPE '\\' LIMIT 2"
    named = [str(i) for (i,) in connection.execute(asked, (f"{like(prefix)}%",))]
    found = storying.story(connection, named[0]) if len(named) == 1 else None
    if found is None:
        raise NotFoundError(
            f"{'several' if len(named) > 1 else 'no'} stories for {prefix!r}; `whosays stories` lists them"
        )
    return found


def _ids(connection: sqlite3.Connection, prefix: str) -> dict[str, str]:
    """The ids that begin so, each with the table to look in; the first table that knows an id has it."""
    tables: tuple[str, ...] = _TABLES
    for noun, table in _NOUNS.items():
        if prefix.startswith(noun):
            prefix, tables = prefix.removeprefix(noun), (table,)
    for table in tables:  # a whole id is found without going through all that begin so
        if _holds(connection, table, prefix):
            return {prefix: table}
    found: dict[str, str] = {}
    for table in tables:
        known = "incident IS NOT NULL" if table == "incident_ids" else "1"
        rows = connection.execute(
            f"SELECT id FROM {table} WHERE id LIKE ? ESCAPE '\\' AND {known}", (f"{like(prefix)}%",)
        )
        for (identifier,) in rows:
            found.setdefault(str(identifier), table)
    return found


def _holds(connection: sqlite3.Connection, table: str, identifier: str) -> bool:
    known = "incident IS NOT NULL" if table == "incident_ids" else "1"
    return connection.execute(f"SELECT 1 FROM {table} WHERE id = ? AND {known}", (identifier,)).fetchone() is not None
