"""The tables, as ordered migrations: each is a note and the statements that it runs, applied once, in a transaction.

A migration that has been released is never edited; a change is a new entry at the end of the list.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

APPLICATION_ID = 0x57484F53  # "WHOS": tells our files from other SQLite databases


class Migration(NamedTuple):
    """One step of the schema: what it is for, and its SQL."""

    note: str
    statements: tuple[str, ...]


_REPORTS = (
    """CREATE TABLE reports (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        title TEXT, publisher TEXT, published TEXT, url TEXT, origin TEXT, byline TEXT,
        dateline TEXT, dateline_date TEXT, retrieved TEXT,
        language TEXT NOT NULL, revises TEXT REFERENCES reports(id), body INTEGER NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX reports_by_url ON reports(url) WHERE url IS NOT NULL",
    "CREATE INDEX reports_by_day ON reports(coalesce(published, dateline_date))",
    """CREATE VIRTUAL TABLE reports_words USING fts5(
        title, text, content='reports', content_rowid='number', tokenize="unicode61 remove_diacritics 2")""",
    """CREATE TRIGGER reports_added AFTER INSERT ON reports BEGIN
        INSERT INTO reports_words(rowid, title, text) VALUES (new.number, new.title, new.text);
    END""",
    """CREATE TRIGGER reports_removed AFTER DELETE ON reports BEGIN
        INSERT INTO reports_words(reports_words, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
    END""",
)

