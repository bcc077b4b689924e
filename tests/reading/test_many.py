"""Folders, tables and streams: every report comes out, every failure is told, nothing stops."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from whosays.errors import SettingsError, UnreadableError
from whosays.reading import Mapping, Overrides, read, read_all
from whosays.records import Failure, Report

MINE = "Two soldiers were wounded by a mine near Herat."
RAID = "Gunmen raided a village near Gao and took three hostages."


def texts(found: Iterator[Report | Failure]) -> list[str]:
    return [entry.text if isinstance(entry, Report) else f"! {entry.source}: {entry.reason}" for entry in found]


def test_a_mixed_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "raid.txt").write_text(RAID, encoding="utf-8")
    (tmp_path / "a.txt").write_text(MINE, encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": MINE}) + "\n", encoding="utf-8")
    (tmp_path / "e.html").write_text(f"<html><body><article><p>{RAID}</p></article></body></html>", encoding="utf-8")
    (tmp_path / ".hidden").write_text(MINE, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert texts(read_all([tmp_path])) == [
        MINE, RAID, f"! {tmp_path / 'c.pdf'}: This is a PDF, not a text", MINE, RAID,
    ]  # fmt: skip


def test_json_lines_with_bad_lines() -> None:
    lines = b"\n".join(
        [
            b'\xef\xbb\xbf{"text": "Two soldiers were wounded by a mine near Herat.", "unknown": 1}',
            b"{broken",
            b"",
            b'["a", "list"]',
            b'{"title": "no text here"}',
            b'{"text": "Deux soldats ont \\u00e9t\\u00e9 bless\\u00e9s par une mine sur la route du nord hier."}',
            b'{"text": "caf\xe9"}',
            b'{"text": "Gunmen raided a village near Gao and took three hostages.", "published": "soon"}',
            b'{"text": "Gunmen raided a village near Gao and took three hostages.", "published": ""}',
        ]
    )
    found = list(read_all([lines]))
    assert [entry.text if isinstance(entry, Report) else entry.source for entry in found] == [
        MINE, "bytes:2", "bytes:4", "bytes:5", "bytes:6", "bytes:7", "bytes:8", RAID,
    ]  # fmt: skip
    reasons = [entry.reason for entry in found if isinstance(entry, Failure)]
    assert "French" in reasons[3]
    assert "'soon'" in reasons[5]


def test_fields_are_guessed_by_their_usual_names() -> None:
    entry = {
        "headline": "Mine near Herat", "content": MINE, "source": {"id": None, "name": "The Meridian Post"},
        "author": ["Jane Doe", "Ali Khan"], "publishedAt": "2024-12-13T10:30:00Z", "web_url": "https://m.example/1",
    }  # fmt: skip
    (report,) = read_all([json.dumps(entry).encode()])
    assert isinstance(report, Report)
    assert report.text == f"Mine near Herat\n\n{MINE}"
    assert (report.title, report.publisher, report.byline) == (
        "Mine near Herat",
        "The Meridian Post",
        "Jane Doe, Ali Khan",
    )
    assert (report.published, report.url) == ("2024-12-13T10:30Z", "https://m.example/1")


def test_a_mapping_names_fields_even_nested_ones() -> None:
    entry = {"a": {"b": MINE}, "when": "13 Dec 2024", "text": "Not this one, it is the summary."}
    (report,) = read_all([json.dumps(entry).encode()], mapping=Mapping(text="a.b", published="when"))
    assert isinstance(report, Report)
    assert (report.text, report.published) == (MINE, "2024-12-13")


def test_a_mapping_to_a_field_that_is_not_there_lists_those_that_are() -> None:
    (failure,) = read_all([b'{"text": "x", "day": "y"}'], mapping=Mapping(text="words"))
    assert isinstance(failure, Failure)
    assert "'words'" in failure.reason
    assert "text, day" in failure.advice


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "reports.csv"
    rows = [b"id,Date,Text,Source",
            b'1,2024-12-13,"Two soldiers were wounded\nby a mine near Herat.",The Meridian Post',
            b"2,2024-12-13", b"3,2024-12-13,a,b,c,d", b"4,2024-12-13,caf\xe9 in Gao was hit,X",
            b'5,2024-12-14,"' + RAID.encode() + b'",']  # fmt: skip
    path.write_bytes(b"\r\n".join(rows))
    found = list(read_all([path]))
    assert [entry.text if isinstance(entry, Report) else entry.source for entry in found] == [
        MINE, f"{path}:4", f"{path}:5", f"{path}:6", RAID,
    ]  # fmt: skip
    assert isinstance(found[0], Report)
    assert (found[0].publisher, found[0].published) == ("The Meridian Post", "2024-12-13")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators(tmp_path: Path, separator: str) -> None:
    path = tmp_path / ("reports.tsv" if separator == "\t" else "reports.csv")
    path.write_text(f"date{separator}text\n2024-12-13{separator}{MINE}\n", encoding="utf-16")
    assert texts(read_all([path])) == [MINE]


def test_articles_longer_than_the_csv_modules_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text("text\n" + f'"{(MINE + " ") * 4000}"\n', encoding="utf-8")
    (report,) = read_all([path])
    assert isinstance(report, Report)


def test_a_json_array_and_a_single_object(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_text(json.dumps([{"text": MINE}, 7, {"text": RAID}], indent=1), encoding="utf-8")
    (tmp_path / "2.json").write_text(json.dumps({"text": MINE}, indent=1), encoding="utf-8")
    (tmp_path / "3.json").write_text('[{"text": "cut', encoding="utf-8")
    found = list(read_all([tmp_path]))
    kinds = ["report" if isinstance(entry, Report) else Path(entry.source).name for entry in found]
    assert kinds == ["report", "1.json:2", "report", "report", "3.json"]


def test_html_inside_a_table() -> None:
    entry = {"body": f"<p>{MINE}</p><p>{RAID}</p>", "title": "Two incidents in one day"}
    (report,) = read_all([json.dumps(entry).encode()])
    assert isinstance(report, Report)
    assert "<p>" not in report.text
    assert MINE in report.text
    assert RAID in report.text


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal:
        buffer = io.BytesIO(MINE.encode())

    monkeypatch.setattr(sys, "stdin", Terminal)
    assert texts(read_all(["-"])) == [MINE]
    assert not Terminal.buffer.closed


def test_a_stream_is_read_piece_by_piece_and_left_open() -> None:
    class Slow:
        name = "feed"
        served = 0

        def read(self, size: int = -1, /) -> bytes:
            assert size > 0, "a stream without end must not be read whole"
            self.served += 1
            return (json.dumps({"text": f"{MINE} It was number {self.served}."}) + "\n").encode()

    slow = Slow()
    found = read_all([slow])
    first, second = next(found), next(found)
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.text != second.text


def test_overrides_hold_for_all_and_are_checked_first() -> None:
    found = list(
        read_all([MINE.encode(), RAID.encode()], overrides=Overrides(publisher="X Post", published="1 May 2024"))
    )
    assert {(e.publisher, e.published) for e in found if isinstance(e, Report)} == {("X Post", "2024-05-01")}
    with pytest.raises(SettingsError):
        read_all([MINE.encode()], overrides=Overrides(published="yesterday"))


@pytest.mark.parametrize(
    ("name", "reason"), [("missing.txt", "no such file"), ("", "is a folder"), ("table.csv", "a table of reports")]
)
def test_one_report_from_what_is_not_one(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "table.csv").write_text(f"text\n{MINE}\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=reason):
        read(tmp_path / name)


def test_missing_and_empty_sources_are_failures(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "empty.txt").write_bytes(b"")
    found = list(
        read_all([tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "empty.csv", tmp_path / "empty.txt"])
    )
    assert [isinstance(entry, Failure) for entry in found] == [True] * 4
    assert all(entry.advice for entry in found if isinstance(entry, Failure))


def test_ids_tell_texts_publishers_and_addresses_apart() -> None:
    ids = {
        read(MINE.encode()).id, read(RAID.encode()).id, read(MINE.encode(), publisher="A Post").id,
        read(MINE.encode(), url="https://a.example").id,
    }  # fmt: skip
    assert len(ids) == 4
    assert read(MINE.encode()).id == read(MINE.encode(), published="2024-01-01").id


def test_the_examples_are_all_read() -> None:
    folder = Path(__file__).parents[2] / "examples" / "reports"
    found = list(read_all([folder]))
    assert [entry for entry in found if isinstance(entry, Failure)] == []
    reports = [entry for entry in found if isinstance(entry, Report)]
    assert len(reports) == 18
    assert all(report.title and report.publisher and report.published for report in reports)
    assert all(report.byline or report.origin for report in reports)
