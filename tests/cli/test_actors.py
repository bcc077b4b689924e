"""``whosays actors``: a name on a date; own lists that later commands use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from whosays import codec
from whosays.cli import main
from whosays.records import CodedReport

LIST = "name,kind,aliases,codes\nOsterlich Guard,armed-group,OG,OST|REB\n"
NEWS = "The Osterlich Guard killed four soldiers in Kabul on Monday, officials said."


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.csv").write_text(LIST, encoding="utf-8")
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("home")
def test_a_name_on_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "Syrian", "president", "--on", "2024-12-07"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Bashar al-Assad  [person:bashar-al-assad]  person\n")
    assert "held the office “president” of Syria on 2024-12-07" in out
    assert "CAMEO SYRGOV, ISO SY/SYR, COW 652" in out


@pytest.mark.usefixtures("home")
def test_options_may_go_before_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "--format", "json", "--on", "2021-08-01", "Taliban"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["on"] == "2021-08-01"
    assert told["actors"][0]["codes"]["cameo"] == "AFGREB"


@pytest.mark.usefixtures("home")
def test_a_name_that_nobody_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "Quxley Frobnitz"]) == 1
    told = capsys.readouterr()
    assert (told.out, "no list knows 'Quxley Frobnitz'" in told.err) == ("", True)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("wrong", [["--on", "soon"], ["--format", "xml"]])
def test_wrong_options(capsys: pytest.CaptureFixture[str], wrong: list[str]) -> None:
    assert main(["actors", "Hamas", *wrong]) == 2
    assert capsys.readouterr().out == ""


def _coded(capsys: pytest.CaptureFixture[str]) -> CodedReport:
    assert main(["code", "news.txt", "--published", "2024-05-15"]) == 0
    return codec.decode(capsys.readouterr().out.encode(), CodedReport)


@pytest.mark.usefixtures("home")
def test_an_imported_list_is_used_and_named_in_the_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "import", "mine.csv"]) == 0
    assert capsys.readouterr().err == "kept mine.csv: 1 actors, 0 agents, 2 names\n"
    coded = _coded(capsys)
    link = next(link for link in coded.links if link.target == "user:osterlich-guard")
    assert "your own list (mine.csv, line 2)" in link.reasons[0].detail
    assert main(["actors", "list"]) == 0
    assert "mine.csv" in capsys.readouterr().out
    assert main(["actors", "remove", "mine.csv"]) == 0
    capsys.readouterr()
    assert all(link.target != "user:osterlich-guard" for link in _coded(capsys).links)


def test_a_list_that_the_settings_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "whosays.toml").write_text('actors = ["mine.csv"]\n', encoding="utf-8")
    assert any(link.target == "user:osterlich-guard" for link in _coded(capsys).links)


def test_a_wrong_list_stops_the_import_of_all(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "wrong.csv").write_text("name,kind\nX,kingdom\n", encoding="utf-8")
    assert main(["actors", "import", "mine.csv", "wrong.csv"]) == 2
    assert "wrong.csv, line 2: unknown kind 'kingdom'" in capsys.readouterr().err
    assert main(["actors", "list"]) == 1


def test_a_check_keeps_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["actors", "check", "mine.csv"]) == 0
    told = capsys.readouterr()
    assert told.err == "mine.csv: 1 actors, 0 agents; remarks: 1\n"
    assert "“OG” has two letters" in told.out
    assert not (home / "data").exists()
