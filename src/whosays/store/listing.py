"""Lists out of the store, by what one asks for."""

from __future__ import annotations

import sqlite3

import msgspec

from whosays import codec
from whosays.errors import NotFoundError, StoreError
from whosays.records import Dispute, Failure, Incident, Judgement, Report
from whosays.store.finding import REPORT_COLUMNS, like, report_of
from whosays.store.rows import DisputeRow, Hit, IncidentRow, StatementRow

# As Report.day has it: a dateline whose year is not told (``--12-11``) gives no day. The day is indexed.
MOMENT = """coalesce(reports.published,
    CASE WHEN substr(reports.dateline_date, 1, 1) <> '-' THEN reports.dateline_date END)"""
DAY = f"substr({MOMENT}, 1, 10)"


class ReportFilter(msgspec.Struct, frozen=True):
    """Which reports: first and last day (inclusive ISO dates), and whom or what they name (a name or words)."""

    since: str | None = None
    until: str | None = None
    about: str | None = None


class IncidentFilter(msgspec.Struct, frozen=True):
    """Which incidents: days the event may fall on (inclusive), class, who took part, where, words in its evidence,
    how well they are founded; ``actor_id`` is one actor and nobody of a similar name.
    """

    since: str | None = None
    until: str | None = None
    type: str | None = None
    actor: str | None = None
    place: str | None = None
    text: str | None = None
    standing: str | None = None
    actor_id: str | None = None


class StatementFilter(msgspec.Struct, frozen=True):
    """Which statements: days of the report (inclusive), who speaks (``speaker_id``: exactly), which act, words said."""

    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    act: str | None = None
    about: str | None = None
    speaker_id: str | None = None


class Where:
    """Conditions joined by AND, each with its values."""

    def __init__(self) -> None:
        self.conditions: list[str] = []
        self.values: list[str] = []

    def add(self, condition: str, *values: str | None) -> None:
        """Add a condition unless a value that it needs was not asked for."""
        if all(value is not None for value in values):
            self.conditions.append(condition)
            self.values.extend(value for value in values if value is not None)

    def sql(self) -> str:
        """The conditions as one expression."""
        return " AND ".join(self.conditions) or "1"


def _within(words: str | None) -> str | None:
    """A LIKE pattern for text that holds these words."""
    return None if words is None else f"%{like(words)}%"


def match_words(words: str) -> str:
    """A full-text query for reports that hold all of the words; ``"in this order"`` in quotation marks.

    Every other sign is taken as it stands, so no user's input is a syntax error.
    """
    terms: list[str] = []
    for number, piece in enumerate(words.split('"')):
        terms.extend([piece] if number % 2 else piece.split())
    quoted = [f'"{term.strip()}"' for term in terms if any(sign.isalnum() for sign in term)]
    if not quoted:
        raise StoreError(f"nothing to search for in {words!r}: give at least one word")
    return " ".join(quoted)


def reports(connection: sqlite3.Connection, wanted: ReportFilter) -> list[Report]:
    """The reports asked for, oldest first; a report with no date only where no date is asked for."""
    where = report_where(wanted)
    rows = connection.execute(
        f"""SELECT {REPORT_COLUMNS} FROM reports WHERE {where.sql()}
        ORDER BY coalesce({MOMENT}, ''), id""",
        where.values,
    )
    return [report_of(row) for row in rows]


def report_where(wanted: ReportFilter) -> Where:
    """What a report must be to be wanted."""
    where = Where()
    where.add(f"{DAY} >= ?", wanted.since)
    where.add(f"{DAY} <= ?", wanted.until)
    pattern = _within(wanted.about)
    where.add(
        """(reports.text LIKE ? ESCAPE '\\' OR reports.id IN (
            SELECT links.report FROM links JOIN entities ON entities.id = links.entity
            WHERE entities.id = ? OR entities.name LIKE ? ESCAPE '\\'))""",
        pattern,
        wanted.about,
        pattern,
    )
    return where


def incidents(connection: sqlite3.Connection, wanted: IncidentFilter) -> list[Incident]:
    """The incidents asked for, in the order that merging gave them."""
    where = incident_where(wanted)
    rows = connection.execute(
        f"SELECT record FROM incidents WHERE {where.sql()} ORDER BY coalesce(when_start, '9999'), id", where.values
    )
    return [codec.decode(row[0], Incident) for row in rows]


