"""Texts and the rows of an event table that they give: ``tests/cases/rows*.yaml``, run the whole way."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import yaml

import whosays
from whosays.records import report_id
from whosays.views import EventRow


class Case(msgspec.Struct, forbid_unknown_fields=True):
    """A text and its rows, each as one line of words."""

    text: str
    rows: list[str]


_FILES = sorted((Path(__file__).parent / "cases").glob("rows*.yaml"))
CASES = [c for f in _FILES for c in msgspec.convert(yaml.safe_load(f.read_text(encoding="utf-8")), list[Case])]


def _told(row: EventRow) -> str:
    kind = f"{row.type} {row.mode}" if row.mode else row.type
    sides = [", ".join(who.name for who in side) for side in (row.actors, row.recipients)]
    return f"{kind}: {' > '.join(side for side in sides if side)}"


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c.text)[:60])
def test_rows(case: Case) -> None:
    report = whosays.Report(id=report_id(case.text, None, None), text=case.text, published="2024-05-15")
    assert [_told(row) for row in whosays.event_rows(whosays.code(report))] == case.rows
