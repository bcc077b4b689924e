"""The tables open in any spreadsheet, say what their columns mean, and lose nothing on the way."""

import csv
from pathlib import Path

import msgspec
import pytest

from tests.exporting import example
from tests.factory import Draft, attack
from whosays import codec, exporting
from whosays.errors import NotFoundError, StoreError
from whosays.exporting.columns import DISPUTES, EVENTS, INCIDENTS, STATEMENTS
from whosays.merging import Merged
from whosays.records import CodedReport, Dispute, Incident, Position, Span

NOTHING = Merged((), ())


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(path: Path) -> list[bytes]:
    return path.read_bytes().splitlines()


def incident(coded: CodedReport) -> Incident:
    event = coded.events[0]
    return Incident(
        id=event.id, type=event.type, mode=event.mode, status="happened", when=event.when, place="place:karu",
        events=(event.id,), reports=(coded.report.id,), origins=("Own Wire",),
    )  # fmt: skip


def test_one_row_is_one_event_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    written = exporting.export("csv", [attack(killed=12)], NOTHING, tmp_path / "out")
    assert [path.name for path in written] == [
        "events.csv",
        "statements.csv",
        "incidents.csv",
        "disputes.csv",
        "codebook.csv",
    ]
    (row,) = rows(tmp_path / "out" / "events.csv")
    told = {name: row[name] for name in ("event_type", "event_mode", "status", "date_start", "date_end", "date_basis")}
    assert told == {
        "event_type": "ASSAULT", "event_mode": "suicide-attack", "status": "happened",
        "date_start": "2026-03-04", "date_end": "2026-03-05", "date_basis": "explicit",
    }  # fmt: skip
    assert (row["actors"], row["actor_basis"], row["actor_ids"]) == ("Red Front", "claimed", "own:red front")
    assert (row["killed_low"], row["killed_high"], row["wounded_low"]) == ("12", "12", "")
    assert (row["place"], row["country"], row["latitude"], row["longitude"]) == ("Karu", "KAR", "1.5", "2.5")
    assert row["evidence"].startswith("A suicide bomber killed 12 people")
    assert len(row["told_by"].split("; ")) == 2


def test_statements_and_incidents_have_their_tables(tmp_path: Path) -> None:
    coded = attack()
    exporting.export("csv", [coded], Merged((incident(coded),), ()), tmp_path)
    claim, condemnation = rows(tmp_path / "statements.csv")
    assert (claim["act"], claim["speaker"], claim["about"]) == ("claim", "Red Front", f"{coded.events[0].id} (claimed)")
    assert condemnation["content"] == "the attack."
    (row,) = rows(tmp_path / "incidents.csv")
    assert (row["incident_id"], row["standing"], row["reports"]) == (coded.events[0].id, "single-origin", "1")


def test_the_codebook_has_every_column_and_the_names_fit_every_program(tmp_path: Path) -> None:
    exporting.export("csv", [attack()], NOTHING, tmp_path)
    said = {(row["table"], row["column"]) for row in rows(tmp_path / "codebook.csv") if row["meaning"]}
    names = [[column.name for column in columns] for columns in (EVENTS, STATEMENTS, INCIDENTS, DISPUTES)]
    for name, columns in zip(("events", "statements", "incidents", "disputes"), names, strict=True):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8") as file:
            header = next(csv.reader(file))
        assert header == columns
        assert {(name, column) for column in header} <= said
        assert all(len(column) <= 32 and column == column.lower() and column.isidentifier() for column in header)


@pytest.mark.parametrize("opening", ["=", "+", "-", "@"])
def test_no_cell_is_run_as_a_formula(tmp_path: Path, opening: str) -> None:
    draft = Draft(f"The Blue League condemned {opening}cmd(1) today.", publisher=f"{opening}HYPERLINK(1)")
    draft.says("condemn", draft.actor("The Blue League"), "condemned", f"{opening}cmd(1)")
    exporting.export("csv", [draft.done()], NOTHING, tmp_path)
    (row,) = rows(tmp_path / "statements.csv")
    assert (row["publisher"], row["content"]) == (f"'{opening}HYPERLINK(1)", f"'{opening}cmd(1)")


