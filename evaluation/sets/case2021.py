"""The set ``case2021``: news snippets by the sub-type of the event that they tell of."""

from __future__ import annotations

import csv
import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import yaml

import whosays
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.running import as_given, stages
from evaluation.scoring import Tally, share
from whosays.records import CodedReport, Event, Span
from whosays.views import Party, actors, recipients

_MAPPING = Path(__file__).resolve().parent.parent / "case2021.yaml"
_OTHER = "OTHER"
_DONE = frozenset({"happened", "ongoing", "habitual"})
_TRIED = frozenset({"attempted"})
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Snippet(msgspec.Struct, frozen=True):
    """A text and its sub-type; labels beyond the 25 types count as OTHER."""

    id: str
    text: str
    label: str


class Side(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of party: the sectors of its actors, or words in what they are called."""

    sectors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sub-type, and what an event of it is like; what is not named is free."""

    label: str
    type: str
    mode: frozenset[str] = frozenset()
    trigger: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    hurt: bool = False
    claimed: bool = False
    actor: str | None = None
    recipient: str | None = None
    party: str | None = None


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The rules in their order, the sides that they speak of, and the order of the sub-types."""

    sides: dict[str, Side]
    rules: tuple[Rule, ...]
    order: tuple[str, ...]


def run(request: Request) -> Result:
    """Labels every snippet."""
    rules = mapping()
    by_label: dict[str, Tally] = defaultdict(Tally)
    cases: list[Case] = []
    tools = whosays.tools()
    for path in files(request, "*.tsv"):
        for snippet in read(path):
            _, record = stages(as_given(snippet.text), tools)
            label = labelled(record, rules)
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
        notes={"mapping": rules},
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


@functools.cache
def mapping() -> Mapping:
    """The rules that the set is scored with."""
    return msgspec.convert(yaml.safe_load(_MAPPING.read_text(encoding="utf-8")), Mapping)


def labelled(record: CodedReport, rules: Mapping) -> str:
    """The sub-type of the leading event: that of what was done before that of what was tried, else by the order."""
    for statuses in (_DONE, _TRIED):
        told = [e for e in record.events if e.status in statuses]
        found = {label for e in told if (label := _label(record, e, rules)) is not None}
        if found:
            return min(found, key=rules.order.index)
    return _OTHER


def _label(record: CodedReport, event: Event, rules: Mapping) -> str | None:
    return next((r.label for r in rules.rules if _fits(record, event, r, rules.sides)), None)


def _fits(record: CodedReport, event: Event, rule: Rule, known: dict[str, Side]) -> bool:
    if event.type != rule.type or (rule.mode and (event.mode or "none") not in rule.mode):
        return False
    if rule.claimed and not any(
        t.target == event.id and t.as_ == "claimed" for s in record.statements for t in s.about
    ):
        return False
    if rule.hurt and not any(t.effect in {"killed", "wounded"} and t.count.high != 0 for t in event.tolls):
        return False
    for wanted, spans in ((rule.trigger, (event.trigger,)), (rule.words, event.evidence)):
        if wanted and not any(w.startswith(wanted) for w in _words(record, spans)):
            return False
    acting, suffering = actors(record, event), recipients(record, event)
    sides = ((rule.actor, acting), (rule.recipient, suffering), (rule.party, (*acting, *suffering)))
    return all(side is None or any(_of(record, p, known[side]) for p in parties) for side, parties in sides)


def _words(record: CodedReport, spans: Iterable[Span]) -> list[str]:
    return _WORD.findall(" ".join(record.report.words(span) for span in spans).lower())


def _of(record: CodedReport, party: Party, side: Side) -> bool:
    entity = record.entity(party.mention)
    codes = {c.code for c in entity.codes} if isinstance(entity, whosays.Actor) else set()
    return bool(codes & side.sectors) or bool(side.words & set(_WORD.findall(party.name.lower())))
