"""Writing reports: one report with all its records is one transaction, and keeping it twice changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cached_property

from whosays import codec
from whosays.records import Actor, AnyRecord, CodedReport, Event, Failure, Judgement, Place, Span, Statement

Cell = str | int | float | None


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Cell, ...]]) -> None:
    """Add whole rows, in the order of the table's columns."""
    kept = list(rows)
    if kept:
        marks = ", ".join("?" * len(kept[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", kept)


def as_text(record: AnyRecord) -> str:
    """The canonical JSON of a record, as it stands in a column ``record``."""
    return codec.encode(record).decode()


class _Shelf:
    """A coded report with what the columns need looked up once."""

    def __init__(self, coded: CodedReport) -> None:
        self.coded = coded
        self.report = coded.report
        self.entities: dict[str, Actor | Place] = {e.id: e for e in coded.entities}

    @cached_property
    def _targets(self) -> dict[str, str | None]:
        return {link.mention: link.target for link in self.coded.links}

    @cached_property
    def _names(self) -> dict[str, str]:
        return {m.id: m.name for m in self.coded.mentions}

    def entity(self, mention: str | None) -> Actor | Place | None:
        """The entity behind a mention, through links from mention to mention."""
        seen: set[str] = set()
        current = mention
        while current is not None and current not in seen:
            if current in self.entities:
                return self.entities[current]
            seen.add(current)
            current = self._targets.get(current)
        return None

    def entity_id(self, mention: str | None) -> str | None:
        found = self.entity(mention)
        return found.id if found else None

    def name(self, mention: str | None) -> str | None:
        """What to call a mention: its entity's name, else its own words."""
        found = self.entity(mention)
        return found.name if found else self._names.get(mention or "")

    def words(self, spans: Iterable[Span]) -> str:
        return " … ".join(self.report.words(span) for span in spans)


def keep(connection: sqlite3.Connection, coded: CodedReport) -> bool:
    """Keep a report and its records, inside the caller's transaction; False when it was there already."""
    report = coded.report
    if connection.execute("SELECT 1 FROM reports WHERE id = ?", (report.id,)).fetchone():
        return False
    connection.execute(
        """INSERT INTO reports (id, title, publisher, published, url, origin, byline, dateline, dateline_date,
            retrieved, language, revises, body, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?)""",
        (
            report.id, report.title, report.publisher, report.published, report.url, report.origin, report.byline,
            report.dateline, report.dateline_date, report.retrieved, report.language, report.body, report.text,
        ),
    )  # fmt: skip
    chain_revisions(connection, report.url)
    keep_reading(connection, coded)
    return True


def chain_revisions(connection: sqlite3.Connection, url: str | None) -> None:
    """Let each report of one address revise the one before it: by publication, then retrieval, then arrival."""
    if url is None:
        return
    found = connection.execute(
        "SELECT id FROM reports WHERE url = ? ORDER BY coalesce(published, ''), coalesce(retrieved, ''), number",
        (url,),
    ).fetchall()
    previous: str | None = None
    for (identifier,) in found:
        connection.execute("UPDATE reports SET revises = ? WHERE id = ?", (previous, identifier))
        previous = str(identifier)


def keep_reading(connection: sqlite3.Connection, coded: CodedReport) -> None:
    """Keep what was read out of a report that has its row already."""
    shelf = _Shelf(coded)
    report = coded.report.id
    insert(
        connection,
        "mentions",
        (
            (m.id, report, n, m.kind, m.form, m.name, m.span.start, m.span.end, as_text(m))
            for n, m in enumerate(coded.mentions)
        ),
    )
    for entity in coded.entities:
        _keep_entity(connection, entity)
    insert(connection, "report_entities", ((report, n, e.id, as_text(e)) for n, e in enumerate(coded.entities)))
    insert(
        connection,
        "links",
        (
            (report, n, k.mention, k.target, shelf.entity_id(k.mention), k.place, k.score, as_text(k))
            for n, k in enumerate(coded.links)
        ),
    )
    for position, event in enumerate(coded.events):
        _keep_event(connection, shelf, position, event)
    for position, statement in enumerate(coded.statements):
        _keep_statement(connection, shelf, position, statement)
    connection.execute("INSERT OR IGNORE INTO unmerged VALUES (?)", (report,))


def _keep_entity(connection: sqlite3.Connection, entity: Actor | Place) -> None:
    """Keep one row per entity. Where reports tell it differently the smallest text wins, whatever the order."""
    row: tuple[Cell, ...]
    if isinstance(entity, Actor):
        row = (entity.id, "actor", entity.name, entity.kind, None, None, None, as_text(entity))
    else:
        row = (
            entity.id, "place", entity.name, entity.feature, entity.country, entity.lat, entity.lon, as_text(entity),
        )  # fmt: skip
    connection.execute(
        """INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET noun = excluded.noun, name = excluded.name, kind = excluded.kind,
            country = excluded.country, latitude = excluded.latitude, longitude = excluded.longitude,
            record = excluded.record
        WHERE excluded.record < entities.record""",
        row,
    )


def _keep_event(connection: sqlite3.Connection, shelf: _Shelf, position: int, event: Event) -> None:
    where = shelf.entity(event.place)
    place = where if isinstance(where, Place) else None
    row: tuple[Cell, ...] = (
        event.id, shelf.report.id, position, event.type, event.mode, event.status,
        event.when.start, event.when.end, event.when.precision, event.when.basis,
        place.id if place else None, shelf.name(event.place), event.place_precision,
        place.country if place else None, place.lat if place else None, place.lon if place else None,
        shelf.report.words(event.trigger), shelf.words(event.evidence), event.confidence, event.made_by,
        as_text(event),
    )  # fmt: skip
    insert(connection, "events", [row])
    insert(
        connection,
        "roles",
        (
            (
                event.id, n, r.part, r.kind, r.mention, shelf.entity_id(r.mention), shelf.name(r.mention),
                r.number.low if r.number else None, r.number.high if r.number else None,
                r.effect, r.basis, r.statement,
            )
            for n, r in enumerate(event.roles)
        ),
    )  # fmt: skip
    insert(
        connection,
        "tolls",
        (
            (
                event.id, n, t.effect, t.party, t.count.low, t.count.high, t.count.approximate,
                t.includes_attacker, shelf.report.words(t.span), t.statement,
            )
            for n, t in enumerate(event.tolls)
        ),
    )  # fmt: skip


def _keep_statement(connection: sqlite3.Connection, shelf: _Shelf, position: int, statement: Statement) -> None:
    row: tuple[Cell, ...] = (
        statement.id, shelf.report.id, position, statement.act, statement.status,
        statement.speaker, shelf.entity_id(statement.speaker), shelf.name(statement.speaker),
        statement.addressee, shelf.entity_id(statement.addressee),
        shelf.words(statement.content), statement.quoted, statement.certainty,
        statement.when.start, statement.when.end, statement.when.basis,
        statement.confidence, statement.made_by, as_text(statement),
    )  # fmt: skip
    insert(connection, "statements", [row])
    insert(
        connection,
        "statement_about",
        ((statement.id, n, a.target, a.as_) for n, a in enumerate(statement.about)),
    )
    insert(
        connection,
        "propositions",
        (
            (statement.id, n, p.kind, p.subject, shelf.entity_id(p.subject), p.event, p.place, p.value, p.holds)
            for n, p in enumerate(statement.propositions)
        ),
    )


def replace(connection: sqlite3.Connection, coded: CodedReport) -> None:
    """Put a new reading in the place of the old one, inside the caller's transaction; the report itself stays."""
    report = coded.report.id
    for table in ("links", "report_entities", "events", "statements", "mentions"):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report,))
    keep_reading(connection, coded)
    connection.execute("DELETE FROM entities WHERE id NOT IN (SELECT entity FROM report_entities)")


def keep_failure(connection: sqlite3.Connection, failure: Failure) -> None:
    """Keep why a source could not be read; the same source's earlier failure gives way."""
    connection.execute(
        "INSERT OR REPLACE INTO failures VALUES (?, ?, ?)", (failure.source, failure.reason, failure.advice)
    )


def keep_judgement(connection: sqlite3.Connection, judgement: Judgement) -> bool:
    """Append a person's decision; False when this very decision was there already."""
    done = connection.execute(
        """INSERT INTO judgements (id, verdict, target, other, field, value, "by", "at", record)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""",
        (
            judgement.id, judgement.verdict, judgement.target, judgement.other, judgement.field, judgement.value,
            judgement.by, judgement.at, as_text(judgement),
        ),
    )  # fmt: skip
    return done.rowcount == 1
