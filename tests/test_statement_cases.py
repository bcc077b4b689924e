"""Sentences and the statements that must come out of them: ``tests/cases/statements.yaml``, run the whole way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import whosays
from evaluation.expected import plain
from whosays.records import CodedReport, Statement, report_id

_FILE = Path(__file__).parent / "cases" / "statements.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))


def _code(text: str, title: str | None) -> CodedReport:
    whole = f"{title}\n\n{text}" if title else text
    return whosays.code(whosays.Report(id=report_id(whole, None, None), text=whole, title=title))


def _name(record: CodedReport, mention: str | None) -> str | None:
    found = record.mention(mention)
    return plain(found.name) if found else None


_FIELDS = frozenset(
    "act status quoted certainty speaker relay addressee content about as not_about proposition".split()
)


def _wrong(record: CodedReport, want: dict[str, Any], found: Statement) -> list[str]:
    fields = ("act", "status", "quoted", "certainty")
    wrong = [f"{f} {getattr(found, f)}" for f in fields if f in want and getattr(found, f) != want[f]]
    speaker = _name(record, found.speaker)
    if "speaker" in want and speaker != (plain(want["speaker"]) if want["speaker"] else None):
        wrong.append(f"speaker {speaker}")
    addressee = _name(record, found.addressee)
    if "addressee" in want and addressee != (plain(want["addressee"]) if want["addressee"] else None):
        wrong.append(f"addressee {addressee}")
    relay = [_name(record, r) for r in found.relay]
    if "relay" in want and relay != [plain(r) for r in want["relay"]]:
        wrong.append(f"relay {relay}")
    pieces = [record.report.words(span) for span in found.content]
    if "content" in want and want["content"] not in {" … ".join(pieces), *pieces[:1]}:
        wrong.append(f"content {' … '.join(pieces)}")
    types = {e.id: str(e.type) for e in record.events} | {s.id: s.act for s in record.statements}
    about = [(types.get(t.target), t.as_) for t in found.about]
    if "about" in want and not any(t == want["about"] and want.get("as", how) == how for t, how in about):
        wrong.append(f"about {about}")
    if "not_about" in want and any(t == want["not_about"] for t, _ in about):
        wrong.append(f"about {about}")
    return wrong + _wrong_propositions(record, want, found)


def _wrong_propositions(record: CodedReport, want: dict[str, Any], found: Statement) -> list[str]:
    if "proposition" not in want:
        return []
    held = [(p.kind, p.holds, _name(record, p.subject)) for p in found.propositions]
    wanted = want["proposition"]
    subject = plain(wanted["subject"]) if "subject" in wanted else None
    fits = any(k == wanted["kind"] and h == wanted["holds"] and subject in {None, s} for k, h, s in held)
    return [] if fits else [f"propositions {held}"]


@pytest.mark.parametrize("case", CASES, ids=lambda c: str(c["text"])[:60])
def test_statements(case: dict[str, Any]) -> None:
    assert case.get("statements") or case.get("only") or case.get("none"), "a case that nothing can fail"
    for want in case.get("statements", ()):
        assert want.keys() <= _FIELDS, f"no such field: {want}"
    record = _code(case["text"], case.get("title"))
    left = list(record.statements)
    for want in case.get("statements", ()):
        ranked = sorted(left, key=lambda s: len(_wrong(record, want, s)))
        assert ranked, f"nothing left for {want}; found {len(record.statements)}"
        assert not _wrong(record, want, ranked[0]), want
        left.remove(ranked[0])
    if case.get("only") or case.get("none"):
        assert not left, [(s.act, _name(record, s.speaker), record.report.words(s.cue)) for s in left]
