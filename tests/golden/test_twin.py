"""The golden test: a report with every difficulty of the first one comes out right to the last point."""

from __future__ import annotations

import json
from pathlib import Path

from evaluation.expected import check
from evaluation.first_report import read_outcome
from evaluation.told import told_date

HERE = Path(__file__).parent


def test_every_point_of_the_twin() -> None:
    expected = json.loads((HERE / "twin.expected.json").read_text(encoding="utf-8"))
    checks = check(read_outcome(HERE / "twin.txt", told_date(expected)), expected)
    assert {c.point for c in checks if c.point != "-"} == {str(n) for n in range(1, 14)}
    assert [(c.point, c.what, c.wrong) for c in checks if c.wrong] == []
