"""What is kept comes back as it was, once, and finds its way into the lists."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from tests.factory import Draft, attack, day
from whosays import store
from whosays.errors import NotFoundError, RecordError, StoreError
from whosays.records import (
    CodedReport,
    Conflict,
    Count,
    Dispute,
    Failure,
    Incident,
    Judgement,
    Position,
    Reason,
    ToldToll,
)
from whosays.store import IncidentFilter, ReportFilter, StatementFilter, Store, schema


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with store.open(tmp_path / "deep" / "whosays.db") as opened:
        yield opened


def incident(*coded: CodedReport, **changes: object) -> Incident:
    """The incident of which the first events of these reports tell."""
    events = [c.events[0] for c in coded]
    tolls = tuple(
        ToldToll(
            effect=t.effect, count=t.count, party=t.party, includes_attacker=False,
            report=c.report.id, event=c.events[0].id, publisher=c.report.publisher, span=t.span,
        )
        for c in coded for t in c.events[0].tolls
    )  # fmt: skip
    made = Incident(
        id=events[0].id, type="ASSAULT", mode="suicide-attack", status="happened", when=events[0].when,
        place="place:karu", actors=("own:red front",), tolls=tolls, events=tuple(e.id for e in events),
        reports=tuple(c.report.id for c in coded), publishers=tuple(str(c.report.publisher) for c in coded),
        origins=tuple(str(c.report.publisher) for c in coded),
        standing="corroborated" if len(coded) > 1 else "single-origin",
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


def test_a_report_comes_back_as_it_was_kept(db: Store) -> None:
    coded = attack()
    assert db.keep(coded)
    assert db.coded(coded.report.id) == coded
    assert list(db.all_coded()) == [coded]


def test_keeping_the_same_report_twice_changes_nothing(db: Store) -> None:
    coded = attack()
    db.keep(coded)
    with closing(sqlite3.connect(db.name)) as raw:
        before = raw.execute("SELECT sum(length(record)) FROM mentions").fetchone()
        assert not db.keep(coded)
        assert raw.execute("SELECT sum(length(record)) FROM mentions").fetchone() == before
    assert len(db.reports()) == 1


def test_the_order_of_adding_leaves_no_trace_in_what_is_read(tmp_path: Path) -> None:
    reports = [attack("A", 12), attack("B", 15), attack("C", 9)]
    found = []
    for number, order in enumerate((reports, reports[::-1])):
        with store.open(tmp_path / f"{number}.db") as opened:
            for coded in order:
                opened.keep(coded)
            found.append((list(opened.all_coded()), opened.entities()))
    assert found[0] == found[1]


def test_the_same_address_with_a_new_text_is_a_revision(db: Store) -> None:
    first = Draft("Four were hurt.", url="https://example.org/a", published="2026-03-04").done()
    later = Draft("Five were hurt.", url="https://example.org/a", published="2026-03-05").done()
    other = Draft("Five were hurt.", url="https://example.org/b", published="2026-03-05").done()
    for coded in (later, first, other):
        db.keep(coded)
    assert db.coded(later.report.id).report.revises == first.report.id
    assert db.coded(first.report.id).report.revises is None
    assert db.coded(other.report.id).report.revises is None


def test_a_report_that_cannot_be_kept_whole_is_not_kept_at_all(db: Store) -> None:
    coded = attack()
    broken = msgspec.structs.replace(coded, events=(coded.events[0], coded.events[0]))
    with pytest.raises(RecordError, match="do not fit together"):
        db.keep(broken)
    assert db.reports() == []
    assert db.keep(coded)


def test_many_reports_are_kept_all_or_none(db: Store) -> None:
    one, two = attack("A"), attack("B")
    broken = msgspec.structs.replace(two, events=two.events * 2)
    with pytest.raises(RecordError, match="do not fit together"):
        db.keep_many([one, broken])
    assert db.reports() == []
    assert db.keep_many([one, two, one]) == 2
    assert db.change == 2


def test_replacing_a_reading_keeps_the_report_and_drops_what_is_gone(db: Store) -> None:
    coded = attack()
    db.keep(coded)
    db.rebuild([incident(coded)], [])
    bare = msgspec.structs.replace(coded, statements=(), entities=coded.entities[:1], links=coded.links[:1])
    db.replace(msgspec.structs.replace(bare, events=()))
    assert db.coded(coded.report.id).statements == ()
    assert [e.id for e in db.entities()] == ["place:karu"]
    assert db.is_stale


def test_reports_are_found_by_day_name_and_words(db: Store) -> None:
    db.keep(attack("A", 12, published="2026-03-05"))
    db.keep(attack("B", 15, published="2026-03-09T10:00"))
    db.keep(Draft("No date here.", publisher="C").done())

    def publishers(**wanted: str) -> list[str | None]:
        return [r.publisher for r in db.reports(ReportFilter(**wanted))]

    assert publishers() == ["C", "A", "B"]
    assert publishers(since="2026-03-05", until="2026-03-05") == ["A"]
    assert publishers(since="2026-03-06") == ["B"]
    assert publishers(until="2026-03-09") == ["A", "B"]
    assert publishers(about="red front") == ["A", "B"]
    assert publishers(about="interior ministry of karuland") == ["A", "B"]
    assert publishers(about="100%") == []


def test_statements_are_found_by_speaker_act_and_words(db: Store) -> None:
    db.keep(attack())

    def acts(**wanted: str) -> list[str]:
        return [row.act for row in db.statement_rows(StatementFilter(**wanted))]

    assert acts() == ["claim", "condemn"]
    assert acts(speaker="red front") == ["claim"]
    assert acts(act="CONDEMN") == ["condemn"]
    assert acts(about="the attack.") == ["condemn"]
    assert acts(since="2027-01-01") == []
    (row,) = db.statement_rows(StatementFilter(act="claim"))
    assert (row.speaker, row.words, row.publisher, row.published) == (
        "Red Front", "the attack", "Own Wire", "2026-03-05",
    )  # fmt: skip


def test_incidents_are_found_by_day_type_actor_place_and_words(db: Store) -> None:
    one, two = attack("A", 12), attack("B", 15)
    db.keep(one)
    db.keep(two)
    db.rebuild([incident(one, two)], [])
    (row,) = db.incident_rows()
    assert (row.killed_low, row.killed_high, row.place, row.country) == (12, 15, "Karu", "KAR")
    assert (row.actors, row.recipients, row.reports, row.standing) == ("Red Front", "", 2, "corroborated")

    def count(**wanted: str) -> int:
        assert len(db.incidents(IncidentFilter(**wanted))) == len(db.incident_rows(IncidentFilter(**wanted)))
        return len(db.incidents(IncidentFilter(**wanted)))

    assert count(since="2026-03-04", until="2026-03-04") == 1
    assert count(since="2026-03-05") == 0
    assert count(until="2026-03-03") == 0
    assert count(type="assault", actor="red", place="kar", text="market") == 1
    assert count(type="COERCE") == 0
    assert count(actor="blue") == 0
    assert count(place="Elsewhere") == 0
    assert count(text="bridge") == 0


def test_search_shows_where_all_the_words_stand(db: Store) -> None:
    db.keep(attack())
    (hit,) = db.search("market karu")
    assert "[market] in [Karu]" in hit.snippet
    assert db.search("market bridge") == []
    assert len(db.search('"suicide bomber"')) == 1
    assert db.search('"bomber suicide"') == []
    assert len(db.search("KARÚ market-")) == 1
    with pytest.raises(StoreError, match="nothing to search for"):
        db.search("* ( )")


def test_what_was_judged_stays(db: Store) -> None:
    decision = Judgement(id="j1", verdict="same", target="e1", other="e2", by="ana", at="2026-03-06T09:00")
    assert db.judge(decision)
    assert not db.judge(decision)
    assert db.judgements() == [decision]
    with closing(sqlite3.connect(db.name)) as raw, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.execute("DELETE FROM judgements")


def test_the_incidents_are_stale_until_they_are_rebuilt(db: Store) -> None:
    assert not db.is_stale
    coded = attack()
    db.keep(coded)
    assert db.is_stale
    change = db.change
    db.keep(attack("B", 15))  # by another process, while the incidents are worked out
    db.rebuild([incident(coded)], [], change)
    assert db.is_stale
    db.rebuild([incident(coded)], [])
    assert not db.is_stale


def test_a_merged_away_incident_leads_to_where_its_events_are(db: Store) -> None:
    one, two = attack("A", 12), attack("B", 15)
    db.keep(one)
    db.keep(two)
    db.rebuild([incident(one), incident(two)], [])
    together = incident(one, two)
    db.rebuild([together], [])
    assert db.show(two.events[0].id[:10]) == together
    assert db.incidents() == [together]
    assert db.show(f"event:{two.events[0].id}") == two.events[0]


def test_disputes_come_back_with_each_side_on_a_line(db: Store) -> None:
    coded = attack()
    db.keep(coded)
    sides = (
        Position(
            party="own:red front", holds="true", since="2026-03-04", statement="s", spans=(), answer="own:red front"
        ),
        Position(party=None, holds="false", since=None, statement=None, spans=()),
    )
    dispute = Dispute(
        id="d1", kind="responsible", subject=None, place=None, incident=None, about="who", positions=sides
    )
    db.rebuild([], [dispute])
    assert db.disputes() == [dispute]
    told = [(row.party, row.holds, row.answer) for row in db.dispute_rows()]
    assert told == [("Red Front", "true", "Red Front"), (None, "false", None)]
    assert db.show("d1") == dispute


def test_show_finds_any_record_by_the_beginning_of_its_id(db: Store) -> None:
    coded = attack()
    db.keep(coded)
    assert db.show(coded.report.id[:8]) == coded
    assert db.show(coded.events[0].id) == coded.events[0]
    assert db.show(coded.statements[1].id[:12]) == coded.statements[1]
    assert db.show("own:red front") == coded.entities[1]
    with pytest.raises(NotFoundError, match="no id begins with 'zz'"):
        db.show("zz")
    with pytest.raises(NotFoundError, match=r"2 ids begin with 'own:'.*own:red front \(entities\)"):
        db.show("own:")


def test_a_source_that_failed_is_listed_once(db: Store) -> None:
    db.keep_failure(Failure(source="a.txt", reason="empty", advice="fill it"))
    db.keep_failure(Failure(source="a.txt", reason="binary", advice="give text"))
    assert db.failures() == [Failure(source="a.txt", reason="binary", advice="give text")]


def test_a_conflict_and_an_approximate_toll_survive_the_file(db: Store) -> None:
    coded = attack()
    db.keep(coded)
    told = incident(
        coded,
        conflicts=(
            Conflict(
                field="killed", kind="contradiction", values=("12", "15"), reasons=(Reason(rule="r", detail="d"),),
            ),
        ),
        tolls=(
            ToldToll(
                effect="wounded", count=Count(low=20, high=None, approximate=True), party="unknown",
                includes_attacker=False, report=coded.report.id, event=coded.events[0].id, span=coded.events[0].trigger,
            ),
        ),
    )  # fmt: skip
    db.rebuild([told], [])
    assert db.incidents() == [told]
    assert (db.incident_rows()[0].wounded_low, db.incident_rows()[0].wounded_high) == (20, 20)


# -- opening ------------------------------------------------------------------------------------


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("shopping list")
    with pytest.raises(StoreError, match="is not a database"):
        store.open(path)
    assert path.read_text() == "shopping list"


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        store.open(path)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_version_says_so(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    store.open(path).close()
    with sqlite3.connect(path) as later:
        later.execute("PRAGMA user_version = 99")
    later.close()
    with pytest.raises(StoreError, match="newer Whosays"):
        store.open(path)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        store.open(tmp_path)


def test_a_broken_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 4000)
    with pytest.raises(StoreError, match="cannot use"):
        store.open(path)


def test_each_migration_runs_once_and_a_failing_one_leaves_the_version_before(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "m.db", isolation_level=None)
    good = schema.Migration("one", ("CREATE TABLE a (x)",))
    bad = schema.Migration("two", ("CREATE TABLE b (x)", "CREATE TABLE a (x)"))
    schema.migrate(connection, (good,))
    schema.migrate(connection, (good,))
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection, (good, bad))
    assert schema.version(connection) == 1
    assert connection.execute("SELECT * FROM migrations").fetchall() == [(1, "one")]
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'b'").fetchall() == []
    connection.close()


def test_dates_of_days_are_intervals() -> None:
    assert day("2026-03-04").end == "2026-03-05"