_NAMED = (
    """CREATE TABLE mentions (
        id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        kind TEXT NOT NULL, form TEXT NOT NULL, name TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
        record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX mentions_by_report ON mentions(report)",
    """CREATE TABLE entities (
        id TEXT PRIMARY KEY, noun TEXT NOT NULL CHECK (noun IN ('actor', 'place')),
        name TEXT NOT NULL, kind TEXT, country TEXT, latitude REAL, longitude REAL,
        record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX entities_by_name ON entities(name COLLATE NOCASE)",
    """CREATE TABLE report_entities (
        report TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        entity TEXT NOT NULL REFERENCES entities(id), record TEXT NOT NULL,
        PRIMARY KEY (report, position)
    ) STRICT""",
    "CREATE INDEX report_entities_by_entity ON report_entities(entity)",
    """CREATE TABLE links (
        report TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        mention TEXT NOT NULL REFERENCES mentions(id) ON DELETE CASCADE, target TEXT, entity TEXT, place TEXT,
        score REAL NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (report, position)
    ) STRICT""",
    "CREATE INDEX links_by_mention ON links(mention)",
    "CREATE INDEX links_by_entity ON links(entity)",
)

_EVENTS = (
    """CREATE TABLE events (
        id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL,
        when_start TEXT, when_end TEXT, when_precision TEXT, when_basis TEXT NOT NULL,
        place TEXT, place_name TEXT, place_precision TEXT NOT NULL, country TEXT, latitude REAL, longitude REAL,
        trigger_words TEXT NOT NULL, evidence_words TEXT NOT NULL, confidence REAL NOT NULL, made_by TEXT NOT NULL,
        record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX events_by_report ON events(report)",
    "CREATE INDEX events_by_type_and_day ON events(type, when_start)",
    """CREATE TABLE roles (
        event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        part TEXT NOT NULL, kind TEXT NOT NULL, mention TEXT, entity TEXT, name TEXT,
        low INTEGER, high INTEGER, effect TEXT, basis TEXT NOT NULL, statement TEXT,
        PRIMARY KEY (event, position)
    ) STRICT""",
    "CREATE INDEX roles_by_entity ON roles(entity)",
    """CREATE TABLE tolls (
        event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        effect TEXT NOT NULL, party TEXT NOT NULL, low INTEGER, high INTEGER, approximate INTEGER NOT NULL,
        includes_attacker INTEGER NOT NULL, words TEXT NOT NULL, statement TEXT,
        PRIMARY KEY (event, position)
    ) STRICT""",
)

_STATEMENTS = (
    """CREATE TABLE statements (
        id TEXT PRIMARY KEY, report TEXT NOT NULL REFERENCES reports(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        act TEXT NOT NULL, status TEXT NOT NULL, speaker TEXT, speaker_entity TEXT, speaker_name TEXT,
        addressee TEXT, addressee_entity TEXT, content_words TEXT NOT NULL, quoted TEXT NOT NULL,
        certainty TEXT NOT NULL, when_start TEXT, when_end TEXT, when_basis TEXT NOT NULL,
        confidence REAL NOT NULL, made_by TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX statements_by_report ON statements(report)",
    "CREATE INDEX statements_by_speaker ON statements(speaker_entity)",
    """CREATE TABLE statement_about (
        statement TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        target TEXT NOT NULL, "as" TEXT NOT NULL,
        PRIMARY KEY (statement, position)
    ) STRICT""",
    "CREATE INDEX statement_about_by_target ON statement_about(target)",
    """CREATE TABLE propositions (
        statement TEXT NOT NULL REFERENCES statements(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        kind TEXT NOT NULL, subject TEXT, subject_entity TEXT, event TEXT, place TEXT, value TEXT, holds TEXT NOT NULL,
        PRIMARY KEY (statement, position)
    ) STRICT""",
)

_JUDGED = (
    """CREATE TABLE judgements (
        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, verdict TEXT NOT NULL, target TEXT NOT NULL, other TEXT,
        field TEXT, value TEXT, "by" TEXT NOT NULL, "at" TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN
        SELECT RAISE(ABORT, 'judgements are append-only');
    END""",
    """CREATE TRIGGER judgements_are_never_deleted BEFORE DELETE ON judgements BEGIN
        SELECT RAISE(ABORT, 'judgements are append-only');
    END""",
)

_DERIVED = (
    """CREATE TABLE incidents (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT, status TEXT NOT NULL,
        when_start TEXT, when_end TEXT, when_precision TEXT,
        place TEXT, place_name TEXT, country TEXT, latitude REAL, longitude REAL,
        killed_low INTEGER, killed_high INTEGER, wounded_low INTEGER, wounded_high INTEGER,
        reports INTEGER NOT NULL, origins INTEGER NOT NULL, standing TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX incidents_by_day ON incidents(when_start)",
    """CREATE TABLE incident_events (
        incident TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
        event TEXT NOT NULL REFERENCES events(id) ON DELETE CASCADE,
        PRIMARY KEY (incident, event)
    ) STRICT""",
    "CREATE INDEX incident_events_by_event ON incident_events(event)",
    """CREATE TABLE incident_actors (
        incident TEXT NOT NULL REFERENCES incidents(id) ON DELETE CASCADE, part TEXT NOT NULL, entity TEXT NOT NULL,
        PRIMARY KEY (incident, part, entity)
    ) STRICT""",
    "CREATE INDEX incident_actors_by_entity ON incident_actors(entity)",
    "CREATE TABLE incident_ids (id TEXT PRIMARY KEY, incident TEXT) STRICT",
    """CREATE TABLE disputes (
        id TEXT PRIMARY KEY, position INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT, place TEXT, incident TEXT,
        about TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE dispute_positions (
        dispute TEXT NOT NULL REFERENCES disputes(id) ON DELETE CASCADE, position INTEGER NOT NULL,
        party TEXT, holds TEXT NOT NULL, since TEXT, statement TEXT,
        PRIMARY KEY (dispute, position)
    ) STRICT""",
)

_BOOKS = (
    "CREATE TABLE failures (source TEXT PRIMARY KEY, reason TEXT NOT NULL, advice TEXT NOT NULL) STRICT",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    # How many changes were kept, and up to which of them the incidents were derived.
    "INSERT INTO meta VALUES ('kept', '0'), ('derived', '0')",
)

# What merging needs to find the neighbours of a new report again; all of it is derived.
_GROWING = (
    """CREATE TABLE voices (
        report TEXT PRIMARY KEY REFERENCES reports(id) ON DELETE CASCADE, moment TEXT NOT NULL, family TEXT NOT NULL,
        size INTEGER NOT NULL, origin TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE sketches (
        value INTEGER NOT NULL, day INTEGER NOT NULL, report TEXT NOT NULL,
        PRIMARY KEY (value, day, report)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE tellings (
        number INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, report TEXT NOT NULL, kind TEXT NOT NULL,
        part TEXT NOT NULL, sure TEXT NOT NULL, home TEXT, fact TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX tellings_by_report ON tellings(report)",
    "CREATE INDEX tellings_by_part ON tellings(part)",
    "CREATE INDEX tellings_by_home ON tellings(home)",
    """CREATE TABLE telling_keys (
        key INTEGER NOT NULL, asks INTEGER NOT NULL,
        telling INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        PRIMARY KEY (key, asks, telling)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX telling_keys_by_telling ON telling_keys(telling)",
    """CREATE TABLE loose_ties (
        one INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        two INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        PRIMARY KEY (one, two)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX loose_ties_by_two ON loose_ties(two)",
    """CREATE TABLE stands (
        report TEXT NOT NULL, position INTEGER NOT NULL, published TEXT NOT NULL,
        kind TEXT NOT NULL, subject TEXT NOT NULL, place TEXT NOT NULL, incident TEXT NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (report, position)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX stands_by_question ON stands(kind, subject, place, incident)",
    "CREATE TABLE unmerged (report TEXT PRIMARY KEY REFERENCES reports(id) ON DELETE CASCADE) STRICT, WITHOUT ROWID",
    "INSERT INTO unmerged SELECT id FROM reports",
    "CREATE INDEX incident_ids_by_incident ON incident_ids(incident)",
    "CREATE INDEX incidents_in_order ON incidents(coalesce(when_start, '9999'), id)",
    # Which decisions are applied, and whether the incidents were grown (0: written by another hand, to be grown anew).
    "INSERT INTO meta VALUES ('decisions', ''), ('grown', '0')",
    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'kept' AND EXISTS (SELECT 1 FROM reports)",
)

# What screens ask for, answered without reading whole tables. A covering index counts and filters incidents; the
# partial ones hold only what waits for a person's eye.
_SCREENS = (
    "CREATE INDEX reports_by_date ON reports(substr(coalesce(published, dateline_date), 1, 10))",
    """CREATE INDEX incidents_listed ON incidents(when_start DESC, position, when_end, type, standing, status, country,
        place_name, place, latitude, longitude, id)""",
    "CREATE INDEX incidents_joined ON incidents(when_start DESC, id) WHERE reports > 1",
    "CREATE INDEX report_entities_counted ON report_entities(entity, report)",
    """CREATE TABLE dispute_reports (
        dispute TEXT NOT NULL REFERENCES disputes(id) ON DELETE CASCADE, report TEXT NOT NULL,
        PRIMARY KEY (report, dispute)
    ) STRICT""",
    # Disputes that were derived before this table was there are derived anew.
    "UPDATE meta SET value = '-1' WHERE key = 'derived' AND EXISTS (SELECT 1 FROM disputes)",
    "CREATE INDEX events_doubtful ON events(confidence, id) WHERE confidence < 0.75",
    """CREATE INDEX links_unsure ON links(report, mention)
        WHERE target IS NULL AND json_array_length(record, '$.candidates') > 0""",
    "CREATE INDEX propositions_by_subject ON propositions(subject_entity) WHERE subject_entity IS NOT NULL",
    "CREATE INDEX judgements_by_target ON judgements(target)",
    "CREATE INDEX judgements_by_other ON judgements(other) WHERE other IS NOT NULL",
)

# What is derived for merging grows anew: sketches of a few words are kept apart, tellings with their outlines, and
# pairs that may be one, of which those are open whose ends lie in two incidents. New beside incidents are stories: what
# each report is about, and what ties reports to one.
_ANEW = (
    "DELETE FROM tellings",
    "DELETE FROM voices",
    "DELETE FROM sketches",
    "ALTER TABLE voices ADD COLUMN unsigned INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE tellings ADD COLUMN outline TEXT NOT NULL DEFAULT ''",
    """CREATE TABLE doubts (
        one INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        two INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        weight REAL NOT NULL, open INTEGER NOT NULL,
        PRIMARY KEY (one, two)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE matters (
        number INTEGER PRIMARY KEY, report TEXT NOT NULL UNIQUE REFERENCES reports(id) ON DELETE CASCADE,
        moment TEXT NOT NULL, story TEXT NOT NULL, record TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX matters_by_story ON matters(story, moment, report)",
    """CREATE TABLE matter_keys (
        key INTEGER NOT NULL, matter INTEGER NOT NULL REFERENCES matters(number) ON DELETE CASCADE,
        PRIMARY KEY (key, matter)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX matter_keys_by_matter ON matter_keys(matter)",
    """CREATE TABLE story_ties (
        one TEXT NOT NULL REFERENCES matters(report) ON DELETE CASCADE,
        two TEXT NOT NULL REFERENCES matters(report) ON DELETE CASCADE, record TEXT NOT NULL,
        PRIMARY KEY (one, two)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX story_ties_by_two ON story_ties(two)",
    "CREATE INDEX doubts_by_two ON doubts(two)",
    "CREATE INDEX doubts_open ON doubts(weight DESC) WHERE open = 1",
    "UPDATE meta SET value = '0' WHERE key = 'grown'",
    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'kept' AND EXISTS (SELECT 1 FROM reports)",
)

# What made groups of tellings one is kept, so that one more is added without grouping all again; tellings hold all that
# their incidents are made of.
_JOINS = (
    "DELETE FROM tellings",
    """CREATE TABLE joins (
        one INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        two INTEGER NOT NULL REFERENCES tellings(number) ON DELETE CASCADE,
        sure INTEGER NOT NULL, weight REAL NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (one, two)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX joins_by_two ON joins(two)",
    "ALTER TABLE tellings ADD COLUMN fits TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX tellings_by_fit ON tellings(fits)",
    "CREATE INDEX stands_by_incident ON stands(incident)",
    "UPDATE meta SET value = '0' WHERE key = 'grown'",
    "UPDATE meta SET value = CAST(value AS INTEGER) + 1 WHERE key = 'kept' AND EXISTS (SELECT 1 FROM reports)",
)

# Rows are as sure as rows with the same signs were right: what is wrong as often as not waits for a person.
_SURENESS = (
    "DROP INDEX events_doubtful",
    "CREATE INDEX events_doubtful ON events(confidence, id) WHERE confidence < 0.5",
)

# A dateline whose year is not told gives a report no day.
_DATED = (
    "DROP INDEX reports_by_day",
    "DROP INDEX reports_by_date",
    """CREATE INDEX reports_by_date ON reports(substr(coalesce(published,
        CASE WHEN substr(dateline_date, 1, 1) <> '-' THEN dateline_date END), 1, 10))""",
)

# Who may have a part that an event leaves open is asked.
_OPEN_PARTS = ("CREATE INDEX events_open ON events(report) WHERE json_array_length(record, '$.candidates') > 0",)

MIGRATIONS: tuple[Migration, ...] = (
    Migration("the nouns of the record", _REPORTS + _NAMED + _EVENTS + _STATEMENTS + _JUDGED + _DERIVED + _BOOKS),
    Migration("merging that grows", _GROWING),
    Migration("what screens ask for", _SCREENS),
    Migration("merging finds neighbours faster", _ANEW),
    Migration("one more report of a great incident", _JOINS),
    Migration("how sure a row is", _SURENESS),
    Migration("the day of a report", _DATED),
    Migration("who may have an open part", _OPEN_PARTS),
)


def version(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen."""
    (number,) = connection.execute("PRAGMA user_version").fetchone()
    return int(number)


def migrate(connection: sqlite3.Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring the file up to the last migration; each is one transaction, so a cut leaves a whole earlier version."""
    connection.execute("CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT")
    for number, migration in enumerate(migrations, start=1):
        if number <= version(connection):
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            if number > version(connection):  # another process may have been faster
                for statement in migration.statements:
                    connection.execute(statement)
                connection.execute("INSERT INTO migrations VALUES (?, ?)", (number, migration.note))
                connection.execute(f"PRAGMA user_version = {number}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
