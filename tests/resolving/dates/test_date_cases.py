"""What times mean and when deeds were: ``tests/cases/dates.yaml``, run the whole way. Two lines add a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import whosays
from whosays.records import Interval, Report, report_id
from whosays.resolving.dates.anchoring import anchors_of, resolve_times

CASES = Path(__file__).parents[2] / "cases" / "dates.yaml"


def _cases() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    return found


def _report(case: dict[str, Any]) -> Report:
    return Report(id=report_id(case["text"], None, None), text=case["text"], published=case["published"])


def _shown(interval: Interval) -> str:
    if interval.start is None:
        return interval.value or interval.basis
    return f"{interval.start}..{interval.end} {interval.precision} {interval.basis}"


@pytest.mark.parametrize("case", [c for c in _cases() if "times" in c], ids=lambda c: str(c["text"])[:60])
def test_what_a_time_means(case: dict[str, Any]) -> None:
    tools = whosays.tools()
    parse = whosays.parse(_report(case), tools)
    resolved = resolve_times(parse, anchors_of(parse.report, tools.gazetteer.known_until()))
    got = {parse.text(e.start, e.end): _shown(i) for e, i in zip(parse.times, resolved, strict=True)}
    assert {words: got.get(words) for words in case["times"]} == case["times"]


@pytest.mark.parametrize("case", [c for c in _cases() if "deeds" in c], ids=lambda c: str(c["text"])[:60])
def test_when_a_deed_was(case: dict[str, Any]) -> None:
    record = whosays.code(_report(case))
    when = {record.report.words(e.trigger): e.when.start for e in record.events}
    for word, day in case["deeds"].items():
        (found,) = [w for trigger, w in when.items() if word in trigger.split()]
        assert (found and found[:10]) == day, word
