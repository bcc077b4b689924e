"""The command: what it refuses, what it prints, what it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import request
from evaluation.__main__ import main, write
from evaluation.request import Case, EvaluationError, Request, Result
from evaluation.sets import SETS

TREE = """# text = Dogs bark
1\tDogs\tdog\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
2\tbark\tbark\tVERB\tVBP\t_\t0\troot\t_\t_

"""


def test_absent_data_end_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--data", str(tmp_path / "nowhere")]) == 2
    assert "nowhere is not there" in capsys.readouterr().err


def test_a_folder_without_the_sets_files_ends_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.txt").write_text("nothing to score")
    assert main(["parse", "--data", str(tmp_path)]) == 2
    assert "no file named *.conllu" in capsys.readouterr().err


def test_training_files_need_leave(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own-train.conllu"
    path.write_text(TREE)
    assert main(["parse", "--data", str(path)]) == 2
    assert "--allow-train" in capsys.readouterr().err
    assert main(["parse", "--data", str(path), "--allow-train"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("parse xpos=")


def test_a_split_folder_called_train_needs_leave_too(tmp_path: Path) -> None:
    (tmp_path / "train" / "attributions").mkdir(parents=True)
    (tmp_path / "train" / "attributions" / "one_0000.ann").write_text("")
    with pytest.raises(EvaluationError, match="training file"):
        request.files(Request(data=(tmp_path,)), "*.ann")


def test_files_of_several_places_come_once_and_sorted(tmp_path: Path) -> None:
    for name in ("b.tsv", "a.tsv", "c.txt"):
        (tmp_path / name).write_text("")
    found = request.files(Request(data=(tmp_path, tmp_path / "b.tsv")), "*.tsv")
    assert [p.name for p in found] == ["a.tsv", "b.tsv"]


def test_the_last_line_has_four_decimals_and_whole_counts() -> None:
    assert request.line("toy", {"f1": 2 / 3, "texts": 12, "r": 1.0}) == "toy f1=0.6667 texts=12 r=1.0000"


def test_the_file_holds_the_same_keys_and_a_line_for_each_case(tmp_path: Path) -> None:
    cases = (Case(id="one", verdict="right", gold=("a",)), Case(id="two", verdict="wrong"))
    write("toy", Result(keys={"f1": 0.123456, "texts": 2}, cases=cases), tmp_path / "sub" / "out.json")
    text = (tmp_path / "sub" / "out.json").read_text()
    told = json.loads(text)
    assert told["keys"] == {"f1": 0.1235, "texts": 2}
    assert [c["id"] for c in told["cases"]] == ["one", "two"]
    assert sum('"verdict"' in line for line in text.splitlines()) == 2


def test_every_set_says_what_it_is_about() -> None:
    assert all(entry.about for entry in SETS.values())


def test_muc4_without_a_place_for_its_templates_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tst9-own").write_text("TST9-MUC4-0001\n\n   NOTHING HAPPENED.\n")
    assert main(["muc4", "--data", str(tmp_path)]) == 2
    assert "--responses" in capsys.readouterr().err
