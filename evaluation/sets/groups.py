"""The set ``groups``: which tellings are one incident, where they disagree, and how many voices they are.

The project's own groups of two to five short reports. Each group is merged by itself; the gold names the words by
which a report tells of an incident, and what is told beside is not asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

import whosays
from evaluation.clustering import Cluster, Measure, b3, grouped
from evaluation.request import Case, EvaluationError, Request, Result, files
from evaluation.scoring import share
from whosays.records import CodedReport, ConflictKind, Incident


class Disagreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A conflict by its field (an effect, ``responsibility``, ``occurrence``) and kind."""

    field: str
    kind: ConflictKind

    def __str__(self) -> str:
        return f"{self.field} {self.kind}"


class Telling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A report of a group."""

    id: str
    text: str
    publisher: str
    published: str


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An incident of a group: by which words each report tells of it, its conflicts, and how many origins it has."""

    id: str
    tellings: dict[str, list[str]]
    conflicts: tuple[Disagreement, ...]
    origins: int


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Some reports, and the incidents that they tell of."""

    about: str
    reports: tuple[Telling, ...]
    incidents: tuple[Wanted, ...]


def run(request: Request) -> Result:
    """Merges every group and compares incidents, conflicts and origins."""
    clusters = Measure()
    asked = conflicts = origins = whole = groups = 0
    cases: list[Case] = []
    for path in files(request, "*.yaml"):
        group = read(path)
        groups += 1
        records = {t.id: coded(t) for t in group.reports}
        incidents = whosays.merge(records.values()).incidents
        gold, found = sides(group, records, incidents)
        clusters += b3(gold, found)
        whole += set(gold) == set(found)
        cases.append(_case(path, gold, found))
        for wanted in group.incidents:
            ours = home_of(wanted, records, incidents)
            told = {Disagreement(c.field, c.kind) for c in ours.conflicts} if ours else set()
            voices = len(ours.origins) if ours else 0
            right = told == set(wanted.conflicts)
            asked += 1
            conflicts += right
            origins += voices == wanted.origins
            cases.append(_shown(path, wanted, sorted(told), voices))
    return Result(
        keys={
            "b3_f1": clusters.f1,
            "b3_p": clusters.p,
            "b3_r": clusters.r,
            "conflict_acc": share(conflicts, asked),
            "origin_acc": share(origins, asked),
            "whole": whole,
            "groups": groups,
            "incidents": asked,
        },
        cases=tuple(cases),
    )


def _case(path: Path, gold: list[Cluster], found: list[Cluster]) -> Case:
    def shown(clusters: list[Cluster]) -> tuple[str, ...]:
        return tuple(sorted(", ".join(sorted(map(str, c))) for c in clusters))

    verdict = "right" if set(gold) == set(found) else "wrong"
    return Case(id=path.stem, verdict=verdict, gold=shown(gold), found=shown(found))


def _shown(path: Path, wanted: Wanted, told: list[Disagreement], voices: int) -> Case:
    gold = (*map(str, sorted(wanted.conflicts)), f"{wanted.origins} origins")
    found = (*map(str, told), f"{voices} origins")
    return Case(id=f"{path.stem}/{wanted.id}", verdict="right" if gold == found else "wrong", gold=gold, found=found)


def read(path: Path) -> Group:
    """One group; every word of a telling must stand in its report."""
    try:
        group = msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Group)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise EvaluationError(f"{path}: not a group of reports ({error})") from error
    texts = {t.id: t.text for t in group.reports}
    for wanted in group.incidents:
        for report, words in wanted.tellings.items():
            missing = [w for w in words if w not in texts.get(report, "")]
            if missing:
                raise EvaluationError(f"{path}: report {report} does not hold the words {missing[0]!r}")
    return group


def coded(telling: Telling) -> CodedReport:
    """A report of a group, read and coded."""
    read_in = whosays.read_text(telling.text, published=telling.published, publisher=telling.publisher)
    return whosays.code(read_in)


def sides(
    group: Group, records: dict[str, CodedReport], incidents: tuple[Incident, ...]
) -> tuple[list[Cluster], list[Cluster]]:
    """The tellings (report and incident) as clusters, in gold and as we merged them."""
    home = {event: i.id for i in incidents for event in i.events}
    gold, found = [], []
    for wanted in group.incidents:
        for report, words in wanted.tellings.items():
            name = f"{report}: {words[0]}"
            gold.append((name, wanted.id))
            mine = [home[e] for e in events_at(records[report], words) if e in home]
            found.append((name, mine[0] if mine else f"alone:{name}"))
    return grouped(gold), grouped(found)


def events_at(record: CodedReport, words: list[str]) -> Iterator[str]:
    """The events whose trigger overlaps some of the words, and those to which a mention there was linked."""
    text = record.report.text
    for one in words:
        start = text.find(one)
        places = (start, start + len(one))
        yield from (e.id for e in record.events if e.trigger.start < places[1] and places[0] < e.trigger.end)
        spans = {m.id: m.span for m in record.mentions if m.kind == "event"}
        for link in record.links:
            span = spans.get(link.mention)
            if span is not None and link.target and span.start < places[1] and places[0] < span.end:
                yield link.target


def home_of(wanted: Wanted, records: dict[str, CodedReport], incidents: tuple[Incident, ...]) -> Incident | None:
    """Our incident that holds most of an incident's tellings, the first of equals; None where none does."""
    by_event = {event: i for i in incidents for event in i.events}
    mine = [
        by_event[e].id
        for report, words in wanted.tellings.items()
        for e in list(events_at(records[report], words))[:1]
        if e in by_event
    ]
    most = Counter(mine).most_common(1)
    return next((i for i in incidents if most and i.id == most[0][0]), None)
