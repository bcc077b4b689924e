"""The set ``shortcuts``: the short cuts of parsing change no record, and what they save.

Every report is coded twice: by the tools that ship, which build no tree for sentences that can carry nothing and do not
read again what they read lately, and by tools without these short cuts.
"""

from __future__ import annotations

import time

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Number, Request, Result, files
from whosays import Failure, parsing
from whosays.codec import encode
from whosays.pipeline import Tools
from whosays.records import Report

_WORDS_PER_REPORT = 400
_OWN_LINE = "From our wire desk, edited for length."


def run(request: Request) -> Result:
    """Codes every report, and a copy of it, both ways and compares the records byte for byte."""
    reports = [item for item in whosays.read_all(files(request, "*")) if not isinstance(item, Failure)]
    if not reports:
        raise EvaluationError("no data: none of the files holds a report that can be read")
    shipped = whosays.tools()
    plain = msgspec.structs.replace(shipped, model=parsing.thorough(), sparing=None)
    rates: dict[str, float] = {}
    cases: list[Case] = []
    for report in reports:
        for kind, text in (("", report), ("copy_", copy_of(report))):
            quick = timed(text, shipped, rates, f"{kind}reports_per_s")
            slow = timed(text, plain, rates, f"plain_{kind}reports_per_s")
            verdict = "same" if quick == slow else "different"
            cases.append(Case(id=f"{kind}{report.id}", verdict=verdict, gold=(), found=()))
    same = sum(case.verdict == "same" for case in cases)
    count = sum(len(report.text.split()) for report in reports) / _WORDS_PER_REPORT
    keys: dict[str, Number] = {"same": same / len(cases), "different": len(cases) - same, "reports": len(reports)}
    keys |= {name: count / seconds for name, seconds in rates.items()}
    return Result(keys=keys, cases=tuple(cases))


def copy_of(report: Report) -> Report:
    """The report as another house would carry it: with a line of its own at the head."""
    return whosays.read_text(f"{_OWN_LINE}\n\n{report.text}", published=report.published, publisher="Copying House")


def timed(report: Report, tools: Tools, spent: dict[str, float], name: str) -> bytes:
    """The record as bytes; its processor seconds are added under ``name``."""
    started = time.process_time()
    record = whosays.code(report, tools)
    spent[name] = spent.get(name, 0.0) + time.process_time() - started
    return encode(record)
