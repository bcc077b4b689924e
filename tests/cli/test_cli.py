"""What a person types, what comes back, and on which stream; the exit code says how it went."""

import csv
import io
import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import msgspec
import pytest

from whosays.briefing import Brief
from whosays.cli import main
from whosays.records import CodedReport

SRC = Path(__file__).parents[2] / "src"
CLAIM = (
    "A suicide bomber killed 12 people at a market in Peshawar on 4 March 2026. "
    "The Islamic State claimed responsibility for the attack. The Taliban condemned the bombing."
)
TALKS = "The foreign ministers of France and Germany met in Paris on Wednesday. France denied the claims."


class Typed:
    """The command line with a database of its own."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.folder = folder
        self.code = 0
        self.out = ""
        self.err = ""

    def __call__(self, *arguments: str) -> str:
        self.code = main(arguments)
        self.out, self.err = self._capsys.readouterr()
        return self.out


@pytest.fixture
def whosays(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typed:
    monkeypatch.setenv("WHOSAYS_DB", str(tmp_path / "whosays.db"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "claim.txt").write_text(CLAIM)
    (tmp_path / "reports" / "talks.txt").write_text(TALKS)
    return Typed(capsys, tmp_path)


@pytest.fixture
def filled(whosays: Typed) -> Typed:
    whosays("add", "reports", "--published", "2026-03-05", "--publisher", "Own Wire")
    assert (whosays.code, whosays.out) == (0, "")
    return whosays


def test_adding_twice_changes_nothing(filled: Typed) -> None:
    assert filled.err.startswith("2 new, 0 known, 0 failed; kept in ")
    filled("add", "reports", "--published", "2026-03-05", "--publisher", "Own Wire")
    assert filled.code == 0
    assert filled.err.startswith("0 new, 2 known, 0 failed")


def test_a_source_that_cannot_be_read_is_told_and_the_rest_is_kept(whosays: Typed) -> None:
    (whosays.folder / "reports" / "broken.txt").write_bytes(b"\x00\x01\x02" * 500)
    whosays("add", "reports")
    assert whosays.code == 1
    first, last = whosays.err.splitlines()
    assert first.startswith("whosays: reports/broken.txt: ")
    assert last.startswith("2 new, 0 known, 1 failed")
    assert json.loads(whosays("failures", "--format", "json"))[0]["source"].endswith("broken.txt")


def test_the_brief_in_its_three_forms(filled: Typed) -> None:
    assert "Situation report" in filled("brief", "--since", "2026-03-01", "--until", "2026-03-31")
    assert filled.code == 0
    assert "The Islamic State claimed responsibility" in " ".join(filled.out.split())
    assert filled("brief", "--format", "markdown").startswith("# Situation report")
    brief = msgspec.json.decode(filled("brief", "--format", "json"), type=Brief)
    assert brief.counts.reports == 2
    assert brief.notes


def test_a_brief_on_nothing_says_so(filled: Typed) -> None:
    assert "Nothing to report" in filled("brief", "--until", "2020-01-01")
    assert filled.code == 1


def test_a_brief_about_somebody_holds_only_what_names_them(filled: Typed) -> None:
    brief = msgspec.json.decode(filled("brief", "--about", "Germany", "--format", "json"), type=Brief)
    assert brief.counts.reports == 1


def test_lists_in_every_format(filled: Typed) -> None:
    found = json.loads(filled("incidents", "--format", "json", "--type", "assault"))
    assert [(row["type"], row["killed_low"]) for row in found] == [("ASSAULT", 12)]
    lines = filled("incidents", "--format", "jsonl").splitlines()
    assert found[0] in [json.loads(line) for line in lines]
    rows = list(csv.DictReader(io.StringIO(filled("statements", "--format", "csv", "--act", "claim"))))
    assert [row["words"] for row in rows] == ["the attack"]
    table = filled("statements")
    assert table.splitlines()[0].split()[:3] == ["id", "published", "speaker"]
    assert filled.code == 0


def test_a_list_with_nothing_in_it_is_told_on_standard_error(filled: Typed) -> None:
    assert filled("incidents", "--type", "SANCTION") == ""
    assert filled.code == 1
    assert filled.err.startswith("whosays: nothing found")
    assert filled("disputes", "--format", "json") in ("[]\n", filled.out)


def test_search_and_show(filled: Typed) -> None:
    (hit,) = json.loads(filled("search", "market", "peshawar", "--format", "json"))
    assert "[market]" in hit["snippet"]
    card = filled("show", hit["report"][:8])
    assert card.startswith(f"report {hit['report']}")
    assert "ASSAULT" in card
    coded = msgspec.json.decode(filled("show", hit["report"], "--format", "json"), type=CodedReport)
    statement = coded.statements[0]
    assert "claim" in filled("show", statement.id)
    assert filled("show", f"event:{coded.events[0].id}").startswith(f"event {coded.events[0].id}")
    (incident,) = json.loads(filled("incidents", "--format", "json", "--type", "ASSAULT"))
    assert "killed 12 people" in filled("show", incident["id"])
    filled("show", "nope")
    assert filled.code == 2
    assert "no id begins with 'nope'" in filled.err


def test_stories_and_what_was_left_apart(whosays: Typed) -> None:
    texts = [
        ("One Post", "2026-03-04", "Blast at Mosul flour mill kills nine",
         "A bomb went off at the Sabah flour mill in Mosul on Wednesday and killed nine millers, the police said. "
         "Hamid Korani, who owns the mill, said that he had been threatened."),
        ("Two Post", "2026-03-06", "Two held over blast at Mosul mill",
         "Iraqi police on Friday arrested two men over the bomb that killed nine millers at the Sabah flour mill in "
         "Mosul. Hamid Korani thanked the police."),
        ("Three Post", "2026-03-05", "News in brief", "A bomb wounded a baker in Quetta on Wednesday."),
        ("Four Post", "2026-03-05", "Quetta tonight", "One man was killed in an attack in Quetta on Wednesday."),
    ]  # fmt: skip
    rows = [{"publisher": p, "published": d, "title": t, "text": w} for p, d, t, w in texts]
    (whosays.folder / "story.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    whosays("add", "story.jsonl")
    (story,) = json.loads(whosays("stories", "--format", "json"))
    assert (story["title"], story["reports"]) == (texts[0][2], 2)
    card = whosays("show", f"story:{story['id']}")
    assert card.startswith(f"story {story['id']}: 2026-03-04 to 2026-03-06")
    assert texts[1][2] in card
    assert "because:" in card
    questions = json.loads(whosays("review", "--format", "json"))
    assert questions
    assert all(q["weight"] >= 0.8 and q["why"] for q in questions)
    for question in questions:
        whosays("judge", "not-same", question["one"], question["two"], "--by", "ana")
    assert whosays("review", "--format", "json") == "[]\n"


def test_code_prints_one_self_contained_line_for_each_report_and_keeps_nothing(whosays: Typed) -> None:
    code = [sys.executable, "-m", "whosays", "code", "reports", "--published", "2026-03-05", "--publisher", "Own Wire"]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    found = subprocess.run(code, cwd=whosays.folder, capture_output=True, check=True, env=environment)
    records = [msgspec.json.decode(line, type=CodedReport) for line in found.stdout.splitlines()]
    assert [record.report.publisher for record in records] == ["Own Wire", "Own Wire"]
    assert [set(json.loads(line)) for line in found.stdout.splitlines()] == [
        {"record", "report", "mentions", "entities", "links", "events", "statements"}
    ] * 2
    assert not (whosays.folder / "whosays.db").exists()
    piped = subprocess.run(
        [*code[:4], "-", *code[5:]], input=CLAIM.encode(), cwd=whosays.folder, capture_output=True, check=True,
        env=environment,
    )  # fmt: skip
    assert piped.stdout == found.stdout.splitlines(keepends=True)[0]


def test_tables_of_reports_with_a_field_mapping(whosays: Typed) -> None:
    rows = [
        {"story": TALKS, "paper": "Own Wire", "day": "2026-03-05"},
        {"story": CLAIM, "paper": "B", "day": "2026-03-06"},
    ]
    (whosays.folder / "table.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    whosays("add", "table.jsonl", "--field", "text=story", "--field", "publisher=paper", "--field", "published=day")
    assert (whosays.code, whosays.err.split(";")[0]) == (0, "2 new, 0 known, 0 failed")
    whosays("add", "table.jsonl", "--field", "story")
    assert whosays.code == 2
    assert "NAME=COLUMN, with one of these names: text, title" in whosays.err


def test_export_writes_into_the_folder_it_is_given(filled: Typed) -> None:
    filled("export", "csv", "--out", "tables")
    assert filled.code == 0
    assert sorted(path.name for path in (filled.folder / "tables").iterdir()) == [
        "codebook.csv", "disputes.csv", "events.csv", "incidents.csv", "statements.csv",
    ]  # fmt: skip
    filled("export", "csv", "--sure", "1", "--out", "surest")
    assert filled.code == 0
    assert len((filled.folder / "surest" / "events.csv").read_text().splitlines()) == 1  # the header alone
    filled("export", "csv", "--sure", "60")
    assert filled.code == 2
    assert "'--sure': Input should be less than or equal to 1" in filled.err
    filled("export", "xls")
    assert filled.code == 2
    assert filled.err.startswith("whosays: no export format 'xls'; there are: csv, xlsx, parquet")


def test_rerun_reads_everything_again(filled: Typed) -> None:
    before = filled("incidents", "--format", "json")
    filled("rerun")
    assert filled.code == 0
    assert filled("incidents", "--format", "json") == before


def test_the_schema_is_json_schema(whosays: Typed) -> None:
    found = json.loads(whosays("schema"))
    assert found["$schema"].endswith("2020-12/schema")
    assert "Incident" in found["$defs"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["brief", "--since", "yesterday"], "--since 'yesterday' is no day; write it as 2026-03-01"),
        (["incidents", "--format", "xml"], "no format 'xml' here; there are: table, json, jsonl, csv"),
        (["brief", "--format", "rtf"], "there are: terminal, markdown, html"),
        (["show"], "Missing argument 'ID'. See whosays --help"),
        (["bring"], "No such command 'bring'"),
        (["add", "reports", "--published", "soon"], "'soon' cannot be read"),
        (["search", "***"], "nothing to search for"),
    ],
)
def test_wrong_use_is_one_line_that_says_what_to_do(whosays: Typed, arguments: list[str], says: str) -> None:
    assert whosays(*arguments) == ""
    assert whosays.code == 2
    assert whosays.err.startswith("whosays: ")
    assert says in whosays.err
    assert whosays.err.count("\n") == 1


def test_a_database_that_is_none_is_left_alone(whosays: Typed) -> None:
    (whosays.folder / "notes.txt").write_text("mine")
    whosays("brief", "--db", "notes.txt")
    assert whosays.code == 2
    assert "is not a database" in whosays.err


def test_a_fault_of_ours_is_told_as_one(whosays: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whosays.desk.brief", lambda *_: int("twelve"))
    whosays("brief")
    assert whosays.code == 2
    assert "ValueError" in whosays.err
    assert whosays.err.endswith("whosays: this is a fault in Whosays; please report it with the lines above\n")


def test_the_version_is_told(whosays: Typed) -> None:
    whosays("--version")
    assert (whosays.code, whosays.out) == (0, f"whosays {metadata.version('whosays')}\n")


def test_help_answers_at_once() -> None:
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    code = (
        "import sys; from whosays.cli import main; main(['--help']); "
        "print([m for m in ('spacy', 'trafilatura', 'rich', 'yaml') if m in sys.modules])"
    )
    took = []  # seconds of the processor, so that a busy machine does not fail the test
    for _ in range(3):
        before = os.times()
        found = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
        )
        after = os.times()
        took.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert found.stdout.splitlines()[-1] == "[]"
    assert "statements" in found.stdout
    assert min(took) < 0.3


def test_settings_name_the_database_and_a_wrong_key_is_an_error(
    whosays: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WHOSAYS_DB")
    (whosays.folder / "whosays.toml").write_text('database = "kept/own.db"\n')
    whosays("brief")
    assert (whosays.folder / "kept" / "own.db").is_file()
    (whosays.folder / "whosays.toml").write_text('databse = "x.db"\n')
    whosays("brief")
    assert whosays.code == 2
    assert "databse" in whosays.err
    assert "The settings there are: database, workers" in whosays.err
    (whosays.folder / "whosays.toml").write_text("workers = 0\n")
    whosays("brief")
    assert whosays.code == 2


def test_the_reader_of_our_output_may_go_away() -> None:
    command = f"{sys.executable} -m whosays schema | head -1"
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, env=environment)
    assert (found.stdout, found.stderr) == ("{\n", "")


def test_the_brief_is_written_in_the_form_that_the_file_asks_for(filled: Typed) -> None:
    filled("brief", "--out", "brief.html")
    assert filled.code == 0
    assert (filled.folder / "brief.html").read_text().startswith("<!doctype html>")
    filled("brief", "--format", "pdf", "--out", "brief.bin")
    assert (filled.folder / "brief.bin").read_bytes().startswith(b"%PDF-")
    filled("brief", "--format", "docx")
    assert (filled.code, filled.err) == (2, "whosays: docx is a file: name it with --out\n")
    filled("brief", "--format", "markdown", "--template", "own.j2")
    assert (filled.code, filled.err) == (2, "whosays: --template is for html, not for markdown\n")
    filled("brief", "--out", "none/brief.md")
    assert filled.code == 2
    assert "cannot write none/brief.md" in filled.err


def test_a_places_name_is_told_with_its_reasons(whosays: Typed) -> None:
    rows = json.loads(whosays("places", "Tripoli", "--format", "json"))
    assert whosays.code == 0
    assert (rows[0]["country"], rows[0]["precision"]) == ("LBY", "exact")
    assert "LBN" in {row["country"] for row in rows}
    assert all(row["reasons"] for row in rows)
    assert whosays("places", "Qwertyville") == ""
    assert whosays.code == 1


def test_geonames_files_are_added_and_used(whosays: Typed) -> None:
    (whosays.folder / "whosays.toml").write_text('places = "maps/own.sqlite"\n')
    cells = ["990000001", "Zorvanka", "Zorvanka", "", "47.5", "37.25", "P", "PPL", "UA", "", "05", "", "", "", "340"]
    (whosays.folder / "UA.txt").write_text("\t".join([*cells, "", "90", "Europe/Kyiv", "2026-01-02"]) + "\n")
    assert whosays("places", "add", "UA.txt") == ""
    assert whosays.code == 0
    assert whosays.err.startswith("UA.txt: 1 places, 0 parts of states, 0 further names; in ")
    (row,) = json.loads(whosays("places", "Zorvanka", "--format", "json"))
    assert (row["country"], row["lat"], "from your file UA.txt" in row["reasons"]) == ("UKR", 47.5, True)
    (whosays.folder / "raid.txt").write_text("Shells hit a school in Zorvanka on 4 March 2026, killing two teachers.")
    record = msgspec.json.decode(whosays("code", "raid.txt").encode(), type=CodedReport)
    assert [place for entity in record.entities if (place := entity.id) == "geonames:990000001"]
    assert whosays("places", "add") == ""
    assert whosays.code == 2
    assert "name the files" in whosays.err


def test_people_decide_and_take_it_back(whosays: Typed) -> None:
    for number, publisher in enumerate(("A", "B")):
        (whosays.folder / f"{number}.txt").write_text(CLAIM + f" It was day {number}.", encoding="utf-8")
        whosays("add", str(whosays.folder / f"{number}.txt"), "--publisher", publisher, "--published", "2026-03-05")

    def attacks() -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(whosays("incidents", "--type", "ASSAULT", "--format", "json"))
        return [i for i in found if i["reports"]]

    (one,) = attacks()
    whole = json.loads(whosays("show", one["id"], "--format", "json"))
    first, second = whole["events"][0], whole["events"][-1]
    whosays("judge", "not-same", f"event:{first}", f"event:{second}", "--by", "ana")
    assert whosays.err == "kept\n"
    assert len(attacks()) == 2
    whosays("judge", "not-same", f"event:{second}", f"event:{first}", "--by", "ana")
    assert "ana decided so already on" in whosays.err
    assert "nothing was added" in whosays.err
    (made,) = json.loads(whosays("judgements", "--format", "json"))
    assert (made["verdict"], made["by"], made["state"]) == ("not-same", "ana", "in force")
    whosays("undo", made["id"][:6], "--by", "bo")
    assert len(attacks()) == 1
    assert [d["state"] for d in json.loads(whosays("judgements", "--format", "json"))] == ["overruled", "in force"]
    whosays("undo", made["id"][:6], "--by", "bo")
    assert whosays.code == 2
    assert "not in force" in whosays.err


def test_a_value_is_corrected(whosays: Typed) -> None:
    (whosays.folder / "a.txt").write_text(CLAIM, encoding="utf-8")
    whosays("add", str(whosays.folder / "a.txt"), "--publisher", "A", "--published", "2026-03-05")
    (one,) = json.loads(whosays("incidents", "--type", "ASSAULT", "--format", "json"))
    assert one["killed_low"] == 12
    whosays("judge", "corrected", one["id"], "--field", "killed", "--value", "14-15", "--by", "ana")
    (now,) = json.loads(whosays("incidents", "--type", "ASSAULT", "--format", "json"))
    assert (now["killed_low"], now["killed_high"]) == (14, 15)
    whosays("judge", "corrected", one["id"], "--field", "colour", "--value", "red")
    assert (whosays.code, "there are: type, mode" in whosays.err) == (2, True)
    whosays("judge", "corrected", one["id"], "--field", "killed", "--value", "many")
    assert "'many' is no number" in whosays.err
    whosays("judge", "wrong", one["id"], "--by", "ana")
    assert whosays("incidents", "--type", "ASSAULT", "--format", "json") == "[]\n"
