"""The set ``golden``: the project's own reports, each held against all that must come out of it."""

from __future__ import annotations

import json
from pathlib import Path

import whosays
from evaluation.expected import Check, Outcome, check
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.told import told_date


def run(request: Request) -> Result:
    """Checks every report that has expectations beside it."""
    cases: list[Case] = []
    points: set[tuple[str, str]] = set()
    bad: set[tuple[str, str]] = set()
    for path in files(request, "*.expected.json"):
        name = path.name.removesuffix(".expected.json")
        for one in checked(path):
            cases.append(_case(name, one))
            if one.point != "-":
                points.add((name, one.point))
            if one.wrong:
                bad.add((name, one.point))
    right = sum(case.verdict == "right" for case in cases)
    extra = sum(1 for case in cases if case.id.endswith("/extra"))
    return Result(
        keys={
            "share": right / len(cases),
            "checks": len(cases),
            "right": right,
            "points": len(points),
            "points_right": len(points - bad),
            "too_much": extra,
        },
        cases=tuple(cases),
    )


def checked(expected_path: Path) -> tuple[Check, ...]:
    """The checks of one report; the report stands beside its expectations with the ending ``.txt``."""
    report_path = expected_path.with_name(expected_path.name.replace(".expected.json", ".txt"))
    if not report_path.is_file():
        raise EvaluationError(f"no data: {expected_path.name} has no {report_path.name} beside it")
    expected = json.loads(expected_path.read_text(encoding="utf-8"))
    record = whosays.code(whosays.read(report_path, published=told_date(expected)))
    merged = whosays.merge([record])
    return check(Outcome(record=record, incidents=merged.incidents, disputes=merged.disputes), expected)


def _case(name: str, one: Check) -> Case:
    beyond = one.point == "-" and bool(one.wrong)
    return Case(
        id=f"{name}/{'extra' if beyond else one.point}",
        verdict="wrong" if one.wrong else "right",
        gold=(one.what,),
        found=one.wrong,
    )
