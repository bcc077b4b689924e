"""Merging that grows: what a new report changes is worked out anew, and nothing else is touched.

Tellings are tied by what they tell (:func:`whosays.merging.cluster.tie`) and by people's decisions. What no tie joins,
directly or through others, never meets in merging; so it is enough to group again the parts that a change touches, and
the result is that of :func:`whosays.merging.merge` over everything, whatever the order in which reports came. A loose
tie (a telling without day or town, a denied deed) counts only where it fits one incident alone; so those at the other
end of a loose tie are looked at again where the groups that they fit have changed, and left alone where they have not.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.candidates import keys_of, may_meet
from whosays.merging.cluster import DENIED_STATUS, Bond, Cluster, Grouping, bond, group, with_denials
from whosays.merging.contradictions import questions_about
from whosays.merging.copies import body_of, settle, sketch_of, voice_of
from whosays.merging.disputes import dispute_id, dispute_of, published, stands_of
from whosays.merging.facts import Fact, denied_facts_of, facts_of
from whosays.merging.incidents import Known, incident_of
from whosays.merging.judged import Decisions, as_judged, decide
from whosays.merging.matters import matter_of
from whosays.merging.outlines import contradicts
from whosays.merging.pages import Opened, Page
from whosays.merging.questions import Key as Question
from whosays.merging.shelf import Kept, Kind, Shelf
from whosays.merging.stories import Told, closer, told_alike
from whosays.merging.storygrowth import grow_stories
from whosays.records import Incident, Judgement


def grow(shelf: Shelf, changed: Sequence[str], judgements: Iterable[Judgement], gazetteer: Gazetteer) -> None:
    """Bring incidents and disputes up to date.

    Args:
        shelf: what was merged before.
        changed: the reports that are new, or were read anew.
        judgements: all of people's decisions.
        gazetteer: publishers' families, and the kinds and parts of actors.
    """
    _Growth(shelf, gazetteer, decide(judgements, shelf)).over(changed)


class _Growth:
    """One step of growing."""

    def __init__(self, shelf: Shelf, gazetteer: Gazetteer, decisions: Decisions) -> None:
        self._shelf = shelf
        self._gazetteer = gazetteer
        self._decisions = decisions
        self._pages = Opened((), self._page)
        self._known = Known(self._pages, gazetteer)
        self._told: dict[frozenset[str], Told] = {}  # how two reports that tell of one incident tell of it
        self._left: set[str] = set()  # denied deeds of which a telling that they were tied to is gone

    def _page(self, report: str) -> Page:
        corrections = self._decisions.by_report.get(report, ())
        return Page(as_judged(self._shelf.coded(report), corrections, self._gazetteer), self._gazetteer)

    def over(self, changed: Sequence[str]) -> None:
        """From reports to tellings, from tellings to incidents, from incidents to disputes."""
        before = self._shelf.decisions()
        moved = sorted(self._voiced(changed) | _moved(before.by_report, self._decisions.by_report))
        judged = {e for pair in set(before.pairs) ^ set(self._decisions.pairs) for e in pair[:2]}
        self._shelf.put_decisions(self._decisions)
        gone = self._shelf.told_in(moved)
        self._left = {k.event for _, k in self._shelf.loose(k.event for k in gone) if k.kind == "denied"}
        parts = self._beside(gone) | {k.part for k in self._shelf.at(judged)}
        self._shelf.drop_tellings(moved)
        fresh = self._retold(moved)
        parts |= self._tied(fresh)
        told = [f for f in fresh if _kind(f) != "denied"]
        matters = [matter_of(self._pages[r], [f for f in told if f.report == r]) for r in moved]
        grow_stories(self._shelf, matters, self._told)
        touched = self._settled(parts - {""}, [f.event.id for f in fresh])
        made = self._made(touched, {k.home for k in (*gone, *touched.kept) if k.home is not None})
        reports = {*moved, *(k.report for k in touched.kept), *(f.report for f in touched.denied)}
        self._disputed(sorted(reports), made, {k.home for k in (*gone, *touched.kept) if k.home is not None})

    def _voiced(self, changed: Sequence[str]) -> set[str]:
        """Whose telling each report is; returns the reports whose tellings have to be taken in again."""
        for report in changed:
            page = self._pages[report]
            self._shelf.put_voice(voice_of(page, self._gazetteer), sketch_of(body_of(page.record.report)))
        return {*changed, *self._shelf.put_origins(settle(changed, self._shelf))}

    def _beside(self, gone: Sequence[Kept]) -> set[str]:
        """The parts that tellings which are taken away leave behind."""
        ends = [k.part for _, k in self._shelf.loose(k.event for k in gone)]
        told = self._shelf.at(k.home for k in gone if k.kind == "denied" and k.home is not None)
        return {*ends, *(k.part for k in gone), *(k.part for k in told)}

    def _retold(self, moved: Sequence[str]) -> list[Fact]:
        """What these reports tell, put on the shelf."""
        origins = self._shelf.origins(moved)
        fresh: list[Fact] = []
        for report in moved:
            page = self._pages[report]
            fresh += [*facts_of(page, origins[report], self._gazetteer), *denied_facts_of(page, origins[report])]
        for fact in fresh:
            self._shelf.put_telling(fact, _kind(fact), keys_of(fact))
        return fresh

    def _tied(self, fresh: Sequence[Fact]) -> set[str]:
        """Ties new tellings to others; returns the parts that they are surely tied to."""
        parts: set[str] = set()
        own: dict[str, list[Fact]] = {}
        for fact in fresh:
            own.setdefault(fact.report, []).append(fact)
        for fact in fresh:
            near = {k.event: k for k, told in self._shelf.near(keys_of(fact)) if not contradicts(fact, told)}
            near.pop(fact.event.id, None)
            for other in (*self._shelf.facts(near), *own[fact.report]):
                at_home = other.report == fact.report and {_kind(fact), _kind(other)} > {"denied"}
                if not at_home and not may_meet(fact, other):
                    continue
                found = bond(fact, other)
                if found is None:
                    continue
                if "denied" not in {_kind(fact), _kind(other)}:
                    self._noted(fact, other, found)
                match found.tie:
                    case "loose":
                        self._shelf.put_loose(fact.event.id, other.event.id)
                    case "sure":
                        parts.add(near[other.event.id].part)
        told = {f.event.id for f in fresh}
        partners = {e for pair in self._decisions.pairs if told & set(pair[:2]) for e in pair[:2]}
        return parts | {k.part for k in self._shelf.at(partners)}

    def _noted(self, one: Fact, two: Fact, found: Bond) -> None:
        """Keep what may be one, and how two reports tell of one incident where these tellings are one."""
        if found.is_doubt:
            self._shelf.put_doubt(one.event.id, two.event.id, found.weight)
        pair = frozenset({one.report, two.report})
        how = closer(self._told.get(pair), told_alike(one, two, found))
        if how is not None and len(pair) == 2:
            self._told[pair] = how

    def _settled(self, parts: set[str], fresh: Sequence[str]) -> _Touched:
        """Groups the touched parts again, and what that touches in turn, until nothing more is."""
        while True:
            kept = {k.event: k for k in (*self._shelf.within(parts), *self._shelf.at(fresh))}
            facts = self._shelf.facts(e for e, k in kept.items() if k.kind != "denied")
            ends = self._ends(kept)
            outside = {
                e: frozenset(k.sure for k in near if k.kind == "telling" and k.event not in kept)
                for e, near in ends.items()
            }
            found = group(facts, self._decisions.decided, outside)
            more: set[str] = set()
            for event, near in ends.items():
                mine = kept[event]
                changed = mine.kind == "telling" and found.sure[event] != mine.sure
                if event in found.open or changed:
                    more.update(k.part for k in near if k.kind != "denied")
            denied, fits, away = self._denied(kept, ends, found)
            more |= away
            more -= {"", *parts}
            if not more:
                clusters = with_denials(found.clusters, denied, fits)
                return _Touched(tuple(kept.values()), found, clusters, tuple(denied))
            parts |= more

    def _ends(self, kept: Mapping[str, Kept]) -> dict[str, list[Kept]]:
        """What each telling is loosely tied to; ties between tellings that a person judged do not count."""
        decided = self._decisions.decided
        ends: dict[str, list[Kept]] = {}
        for event, other in self._shelf.loose(e for e, k in kept.items() if k.kind != "denied"):
            if other.kind == "denied" or frozenset({event, other.event}) not in decided:
                ends.setdefault(event, []).append(other)
        return ends

    def _denied(
        self, kept: Mapping[str, Kept], ends: Mapping[str, Sequence[Kept]], found: Grouping
    ) -> tuple[list[Fact], dict[str, frozenset[str]], set[str]]:
        """The denied deeds tied to some tellings, the incidents that each fits, and parts that they leave or enter."""
        home = {f.event.id: c.facts[0].event.id for c in found.clusters for f in c.facts}
        deeds = {k.event: k for near in ends.values() for k in near if k.kind == "denied"}
        deeds |= {k.event: k for k in (*kept.values(), *self._shelf.at(self._left)) if k.kind == "denied"}
        fits: dict[str, set[str]] = {event: set() for event in deeds}
        for event, other in self._shelf.loose(deeds):
            told = home.get(other.event, other.home)
            if told is not None:
                fits[event].add(told)
        away: set[str] = set()
        for event, homes in fits.items():
            now = min(homes) if len(homes) == 1 else None
            ends_at = [h for h in {now, deeds[event].home} if h is not None and h not in kept]
            if now != deeds[event].home and ends_at:
                away.update(k.part for k in self._shelf.at(ends_at))
        return self._shelf.facts(deeds), {e: frozenset(h) for e, h in fits.items()}, away

    def _made(self, touched: _Touched, gone: set[str]) -> dict[str, tuple[Incident, Cluster]]:
        """The incidents of the touched parts, written down in place of those that stood there; by their ids."""
        clusters = touched.clusters
        made = {incident.id: (incident, c) for c in clusters for incident in (incident_of(c, self._known),)}
        home = {f.event.id: i for i, (_, c) in made.items() for f in (*c.facts, *c.denials)}
        grouped = touched.grouping
        rows = [
            msgspec.structs.replace(k, part=grouped.parts[k.event], sure=grouped.sure[k.event], home=home[k.event])
            for k in touched.kept
            if k.kind != "denied"
        ]
        deeds = [Kept(f.event.id, f.report, "denied", home=home.get(f.event.id)) for f in touched.denied]
        self._shelf.put_homes([*rows, *deeds])
        self._shelf.settle_doubts([k.event for k in rows], self._apart(grouped.parts))
        places = {f.place.id: f.place for c in clusters for f in c.facts if f.place is not None}
        self._shelf.put_incidents(sorted(gone), [i for i, _ in made.values()], places)
        return made

    def _apart(self, events: Container[str]) -> list[tuple[str, str]]:
        """The pairs of which a person said that they are not the same, as far as one of them is among these events."""
        pairs = self._decisions.pairs
        return [(one, two) for one, two, said in pairs if said == "not-same" and (one in events or two in events)]

    def _disputed(self, reports: Sequence[str], made: Mapping[str, tuple[Incident, Cluster]], gone: set[str]) -> None:
        """Settles again every question on which somebody's stand, or the incident that it is about, has changed."""
        before = self._shelf.stands_in(reports)
        homes: dict[str, dict[str, str]] = {}
        for kept in self._shelf.told_in(reports):
            if kept.home is not None:
                homes.setdefault(kept.report, {})[kept.event] = kept.home
        about = gone | made.keys()
        questions: set[Question] = {key for incident in about for key in questions_about(incident)}
        for report in reports:
            page = self._pages[report]
            old = before.get(report, ())
            new = tuple(stands_of(page, homes.get(report, {}), self._known))
            if new != old:
                self._shelf.put_stands(report, published(page), new)
                questions.update(stand.key for stand in (*old, *new))
            questions.update(stand.key for stand in (*old, *new) if stand.key.incident in about)
        found = (
            dispute_of(question, self._shelf.stands_on(question), made.get(question.incident), self._known)
            for question in sorted(questions)
        )
        self._shelf.put_disputes(map(dispute_id, sorted(questions)), [d for d in found if d is not None])


class _Touched(msgspec.Struct, frozen=True):
    """What a change touched: the tellings as they stood, how they are grouped now, and the denied deeds about them."""

    kept: tuple[Kept, ...]
    grouping: Grouping
    clusters: tuple[Cluster, ...]
    denied: tuple[Fact, ...]


def _kind(fact: Fact) -> Kind:
    if fact.event.status == DENIED_STATUS:
        return "denied"
    return "vague" if fact.is_vague else "telling"


def _moved(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The reports that are corrected otherwise than before."""
    return {r for r in {*before, *after} if before.get(r) != after.get(r)}
