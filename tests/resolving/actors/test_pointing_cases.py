"""What words mean that only point: ``tests/cases/pointing.yaml``, run the whole way. Two lines add a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import whosays
from whosays.records import CodedReport, Mention, report_id

CASES = Path(__file__).parents[2] / "cases" / "pointing.yaml"


def _cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return found


def _mention(record: CodedReport, words: str) -> Mention | None:
    words, _, number = words.partition("#")
    found = [m for m in record.mentions if m.name == words]
    return found[int(number or 1) - 1] if found else None


def _meant(record: CodedReport, mention: Mention | None) -> str | None:
    """The id of what a mention leads to at last: an entity, an event, another mention; None when nobody knows."""
    if mention is None:
        return None
    entity = record.entity(mention.id)
    link = record.link(mention.id)
    return entity.id if entity is not None else link.target if link is not None else None


@pytest.mark.parametrize("case", _cases(), ids=lambda c: str(c["text"])[:60])
def test_what_pointing_words_mean(case: dict[str, Any]) -> None:
    report = whosays.Report(id=report_id(case["text"], None, None), text=case["text"], published="2024-05-15")
    record = whosays.code(report)
    for words, want in case["means"].items():
        meant = _meant(record, _mention(record, words))
        if want == "nothing":
            assert meant is None, words
        elif want.startswith("event: "):
            triggers = {e.id: record.report.words(e.trigger) for e in record.events}
            assert triggers.get(meant or "") == want.removeprefix("event: "), words
        else:
            told = _mention(record, want)
            expected = want if told is None else _meant(record, told) or told.id
            assert meant == expected, f"{words}: {[m.name for m in record.mentions]}"
