"""Where reports' voices and sketches are kept, and found again by the words that they share.

A footer or a stock phrase stands in thousands of reports, and who shares it alone copies nobody. So hashes that many
reports hold are not followed as long as the rest is enough to find every copy: whoever shares ``least`` of them shares
at least one of any that remain when fewer than ``least`` are left out. What is found is the same, and its cost follows
the number of copies and not that of reports.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from whosays.merging.copies import SHARED, Voice
from whosays.store.asking import among

_LAST_DAY = 4_000_000  # later than any
_MANY = 24  # holders: a hash that more reports hold is followed only where it is needed
_HOLDERS = """SELECT report, day FROM sketches WHERE value = ? AND day = 0
    UNION ALL SELECT report, day FROM sketches WHERE value = ? AND day BETWEEN ? AND ? LIMIT ?"""

Holder = tuple[str, int]  # a report, and the day it came out


class CopyingShelf:
    """The tables ``voices`` and ``sketches``: :class:`whosays.merging.copies.Voices` but for the texts."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def voices(self, reports: Iterable[str]) -> list[Voice]:
        """The voices of these reports."""
        asked = "SELECT moment, unsigned, report, family, size, origin FROM voices WHERE report IN ({})"
        return [
            Voice(moment[:10], bool(unsigned), moment, report, family, int(size), origin)
            for moment, unsigned, report, family, size, origin in among(self._connection, asked, reports)
        ]

    def put_voice(self, voice: Voice, sketch: Sequence[int]) -> None:
        """Add a report's voice; one that is there already stays as it is."""
        done = self._connection.execute(
            "INSERT OR IGNORE INTO voices (report, moment, unsigned, family, size, origin) VALUES (?, ?, ?, ?, ?, ?)",
            (voice.report, voice.moment, voice.unsigned, voice.family, voice.size, voice.origin),
        )
        if done.rowcount:
            held = sketch if len(sketch) >= SHARED else _apart(sketch)
            rows = [(value, voice.day, voice.report) for value in held]
            self._connection.executemany("INSERT INTO sketches VALUES (?, ?, ?)", rows)

    def put_origins(self, origins: Mapping[str, str]) -> frozenset[str]:
        """Write reports' origins down; returns those whose origin was another."""
        before = self.origins(origins)
        changed = {report: origin for report, origin in origins.items() if before[report] != origin}
        self._connection.executemany(
            "UPDATE voices SET origin = ? WHERE report = ?", [(o, r) for r, o in sorted(changed.items())]
        )
        return frozenset(changed)

    def origins(self, reports: Iterable[str]) -> dict[str, str]:
        """The origins of these reports."""
        rows = among(self._connection, "SELECT report, origin FROM voices WHERE report IN ({})", reports)
        return {str(report): str(origin) for report, origin in rows}

    def sharing(self, sketch: Sequence[int], days: tuple[int, int] | None, least: int) -> dict[str, int]:
        """Reports that hold ``least`` of these hashes or all of their own, each with how many; of these days."""
        first, last = days or (0, _LAST_DAY)
        window = max(first, 1), last
        return self._enough(sketch, window, least) | self._tiny(sketch, window)

    def _enough(self, sketch: Sequence[int], window: tuple[int, int], least: int) -> dict[str, int]:
        """Those of whole sketches."""
        holders = {value: self._holders(value, window, _MANY + 1) for value in sketch}
        common = [value for value in sketch if len(holders[value]) > _MANY]
        spared = common[: max(least - 1, 0)]
        for value in common[len(spared) :]:
            holders[value] = self._holders(value, window, -1)
        found = Counter(h for value in sketch if value not in spared for h in holders[value])
        for holder, number in found.items():
            if number + len(spared) >= least:
                found[holder] += sum(self._holds(value, holder) for value in spared)
        return {report: number for (report, _), number in found.items() if number >= least}

    def _tiny(self, sketch: Sequence[int], window: tuple[int, int]) -> dict[str, int]:
        """Those of texts of a few words, all of which have to be shared."""
        found = Counter(r for value in _apart(sketch) for r, _ in self._holders(value, window, -1))
        size = {v.report: v.size for v in self.voices(found)}
        return {report: number for report, number in found.items() if number >= size[report]}

    def _holders(self, value: int, window: tuple[int, int], most: int) -> list[Holder]:
        return self._connection.execute(_HOLDERS, (value, value, *window, most)).fetchall()

    def _holds(self, value: int, holder: Holder) -> bool:
        report, day = holder
        asked = "SELECT 1 FROM sketches WHERE value = ? AND day = ? AND report = ?"
        return self._connection.execute(asked, (value, day, report)).fetchone() is not None


def _apart(sketch: Iterable[int]) -> list[int]:
    """The hashes of a text of a few words are kept apart from those of others: hashes are not negative, these are."""
    return [-1 - value for value in sketch]
