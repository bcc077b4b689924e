"""What is new since a day: each incident as the reports before it told it, held against how it stands now.

The day is that of the reports' publication, so the answer does not depend on when a report was added; a report without
a date counts as known before. The incident is the one of today: that two tellings are one is no news of the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.cluster import Cluster, telling_order
from whosays.merging.facts import Fact
from whosays.merging.figures import figure_between, number
from whosays.merging.incidents import incident_of
from whosays.merging.pages import Known, Page
from whosays.records import CodedReport, Effect, Incident, Span

ChangeKind = Literal["new", "updated", "corroborated", "disputed"]
_EFFECTS: tuple[Effect, ...] = get_args(Effect)


class Change(msgspec.Struct, frozen=True):
    """One thing that is otherwise than it was told before: what, from which value to which, by which words.

    ``field`` is an effect ("killed"), "status", "responsibility" or "standing"; ``before`` is empty where nothing was
    told of it.
    """

    incident: str
    kind: ChangeKind
    field: str = ""
    before: str = ""
    now: str = ""
    spans: tuple[Span, ...] = ()


def changes(
    incident: Incident, facts: Sequence[Fact], records: Mapping[str, CodedReport], since: str, gazetteer: Gazetteer
) -> tuple[Change, ...]:
    """What the reports since a day changed in an incident.

    Args:
        incident: how it stands now.
        facts: its tellings, and the denied deeds about it.
        records: the reports that these come from, as people corrected them.
        since: the first day that counts as new (ISO).
        gazetteer: who belongs to whom.
    """
    told = sorted((f for f in facts if f.event.status != "negated"), key=telling_order)
    denied = sorted((f for f in facts if f.event.status == "negated"), key=telling_order)
    earlier = tuple(f for f in told if not _is_new(f, since))
    fresh = [f for f in (*told, *denied) if _is_new(f, since)]
    evidence = tuple(f.event.evidence[0] for f in fresh if f.event.evidence)
    if not fresh:
        return ()
    if not earlier:
        return (Change(incident.id, "new", spans=evidence),)
    known = Known({r: Page(record, gazetteer) for r, record in sorted(records.items())}, gazetteer)
    then = incident_of(Cluster(earlier, (), tuple(f for f in denied if not _is_new(f, since))), known)
    return (
        *_tolls(then, incident),
        *_status(then, incident, evidence),
        *_responsibility(then, incident, known, evidence),
        *_standing(then, incident, evidence),
    )


def _is_new(fact: Fact, since: str) -> bool:
    return fact.told_on is not None and fact.told_on.isoformat() >= since


def _tolls(then: Incident, now: Incident) -> Iterable[Change]:
    for effect in _EFFECTS:
        before, after = figure_between(then.tolls, effect), figure_between(now.tolls, effect)
        if after is None or (before is not None and (before.low, before.high) == (after.low, after.high)):
            continue
        known = {(t.report, t.event) for t in then.tolls}
        if any(t.effect == effect and (t.report, t.event) not in known for t in now.tolls):
            spans = tuple(dict.fromkeys(t.span for t in now.tolls if t.effect == effect and t.party != "actor"))
            yield Change(now.id, "updated", effect, number(before) if before is not None else "", number(after), spans)


def _status(then: Incident, now: Incident, evidence: tuple[Span, ...]) -> Iterable[Change]:
    if then.status != now.status:
        yield Change(now.id, "updated", "status", then.status, now.status, evidence)


def _responsibility(then: Incident, now: Incident, known: Known, evidence: tuple[Span, ...]) -> Iterable[Change]:
    """Each claim, denial or blame that nobody had uttered before."""
    before = {(r.party, r.act) for r in then.responsibility}
    for told in now.responsibility:
        if (told.party, told.act) in before:
            continue
        before.add((told.party, told.act))
        report = next((f for f in now.reports if told.event in known.pages[f].events), None)
        statement = known.pages[report].statements.get(told.statement or "") if report is not None else None
        spans = (statement.cue, *statement.content[:1]) if statement is not None else evidence
        yield Change(now.id, "updated", "responsibility", "", f"{told.act} {told.party}", spans)


def _standing(then: Incident, now: Incident, evidence: tuple[Span, ...]) -> Iterable[Change]:
    if len(then.origins) == 1 < len(now.origins):
        yield Change(now.id, "corroborated", "standing", "1", str(len(now.origins)), evidence)
    if then.standing != "disputed" and now.standing == "disputed":
        yield Change(now.id, "disputed", "standing", then.standing, now.standing, evidence)
