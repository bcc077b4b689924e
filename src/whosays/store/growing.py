"""What merging keeps of all reports, so that a new one meets its neighbours and nobody else is asked.

The tables ``voices``, ``sketches``, ``tellings``, ``telling_keys`` and ``stands`` are derived: they can be thrown away
and grown anew out of the reports.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from whosays.merging.candidates import WEAK, Keys
from whosays.merging.cluster import Join
from whosays.merging.copies import body_of
from whosays.merging.facts import Fact
from whosays.merging.judged import Decisions
from whosays.merging.outlines import Outline, outline_of
from whosays.merging.questions import Key as Question
from whosays.merging.shelf import Kept, Kind
from whosays.merging.stands import Stand
from whosays.records import CodedReport, Dispute, Incident, Place, Reason
from whosays.store import deriving, finding
from whosays.store.asking import among, number_of
from whosays.store.copying import CopyingShelf
from whosays.store.doubting import DoubtingShelf
from whosays.store.storying import StoryingShelf

_HELD, _ASKED, _HELD_WEAK, _ASKED_WEAK = range(4)
_COLUMNS = ("event", "report", "kind", "part", "sure", "home", "fits")
_KEPT = ", ".join(_COLUMNS)
_DERIVED = ("stands", "matters", "tellings", "sketches", "voices")


_JUDGED = ("reports", "events", "statements", "mentions")


class GrowingShelf(CopyingShelf, DoubtingShelf, StoryingShelf):
    """The tables as :class:`whosays.merging.Shelf`, inside the caller's transaction."""

    # -- reports --------------------------------------------------------------------------------

    def holds(self, identifier: str) -> bool:
        """Whether a report, event, statement or mention of this id is kept."""
        asked = " UNION ALL ".join(f"SELECT 1 FROM {t} WHERE id = ?" for t in _JUDGED)
        return self._connection.execute(asked, (identifier,) * len(_JUDGED)).fetchone() is not None

    def coded(self, report: str) -> CodedReport:
        """A report with its records as they were coded."""
        return finding.coded(self._connection, report)

    def text(self, report: str) -> str:
        """A report's own words."""
        return body_of(finding.report(self._connection, report))

    # -- tellings -------------------------------------------------------------------------------

    def drop_tellings(self, reports: Iterable[str]) -> None:
        """Forget what these reports tell."""
        self._connection.executemany("DELETE FROM tellings WHERE report = ?", [(r,) for r in reports])

    def put_telling(self, fact: Fact, kind: Kind, keys: Keys) -> None:
        """Add a telling, with the keys under which it looks for others and is found."""
        number = self._connection.execute(
            "INSERT INTO tellings (event, report, kind, part, sure, fact, outline) VALUES (?, ?, ?, '', '', ?, ?)",
            (fact.event.id, fact.report, kind, _line(fact), _line(outline_of(fact))),
        ).lastrowid
        self._put_keys(number, keys)

    def rename_telling(self, fact: Fact, keys: Keys) -> None:
        """Let a telling have another origin, and the keys that come of it."""
        number = self._numbers([fact.event.id])[fact.event.id]
        self._connection.execute("UPDATE tellings SET fact = ? WHERE number = ?", (_line(fact), number))
        self._connection.execute("DELETE FROM telling_keys WHERE telling = ?", (number,))
        self._put_keys(number, keys)

    def _put_keys(self, number: int | None, keys: Keys) -> None:
        sides = ((_ASKED, keys.asks), (_HELD, keys.holds), (_ASKED_WEAK, keys.weak_asks), (_HELD_WEAK, keys.weak_holds))
        rows = [(number_of(key), side, number) for side, some in sides for key in some]
        self._connection.executemany("INSERT OR IGNORE INTO telling_keys VALUES (?, ?, ?)", rows)

    def near(self, keys: Keys) -> list[tuple[Kept, Outline]]:
        """The tellings found under the keys asked for, and those that ask for the keys held; of weak ones two."""
        found: set[int] = set()
        sides = (
            (_HELD, keys.asks, 1),
            (_ASKED, keys.holds, 1),
            (_HELD_WEAK, keys.weak_asks, WEAK),
            (_ASKED_WEAK, keys.weak_holds, WEAK),
        )
        for side, some, least in sides:
            asked = f"SELECT telling FROM telling_keys WHERE asks = {side} AND key IN ({{}})"
            shared = Counter(int(row[0]) for row in among(self._connection, asked, map(number_of, some)))
            found.update(telling for telling, number in shared.items() if number >= least)
        asked = f"SELECT outline, {_KEPT} FROM tellings WHERE number IN ({{}})"
        return [(_kept(row), _outline(line)) for line, *row in among(self._connection, asked, found)]

    def put_loose(self, one: str, others: Iterable[str]) -> None:
        """Write down that one is loosely tied to others."""
        numbers = self._numbers([one, *others])
        pairs = [(numbers[one], n) for event, n in numbers.items() if event != one]
        both = [*pairs, *((two, one) for one, two in pairs)]
        self._connection.executemany("INSERT OR IGNORE INTO loose_ties VALUES (?, ?)", both)

    def loose(self, events: Iterable[str]) -> list[tuple[str, Kept]]:
        """What these are loosely tied to: each with one that it is tied to."""
        rows = among(
            self._connection,
            f"""SELECT mine.event, {", ".join(f"other.{c.strip()}" for c in _KEPT.split(","))}
            FROM tellings mine JOIN loose_ties ON one = mine.number JOIN tellings other ON two = other.number
            WHERE mine.event IN ({{}})""",
            events,
        )
        return [(str(row[0]), _kept(row[1:])) for row in rows]

    def told_in(self, reports: Iterable[str]) -> list[Kept]:
        """The tellings of these reports."""
        return self._kept("report", reports)

    def at(self, events: Iterable[str]) -> list[Kept]:
        """These tellings."""
        return self._kept("event", events)

    def at_home(self, incidents: Iterable[str]) -> list[Kept]:
        """The tellings of these incidents, and the denied deeds about them."""
        return self._kept("home", incidents)

    def within(self, parts: Iterable[str]) -> list[Kept]:
        """The tellings of these parts."""
        return self._kept("part", parts)

    def _kept(self, column: str, values: Iterable[str | int]) -> list[Kept]:
        rows = among(self._connection, f"SELECT {_KEPT} FROM tellings WHERE {column} IN ({{}})", values)
        return [_kept(row) for row in rows]

    def facts(self, events: Iterable[str]) -> list[Fact]:
        """What these tellings tell."""
        rows = among(self._connection, "SELECT fact FROM tellings WHERE event IN ({})", events)
        return [msgspec.json.decode(row[0], type=Fact) for row in rows]

    def facts_at_home(self, incident: str) -> list[Fact]:
        """What the tellings of an incident and the denied deeds about it tell."""
        rows = self._connection.execute("SELECT fact FROM tellings WHERE home = ? ORDER BY event", (incident,))
        return [msgspec.json.decode(line, type=Fact) for (line,) in rows]

    def put_homes(self, kept: Iterable[Kept]) -> None:
        """Write down where tellings stand."""
        rows = [(k.part, k.sure, k.home, k.fits, k.event) for k in kept]
        asked = "UPDATE tellings SET part = ?, sure = ?, home = ?, fits = ? WHERE event = ?"
        self._connection.executemany(asked, rows)

    def put_fits(self, before: Iterable[str], group: str) -> None:
        """Let what fits one of these sure groups fit the one that they have become."""
        self._connection.executemany(
            "UPDATE tellings SET fits = ? WHERE fits = ?", [(group, g) for g in sorted(before)]
        )

    def join_parts(self, parts: Iterable[str], part: str) -> None:
        """Let all tellings of these parts be of one part."""
        self._connection.executemany("UPDATE tellings SET part = ? WHERE part = ?", [(part, p) for p in sorted(parts)])

    # -- joins ----------------------------------------------------------------------------------

    def put_joins(self, joins: Iterable[Join]) -> None:
        """Write down what made groups one."""
        joins = list(joins)
        numbers = self._numbers(e for j in joins for e in (j.one, j.two))
        rows = [(numbers[j.one], numbers[j.two], j.sure, j.weight, _line(j.why)) for j in joins]
        self._connection.executemany("INSERT INTO joins VALUES (?, ?, ?, ?, ?)", rows)

    def drop_joins(self, joins: Iterable[Join]) -> None:
        """Forget joins that are needed no more."""
        joins = list(joins)
        numbers = self._numbers(e for j in joins for e in (j.one, j.two))
        rows = [(numbers[j.one], numbers[j.two]) for j in joins]
        self._connection.executemany("DELETE FROM joins WHERE one = ? AND two = ?", rows)

    def drop_joins_of(self, events: Iterable[str]) -> None:
        """Forget what joined these tellings to others."""
        rows = [(number, number) for number in self._numbers(events).values()]
        self._connection.executemany("DELETE FROM joins WHERE one = ? OR two = ?", rows)

    def joins(self, incidents: Iterable[str]) -> list[Join]:
        """What made the tellings of these incidents one."""
        rows = among(
            self._connection,
            """SELECT a.event, b.event, joins.sure, weight, record FROM tellings a JOIN joins ON one = a.number
            JOIN tellings b ON b.number = two WHERE a.home IN ({})""",
            incidents,
        )
        return [Join(one, two, bool(sure), float(weight), _reasons(line)) for one, two, sure, weight, line in rows]

    def _numbers(self, events: Iterable[str]) -> dict[str, int]:
        asked = "SELECT event, number FROM tellings WHERE event IN ({})"
        return {str(event): int(number) for event, number in among(self._connection, asked, events)}

    # -- stands ---------------------------------------------------------------------------------

    def stands_in(self, reports: Iterable[str]) -> dict[str, tuple[Stand, ...]]:
        """Who takes which stand in these reports."""
        found: dict[str, list[Stand]] = {}
        for report, line in among(
            self._connection,
            "SELECT report, record FROM stands WHERE report IN ({}) ORDER BY report, position",
            reports,
        ):
            found.setdefault(str(report), []).append(msgspec.json.decode(line, type=Stand))
        return {report: tuple(stands) for report, stands in found.items()}

    def put_stands(self, report: str, place: tuple[str, str], stands: Sequence[Stand]) -> None:
        """Replace a report's stands; ``place`` is what they are sorted by among those of other reports."""
        self._connection.execute("DELETE FROM stands WHERE report = ?", (report,))
        rows = [
            (report, n, place[0], s.key.kind, s.key.subject, s.key.place, s.key.incident, _line(s))
            for n, s in enumerate(stands)
        ]
        self._connection.executemany("INSERT INTO stands VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def questions_on(self, incidents: Iterable[str]) -> set[Question]:
        """The questions about these incidents on which somebody takes a stand."""
        asked = "SELECT DISTINCT kind, subject, place, incident FROM stands WHERE incident IN ({})"
        return {Question(*row) for row in among(self._connection, asked, incidents)}

    def stands_on(self, question: Question) -> list[Stand]:
        """All stands on a question, by the places of their reports."""
        rows = self._connection.execute(
            """SELECT record FROM stands WHERE kind = ? AND subject = ? AND place = ? AND incident = ?
            ORDER BY published, report, position""",
            (question.kind, question.subject, question.place, question.incident),
        )
        return [msgspec.json.decode(line, type=Stand) for (line,) in rows]

    # -- decisions and what is derived ----------------------------------------------------------

    def decisions(self) -> Decisions:
        """The decisions that were applied last."""
        (line,) = self._connection.execute("SELECT value FROM meta WHERE key = 'decisions'").fetchone()
        return msgspec.json.decode(line, type=Decisions) if line else Decisions()

    def put_decisions(self, decisions: Decisions) -> None:
        """Write down which decisions are applied."""
        line = msgspec.json.encode(decisions).decode()
        self._connection.execute("UPDATE meta SET value = ? WHERE key = 'decisions'", (line,))

    def put_incidents(self, gone: Iterable[str], made: Sequence[Incident], places: Mapping[str, Place]) -> None:
        """Take some incidents away by their ids, and add others."""
        deriving.put_incidents(self._connection, gone, made, places)

    def put_disputes(self, gone: Iterable[str], made: Sequence[Dispute]) -> None:
        """Take some disputes away by their ids, and add others."""
        deriving.put_disputes(self._connection, gone, made)


def _kept(row: Sequence[str]) -> Kept:
    return msgspec.convert(dict(zip(_COLUMNS, row, strict=True)), Kept)


def _line(record: Stand | Fact | Outline | tuple[Reason, ...]) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()


@lru_cache(maxsize=4096)
def _outline(line: str) -> Outline:
    return msgspec.json.decode(line, type=Outline)


@lru_cache(maxsize=4096)
def _reasons(line: str) -> tuple[Reason, ...]:
    return msgspec.json.decode(line, type=tuple[Reason, ...])


def begin(connection: sqlite3.Connection) -> None:
    """Where the incidents are another hand's, take all that is derived away, so that it grows anew."""
    (grown,) = connection.execute("SELECT value FROM meta WHERE key = 'grown'").fetchone()
    if grown == "1":
        return
    deriving.clear(connection)
    for table in _DERIVED:
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT OR IGNORE INTO unmerged SELECT id FROM reports")
    connection.execute("UPDATE meta SET value = '' WHERE key = 'decisions'")
    connection.execute("UPDATE meta SET value = '1' WHERE key = 'grown'")


def take(connection: sqlite3.Connection, most: int) -> list[str]:
    """Some of the reports that are not merged yet, by id; they count as merged from now on."""
    rows = connection.execute("SELECT report FROM unmerged ORDER BY report LIMIT ?", (most,)).fetchall()
    connection.executemany("DELETE FROM unmerged WHERE report = ?", rows)
    return [str(report) for (report,) in rows]


def waiting(connection: sqlite3.Connection) -> int:
    """How many reports are not merged yet."""
    (number,) = connection.execute("SELECT count(*) FROM unmerged").fetchone()
    return int(number)
