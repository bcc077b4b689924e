"""The acts that touch two rooms: what is added is coded once, kept, and merged; what is judged stays."""

import csv
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

import whosays
from tests.exporting import example
from tests.factory import Draft, attack
from whosays import desk, store
from whosays.briefing import Period
from whosays.briefing.proof import unproven
from whosays.errors import NotFoundError
from whosays.pipeline import Tools
from whosays.records import CodedReport, Event, Failure, Judgement, Report
from whosays.store import Store

RAID = "Rebels killed four soldiers in Kabul on 3 March 2026. The Taliban condemned the attack."
OTHER = "Gunmen killed six soldiers in Kabul on 3 March 2026, the Taliban said."


@pytest.fixture(scope="module")
def tools() -> Tools:
    return whosays.load_tools()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Store]:
    with store.open(tmp_path / "whosays.db") as opened:
        yield opened


def report(text: str, publisher: str) -> Report:
    return whosays.read_text(text, publisher=publisher, published="2026-03-05")


def test_what_is_known_is_not_coded_again(db: Store, tools: Tools) -> None:
    items: list[Report | Failure] = [
        report(RAID, "A"),
        Failure(source="x", reason="It is empty", advice="Fill it."),
        report(OTHER, "B"),
    ]
    names: list[str] = []
    added = desk.add(db, items, load=lambda: tools, seen=names.append)
    assert (added.new, added.known, [f.source for f in added.failures]) == (2, 0, ["x"])
    assert len(names) == 3
    assert not db.is_stale

    def never() -> Tools:
        raise AssertionError("the tools were loaded for nothing")

    again = desk.add(db, items, load=never)
    assert (again.new, again.known, len(again.failures)) == (0, 2, 1)


def test_the_order_of_adding_leaves_no_trace(tmp_path: Path, tools: Tools) -> None:
    items = [report(RAID, "A"), report(OTHER, "B"), report(RAID, "C")]
    found = []
    for number, order in enumerate((items, items[::-1])):
        with store.open(tmp_path / f"{number}.db") as kept:
            for one in order:
                desk.add(kept, [one], load=lambda: tools)
            found.append((kept.incidents(), kept.disputes(), kept.incident_rows()))
    assert found[0] == found[1]


