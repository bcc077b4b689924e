"""An actor's surroundings: who else takes part in its incidents, and what others hold true or false of it."""

from __future__ import annotations

import sqlite3

from whosays.store.finding import like
from whosays.store.listing import DAY
from whosays.store.screenrows import ActorRow, Mentioned, Relation, Window


def actors(connection: sqlite3.Connection, words: str | None, window: Window) -> tuple[ActorRow, ...]:
    """Those whom most reports name; with ``words``, of those whose name or id holds them."""
    if words is None:
        rows = connection.execute(
            """SELECT entities.id, name, kind, reports FROM (
                SELECT entity, count(DISTINCT report) AS reports FROM report_entities GROUP BY entity) AS counted
            JOIN entities ON entities.id = counted.entity WHERE noun = 'actor'
            ORDER BY reports DESC, entities.id LIMIT ? OFFSET ?""",
            (window.most, window.offset),
        )
    else:
        rows = connection.execute(
            """SELECT id, name, kind, (SELECT count(DISTINCT report) FROM report_entities WHERE entity = entities.id)
            FROM entities WHERE noun = 'actor' AND (name LIKE ? ESCAPE '\\' OR id = ?)
            ORDER BY 4 DESC, id LIMIT ? OFFSET ?""",
            (f"%{like(words)}%", words, window.most, window.offset),
        )
    return tuple(ActorRow(*row) for row in rows)


def relations(connection: sqlite3.Connection, actor: str, most: int) -> tuple[Relation, ...]:
    """With whom an actor takes part in incidents, on which sides, most often first."""
    rows = connection.execute(
        """SELECT other.entity, coalesce(entities.name, other.entity), own.part, other.part, count(*)
        FROM incident_actors AS own JOIN incident_actors AS other ON other.incident = own.incident
        LEFT JOIN entities ON entities.id = other.entity
        WHERE own.entity = ? AND other.entity <> own.entity
        GROUP BY other.entity, own.part, other.part ORDER BY count(*) DESC, 1, 3, 4 LIMIT ?""",
        (actor, most),
    )
    return tuple(Relation(*row) for row in rows)


def said_of(connection: sqlite3.Connection, actor: str, most: int) -> tuple[Mentioned, ...]:
    """What others hold true or false of an actor, or do to it with words; the newest report first."""
    rows = connection.execute(
        f"""SELECT statements.id, {DAY} AS day, speaker_entity, speaker_name, act, status, content_words, reports.id
        FROM statements JOIN reports ON reports.id = statements.report
        WHERE statements.id IN (SELECT statement FROM propositions WHERE subject_entity = ?)
            AND speaker_entity IS NOT ?
        ORDER BY day DESC, reports.id, position LIMIT ?""",
        (actor, actor, most),
    )
    return tuple(Mentioned(*row) for row in rows)
