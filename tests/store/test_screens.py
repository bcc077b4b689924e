"""What screens ask: the same answers as the plain lists, in pages."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.factory import Draft, attack
from whosays import desk, store
from whosays.briefing import reports_of
from whosays.errors import NotFoundError
from whosays.store import IncidentFilter, ReportFilter, StatementFilter, Store, Window, schema, screenrows, screens

PUBLISHERS = "ABCDEFG"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with store.open(tmp_path / "whosays.db") as opened:
        for number, publisher in enumerate(PUBLISHERS):
            opened.keep(attack(publisher, 10 + number, published=f"2026-03-{5 + number:02}"))
        opened.keep(Draft("No date and nobody here.", publisher="Z").done())
        opened.keep(Draft("A dateline without its year.", publisher="Z", dateline_date="--03-04").done())
        desk.refresh(opened)
        yield opened


def test_statements_come_in_pages_whichever_way_they_are_found(db: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = (
        StatementFilter(),
        StatementFilter(act="claim"),
        StatementFilter(speaker_id="own:red front", about="attack"),
    )
    for asked in wanted:
        whole = db.statement_rows(asked)
        for many in (1, 10_000):  # going through the reports, and sorting what was found
            monkeypatch.setattr(screens, "_MANY", many)
            pages = [db.screens.statements(asked, Window(offset, 3)) for offset in range(0, len(whole), 3)]
            assert [row for page in pages for row in page.rows] == whole
            assert {page.found for page in pages} == {len(whole)}


def test_incidents_come_in_pages(db: Store) -> None:
    whole = db.incident_rows()
    assert list(db.screens.incidents(IncidentFilter(), Window()).rows) == whole
    assert db.screens.incidents(IncidentFilter(), Window(len(whole), 5)).rows == ()
    assert db.screens.incidents(IncidentFilter(actor_id="own:red"), Window()).found == 0
    assert db.screens.incidents(IncidentFilter(actor_id="own:red front"), Window()).found == len(whole)


def test_what_reports_tell_of_is_found_without_reading_all(db: Store) -> None:
    for report in db.reports():
        ids = frozenset({report.id})
        assert db.screens.incidents_told_by(ids) == [i for i in db.incidents() if ids.intersection(i.reports)]
        assert db.screens.disputes_told_by(ids) == [d for d in db.disputes() if ids & reports_of(d)]
    for asked in (
        ReportFilter(),
        ReportFilter(since="2026-03-06", until="2026-03-08"),
        ReportFilter(about="red front"),
    ):
        assert sorted(db.screens.reports_wanted(asked)) == sorted(report.id for report in db.reports(asked))


def test_the_days_around_a_day(db: Store) -> None:
    assert db.screens.days_around("2026-03-06") == ("2026-03-05", "2026-03-07")
    assert db.screens.days_around("2026-03-05") == (None, "2026-03-06")
    assert db.screens.days_around("2030-01-01") == ("2026-03-11", None)


def test_a_dateline_without_its_year_gives_a_report_no_day(db: Store) -> None:
    days = {one.published for one in db.search("dateline")}
    assert days == {None}
    assert len(db.reports(ReportFilter(until="2026-12-31"))) == len(PUBLISHERS)


def test_what_is_not_there_is_told(db: Store) -> None:
    for ask in (db.screens.incident, db.screens.dispute, db.screens.entity):
        with pytest.raises(NotFoundError):
            ask("nope")


def test_an_older_database_is_brought_up_and_its_disputes_derived_anew(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        schema.migrate(raw, schema.MIGRATIONS[:1])
        raw.execute("INSERT INTO disputes VALUES ('d', 0, 'occurred', NULL, NULL, NULL, 'x', '{}')")
    with store.open(path) as opened:
        assert opened.is_stale
        desk.refresh(opened)
        assert not opened.is_stale
        assert opened.disputes() == []


def test_how_large_a_place_is() -> None:
    known = [
        ("geonames:1", "PPL"),
        ("geonames:2", "ADM2"),
        ("admin1:A:B", "ADM1"),
        ("country:A", None),
        ("region:x", None),
    ]
    assert [screenrows.precision_of(*k) for k in known] == ["town", "district", "province", "country", "region"]
    assert screenrows.precision_of("admin2:3") == "district"
