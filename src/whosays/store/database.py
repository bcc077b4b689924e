"""The database as one object: opened with care, written in transactions, asked by what one wants to know."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from whosays.errors import RecordError, StoreError
from whosays.merging.facts import Fact
from whosays.merging.judged import Correction
from whosays.records import (
    Actor,
    AnyRecord,
    CodedReport,
    Dispute,
    Failure,
    Incident,
    Judgement,
    Place,
    Report,
    Story,
)
from whosays.store import deriving, finding, growing, keeping, listing, schema, storying, waiting
from whosays.store.growing import GrowingShelf
from whosays.store.listing import IncidentFilter, ReportFilter, StatementFilter
from whosays.store.rows import DisputeRow, Hit, IncidentRow, StatementRow
from whosays.store.screens import Screens

EVERY_REPORT = ReportFilter()
EVERY_INCIDENT = IncidentFilter()
EVERY_STATEMENT = StatementFilter()
_AT_ONCE = 200  # reports merged in one transaction: bounds memory, and how long others wait
_PATIENCE = 30.0  # seconds that a writer waits for another process to finish
_CACHE_KB = 65536  # of pages kept in memory: merging looks up keys all over its tables
_SQLITE_HEADER = b"SQLite format 3\x00"


def open_store(path: str | Path) -> Store:
    """Open the database at ``path``, making it and its folder where there is none (``:memory:`` lives in memory).

    Raises:
        StoreError: the file is not ours, of a newer Whosays, or cannot be read or written.
    """
    name = str(path)
    if name != ":memory:":
        _check_file(Path(path))
    unusable = f"cannot use {name} as a database ({{}}); give another file with --db"
    try:
        connection = sqlite3.connect(name, isolation_level=None, timeout=_PATIENCE)
    except sqlite3.Error as error:
        raise StoreError(unusable.format(error)) from error
    try:
        _prepare(connection, name)
    except sqlite3.Error as error:
        connection.close()
        raise StoreError(unusable.format(error)) from error
    except BaseException:
        connection.close()
        raise
    return Store(connection, name)


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    _check_owner(connection, name)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # what was kept survives a power cut, too
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
    schema.migrate(connection)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; give a file, as in --db {path / 'whosays.db'}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("rb") as file:
            head = file.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"cannot open {path} ({error.strerror}); give another file with --db") from error
    if head and head != _SQLITE_HEADER:
        raise StoreError(f"{path} is not a database; it is left as it was. Give another file with --db")


def _check_owner(connection: sqlite3.Connection, name: str) -> None:
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if owner not in (schema.APPLICATION_ID, 0) or (owner == 0 and tables and not _half_made(connection)):
        raise StoreError(f"{name} is a database of another program; it is left as it was. Give another file with --db")
    newest = len(schema.MIGRATIONS)
    if schema.version(connection) > newest:
        raise StoreError(
            f"{name} was written by a newer Whosays (schema {schema.version(connection)}, this one knows {newest}); "
            "upgrade Whosays, or give another file with --db"
        )


def _half_made(connection: sqlite3.Connection) -> bool:
    """Whether the file holds nothing but our empty list of migrations: the first opening was cut short."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    return names == ["migrations"]


