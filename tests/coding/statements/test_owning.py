"""The yes and no sentences of ``owning.yaml``: whose deed it was, in somebody's own words."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays
from evaluation.running import as_given
from whosays.errors import KnowledgeError
from whosays.ontology.owning import OwningExample, load
from whosays.records import CodedReport

HELD = {"claim", "deny", "blame"}


def coded(text: str) -> CodedReport:
    return whosays.code(as_given(text))


@pytest.mark.parametrize("example", load().yes, ids=lambda e: e.text)
def test_says_whose_deed_it_was(example: OwningExample) -> None:
    record = coded(example.text)
    found = [s for s in record.statements if s.act in HELD]
    assert [s.act for s in found] == [example.act]
    assert [t.target for t in found[0].about] == [record.events[0].id]
    assert {(p.kind, p.holds) for p in found[0].propositions} == {
        ("responsible", "false" if example.act == "deny" else "true")
    }


@pytest.mark.parametrize("text", load().no)
def test_says_nothing_of_the_kind(text: str) -> None:
    assert [s.act for s in coded(text).statements if s.act in HELD] == []


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "owning.yaml").write_text("doing: [carry]", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"owning\.yaml"):
        load(tmp_path / "owning.yaml")
