"""What the formats of incidents need beside the incidents: reports pass once, and what is asked of them is kept.

An incident knows ids only. Here are the actors and places behind them, what each report tells of each event, and what
was said about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from whosays import views
from whosays.records import (
    Actor,
    CodedReport,
    Event,
    Incident,
    Interval,
    Place,
    PlacePrecision,
    Report,
    Span,
    Statement,
)
from whosays.views.subtypes import subtype

_FINENESS: tuple[PlacePrecision, ...] = ("exact", "near", "admin1", "country", "region", "unknown")


class Source(NamedTuple):
    """A report without its text."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    origin: str | None


class Telling(NamedTuple):
    """What one report tells of one event; ``words`` are those that it rests on."""

    source: Source
    event: Event
    words: str
    subtype: str | None
    actors: tuple[views.Party, ...]
    recipients: tuple[views.Party, ...]
    place: Place | None


class Said(NamedTuple):
    """A statement about an event (``target``), as what (``as_``), by whom, in which words."""

    source: Source
    statement: Statement
    target: str
    as_: str
    speaker: views.Party | None
    words: str


class Gathered(NamedTuple):
    """Tellings and statements by event, actors and places by id, reports by id."""

    actors: dict[str, Actor]
    places: dict[str, Place]
    tellings: dict[str, Telling]
    said: dict[str, list[Said]]
    sources: dict[str, Source]

    def of(self, incident: Incident) -> list[Telling]:
        """Who tells of an incident, the first report first."""
        found = [self.tellings[event] for event in incident.events if event in self.tellings]
        return sorted(found, key=lambda t: (t.source.published or "9", t.source.id, t.event.trigger))

    def said_of(self, incident: Incident) -> list[Said]:
        """What was said about an incident, in order of publication."""
        found = [said for event in incident.events for said in self.said.get(event, ())]
        return sorted(found, key=lambda s: (s.source.published or "9", s.source.id, s.statement.cue, s.target))

    def place_of(self, incident: Incident) -> tuple[Place | None, PlacePrecision]:
        """Where it was, and how near the place is to the deed by the report that knows it best."""
        place = self.places.get(incident.place or "")
        near = [t.event.place_precision for t in self.of(incident) if t.place and place and t.place.id == place.id]
        return place, min(near, key=_FINENESS.index, default="unknown")

    def name(self, actor: str) -> str:
        """What an actor is called; its id without the prefix where nobody knows it."""
        known = self.actors.get(actor)
        return known.name if known else actor.removeprefix("own:")


def gather(records: Iterable[CodedReport], incidents: Sequence[Incident]) -> Gathered:
    """What the reports tell of these incidents."""
    wanted = {event for incident in incidents for event in incident.events}
    found = Gathered({}, {}, {}, {}, {})
    for record in records:
        source = source_of(record.report)
        found.sources[source.id] = source
        for entity in record.entities:
            if isinstance(entity, Actor):
                found.actors[entity.id] = entity
            else:
                found.places[entity.id] = entity
        for event in record.events:
            if event.id in wanted:
                found.tellings[event.id] = _telling(record, source, event)
        for said in _said(record, source, wanted):
            found.said.setdefault(said.target, []).append(said)
    return found


def source_of(report: Report) -> Source:
    """A report without its text."""
    return Source(report.id, report.title, report.publisher, report.published, report.url, report.origin)


def words(record: CodedReport, spans: Iterable[Span]) -> str:
    """The words of spans on one line."""
    return " … ".join(" ".join(record.report.words(span).split()) for span in spans)


def day(moment: str | None) -> str | None:
    """The day of an ISO moment."""
    return moment[:10] if moment else None


def is_day(when: Interval) -> bool:
    """Whether the day, or less, is known."""
    return when.start is not None and when.precision in {"minute", "hour", "part-of-day", "day"}


def _telling(record: CodedReport, source: Source, event: Event) -> Telling:
    place = record.entity(event.place)
    return Telling(
        source=source,
        event=event,
        words=words(record, event.evidence),
        subtype=subtype(record, event),
        actors=views.actors(record, event),
        recipients=views.recipients(record, event),
        place=place if isinstance(place, Place) else None,
    )


def _said(record: CodedReport, source: Source, wanted: set[str]) -> Iterable[Said]:
    for statement in record.statements:
        for target in statement.about:
            if target.target in wanted:
                content = words(record, statement.content or (statement.cue,))
                speaker = views.party(record, statement.speaker)
                yield Said(source, statement, target.target, target.as_, speaker, content)
