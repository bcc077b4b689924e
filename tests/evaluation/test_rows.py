"""Rows and their verdicts: what is read from daily lists, which rows keep a verdict, what two runs tell otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import whosays
from evaluation import differing
from evaluation.__main__ import write
from evaluation.lines import news_lines
from evaluation.request import Case, EvaluationError, Request, Result
from evaluation.running import as_given
from evaluation.sets import rows

LIST = """---
title: 2031 May 04
---
#### Armed conflicts
* [Marsh war](https://example.org/marsh_(war) "Marsh war")
  * Gunmen kill **four** [border guards](https://example.org/guards "Guards") near the town of Orli . [(Own Wire)](https://example.org/1)
  * A heading without a verb
"""
TEXT = "Gunmen kill four border guards near the town of Orli."


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "2031-05-04-list.md"
    path.write_text(LIST)
    return path


def test_a_daily_list_gives_its_sentences_without_links_and_sources(listed: Path) -> None:
    (report,) = news_lines(listed)
    assert (report.text, report.published) == (TEXT, "2031-05-04")


def _verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    path = tmp_path / "verdicts.csv"
    path.write_text("\n".join(("text,row,nth,class,roles,status,doubtful", *lines)) + "\n")
    monkeypatch.setattr(rows, "VERDICTS", path)


def test_a_row_that_comes_out_as_it_was_judged_keeps_its_verdict(
    listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = whosays.code(as_given(TEXT, published="2031-05-04"))
    ((row, nth), _event), *_ = rows.keyed(record)
    text = rows.digest(TEXT)
    _verdict(tmp_path, monkeypatch, f"{text},{row},{nth},1,1,1,0", f"{text},000000000000,0,1,0,1,0")
    result = rows.run(Request(data=(listed,)))
    assert (result.keys["right"], result.keys["right_gone"], result.keys["wrong_gone"]) == (1, 0, 1.0)
    (case,) = result.cases
    assert case.found[0].startswith("right: ASSAULT happened | actor: Gunmen")
    assert case.found[-1] == "wrong, gone: 000000000000"


def test_a_row_without_a_verdict_waits_for_one(listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _verdict(tmp_path, monkeypatch)
    result = rows.run(Request(data=(listed,)))
    assert (result.keys["not_judged"], result.keys["judged_texts"]) == (1, 0)


def test_a_line_that_is_no_verdict_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _verdict(tmp_path, monkeypatch, "aa,bb,0,perhaps,1,1,0")
    with pytest.raises(EvaluationError, match=r"verdicts\.csv"):
        rows.verdicts(rows.VERDICTS)


def _written(path: Path, name: str, *found: str, share: float) -> str:
    write(name, Result(keys={"f1": share}, cases=(Case(id="one", verdict="x", gold=("Words.",), found=found),)), path)
    return str(path)


def test_only_what_differs_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _written(tmp_path / "a.json", "rows", "ASSAULT", "AID", share=0.5)
    after = _written(tmp_path / "b.json", "rows", "AID", "COERCE", share=0.75)
    assert differing.main([before, after]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "f1: 0.5 -> 0.75", "", "one", "  = Words.", "  - ASSAULT", "  + COERCE",
    ]  # fmt: skip
    assert differing.main([before, before]) == 0
    assert not capsys.readouterr().out


def test_runs_of_two_sets_are_not_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _written(tmp_path / "a.json", "rows", share=0.5)
    after = _written(tmp_path / "b.json", "dates", share=0.5)
    assert differing.main([before, after]) == 2
    assert "one is a run of rows, the other of dates" in capsys.readouterr().err


@pytest.mark.parametrize("names", [(), ("missing.json", "missing.json")])
def test_without_two_files_it_says_what_to_name(names: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert differing.main(names) == 2
    assert "--out FILE" in capsys.readouterr().err


def test_a_file_that_holds_no_run_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps({"set": 1}))
    with pytest.raises(EvaluationError, match=r"a\.json"):
        differing.loaded(tmp_path / "a.json")