def incident_rows(connection: sqlite3.Connection, wanted: IncidentFilter) -> list[IncidentRow]:
    """The incidents asked for, newest first, a line each."""
    where = incident_where(wanted)
    rows = connection.execute(
        f"SELECT {incident_columns()} FROM incidents WHERE {where.sql()} ORDER BY when_start DESC, position",
        where.values,
    )
    return [IncidentRow(*row) for row in rows]


def incident_columns() -> str:
    """The columns of an :class:`IncidentRow`."""
    names = """(SELECT coalesce(group_concat(name, '; '), '') FROM (
        SELECT coalesce(entities.name, incident_actors.entity) AS name FROM incident_actors
        LEFT JOIN entities ON entities.id = incident_actors.entity
        WHERE incident = incidents.id AND part = '{part}' ORDER BY 1))"""
    return f"""id, when_start, type, mode, status, place_name, country, {names.format(part="actor")},
        {names.format(part="recipient")}, killed_low, killed_high, wounded_low, wounded_high, reports, origins,
        standing"""


def incident_where(wanted: IncidentFilter) -> Where:
    """What an incident must be to be wanted."""
    # "+id" keeps to the order of the list and looks each one up in the set, however many the set holds.
    where = Where()
    where.add("coalesce(when_end, when_start) > ?", wanted.since)
    where.add("when_start < date(?, '+1 day')", wanted.until)
    where.add("type = ?", wanted.type.upper() if wanted.type else None)
    actor = _within(wanted.actor)
    where.add(
        """+id IN (SELECT incident FROM incident_actors
            WHERE entity = ? OR entity IN (SELECT id FROM entities WHERE name LIKE ? ESCAPE '\\'))""",
        wanted.actor,
        actor,
    )
    where.add(
        "(country = upper(?) OR place = ? OR place_name LIKE ? ESCAPE '\\')",
        wanted.place,
        wanted.place,
        _within(wanted.place),
    )
    where.add("standing = ?", wanted.standing)
    where.add("+id IN (SELECT incident FROM incident_actors WHERE entity = ?)", wanted.actor_id)
    where.add(
        """EXISTS (SELECT 1 FROM incident_events JOIN events ON events.id = event
            WHERE incident_events.incident = incidents.id AND evidence_words LIKE ? ESCAPE '\\')""",
        _within(wanted.text),
    )
    return where


def statement_rows(connection: sqlite3.Connection, wanted: StatementFilter) -> list[StatementRow]:
    """The statements asked for, newest report first, in the order of the text."""
    where = statement_where(wanted)
    rows = connection.execute(
        f"""SELECT {statement_columns()} FROM statements JOIN reports ON reports.id = statements.report
        WHERE {where.sql()} ORDER BY {DAY} DESC, reports.id, position""",
        where.values,
    )
    return [StatementRow(*row) for row in rows]


def statement_columns() -> str:
    """The columns of a :class:`StatementRow`, out of statements and reports."""
    return f"statements.id, {DAY}, when_start, speaker_name, act, status, content_words, publisher, reports.id"


def statement_where(wanted: StatementFilter) -> Where:
    """What a statement must be to be wanted."""
    where = Where()
    where.add(f"{DAY} >= ?", wanted.since)
    where.add(f"{DAY} <= ?", wanted.until)
    where.add("act = ?", wanted.act.lower() if wanted.act else None)
    speaker = _within(wanted.speaker)
    where.add("(speaker_entity = ? OR speaker_name LIKE ? ESCAPE '\\')", wanted.speaker, speaker)
    where.add("speaker_entity = ?", wanted.speaker_id)
    where.add("content_words LIKE ? ESCAPE '\\'", _within(wanted.about))
    return where


DISPUTES_IN_ORDER = "ORDER BY kind, coalesce(subject, ''), coalesce(place, ''), coalesce(incident, '')"


def disputes(connection: sqlite3.Connection) -> list[Dispute]:
    """All disputes."""
    rows = connection.execute(f"SELECT record FROM disputes {DISPUTES_IN_ORDER}")
    return [codec.decode(row[0], Dispute) for row in rows]


