"""The desk's benchmark makes its store and asks every page of it."""

import sys
from pathlib import Path

import pytest

from tools.desk_bench.__main__ import main
from whosays import store


def test_the_benchmark_makes_a_store_and_asks_every_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "bench.db"
    monkeypatch.setattr(sys, "argv", ["desk_bench", "--reports", "80", "--db", str(db), "--times", "1"])
    main()
    told = capsys.readouterr().out
    assert "80 reports, " in told
    assert told.count("| ") > 60
    with store.open(db) as opened:
        assert len(opened.reports()) == 80
        assert {event for i in opened.incidents() for event in i.events} == {
            event.id for coded in opened.all_coded() for event in coded.events
        }
