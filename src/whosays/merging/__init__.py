"""What many reports tell: incidents and disputes, derived from what was coded and judged, and rebuilt at will."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.cluster import cluster
from whosays.merging.copies import origins
from whosays.merging.disputes import disputes_of
from whosays.merging.facts import denied_facts_of, facts_of
from whosays.merging.growing import grow
from whosays.merging.incidents import incident_of
from whosays.merging.judged import PARTIES, as_judged, attached, check, decide, in_force, left_out, matter
from whosays.merging.pages import Known, Page
from whosays.merging.shelf import Shelf
from whosays.merging.since import Change, changes
from whosays.merging.stories import stories_of
from whosays.records import CodedReport, Dispute, Incident, Judgement, Story

__all__ = [
    "PARTIES",
    "Change",
    "Merged",
    "Shelf",
    "as_judged",
    "attached",
    "changes",
    "check",
    "decide",
    "grow",
    "in_force",
    "left_out",
    "matter",
    "merge",
    "stories",
]


class Merged(msgspec.Struct, frozen=True):
    """The derived records: what happened over all reports, and where parties stand against each other."""

    incidents: tuple[Incident, ...]
    disputes: tuple[Dispute, ...]


def merge(records: Iterable[CodedReport], judgements: Iterable[Judgement], gazetteer: Gazetteer) -> Merged:
    """Incidents and disputes of a set of coded reports; the order in which they come does not matter.

    Args:
        records: the coded reports.
        judgements: people's decisions; of several on one pair the last one by time counts.
        gazetteer: publishers' families, and the kinds and parts of actors.
    """
    by_id = {r.report.id: r for r in records}
    decisions = decide(judgements, _Kept(by_id))
    corrected = decisions.by_report
    pages = {i: Page(as_judged(by_id[i], corrected.get(i, ()), gazetteer), gazetteer) for i in sorted(by_id)}
    told_by = origins(tuple(pages.values()), gazetteer)
    facts = [fact for i, page in pages.items() for fact in facts_of(page, told_by[i], gazetteer)]
    denied = [fact for i, page in pages.items() for fact in denied_facts_of(page, told_by[i])]
    clusters = cluster(facts, denied, decisions.decided)
    known = Known(pages, gazetteer)
    built = sorted(((incident_of(c, known), c) for c in clusters), key=lambda b: (b[0].when.start or "9999", b[0].id))
    return Merged(tuple(i for i, _ in built), disputes_of(built, known))


def stories(records: Iterable[CodedReport], judgements: Iterable[Judgement], gazetteer: Gazetteer) -> tuple[Story, ...]:
    """The stories that a set of coded reports makes, the latest first; the order in which they come does not matter.

    Args:
        records: the coded reports.
        judgements: people's decisions on events and statements.
        gazetteer: publishers' families, and the kinds and parts of actors.
    """
    by_id = {r.report.id: r for r in records}
    made = tuple(judgements)
    corrected = decide(made, _Kept(by_id)).by_report
    judged = [as_judged(by_id[i], corrected.get(i, ()), gazetteer) for i in sorted(by_id)]
    return stories_of(judged, merge(by_id.values(), made, gazetteer).incidents, gazetteer)


class _Kept:
    """The records at hand, for decisions to find what they are about."""

    def __init__(self, records: Mapping[str, CodedReport]) -> None:
        self._records = records
        events = (e.id for record in records.values() for e in record.events)
        self._ids = {*records, *events, *(s.id for record in records.values() for s in record.statements)}

    def holds(self, identifier: str) -> bool:
        return identifier in self._ids

    def coded(self, report: str) -> CodedReport:
        return self._records[report]
