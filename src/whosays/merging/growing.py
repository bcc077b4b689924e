"""Merging that grows: what a new report changes is worked out anew, and nothing else is touched.

From reports to tellings, from tellings to incidents (:mod:`whosays.merging.settling`), from incidents to disputes. The
result is that of :func:`whosays.merging.merge` over everything, whatever the order in which reports came.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial

from whosays.gazetteer import Gazetteer
from whosays.merging.cluster import DENIED_STATUS, Cluster, reasons_of, telling_order
from whosays.merging.contradictions import questions_about
from whosays.merging.copies import body_of, settle, sketch_of, voice_of
from whosays.merging.disputes import dispute_id, dispute_of, published, stands_of, told_of
from whosays.merging.facts import Fact, denied_facts_of, facts_of
from whosays.merging.incidents import incident_of
from whosays.merging.judged import Decisions, as_judged, decide
from whosays.merging.matters import matter_of
from whosays.merging.pages import Known, Opened, Page
from whosays.merging.placing import join_rank
from whosays.merging.questions import Key as Question
from whosays.merging.renaming import renamed
from whosays.merging.settling import Settling, kind_of
from whosays.merging.shelf import Shelf
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
        self._corrections = decisions.by_report
        self._pages = Opened((), self._page)
        self._known = Known(self._pages, gazetteer)

    def _page(self, report: str) -> Page:
        corrections = self._corrections.get(report, ())
        return Page(as_judged(self._shelf.coded(report), corrections, self._gazetteer), self._gazetteer)

    def over(self, changed: Sequence[str]) -> None:
        """From reports to tellings, from tellings to incidents, from incidents to disputes."""
        before = self._shelf.decisions()
        corrected = _moved(before.by_report, self._corrections)
        copied = self._voiced(changed) - {*changed, *corrected}
        self._shelf.put_decisions(self._decisions)
        settling = Settling(self._shelf, self._decisions)
        settling.judged({e for pair in set(before.pairs) ^ set(self._decisions.pairs) for e in pair[:2]})
        names = renamed(self._shelf, self._retold(sorted(copied)))
        settling.rename(names or ())
        moved = sorted({*changed, *corrected, *(copied if names is None else ())})
        settling.taken_away(self._shelf.told_in(moved))
        self._shelf.drop_tellings(moved)
        told = self._retold(moved)
        for report in moved:
            for n, fact in enumerate(told[report]):
                settling.add(fact, told[report][:n])
        settling.settle()
        matters = [matter_of(self._pages[r], [f for f in told[r] if kind_of(f) != "denied"]) for r in moved]
        grow_stories(self._shelf, matters, settling.told)
        made = self._made(settling)
        reports = {*moved, *(k.report for k in settling.moved.values())}
        self._disputed(sorted(reports), made, settling.changed)

    def _voiced(self, changed: Sequence[str]) -> set[str]:
        """Whose telling each report is; returns these and all others whose origin is another now."""
        for report in changed:
            page = self._pages[report]
            self._shelf.put_voice(voice_of(page, self._gazetteer), sketch_of(body_of(page.record.report)))
        return {*changed, *self._shelf.put_origins(settle(changed, self._shelf))}

    def _retold(self, moved: Collection[str]) -> dict[str, list[Fact]]:
        """What these reports tell, and what they tell only to deny it."""
        origins = self._shelf.origins(moved)
        found: dict[str, list[Fact]] = {}
        for report in moved:
            page, origin = self._pages[report], origins[report]
            found[report] = [*facts_of(page, origin, self._gazetteer), *denied_facts_of(page, origin)]
        return found

    def _made(self, settling: Settling) -> dict[str, tuple[Incident, Cluster]]:
        """The incidents that changed, written down in place of those that stood there; by their ids."""
        clusters = self._clusters(settling)
        made = {incident.id: (incident, c) for c in clusters for incident in (incident_of(c, self._known),)}
        places = {f.place.id: f.place for c in clusters for f in c.facts if f.place is not None}
        self._shelf.put_incidents(sorted(settling.changed), [i for i, _ in made.values()], places)
        return made

    def _clusters(self, settling: Settling) -> list[Cluster]:
        """The tellings of the incidents that changed, why they are one, and the denied deeds about them."""
        found: list[Cluster] = []
        for home in sorted(settling.changed):
            inside = settling.facts(k.event for k in self._shelf.at_home([home]))
            told = sorted(inside.values(), key=telling_order)
            facts = {f.event.id: f for f in told if f.event.status != DENIED_STATUS}
            if not facts:
                continue
            joins = sorted(self._shelf.joins([home]), key=partial(join_rank, facts=facts))
            denials = tuple(f for f in told if f.event.status == DENIED_STATUS)
            found.append(Cluster(tuple(facts.values()), reasons_of(joins), denials))
        return found

    def _disputed(self, reports: Sequence[str], made: Mapping[str, tuple[Incident, Cluster]], about: set[str]) -> None:
        """Settles again every question on which somebody's stand, or the incident that it is about, has changed."""
        before = self._shelf.stands_in(reports)
        homes: dict[str, dict[str, str]] = {}
        for kept in self._shelf.told_in(reports):
            if kept.home is not None:
                homes.setdefault(kept.report, {})[kept.event] = kept.home
        questions: set[Question] = {key for incident in about for key in questions_about(incident)}
        for report in reports:
            page = self._pages[report]
            old = before.get(report, ())
            new = tuple(stands_of(page, homes.get(report, {}), self._known))
            if new != old:
                self._shelf.put_stands(report, published(page), new)
                questions.update(stand.key for stand in (*old, *new))
        questions |= self._shelf.questions_on(about)
        told = {identifier: told_of(*built) for identifier, built in made.items()}
        found = (
            dispute_of(question, self._shelf.stands_on(question), told.get(question.incident), self._known)
            for question in sorted(questions)
        )
        self._shelf.put_disputes(map(dispute_id, sorted(questions)), [d for d in found if d is not None])


def _moved(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The reports that are corrected otherwise than before."""
    return {r for r in {*before, *after} if before.get(r) != after.get(r)}
