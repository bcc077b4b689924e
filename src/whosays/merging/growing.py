"""Merging that grows: what a new report changes is worked out anew, and nothing else is touched.

Tellings are tied by what they tell (:func:`whosays.merging.cluster.tied`) and by people's decisions. What no tie joins,
directly or through others, never meets in merging; so it is enough to group again the parts that a change touches, and
the result is that of :func:`whosays.merging.merge` over everything, whatever the order in which reports came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.candidates import Key, asks, holds
from whosays.merging.cluster import Cluster, bonds, grouped, tied
from whosays.merging.copies import Voice, Voices, body_of, settle, sketch_of, voice_of
from whosays.merging.disputes import Stand, dispute_id, dispute_of, published, stands_of
from whosays.merging.facts import Fact, denied_facts_of, facts_of
from whosays.merging.incidents import Known, incident_of
from whosays.merging.judged import Decisions, Records, as_judged, decide
from whosays.merging.pages import Opened, Page
from whosays.merging.questions import Key as Question
from whosays.records import Dispute, Incident, Judgement, Place


class Kept(msgspec.Struct, frozen=True):
    """A telling where it stands: the part that it is tied to (empty while it is new) and its incident, if any."""

    event: str
    report: str
    part: str
    home: str | None


class Shelf(Voices, Records, Protocol):
    """What merging needs to find again of all reports; the store is one."""

    def put_voice(self, voice: Voice, sketch: Sequence[int]) -> None:
        """Add a report's voice; one that is there already stays as it is."""

    def put_origins(self, origins: Mapping[str, str]) -> frozenset[str]:
        """Write reports' origins down; returns those whose origin was another."""

    def origins(self, reports: Iterable[str]) -> dict[str, str]:
        """The origins of these reports."""

    def drop_tellings(self, reports: Iterable[str]) -> None:
        """Forget what these reports tell."""

    def put_telling(self, fact: Fact, asked: Iterable[Key], held: Iterable[Key]) -> None:
        """Add a telling, with the keys under which it looks for others and is found."""

    def near(self, asked: Iterable[Key], held: Iterable[Key]) -> list[Kept]:
        """The tellings found under the keys asked for, and those that ask for the keys held."""

    def told_in(self, reports: Iterable[str]) -> list[Kept]:
        """The tellings of these reports."""

    def at(self, events: Iterable[str]) -> list[Kept]:
        """These tellings."""

    def within(self, parts: Iterable[str]) -> list[Kept]:
        """The tellings of these parts."""

    def facts(self, events: Iterable[str]) -> list[Fact]:
        """What these tellings tell."""

    def put_homes(self, kept: Iterable[Kept]) -> None:
        """Write down where tellings stand."""

    def stands_in(self, reports: Iterable[str]) -> dict[str, tuple[Stand, ...]]:
        """Who takes which stand in these reports."""

    def put_stands(self, report: str, place: tuple[str, str], stands: Sequence[Stand]) -> None:
        """Replace a report's stands; ``place`` is what they are sorted by among those of other reports."""

    def stands_on(self, question: Question) -> list[Stand]:
        """All stands on a question, by the places of their reports."""

    def decisions(self) -> Decisions:
        """The decisions that were applied last."""

    def put_decisions(self, decisions: Decisions) -> None:
        """Write down which decisions are applied."""

    def put_incidents(self, gone: Iterable[str], made: Sequence[Incident], places: Mapping[str, Place]) -> None:
        """Take some incidents away by their ids, and add others; ``places`` are those that they name."""

    def put_disputes(self, gone: Iterable[str], made: Sequence[Dispute]) -> None:
        """Take some disputes away by their ids, and add others."""


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

    def _page(self, report: str) -> Page:
        corrections = self._decisions.by_report.get(report, ())
        return Page(as_judged(self._shelf.coded(report), corrections, self._gazetteer))

    def over(self, changed: Sequence[str]) -> None:
        """From reports to tellings, from tellings to incidents, from incidents to disputes."""
        before = self._shelf.decisions()
        moved = self._voiced(changed) | _moved(before.by_report, self._decisions.by_report)
        judged = {e for pair in set(before.pairs) ^ set(self._decisions.pairs) for e in pair[:2]}
        self._shelf.put_decisions(self._decisions)
        touched = self._retold(sorted(moved), judged)
        made = self._grouped(touched)
        reports = moved.union(k.report for k in touched)
        self._disputed(sorted(reports), made, {k.home for k in touched if k.home is not None})

    def _voiced(self, changed: Sequence[str]) -> set[str]:
        """Whose telling each report is; returns the reports whose tellings have to be taken in again."""
        for report in changed:
            page = self._pages[report]
            self._shelf.put_voice(voice_of(page, self._gazetteer), sketch_of(body_of(page.record.report)))
        return {*changed, *self._shelf.put_origins(settle(changed, self._shelf))}

    def _retold(self, moved: Sequence[str], judged: Iterable[str]) -> list[Kept]:
        """Takes the tellings of some reports in again; returns all that stand in parts that this touches."""
        gone = self._shelf.told_in(moved)
        parts = {k.part for k in (*gone, *self._shelf.at(judged)) if k.part}
        self._shelf.drop_tellings(moved)
        origins = self._shelf.origins(moved)
        fresh = [
            fact
            for report in moved
            for fact in (
                *facts_of(self._pages[report], origins[report]),
                *denied_facts_of(self._pages[report], origins[report]),
            )
        ]
        for fact in fresh:
            self._shelf.put_telling(fact, asks(fact), holds(fact))
        for fact in fresh:
            parts |= self._tied_to(fact, parts)
        told = {f.event.id for f in fresh}
        partners = {e for pair in self._decisions.pairs if told & set(pair[:2]) for e in pair[:2]}
        parts |= {k.part for k in self._shelf.at(partners)}
        lost = [k for k in gone if k.event not in told]
        homes = {k.event: k.home for k in gone}
        new = [Kept(f.event.id, f.report, "", homes.get(f.event.id)) for f in fresh]
        return [*self._shelf.within(parts - {""}), *new, *lost]

    def _tied_to(self, fact: Fact, known: set[str]) -> set[str]:
        """The parts that a new telling is tied to, beyond those known."""
        waiting: dict[str, list[str]] = {}
        for kept in self._shelf.near(asks(fact), holds(fact)):
            if kept.part and kept.part not in known:
                waiting.setdefault(kept.part, []).append(kept.event)
        return {p for p, near in waiting.items() if any(tied(fact, other) for other in self._shelf.facts(near))}

    def _grouped(self, touched: Sequence[Kept]) -> dict[str, tuple[Incident, Cluster]]:
        """Groups the tellings of the touched parts again; returns the incidents by id."""
        facts = self._shelf.facts(k.event for k in touched)
        told = [f for f in facts if f.event.status != "negated"]
        found = bonds(told, [f for f in facts if f.event.status == "negated"], self._decisions.decided)
        clusters = grouped(found, self._decisions.decided)
        made = {incident.id: (incident, c) for c in clusters for incident in (incident_of(c, self._known),)}
        home = {f.event.id: i for i, (_, c) in made.items() for f in (*c.facts, *c.denials)}
        parts = found.parts()
        self._shelf.put_homes(Kept(f.event.id, f.report, parts[f.event.id], home.get(f.event.id)) for f in facts)
        places = {f.place.id: f.place for f in facts if f.place is not None}
        gone = sorted({k.home for k in touched if k.home is not None})
        self._shelf.put_incidents(gone, [i for i, _ in made.values()], places)
        return made

    def _disputed(self, reports: Sequence[str], made: Mapping[str, tuple[Incident, Cluster]], gone: set[str]) -> None:
        """Settles again every question on which somebody's stand, or the incident that it is about, has changed."""
        before = self._shelf.stands_in(reports)
        homes: dict[str, dict[str, str]] = {}
        for kept in self._shelf.told_in(reports):
            if kept.home is not None:
                homes.setdefault(kept.report, {})[kept.event] = kept.home
        questions: set[Question] = set()
        for report in reports:
            page = self._pages[report]
            old = before.get(report, ())
            new = tuple(stands_of(page, homes.get(report, {}), self._known))
            if new != old:
                self._shelf.put_stands(report, published(page), new)
                questions.update(stand.key for stand in (*old, *new))
            about = gone | made.keys()
            questions.update(stand.key for stand in (*old, *new) if stand.key.incident in about)
        found = (
            dispute_of(question, self._shelf.stands_on(question), made.get(question.incident), self._known)
            for question in sorted(questions)
        )
        self._shelf.put_disputes(map(dispute_id, sorted(questions)), [d for d in found if d is not None])


def _moved(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The reports that are corrected otherwise than before."""
    return {r for r in {*before, *after} if before.get(r) != after.get(r)}
