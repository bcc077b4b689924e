"""A coded report, opened: whom and what its mentions stand for, looked up at once however often it is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.merging.wordings import terms
from whosays.records import LEAD, Actor, CodedReport, Event, Link, Mention, Place, Statement

_LEAST = 3  # letters of a word in a name
_WORD = re.compile(r"[^\W\d_]+")
_TOWNS = ("geonames:", "place:")


class Page:
    """One coded report with its lookups; it never changes. ``gazetteer`` tells which names are outlets'."""

    def __init__(self, record: CodedReport, gazetteer: Gazetteer) -> None:
        self.record = record
        self._gazetteer = gazetteer
        self.mentions: dict[str, Mention] = {m.id: m for m in record.mentions}
        self.events: dict[str, Event] = {e.id: e for e in record.events}
        self.statements: dict[str, Statement] = {s.id: s for s in record.statements}
        self.entities: dict[str, Actor | Place] = {e.id: e for e in record.entities}
        self._links: dict[str, Link] = {}
        for link in record.links:
            self._links.setdefault(link.mention, link)

    def entity(self, mention: str | None) -> Actor | Place | None:
        """The actor or place that a mention was resolved to, as :meth:`CodedReport.entity` tells it."""
        seen: set[str] = set()
        current = mention
        while current is not None and current not in seen:
            seen.add(current)
            if current in self.entities:
                return self.entities[current]
            link = self._links.get(current)
            current = link.target if link else None
        return None

    def actor(self, mention: str | None) -> Actor | None:
        """The actor that a mention was resolved to; a place is none."""
        found = self.entity(mention)
        return found if isinstance(found, Actor) else None

    def speaker(self, statement: str | None) -> str | None:
        """The id of the actor whose word a statement is, where that is known."""
        told = self.statements.get(statement or "")
        found = self.actor(told.speaker) if told is not None else None
        return found.id if found is not None else None

    @cached_property
    def about(self) -> dict[str, tuple[tuple[Statement, str], ...]]:
        """Event id -> the statements that are about it, each with what the event is to it (claimed, denied ...)."""
        found: dict[str, list[tuple[Statement, str]]] = {}
        for statement in self.record.statements:
            for target in statement.about:
                found.setdefault(target.target, []).append((statement, target.as_))
        return {event: tuple(told) for event, told in found.items()}

    @cached_property
    def towns(self) -> frozenset[str]:
        """The ids of the towns that the report names anywhere."""
        linked = (self.entities.get(link.target or "") for link in self.record.links)
        return frozenset(e.id for e in linked if isinstance(e, Place) and e.id.startswith(_TOWNS))

    @cached_property
    def lead(self) -> frozenset[str]:
        """The words of headline and lead that say something, without their endings."""
        report = self.record.report
        return terms([report.title or "", report.text[report.body : report.body + LEAD]])

    @cached_property
    def names(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of the names in the report: those that few reports hold, and those that many do.

        Many hold the names of states and their people, of bodies and of whom the lists know; few those of towns and of
        anybody else.
        Those of outlets, which stand under every picture, say nothing of what a report is about.
        """
        few: set[str] = set()
        many: set[str] = set()
        for mention in self.record.mentions:
            if mention.form == "name" and mention.kind in {"actor", "place"}:
                found = self.entity(mention.id)
                if (found is None or found.id.startswith("own:")) and self._is_outlet(mention.name):
                    continue
                rare = (found is None or found.id.startswith((*_TOWNS, "own:"))) and not self.is_people(mention.name)
                (few if rare else many).update(_name_words(mention.name))
        return frozenset(few - many), frozenset(many)

    def is_people(self, name: str) -> bool:
        """Whether a name is that of the people of a state ("40 Palestinians"), and so of nobody in particular."""
        *before, last = name.split() or [""]
        counted = not any(word[0].isupper() for word in before[1:])
        return counted and self._gazetteer.state_of_people(last) is not None

    def _is_outlet(self, name: str) -> bool:
        bare = name.removeprefix("The ").removeprefix("the ")
        return any(self._gazetteer.publisher(n) is not None for n in (name, bare))


def _name_words(name: str) -> Iterator[str]:
    for word in _WORD.findall(name):
        if len(word) >= _LEAST and word[0].isupper():
            yield word.lower()


class Opened(Mapping[str, Page]):
    """Pages that are opened when they are first asked for, and then kept open."""

    def __init__(self, reports: Sequence[str], open_: Callable[[str], Page]) -> None:
        self._reports = dict.fromkeys(reports)
        self._open = open_
        self._opened: dict[str, Page] = {}

    def __getitem__(self, report: str) -> Page:
        if report not in self._opened:
            self._opened[report] = self._open(report)
            self._reports[report] = None
        return self._opened[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)


class Among(Mapping[str, Page]):
    """Some of many pages, in the order given."""

    def __init__(self, pages: Mapping[str, Page], reports: Sequence[str]) -> None:
        self._pages = pages
        self._reports = reports

    def __getitem__(self, report: str) -> Page:
        return self._pages[report]

    def __iter__(self) -> Iterator[str]:
        return iter(self._reports)

    def __len__(self) -> int:
        return len(self._reports)


class Known(msgspec.Struct, frozen=True):
    """What incidents and disputes are read out of: the reports by id, and who belongs to whom."""

    pages: Mapping[str, Page]
    gazetteer: Gazetteer

    def among(self, reports: Collection[str]) -> Known:
        """The same, with these reports alone, by id: what is looked up in them does not depend on all others."""
        return Known(Among(self.pages, sorted(reports)), self.gazetteer)

    def related(self, one: str, two: str) -> bool:
        """Whether one actor is the other or a part of it, by the lists or by its id ("ISR:force:army")."""
        return one == two or two in self._wholes(one) or one in self._wholes(two)

    def _wholes(self, identifier: str) -> frozenset[str]:
        steps = identifier.split(":")
        found = {":".join(steps[:n]) for n in range(1, len(steps))}
        waiting = [identifier]
        while waiting:
            actor = self.gazetteer.actor(waiting.pop())
            fresh = [p for p in (actor.part_of if actor else ()) if p not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return frozenset(found)
