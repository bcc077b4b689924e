"""``python -m evaluation.first_report REPORT EXPECTED [--published DATE]``: one report, point by point.

Prints a line for every expectation, what came out, and ends with the points that are right; exit status 1 when
any is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import whosays
from evaluation.expected import Outcome, check, describe
from evaluation.told import told_date


def read_outcome(report: Path, published: str | None) -> Outcome:
    """What the product makes of the report, through the front door."""
    record = whosays.code(whosays.read(report, published=published))
    merged = whosays.merge([record])
    return Outcome(record=record, incidents=merged.incidents, disputes=merged.disputes)


def main(arguments: list[str] | None = None) -> int:
    """Checks one report; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.first_report", description=__doc__)
    parser.add_argument("report", type=Path)
    parser.add_argument("expected", type=Path)
    parser.add_argument("--published", help="the report's date, ISO; by default the one its expectations name")
    parser.add_argument("--show", action="store_true", help="print the whole record as well")
    options = parser.parse_args(arguments)
    expected = json.loads(options.expected.read_text(encoding="utf-8"))
    outcome = read_outcome(options.report, options.published or told_date(expected))
    if options.show:
        for found in (*outcome.record.events, *outcome.record.statements):
            print("   ", describe(outcome.record, found))
    checks = check(outcome, expected)
    for one in checks:
        print(f"{'ok ' if not one.wrong else 'NO '} {one.point:>3}  {one.what}")
        for wrong in one.wrong:
            print(f"          {wrong}")
    points = {c.point for c in checks if c.point != "-"}
    bad = {c.point for c in checks if c.wrong}
    wrong_checks = sum(1 for c in checks if c.wrong)
    print(f"first-report points={len(points)} right={len(points - bad)} checks={len(checks)} wrong={wrong_checks}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