def test_records_that_do_not_fit_are_a_failure_and_stop_no_other(
    db: Store, tools: Tools, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = store.Store.keep

    def keep(self: Store, coded: CodedReport) -> bool:
        broken = msgspec.structs.replace(coded, events=coded.events * 2)
        return whole(self, broken if coded.report.publisher == "A" else coded)

    monkeypatch.setattr(store.Store, "keep", keep)
    added = desk.add(db, [report(RAID, "A"), report(OTHER, "B")], load=lambda: tools)
    assert added.new == 1
    assert "a fault in Whosays: the records of report" in added.failures[0].reason


def test_a_rerun_replaces_what_was_read_and_keeps_the_reports(db: Store, tools: Tools) -> None:
    coded = attack()  # by hand, so the coder of today reads it otherwise
    db.keep(coded)
    assert desk.rerun(db, load=lambda: tools) == ()
    now = db.coded(coded.report.id)
    assert now.report == coded.report
    assert now == whosays.code(coded.report, tools)


def test_a_judgement_keeps_the_words_it_was_made_on(db: Store, tools: Tools) -> None:
    desk.add(db, [report(RAID, "A")], load=lambda: tools)
    (record,) = db.all_coded()
    event: Event = record.events[0]
    decision = Judgement(id="", verdict="wrong", target=event.id, by="ana", at="2026-03-06T09:00")
    assert desk.judge(db, decision)
    assert not desk.judge(db, decision)
    (kept,) = db.judgements()
    assert (kept.anchor, kept.anchor_type, len(kept.id)) == (event.trigger, event.type, 16)
    with pytest.raises(NotFoundError, match="no event, statement or mention 'zz' to judge"):
        desk.judge(db, msgspec.structs.replace(decision, target="zz"))


def test_a_brief_shows_what_older_reports_tell_of_the_same_incident(db: Store, tools: Tools) -> None:
    first = whosays.read_text(RAID, publisher="A", published="2026-03-04")
    later = whosays.read_text(RAID, publisher="B", published="2026-03-08")
    desk.add(db, [first, later], load=lambda: tools)
    made = desk.brief(db, Period(since="2026-03-07"))
    assert made.counts.reports == 1
    assert {note.publisher for note in made.notes} == {"A", "B"}


def test_a_brief_tells_what_changed(db: Store, tools: Tools) -> None:
    first = whosays.read_text(
        "A bomb killed four soldiers in Kabul on 3 March 2026.", publisher="A", published="2026-03-04"
    )
    later = whosays.read_text(
        "A bomb killed six soldiers in Kabul on 3 March 2026. The Islamic State claimed responsibility for it.",
        publisher="B",
        published="2026-03-08",
    )
    other = whosays.read_text(
        "Gunmen shot dead two judges in Herat on 7 March 2026.", publisher="B", published="2026-03-08"
    )
    desk.add(db, [first, later, other], load=lambda: tools)
    made = desk.brief(db, Period(since="2026-03-07"))
    changed, *rest = made.sections
    assert changed.title == "What changed since 7 March 2026"
    (paragraph,) = changed.paragraphs
    assert paragraph.heading == "corroborated, updated"
    told = " ".join(s.text for s in paragraph.sentences)
    assert "The number of those killed was told as 4 before, and is 4 to 6 now." in told
    assert "the Islamic State has claimed responsibility" in told or "Islamic State has claimed" in told
    assert "There is more than one independent origin now, so that it is corroborated." in told
    assert unproven(made, db.all_coded()) == ()
    assert "new" in {p.heading for s in rest for p in s.paragraphs}
    assert all(s.title != changed.title for s in desk.brief(db, Period()).sections)
    assert all(s.title[:12] != "What changed" for s in desk.brief(db, Period(since="2026-03-01")).sections)


def test_a_decision_follows_its_words_under_a_better_model(db: Store) -> None:
    def read(trigger: str) -> CodedReport:
        draft = Draft("A loud blast shook Karu on Monday.", publisher="A", published="2026-03-05")
        draft.event("ASSAULT", trigger)
        return draft.done()

    first, better, blind = read("blast"), read("loud blast"), read("shook")
    db.keep(first)
    desk.refresh(db)
    assert desk.judge(db, Judgement(id="", verdict="wrong", target=first.events[0].id, by="ana", at="2026-03-06"))
    assert db.incidents() == []
    db.replace(better)
    desk.refresh(db)
    assert db.incidents() == []
    assert [d.state for d in desk.decisions(db)] == ["in force"]
    db.replace(blind)
    desk.refresh(db)
    assert [i.events for i in db.incidents()] == [(blind.events[0].id,)]
    assert [d.state for d in desk.decisions(db)] == ["unattached"]
    db.replace(first)
    desk.refresh(db)
    assert db.incidents() == []


def doubted(coded: CodedReport, confidence: float) -> CodedReport:
    """The same, with events that are this sure."""
    return msgspec.structs.replace(
        coded, events=tuple(msgspec.structs.replace(e, confidence=confidence) for e in coded.events)
    )


def raid() -> CodedReport:
    """A second report, of another deed."""
    draft = Draft("Reds kidnapped three herders in Bel.", published="2026-03-07", publisher="Own Wire")
    reds, herders = draft.actor("Reds", kind="armed-group"), draft.actor("three herders", kind="people")
    draft.event("ASSAULT", "kidnapped", mode="abduct", roles=[(reds, "actor"), (herders, "recipient")])
    return draft.done()


def exported(db: Store, out: Path, sure: float) -> dict[str, list[dict[str, str]]]:
    tables = {}
    for path in desk.export(db, "csv", out, sure):
        with path.open(encoding="utf-8", newline="") as file:
            tables[path.stem] = list(csv.DictReader(file))
    return tables


def test_an_export_of_sure_events_leaves_out_the_others_and_what_only_they_tell(db: Store, tmp_path: Path) -> None:
    blast, kidnapping = doubted(attack(), 0.55), doubted(raid(), 0.8)
    db.keep(blast)
    db.keep(kidnapping)
    everything = exported(db, tmp_path / "all", 0.0)
    assert (len(everything["events"]), len(everything["incidents"])) == (2, 2)
    sure = exported(db, tmp_path / "sure", 0.6)
    assert [row["event_id"] for row in sure["events"]] == [kidnapping.events[0].id]
    assert [row["incident_id"] for row in sure["incidents"]] == [kidnapping.events[0].id]
    # The claim is a statement still, of an event that is not listed any more.
    assert [(row["act"], row["about"]) for row in sure["statements"]] == [("claim", ""), ("condemn", "")]
    assert all(row["about"] for row in everything["statements"])


def test_disputes_are_exported_with_the_incidents_they_are_about(db: Store, tmp_path: Path) -> None:
    for record in example.records():
        db.keep(doubted(record, 0.55))
    told = exported(db, tmp_path / "all", 0.0)["disputes"]
    assert [(row["party"], row["holds"]) for row in told] == [("Police", "true"), ("Red Front", "false")]
    assert exported(db, tmp_path / "sure", 0.6)["disputes"] == []


def test_what_a_person_holds_for_right_is_exported_however_unsure_it_was(db: Store, tmp_path: Path) -> None:
    blast = doubted(attack(), 0.3)
    db.keep(blast)
    assert exported(db, tmp_path / "before", 0.9)["events"] == []
    desk.judge(db, Judgement(id="", verdict="right", target=blast.events[0].id, by="ana", at="2026-03-08"))
    assert len(exported(db, tmp_path / "after", 0.9)["events"]) == 1
    desk.judge(db, Judgement(id="", verdict="unsure", target=blast.events[0].id, by="ana", at="2026-03-09"))
    assert exported(db, tmp_path / "again", 0.9)["events"] == []
