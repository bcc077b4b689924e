"""The yes and no sentences of ``gainsaying.yaml``: denials without a verb of denying, and what they deny."""

from __future__ import annotations

from pathlib import Path

import pytest

import whosays
from evaluation.running import as_given
from whosays.errors import KnowledgeError
from whosays.ontology.gainsaying import GainsayingExample, load


@pytest.mark.parametrize("example", load().yes, ids=lambda e: e.text)
def test_denies_what_was_said(example: GainsayingExample) -> None:
    record = whosays.code(as_given(example.text))
    denial = next(s for s in record.statements if s.act == "deny")
    said = {s.id: s.act for s in record.statements}
    assert tuple(said[t.target] for t in denial.about if t.target in said) == example.of


@pytest.mark.parametrize("text", load().no)
def test_denies_nothing(text: str) -> None:
    assert [s for s in whosays.code(as_given(text)).statements if s.act == "deny"] == []


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "gainsaying.yaml").write_text("said: [claim]", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"gainsaying\.yaml"):
        load(tmp_path / "gainsaying.yaml")
