"""Sentences and what must come out of them: ``tests/cases/*.yaml``, run the whole way. Two lines add a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import whosays
from evaluation.expected import plain
from whosays.records import CodedReport, Event, report_id

CASES = Path(__file__).parent / "cases"
_PARTS = {
    "actor": {"actor", "participant"},
    "recipient": {"recipient"},
    "target": {"target"},
    "instrument": {"instrument"},
}


_COUNTED = ("killed", "wounded", "arrested", "captured", "missing", "displaced")
_FIELDS = {"type", "mode", "status", "nobody", "basis", "place", "start", "attackers_killed", "includes_attacker"}


def _cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for path in sorted(CASES.glob(f"{name}*.yaml")):
        found += yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def _code(case: dict[str, Any]) -> CodedReport:
    text = case["text"]
    report = whosays.Report(id=report_id(text, None, None), text=text, published=case.get("published"))
    return whosays.code(report)


def _any(value: Any) -> list[Any]:
    return list(value["any"]) if isinstance(value, dict) else [value]


def _wrong(record: CodedReport, want: dict[str, Any], event: Event) -> list[str]:
    wrong: list[str] = [f for f in ("type", "mode", "status") if f in want and getattr(event, f) not in _any(want[f])]
    for part, parts in _PARTS.items():
        names = {plain(m.name) for r in event.roles if r.part in parts for m in [record.mention(r.mention)] if m}
        if part in want and plain(want[part]) not in names:
            wrong.append(f"{part} {names}")
    if want.get("nobody") and any(r.part in _PARTS["actor"] for r in event.roles):
        wrong.append("somebody did it")
    if "basis" in want and want["basis"] not in {r.basis for r in event.roles if r.part == "actor"}:
        wrong.append("basis")
    place = record.entity(event.place)
    if "place" in want and (place is None or place.name != want["place"]):
        wrong.append(f"place {place and place.name}")
    if "start" in want and event.when.start != want["start"]:
        wrong.append(f"start {event.when.start}")
    for effect in _COUNTED:
        counts = [[t.count.low, t.count.high] for t in event.tolls if t.effect == effect]
        wanted = want.get(effect, [])
        several = wanted if wanted and isinstance(wanted[0], list) else [wanted] if wanted else []  # one for each side
        if any(one not in counts for one in several):
            wrong.append(f"{effect} {counts}")
    own = [[t.count.low, t.count.high] for t in event.tolls if t.effect == "killed" and t.party == "actor"]
    if "attackers_killed" in want and want["attackers_killed"] not in own:
        wrong.append(f"attackers killed: {own}")
    if want.get("includes_attacker") and not any(t.includes_attacker for t in event.tolls):
        wrong.append("the attacker is not counted")
    return wrong


@pytest.mark.parametrize("case", _cases("events"), ids=lambda c: str(c["text"])[:60])
def test_events(case: dict[str, Any]) -> None:
    assert case["events"] or case.get("only"), "a case that nothing can fail"
    for want in case["events"]:
        assert want.keys() <= {*_FIELDS, *_PARTS, *_COUNTED}, f"no such field: {want}"
    record = _code(case)
    left = list(record.events)
    for want in case["events"]:
        ranked = sorted(left, key=lambda e: len(_wrong(record, want, e)))
        assert ranked, f"nothing left for {want}; found {len(record.events)}"
        assert not _wrong(record, want, ranked[0]), want
        left.remove(ranked[0])
    if case.get("only"):
        assert not left, [(e.type, e.mode, e.status, record.report.words(e.trigger)) for e in left]