def test_numbers_below_zero_stay_numbers(tmp_path: Path) -> None:
    coded = attack()
    places = tuple(msgspec.structs.replace(e, lat=-33.5) if e.id == "place:karu" else e for e in coded.entities)
    exporting.export("csv", [msgspec.structs.replace(coded, entities=places)], NOTHING, tmp_path)
    assert rows(tmp_path / "events.csv")[0]["latitude"] == "-33.5"


def test_a_row_of_a_dispute_is_one_party_with_its_words(tmp_path: Path) -> None:
    merged = example.merged()
    exporting.export("csv", example.records(), merged, tmp_path)
    blame, denial = rows(tmp_path / "disputes.csv")
    assert (blame["party"], blame["holds"], blame["words"]) == ("Police", "true", "blamed")
    assert (denial["party"], denial["holds"], denial["words"]) == ("Red Front", "false", "denied any part in it")
    (dispute,) = merged.disputes
    assert {r["dispute_id"] for r in (blame, denial)} == {dispute.id}
    assert blame["position_id"] != denial["position_id"]
    assert denial["about"] == "Did Red Front carry out the suicide attack of 4 March 2026 in Karu?"
    assert denial["incident_id"] in {row["incident_id"] for row in rows(tmp_path / "incidents.csv")}
    assert denial["statement_id"] in {row["statement_id"] for row in rows(tmp_path / "statements.csv")}
    assert (denial["since"], denial["url"]) == ("2026-03-06", "https://north.example/1")


def test_who_stands_where_is_named_as_well_as_it_is_known(tmp_path: Path) -> None:
    """An outlet in its own voice by its name, a speaker that nobody knows as the report has it, a lost report by id."""
    draft = Draft("Gunmen shelled Karu. An officer said it never happened.", publisher="Own Wire")
    denied = draft.says("deny", draft.actor("An officer", kind="person"), "said", "it never happened")
    record = draft.done()
    (said,) = record.statements
    own = Position(
        party=None, since="2026-03-05", holds="true", statement=None, spans=(draft.span("Gunmen shelled Karu"),)
    )
    other = Position(party=None, since="2026-03-05", holds="false", statement=denied, spans=said.content)
    gone = Span(report="0" * 16, start=0, end=4)
    lost = Position(party="own:blue league", holds="false", since=None, statement=None, spans=(gone,))
    dispute = Dispute(
        id="d", kind="occurred", subject=None, place=None, incident=None, about="Was Karu shelled?",
        positions=(own, other, lost),
    )  # fmt: skip
    exporting.export("csv", [record], Merged((), (dispute,)), tmp_path)
    told = [(row["party"], row["party_id"], row["words"]) for row in rows(tmp_path / "disputes.csv")]
    assert told == [
        ("Own Wire", "", "Gunmen shelled Karu"),
        ("An officer", "", "it never happened"),
        ("own:blue league", "own:blue league", ""),
    ]


def test_json_lines_come_back_as_they_were(tmp_path: Path) -> None:
    coded = [attack("A", 12), attack("B", 15)]
    exporting.export("jsonl", coded, Merged((incident(coded[0]),), ()), tmp_path)
    assert [codec.decode(line, CodedReport) for line in lines_of(tmp_path / "reports.jsonl")] == coded
    (line,) = lines_of(tmp_path / "incidents.jsonl")
    assert codec.decode(line, Incident) == incident(coded[0])
    merged = example.merged()
    exporting.export("jsonl", [], merged, tmp_path)
    assert tuple(codec.decode(x, Dispute) for x in lines_of(tmp_path / "disputes.jsonl")) == merged.disputes


def test_an_unknown_format_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there are: csv, xlsx, parquet"):
        exporting.export("doc", [], NOTHING, tmp_path)


def test_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("mine")
    with pytest.raises(StoreError, match="cannot write"):
        exporting.export("csv", [], NOTHING, path)
    assert path.read_text() == "mine"