class Store:
    """An open database. Use it in a ``with`` block, or close it."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self.name = name

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; a lock held too long, a full disk or a broken rule become our error."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
        except sqlite3.IntegrityError:
            raise
        except sqlite3.Error as error:
            raise StoreError(f"nothing was changed in {self.name}: {error}") from error

    # -- writing --------------------------------------------------------------------------------

    def keep(self, coded: CodedReport) -> bool:
        """Keep a report with its records; False, and nothing changed, when it was there already.

        Raises:
            RecordError: the records do not fit together (an id twice, a link to nothing); nothing of it is kept.
        """
        try:
            with self._transaction() as connection:
                new = keeping.keep(connection, coded)
                if new:
                    deriving.count_change(connection)
        except sqlite3.IntegrityError as error:
            raise RecordError(f"the records of report {coded.report.id} do not fit together: {error}") from error
        return new

    def keep_many(self, records: Iterable[CodedReport]) -> int:
        """Keep many reports in one transaction, as a loader of bulk output does; returns how many were new.

        Raises:
            RecordError: the records of a report do not fit together; nothing of all of them is kept.
        """
        new = 0
        try:
            with self._transaction() as connection:
                for coded in records:
                    if keeping.keep(connection, coded):
                        deriving.count_change(connection)
                        new += 1
        except sqlite3.IntegrityError as error:
            raise RecordError(f"the records of a report do not fit together: {error}") from error
        return new

    def replace(self, coded: CodedReport) -> None:
        """Put a new reading of a kept report in the place of the old one."""
        with self._transaction() as connection:
            keeping.replace(connection, coded)
            deriving.count_change(connection)

    def keep_failure(self, failure: Failure) -> None:
        """Keep why a source could not be read."""
        with self._transaction() as connection:
            keeping.keep_failure(connection, failure)

    def judge(self, judgement: Judgement) -> bool:
        """Append a person's decision; False when this very decision was there already."""
        with self._transaction() as connection:
            new = keeping.keep_judgement(connection, judgement)
            if new:
                deriving.count_change(connection)
        return new

    def rebuild(self, incidents: Iterable[Incident], disputes: Iterable[Dispute], change: int | None = None) -> None:
        """Replace all incidents and disputes.

        Args:
            incidents: what :func:`whosays.merging.merge` found.
            disputes: likewise.
            change: :attr:`change` as it was before the reports were read for merging; another process may have kept
                more since, and then the incidents stay stale. Without it, all that is kept now counts as shown.
        """
        with self._transaction() as connection:
            deriving.rebuild(connection, incidents, disputes, self.change if change is None else change)

    def grow(self, step: Callable[[GrowingShelf, Sequence[str]], None]) -> None:
        """Bring incidents and disputes up to date, some reports at a time, each time in one transaction.

        Args:
            step: merges the reports whose ids it is given, and whatever decisions were made since.
        """
        while self.is_stale:
            with self._transaction() as connection:
                growing.begin(connection)
                change = self.change
                step(growing.GrowingShelf(connection), growing.take(connection, _AT_ONCE))
                if not growing.waiting(connection):
                    deriving.show_change(connection, change)

    # -- asking ---------------------------------------------------------------------------------

    @property
    def screens(self) -> Screens:
        """What screens ask: bounded pages of lists, counts by place and day, what waits for a person's eye."""
        return Screens(self._connection)

    @property
    def is_stale(self) -> bool:
        """Whether something was kept since the incidents were last derived."""
        kept, derived = deriving.changes(self._connection)
        return kept != derived

    @property
    def change(self) -> int:
        """The number of the last change that was kept."""
        return deriving.changes(self._connection)[0]

    def has(self, report: str) -> bool:
        """Whether this report is kept."""
        return self._connection.execute("SELECT 1 FROM reports WHERE id = ?", (report,)).fetchone() is not None

    def holds(self, identifier: str) -> bool:
        """Whether a report, event, statement or mention of this id is kept."""
        return GrowingShelf(self._connection).holds(identifier)

    def reports(self, wanted: ReportFilter = EVERY_REPORT) -> list[Report]:
        """The reports asked for, oldest first."""
        return listing.reports(self._connection, wanted)

    def coded(self, report: str) -> CodedReport:
        """One report with its records."""
        return finding.coded(self._connection, report)

    def all_coded(self) -> Iterator[CodedReport]:
        """Every report with its records, one at a time, in an order that does not depend on that of adding."""
        return finding.all_coded(self._connection)

    def entities(self) -> list[Actor | Place]:
        """Everybody and every place that a report names."""
        return finding.entities(self._connection)

    def incidents(self, wanted: IncidentFilter = EVERY_INCIDENT) -> list[Incident]:
        """The incidents asked for."""
        return listing.incidents(self._connection, wanted)

    def incident_rows(self, wanted: IncidentFilter = EVERY_INCIDENT) -> list[IncidentRow]:
        """The incidents asked for, newest first, a line each."""
        return listing.incident_rows(self._connection, wanted)

    def statement_rows(self, wanted: StatementFilter = EVERY_STATEMENT) -> list[StatementRow]:
        """The statements asked for, newest report first, a line each."""
        return listing.statement_rows(self._connection, wanted)

    def stories(self) -> list[Story]:
        """All stories of at least two reports, the latest first."""
        return storying.stories(self._connection)

    def disputes(self) -> list[Dispute]:
        """All disputes."""
        return listing.disputes(self._connection)

    def dispute_rows(self) -> list[DisputeRow]:
        """All positions in all disputes, a line each."""
        return listing.dispute_rows(self._connection)

    def search(self, words: str, most: int = 50) -> list[Hit]:
        """The reports that hold all the words, best first."""
        return listing.search(self._connection, words, most)

    def failures(self) -> list[Failure]:
        """The sources that could not be read."""
        return listing.failures(self._connection)

    def judgements(self) -> list[Judgement]:
        """People's decisions, in the order they were made."""
        return listing.judgements(self._connection)

    def corrections(self) -> dict[str, tuple[Correction, ...]]:
        """What people found wrong in reports, as far as it is applied; by report."""
        return GrowingShelf(self._connection).decisions().by_report

    def unsure_events(self, least: float) -> frozenset[str]:
        """The events that are less sure than ``least`` and on which nobody decided, by id."""
        return waiting.unsure_events(self._connection, least)

    def facts_of(self, incident: Incident) -> list[Fact]:
        """The tellings of an incident and the denied deeds about it, as merging sees them."""
        return GrowingShelf(self._connection).facts_at_home(incident.id)

    def show(self, prefix: str) -> AnyRecord:
        """The record whose id begins with ``prefix``; a report comes with all its records."""
        return finding.show(self._connection, prefix)
