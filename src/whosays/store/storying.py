"""Stories as the store keeps them: what each report is about, what ties reports to one story, and which one it is."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from whosays.merging.matters import SHARED, Key, Matter
from whosays.merging.stories import Tie, story_of
from whosays.records import Reason, Story
from whosays.store.asking import among, number_of
from whosays.store.screenrows import StoryRow, Window


class StoryingShelf:
    """The tables ``matters``, ``matter_keys`` and ``story_ties``, inside the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def drop_matters(self, reports: Iterable[str]) -> set[str]:
        """Forget what these reports are about, and what ties them; returns the stories that they leave."""
        reports = sorted(reports)
        left = set(self.stories_at(reports).values())
        self._connection.executemany("DELETE FROM matters WHERE report = ?", [(r,) for r in reports])
        return left

    def put_matter(self, matter: Matter, keys: Iterable[Key]) -> None:
        """Add what a report is about, as a story of its own, with the keys under which it is found."""
        number = self._connection.execute(
            "INSERT INTO matters (report, moment, story, record) VALUES (?, ?, ?, ?)",
            (matter.report, matter.moment, matter.report, _line(matter)),
        ).lastrowid
        self._connection.executemany(
            "INSERT OR IGNORE INTO matter_keys VALUES (?, ?)", sorted((number_of(key), number) for key in keys)
        )

    def matters_near(self, keys: Iterable[Key]) -> list[Matter]:
        """What the reports are about that hold enough of these keys."""
        asked = "SELECT matter FROM matter_keys WHERE key IN ({})"
        shared = Counter(int(row[0]) for row in among(self._connection, asked, map(number_of, keys)))
        found = [number for number, times in shared.items() if times >= SHARED]
        return self._matters("number", found)

    def matters(self, reports: Iterable[str]) -> list[Matter]:
        """What these reports are about."""
        return self._matters("report", reports)

    def _matters(self, column: str, values: Iterable[str | int]) -> list[Matter]:
        rows = among(self._connection, f"SELECT record FROM matters WHERE {column} IN ({{}})", values)
        return [msgspec.json.decode(line, type=Matter) for (line,) in rows]

    def put_tie(self, tie: Tie) -> None:
        """Tie two reports to one story."""
        self._connection.execute(
            "INSERT OR REPLACE INTO story_ties VALUES (?, ?, ?)", (tie.one, tie.two, _line(tie.reasons))
        )

    def stories_at(self, reports: Iterable[str]) -> dict[str, str]:
        """The stories of these reports."""
        rows = among(self._connection, "SELECT report, story FROM matters WHERE report IN ({})", reports)
        return {str(report): str(story) for report, story in rows}

    def moments_in(self, stories: Iterable[str]) -> dict[str, str]:
        """The reports of these stories, each with when it came out."""
        rows = among(self._connection, "SELECT report, moment FROM matters WHERE story IN ({})", stories)
        return {str(report): str(moment) for report, moment in rows}

    def ties_at(self, reports: Iterable[str]) -> list[Tie]:
        """What ties these reports to later ones."""
        rows = among(self._connection, "SELECT one, two, record FROM story_ties WHERE one IN ({})", reports)
        return [Tie(one, two, msgspec.json.decode(line, type=tuple[Reason, ...])) for one, two, line in rows]

    def put_story(self, story: str, reports: Iterable[str]) -> None:
        """Let these reports be of one story."""
        self._connection.executemany(
            "UPDATE matters SET story = ? WHERE report = ? AND story <> ?", [(story, r, story) for r in sorted(reports)]
        )

    def join_stories(self, story: str, others: Iterable[str]) -> None:
        """Let all reports of these other stories be of this one."""
        self._connection.executemany(
            "UPDATE matters SET story = ? WHERE story = ?", [(story, other) for other in sorted(others)]
        )


def _line(record: Matter | tuple[Reason, ...]) -> str:
    return msgspec.json.encode(record, order="deterministic").decode()


# -- asking -------------------------------------------------------------------------------------

_ROWS = """SELECT story, count(*), substr(min(matters.moment), 1, 10), substr(max(matters.moment), 1, 10),
    count(DISTINCT publisher), count(DISTINCT voices.origin)
    FROM matters JOIN reports ON reports.id = matters.report JOIN voices ON voices.report = matters.report
    WHERE story IN ({}) GROUP BY story"""


def rows(connection: sqlite3.Connection, window: Window) -> tuple[StoryRow, ...]:
    """The stories of at least two reports, the latest first, a line each."""
    found = connection.execute(
        """SELECT story, max(moment) AS last FROM matters GROUP BY story HAVING count(*) > 1
        ORDER BY last DESC, story DESC LIMIT ? OFFSET ?""",
        (window.most, window.offset),
    ).fetchall()
    order = {str(story): n for n, (story, _) in enumerate(found)}
    counted = sorted(among(connection, _ROWS, order), key=lambda row: order[row[0]])
    titles = {s: title(connection, s) for s in order}
    return tuple(
        StoryRow(row[0], titles[row[0]], row[2], row[3], *(int(n) for n in (row[1], *row[4:]))) for row in counted
    )


def title(connection: sqlite3.Connection, story: str) -> str:
    """What a story is called: the headline of its first report that has one, else the beginning of its first report."""
    found = connection.execute(
        """SELECT title FROM matters JOIN reports ON reports.id = report
        WHERE story = ? AND title IS NOT NULL ORDER BY moment, report LIMIT 1""",
        (story,),
    ).fetchone()
    if found:
        return str(found[0])
    (text,) = connection.execute(
        "SELECT substr(text, body + 1, ?) FROM reports WHERE id = ?", (_SHOWN, story)
    ).fetchone()
    return " ".join(str(text).split())


_SHOWN = 100  # characters of a report without a headline


def story(connection: sqlite3.Connection, identifier: str) -> Story | None:
    """One story; None where no two reports are of it."""
    shelf = StoryingShelf(connection)
    reports = shelf.moments_in([identifier])
    if len(reports) < 2:
        return None
    matters = shelf.matters(reports)
    return story_of(matters, shelf.ties_at(reports), _homes(connection, matters), _voices(connection, reports))


def stories(connection: sqlite3.Connection) -> list[Story]:
    """All stories of at least two reports, the latest first."""
    asked = "SELECT story FROM matters GROUP BY story HAVING count(*) > 1"
    found = [story(connection, str(i)) for (i,) in connection.execute(asked).fetchall()]
    return sorted((s for s in found if s is not None), key=lambda s: (s.until, s.id), reverse=True)


def _homes(connection: sqlite3.Connection, matters: Sequence[Matter]) -> dict[str, str]:
    events = (event for matter in matters for event in matter.leading)
    rows = among(connection, "SELECT event, incident FROM incident_events WHERE event IN ({})", events)
    return {str(event): str(incident) for event, incident in rows}


def _voices(connection: sqlite3.Connection, reports: Iterable[str]) -> dict[str, tuple[str | None, str]]:
    asked = """SELECT voices.report, publisher, voices.origin FROM voices JOIN reports ON reports.id = voices.report
        WHERE voices.report IN ({})"""
    return {report: (publisher, origin) for report, publisher, origin in among(connection, asked, reports)}
