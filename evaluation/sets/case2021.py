"""The set ``case2021``: news snippets by the sub-type of the event that they tell of."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec

import whosays
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, share
from whosays.ontology.subtypes import load_subtypes
from whosays.records import CodedReport, Event
from whosays.views.subtypes import leading_subtype, subtype

_OTHER = "OTHER"
_DONE = frozenset({"happened", "ongoing", "habitual"})
_TRIED = frozenset({"attempted"})


class Snippet(msgspec.Struct, frozen=True):
    """A text and its sub-type; labels beyond the 25 types count as OTHER."""

    id: str
    text: str
    label: str


def run(request: Request) -> Result:
    """Labels every snippet."""
    by_label: dict[str, Tally] = defaultdict(Tally)
    cases: list[Case] = []
    tools = whosays.tools()
    for path in files(request, "*.tsv"):
        for snippet in read(path):
            _, record = stages(as_given(snippet.text), tools)
            label = labelled(record)
            right = label == snippet.label
            by_label[snippet.label].add(0, 0, 1)
            by_label[label].add(0, 1, 0)
            by_label[label].add(right, 0, 0)
            verdict = "right" if right else "wrong"
            cases.append(Case(id=snippet.id, verdict=verdict, gold=(snippet.label,), found=(label,)))
    wanted = [tally for tally in by_label.values() if tally.gold]
    right_ones = sum(c.verdict == "right" for c in cases)
    return Result(
        keys={
            "acc": share(right_ones, len(cases)),
            "macro_f1": sum(t.f1 for t in wanted) / len(wanted),
            "snippets": len(cases),
            "types": len(wanted),
        },
        cases=tuple(cases),
        notes={"mapping": load_subtypes()},
    )


def read(path: Path) -> Iterator[Snippet]:
    """The rows of a file; ``event_types.txt`` beside it, where it lies, names the types."""
    beside = path.with_name("event_types.txt")
    known = set(beside.read_text(encoding="utf-8").split()) if beside.is_file() else None
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) < 3:
                raise EvaluationError(f"{path}: a row is not id, snippet, sub-type: {row}")
            if row[0] != "id":
                label = row[2].strip()
                yield Snippet(row[0], row[1], label if known is None or label in known else _OTHER)


def labelled(record: CodedReport) -> str:
    """The sub-type of the leading event: that of what was done before that of what was tried, else by the order."""
    for statuses in (_DONE, _TRIED):
        told = [e for e in record.events if e.status in statuses]
        if label := leading_subtype(label for e in told if (label := _label(record, e)) is not None):
            return label
    return _OTHER


def _label(record: CodedReport, event: Event) -> str | None:
    """The event's sub-type; where somebody claims an attack the claim is what a snippet tells, beyond the 25."""
    claimed = any(t.target == event.id and t.as_ == "claimed" for s in record.statements for t in s.about)
    return _OTHER if claimed and event.type == "ASSAULT" else subtype(record, event)
