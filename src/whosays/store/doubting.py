"""Pairs of tellings that may be of one incident and were left apart: kept, settled, and listed for a person's eye."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice

import msgspec

from whosays.merging.compare import SAME, clash, compare
from whosays.merging.facts import Fact
from whosays.store.asking import among
from whosays.store.screenrows import Doubt, Window

_LOOKED_AT = 2000  # of the likeliest open pairs; a question between two incidents is asked once
_BETWEEN = """UPDATE doubts SET open = 0 WHERE open = 1
    AND one IN (SELECT number FROM tellings WHERE home = ?) AND two IN (SELECT number FROM tellings WHERE home = ?)"""
_HOME = "(SELECT home FROM tellings WHERE event = ?)"


class DoubtingShelf:
    """The table ``doubts``, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put_doubt(self, one: str, two: str, weight: float) -> None:
        """Write down that two tellings may be of one incident, with the sum of what speaks for it."""
        numbers = sorted(int(n) for (n,) in among(self._connection, _NUMBERS, (one, two)))
        self._connection.execute("INSERT OR IGNORE INTO doubts VALUES (?, ?, ?, 1)", (*numbers, round(weight, 4)))

    def settle_doubts(self, events: Iterable[str], apart: Iterable[tuple[str, str]]) -> None:
        """See again which doubts about these tellings are open."""
        numbers = [int(n) for (n,) in among(self._connection, _NUMBERS, events)]
        differ = "(SELECT home FROM tellings WHERE number = one) IS NOT (SELECT home FROM tellings WHERE number = two)"
        for end in ("one", "two"):
            asked = f"UPDATE doubts SET open = {differ} WHERE {end} IN ({{}}) AND open <> {differ}"
            for _ in among(self._connection, asked, numbers):
                pass
        for pair in apart:
            for one, two in (pair, pair[::-1]):
                self._connection.execute(_BETWEEN.replace("home = ?", f"home = {_HOME}"), (one, two))


_NUMBERS = "SELECT number FROM tellings WHERE event IN ({})"


def doubts(connection: sqlite3.Connection, window: Window) -> tuple[Doubt, ...]:
    """The open questions, the likeliest first: between two incidents one, on their likest tellings.

    Two incidents of which any tellings contradict each other are no question, but where what speaks for it was enough.
    """
    rows = connection.execute(
        """SELECT a.event, a.home, b.event, b.home, weight FROM doubts
        JOIN tellings a ON a.number = one JOIN tellings b ON b.number = two
        WHERE open = 1 ORDER BY weight DESC LIMIT ?""",
        (_LOOKED_AT,),
    ).fetchall()
    found: dict[frozenset[str], tuple[float, str, str, str, str]] = {}
    for event, home, other, other_home, weight in sorted(rows, key=lambda r: (-r[4], *sorted((r[0], r[2])))):
        ends = sorted(((event, home), (other, other_home)))
        found.setdefault(frozenset({home, other_home}), (weight, *ends[0], *ends[1]))
    asked = (row for row in found.values() if row[0] >= SAME or not _stand_against(connection, row[2], row[4]))
    return tuple(_doubt(connection, *row) for row in islice(asked, window.offset, window.offset + window.most))


def _doubt(connection: sqlite3.Connection, weight: float, one: str, home: str, two: str, other_home: str) -> Doubt:
    reasons = compare(_facts(connection, "event", one)[0], _facts(connection, "event", two)[0])
    return Doubt(one=one, two=two, incident=home, other=other_home, weight=weight, reasons=reasons)


def _stand_against(connection: sqlite3.Connection, home: str, other: str) -> bool:
    """Whether any tellings of two incidents contradict each other."""
    theirs = _facts(connection, "home", other)
    return any(clash(compare(one, two)) for one in _facts(connection, "home", home) for two in theirs)


def _facts(connection: sqlite3.Connection, column: str, value: str) -> list[Fact]:
    rows = connection.execute(f"SELECT fact FROM tellings WHERE {column} = ? AND kind <> 'denied'", (value,))
    return [msgspec.json.decode(line, type=Fact) for (line,) in rows]
