"""The sides of disputes, each with its words: reports pass once, and of each only what a side rests on is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from whosays import views
from whosays.exporting.gathering import Source, source_of, words
from whosays.records import CodedReport, Dispute, Position, Span


class SideRow(NamedTuple):
    """A position in a dispute: its number, whose it is, what they answer, in which report and words."""

    dispute: Dispute
    number: int
    party: str | None
    answer: str | None
    source: Source | None
    words: str

    @property
    def position(self) -> Position:
        """The position that the row tells of."""
        return self.dispute.positions[self.number - 1]


class Sides:
    """The positions of all disputes, and what the reports that have passed tell of each."""

    def __init__(self, disputes: Iterable[Dispute]) -> None:
        self._disputes = tuple(disputes)
        positions = [p for d in self._disputes for p in d.positions]
        self._names: dict[str, str] = {}
        self._named = {name for p in positions for name in (p.party, p.answer) if name}
        self._statements = {p.statement: "" for p in positions if p.statement}
        self._spans: dict[str, dict[Span, str]] = {}
        self._sources: dict[str, Source] = {}
        for span in (s for p in positions for s in p.spans):
            self._spans.setdefault(span.report, {})[span] = ""

    def passing(self, records: Iterable[CodedReport]) -> Iterator[CodedReport]:
        """The same reports; what the sides need of them is kept as they go by."""
        for record in records:
            self._keep(record)
            yield record

    def rows(self) -> Iterator[SideRow]:
        """A row for each position, in the order of the disputes."""
        for dispute in self._disputes:
            for number, position in enumerate(dispute.positions, start=1):
                source = self._sources.get(position.spans[0].report) if position.spans else None
                told = " … ".join(filter(None, (self._spans[s.report][s] for s in position.spans)))
                answer = self._names.get(position.answer or "", position.answer)
                yield SideRow(dispute, number, self._party(position, source), answer, source, told)

    def _keep(self, record: CodedReport) -> None:
        for entity in record.entities:
            if entity.id in self._named:
                self._names.setdefault(entity.id, entity.name)
        spans = self._spans.get(record.report.id)
        if spans is None:
            return
        self._sources[record.report.id] = source_of(record.report)
        for span in spans:
            spans[span] = words(record, (span,))
        for statement in record.statements:
            speaker = views.party(record, statement.speaker) if statement.id in self._statements else None
            if speaker:
                self._statements[statement.id] = speaker.name

    def _party(self, position: Position, source: Source | None) -> str | None:
        """The party's name; what the report calls it where it is not known; else the outlet, in its own voice."""
        if position.party:
            return self._names.get(position.party, position.party)
        speaker = self._statements.get(position.statement or "")
        return speaker or (source.publisher if source else None)
