"""The set ``case2021``: news snippets by the sub-type of the event that they tell of."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

import whosays
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, share
from whosays.records import CodedReport, Event
from whosays.views import actors, recipients

_MAPPING = Path(__file__).resolve().parent.parent / "case2021.yaml"
_OTHER = "OTHER"
_TOLD = frozenset({"happened", "ongoing", "attempted", "habitual"})
# What a snippet with several events is about: violence before protest before arrests before deals.
_WEIGHT = {"ASSAULT": 3, "PROTEST": 2, "COERCE": 1}
_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM", "CRM", "SPY"})


class Snippet(msgspec.Struct, frozen=True):
    """A text and its sub-type; labels beyond the 25 types count as OTHER."""

    id: str
    text: str
    label: str


class Types(msgspec.Struct, frozen=True):
    """Class or class and mode to sub-type."""

    types: dict[str, str]


def run(request: Request) -> Result:
    """Labels every snippet."""
    mapping = msgspec.convert(yaml.safe_load(_MAPPING.read_text(encoding="utf-8")), Types)
    by_label: dict[str, Tally] = defaultdict(Tally)
    cases: list[Case] = []
    tools = whosays.tools()
    for path in files(request, "*.tsv"):
        for snippet in read(path):
            _, record = stages(as_given(snippet.text), tools)
            label = labelled(record, mapping)
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
        notes={"mapping": mapping},
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


def labelled(record: CodedReport, mapping: Types) -> str:
    """The sub-type of the leading event: the weightiest class, of these the one told first."""
    events = [e for e in record.events if e.status in _TOLD and _type(e, mapping)]
    if not events:
        return _OTHER
    leading = min(events, key=lambda e: (-_WEIGHT.get(e.type, 0), e.trigger.start))
    found = _type(leading, mapping) or _OTHER
    if leading.type == "ASSAULT" and found == "ATTACK" and _armed(record, leading):
        return "ARMED_CLASH"
    return found


def _type(event: Event, mapping: Types) -> str | None:
    return mapping.types.get(f"{event.type}/{event.mode}") or mapping.types.get(event.type)


def _armed(record: CodedReport, event: Event) -> bool:
    """Whether both sides bear arms."""
    return all(
        any(_sector(record, p.mention) & _ARMED for p in side)
        for side in (actors(record, event), recipients(record, event))
    )


def _sector(record: CodedReport, mention: str) -> set[str]:
    entity = record.entity(mention)
    return {c.code for c in entity.codes} if isinstance(entity, whosays.Actor) else set()
