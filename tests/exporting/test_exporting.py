"""The tables open in any spreadsheet, say what their columns mean, and lose nothing on the way."""

import csv
from pathlib import Path

import msgspec
import pytest

from tests.factory import Draft, attack
from whosays import codec, exporting
from whosays.errors import NotFoundError, StoreError
from whosays.exporting.columns import EVENTS, INCIDENTS, STATEMENTS
from whosays.records import CodedReport, Incident


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def incident(coded: CodedReport) -> Incident:
    event = coded.events[0]
    return Incident(
        id=event.id, type=event.type, mode=event.mode, status="happened", when=event.when, place="place:karu",
        events=(event.id,), reports=(coded.report.id,), origins=("Own Wire",),
    )  # fmt: skip


def test_one_row_is_one_event_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    written = exporting.export("csv", [attack(killed=12)], [], tmp_path / "out")
    assert [path.name for path in written] == ["events.csv", "statements.csv", "incidents.csv", "codebook.csv"]
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
    exporting.export("csv", [coded], [incident(coded)], tmp_path)
    claim, condemnation = rows(tmp_path / "statements.csv")
    assert (claim["act"], claim["speaker"], claim["about"]) == ("claim", "Red Front", f"{coded.events[0].id} (claimed)")
    assert condemnation["content"] == "the attack."
    (row,) = rows(tmp_path / "incidents.csv")
    assert (row["incident_id"], row["standing"], row["reports"]) == (coded.events[0].id, "single-origin", "1")


def test_the_codebook_has_every_column_and_the_names_fit_every_program(tmp_path: Path) -> None:
    exporting.export("csv", [attack()], [], tmp_path)
    said = {(row["table"], row["column"]) for row in rows(tmp_path / "codebook.csv") if row["meaning"]}
    for name, columns in (("events", EVENTS), ("statements", STATEMENTS), ("incidents", INCIDENTS)):
        with (tmp_path / f"{name}.csv").open(encoding="utf-8") as file:
            header = next(csv.reader(file))
        assert header == [column.name for column in columns]
        assert {(name, column) for column in header} <= said
        assert all(len(column) <= 32 and column == column.lower() and column.isidentifier() for column in header)


@pytest.mark.parametrize("opening", ["=", "+", "-", "@"])
def test_no_cell_is_run_as_a_formula(tmp_path: Path, opening: str) -> None:
    draft = Draft(f"The Blue League condemned {opening}cmd(1) today.", publisher=f"{opening}HYPERLINK(1)")
    draft.says("condemn", draft.actor("The Blue League"), "condemned", f"{opening}cmd(1)")
    exporting.export("csv", [draft.done()], [], tmp_path)
    (row,) = rows(tmp_path / "statements.csv")
    assert (row["publisher"], row["content"]) == (f"'{opening}HYPERLINK(1)", f"'{opening}cmd(1)")


def test_numbers_below_zero_stay_numbers(tmp_path: Path) -> None:
    coded = attack()
    places = tuple(msgspec.structs.replace(e, lat=-33.5) if e.id == "place:karu" else e for e in coded.entities)
    exporting.export("csv", [msgspec.structs.replace(coded, entities=places)], [], tmp_path)
    assert rows(tmp_path / "events.csv")[0]["latitude"] == "-33.5"


def test_json_lines_come_back_as_they_were(tmp_path: Path) -> None:
    coded = [attack("A", 12), attack("B", 15)]
    exporting.export("jsonl", coded, [incident(coded[0])], tmp_path)
    lines = (tmp_path / "reports.jsonl").read_bytes().splitlines()
    assert [codec.decode(line, CodedReport) for line in lines] == coded
    (line,) = (tmp_path / "incidents.jsonl").read_bytes().splitlines()
    assert codec.decode(line, Incident) == incident(coded[0])


def test_an_unknown_format_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="there are: csv, xlsx, parquet"):
        exporting.export("doc", [], [], tmp_path)


def test_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "out"
    path.write_text("mine")
    with pytest.raises(StoreError, match="cannot write"):
        exporting.export("csv", [], [], path)
    assert path.read_text() == "mine"