def dispute_of(connection: sqlite3.Connection, identifier: str) -> Dispute:
    """The dispute of this id."""
    row = connection.execute("SELECT record FROM disputes WHERE id = ?", (identifier,)).fetchone()
    if row is None:
        raise NotFoundError(f"no dispute {identifier}; the list of disputes has those there are")
    return codec.decode(row[0], Dispute)


def dispute_rows(connection: sqlite3.Connection) -> list[DisputeRow]:
    """All positions in all disputes, a line each."""
    rows = connection.execute(
        """SELECT disputes.id, disputes.kind, about, coalesce(entities.name, party, speaker_name, publisher),
            holds, coalesce(answered.name, answer), since,
            substr(reports.text, said.start + 1, said.end - said.start), statement
        FROM disputes JOIN dispute_positions ON dispute = disputes.id
            JOIN (SELECT d.id, p.key AS position, json_extract(p.value, '$.spans[0].report') AS report,
                json_extract(p.value, '$.answer') AS answer,
                json_extract(p.value, '$.spans[0].start') AS start, json_extract(p.value, '$.spans[0].end') AS "end"
                FROM disputes d, json_each(d.record, '$.positions') p) said
            ON said.id = disputes.id AND said.position = dispute_positions.position
            LEFT JOIN reports ON reports.id = said.report
            LEFT JOIN entities ON entities.id = party
            LEFT JOIN entities answered ON answered.id = answer
            LEFT JOIN statements ON statements.id = statement
        ORDER BY disputes.kind, coalesce(subject, ''), coalesce(place, ''), coalesce(incident, ''), disputes.id,
            dispute_positions.position"""
    )
    return [DisputeRow(*row) for row in rows]


def search(connection: sqlite3.Connection, words: str, most: int) -> list[Hit]:
    """The reports that hold all the words, best first, each with where it holds them."""
    rows = connection.execute(
        f"""SELECT reports.id, {DAY}, publisher, reports.title, snippet(reports_words, 1, '[', ']', ' … ', 24)
        FROM reports_words JOIN reports ON reports.number = reports_words.rowid
        WHERE reports_words MATCH ? ORDER BY bm25(reports_words, 4.0, 1.0), reports.id LIMIT ?""",
        (match_words(words), most),
    )
    return [Hit(*row) for row in rows]


def search_in_fields(
    connection: sqlite3.Connection,
    words: str | None,
    publisher: str | None,
    days: tuple[str | None, str | None],
    most: int,
) -> tuple[Hit, ...]:
    """The reports that hold all the words and fit the fields, best first; without words, the newest."""
    where = Where()
    where.add("reports_words MATCH ?", match_words(words) if words else None)
    where.add("publisher LIKE ? ESCAPE '\\'", _within(publisher))
    where.add(f"{DAY} >= ?", days[0])
    where.add(f"{DAY} <= ?", days[1])
    if words:
        shown = "snippet(reports_words, 1, '[', ']', ' … ', 24)"
        tables = "reports_words JOIN reports ON reports.number = reports_words.rowid"
        order = "bm25(reports_words, 4.0, 1.0), reports.id"
    else:
        shown, tables, order = "substr(reports.text, body + 1, 200)", "reports", f"{DAY} DESC, reports.id"
    rows = connection.execute(
        f"""SELECT reports.id, {DAY}, publisher, reports.title, {shown} FROM {tables}
        WHERE {where.sql()} ORDER BY {order} LIMIT ?""",
        (*where.values, most),
    )
    return tuple(Hit(*row) for row in rows)


def failures(connection: sqlite3.Connection) -> list[Failure]:
    """The sources that could not be read."""
    rows = connection.execute("SELECT source, reason, advice FROM failures ORDER BY source")
    return [Failure(source=s, reason=r, advice=a) for s, r, a in rows]


def judgements(connection: sqlite3.Connection) -> list[Judgement]:
    """People's decisions, in the order they were made."""
    rows = connection.execute("SELECT record FROM judgements ORDER BY number")
    return [codec.decode(row[0], Judgement) for row in rows]
