"""One incident: its evidence report by report, its numbers by source, who is held responsible by whom, and why."""

from __future__ import annotations

import msgspec

from whosays import briefing
from whosays.briefing import Note, Paragraph, Period
from whosays.briefing.deeds import words_of
from whosays.records import CodedReport, Conflict, Event, Incident, Place, Reason, Statement
from whosays.web.asked import Asked, View
from whosays.web.quoting import Named, Quote, Verdict, in_force, quote
from whosays.web.telling import EventCard, TollLine, event_card, tolls
from whosays.web.wordings import STATUS_WORDS, basis, incident_title, interval, with_names

MOST_TELLINGS = 60


class HeldLine(View, frozen=True, kw_only=True):
    """Who is said to have done it: ``act`` is what ``by`` does (claims, denies, blames ...); None is the outlet.

    ``speaker`` are the words for a speaker whom nobody knows ("Moscow and Kyiv" that trade blame).
    """

    party: Named
    act: str
    by: Named | None
    speaker: str | None = None
    quote: Quote | None


class Telling(View, frozen=True, kw_only=True):
    """What one report tells of it."""

    report: str
    title: str | None
    publisher: str | None
    published: str | None
    origin: str | None
    url: str | None
    events: tuple[EventCard, ...]


class IncidentView(View, frozen=True, kw_only=True):
    """An incident with everything that it rests on. ``left_out`` counts reports for which there was no room."""

    incident: Incident
    title: str
    status: str
    when: str
    basis: str
    place: Named | None
    lat: float | None
    lon: float | None
    summary: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    tolls: tuple[TollLine, ...]
    held: tuple[HeldLine, ...]
    conflicts: tuple[Conflict, ...]
    disputes: tuple[Named, ...]
    reasons: tuple[Reason, ...]
    tellings: tuple[Telling, ...]
    left_out: int
    verdicts: tuple[Verdict, ...]


def incident(asked: Asked) -> IncidentView:
    """One incident. An id that was merged away leads to what it is part of now."""
    found = asked.store.screens.incident(asked.path["id"])
    shown = found.reports[:MOST_TELLINGS]
    records = {report: asked.store.coded(report) for report in shown}
    ids = (found.place, *found.actors, *found.recipients, *(i for r in found.responsibility for i in (r.party, r.by)))
    names = asked.store.screens.names(ids)
    place = asked.store.screens.entity(found.place) if found.place in names else None
    summary = briefing.compose(records.values(), [found], [], Period())
    paragraphs = tuple(p for s in summary.sections for p in s.paragraphs if p.record == found.id)
    called = {number for p in paragraphs for s in p.sentences for number in s.notes}
    known = {e.id: e.name for record in records.values() for e in record.entities} | names
    return IncidentView(
        incident=found,
        title=incident_title(found.type, found.mode, names.get(found.place or ""), found.when.start),
        status=STATUS_WORDS[found.status],
        when=interval(found.when),
        basis=basis(found.when),
        place=Named(id=found.place, name=names[found.place]) if found.place in names else None,
        lat=place.lat if isinstance(place, Place) else None,
        lon=place.lon if isinstance(place, Place) else None,
        summary=paragraphs,
        notes=tuple(n for n in summary.notes if n.number in called),
        actors=tuple(_named(i, names) for i in found.actors),
        recipients=tuple(_named(i, names) for i in found.recipients),
        tolls=tuple(line for record, event in _told(found, records) for line in tolls(record, event)),
        held=_held(found, records, names),
        conflicts=tuple(_worded(c, known) for c in found.conflicts),
        disputes=tuple(Named(id=d.id, name=d.about) for d in asked.store.screens.disputes_on(found.id)),
        reasons=tuple(_reworded(r, known) for r in found.reasons),
        tellings=tuple(_telling(found, records[report]) for report in shown),
        left_out=len(found.reports) - len(shown),
        verdicts=in_force(asked.store.screens.judgements_on(found.events)),
    )


def _named(identifier: str, names: dict[str, str]) -> Named:
    return Named(id=identifier, name=names.get(identifier, identifier))


def _worded(conflict: Conflict, names: dict[str, str]) -> Conflict:
    return msgspec.structs.replace(
        conflict,
        values=tuple(with_names(value, names) for value in conflict.values),
        reasons=tuple(_reworded(reason, names) for reason in conflict.reasons),
    )


def _reworded(reason: Reason, names: dict[str, str]) -> Reason:
    return msgspec.structs.replace(reason, detail=with_names(reason.detail, names))


def _told(found: Incident, records: dict[str, CodedReport]) -> list[tuple[CodedReport, Event]]:
    own = frozenset(found.events)
    return [(r, e) for report in records for r in (records[report],) for e in r.events if e.id in own]


def _held(found: Incident, records: dict[str, CodedReport], names: dict[str, str]) -> tuple[HeldLine, ...]:
    statements: dict[str, tuple[CodedReport, Statement]] = {
        s.id: (record, s) for record in records.values() for s in record.statements
    }
    events = {event.id: (record, event) for record, event in _told(found, records)}
    lines = []
    for one in found.responsibility:
        words = speaker = None
        if one.statement in statements:
            record, statement = statements[one.statement]
            words = quote(record.report, words_of(statement)[0])
            said_by = record.mention(statement.speaker)
            speaker = said_by.name if said_by is not None else None
        elif one.event in events:
            record, event = events[one.event]
            words = quote(record.report, event.evidence[0])
        by = _named(one.by, names) if one.by else None
        lines.append(HeldLine(party=_named(one.party, names), act=one.act, by=by, speaker=speaker, quote=words))
    return tuple(lines)


def _telling(found: Incident, record: CodedReport) -> Telling:
    own = frozenset(found.events)
    report = record.report
    return Telling(
        report=report.id,
        title=report.title,
        publisher=report.publisher,
        published=report.day,
        origin=report.origin,
        url=report.url,
        events=tuple(event_card(record, e, found.id) for e in record.events if e.id in own),
    )
