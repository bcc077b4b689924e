"""One record for reading: what it is, line by line, and the words it rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from whosays import views
from whosays.records import AnyRecord, CodedReport, Dispute, Event, Incident, Span, Statement, Story

if TYPE_CHECKING:
    from whosays.store import Store

_WIDTH = 100
_SIGNS = 4


def as_json(store: Store, record: AnyRecord) -> str:  # noqa: ARG001 - one signature for all formats
    """The record as JSON, for reading."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def as_text(store: Store, record: AnyRecord) -> str:
    """The record in words: events, statements, incidents, disputes and reports; whatever else as JSON."""
    match record:
        case CodedReport():
            lines = _report(record)
        case Event() | Statement():
            coded = store.coded(record.trigger.report if isinstance(record, Event) else record.cue.report)
            lines = _event(coded, record) if isinstance(record, Event) else _statement(coded, record)
        case Incident():
            lines = _incident(store, record)
        case Story():
            lines = _story(store, record)
        case Dispute():
            lines = _dispute(store, record)
        case _:
            return as_json(store, record)
    return "\n".join(lines) + "\n"


FORMATS: dict[str, Callable[[Store, AnyRecord], str]] = {"text": as_text, "json": as_json}


def _field(name: str, value: object) -> Iterator[str]:
    if value not in (None, "", ()):
        yield from textwrap.wrap(f"{name + ':':<14}{value}", _WIDTH, subsequent_indent=" " * 14)


def _words(coded: CodedReport, spans: Iterable[Span]) -> str:
    return " … ".join(f"“{' '.join(coded.report.words(span).split())}” [{span.start}-{span.end}]" for span in spans)


def _names(parties: Iterable[views.Party]) -> str:
    return "; ".join(p.name if p.basis == "fact" else f"{p.name} ({p.basis})" for p in parties)


def _likely(parties: Iterable[views.Likely]) -> str:
    return "; ".join(f"{p.name} ({p.score:.2f})" for p in parties)


def _report(coded: CodedReport) -> Iterator[str]:
    report = coded.report
    yield f"report {report.id}"
    for name in ("title", "publisher", "published", "origin", "byline", "dateline", "dateline_date", "url", "revises"):
        yield from _field(name.replace("_", " "), getattr(report, name))
    yield ""
    for paragraph in report.text.splitlines():
        yield from textwrap.wrap(paragraph, _WIDTH) or [""]
    for event in coded.events:
        yield from ("", *_event(coded, event))
    for statement in coded.statements:
        yield from ("", *_statement(coded, statement))


def _sureness(event: Event) -> str:
    """How sure a row is, and the signs that weigh most."""
    signs = ", ".join(f"{r.detail} ({r.weight:+.1f})" for r in event.reasons[:_SIGNS])
    return f"{event.confidence:.2f}{f': {signs}' if signs else ''}"


def _event(coded: CodedReport, event: Event) -> Iterator[str]:
    yield f"event {event.id}: {event.type}{f' / {event.mode}' if event.mode else ''}, {event.status}"
    yield from _field("actors", _names(views.actors(coded, event)))
    yield from _field("recipients", _names(views.recipients(coded, event)))
    yield from _field("perhaps by", _likely(views.candidates(coded, event, "actor")))
    yield from _field("perhaps to", _likely(views.candidates(coded, event, "recipient")))
    place = views.party(coded, event.place)
    yield from _field("place", f"{place.name} ({event.place_precision})" if place else None)
    yield from _field("confidence", _sureness(event))
    when = event.when
    yield from _field(
        "when", f"{when.start} to before {when.end} ({when.precision}, {when.basis})" if when.start else ""
    )
    for toll in event.tolls:
        yield from _field("toll", f"{toll.effect} ({toll.party}): {_words(coded, [toll.span])}")
    for statement in views.told_by(coded, event):
        yield from _field("told by", f"{statement.id}: {_speaker(coded, statement)}, {statement.act}")
    yield from _field("evidence", _words(coded, event.evidence))
    yield from _field("made by", event.made_by)


def _speaker(coded: CodedReport, statement: Statement) -> str:
    speaker = views.party(coded, statement.speaker)
    return speaker.name if speaker else "unnamed"


def _statement(coded: CodedReport, statement: Statement) -> Iterator[str]:
    yield f"statement {statement.id}: {_speaker(coded, statement)}, {statement.act}, {statement.status}"
    relays = [party.name for relay in statement.relay if (party := views.party(coded, relay))]
    yield from _field("through", "; ".join(relays))
    addressee = views.party(coded, statement.addressee)
    yield from _field("to", addressee.name if addressee else None)
    yield from _field("said", _words(coded, statement.content))
    yield from _field("quoted", statement.quoted if statement.quoted != "none" else None)
    yield from _field("certainty", statement.certainty if statement.certainty != "certain" else None)
    for target in statement.about:
        yield from _field("about", f"{target.target} ({target.as_})")
    for proposition in statement.propositions:
        subject = views.party(coded, proposition.subject)
        about = ", ".join(p for p in (subject.name if subject else None, proposition.value) if p)
        yield from _field("holds", f"{proposition.kind} is {proposition.holds}{f' ({about})' if about else ''}")
    yield from _field("cue", _words(coded, [statement.cue]))
    yield from _field("made by", statement.made_by)


def _incident(store: Store, incident: Incident) -> Iterator[str]:
    yield f"incident {incident.id}: {incident.type}{f' / {incident.mode}' if incident.mode else ''}, {incident.status}"
    when = incident.when
    yield from _field(
        "when", f"{when.start} to before {when.end} ({when.precision}, {when.basis})" if when.start else ""
    )
    names = _Names(store)
    yield from _field("place", names(incident.place))
    yield from _field("actors", "; ".join(map(names, incident.actors)))
    yield from _field("recipients", "; ".join(map(names, incident.recipients)))
    yield from _field(
        "standing", f"{incident.standing}: {len(incident.reports)} reports, {len(incident.origins)} origins"
    )
    for one in incident.responsibility:
        by = f" by {names(one.by)}" if one.by else ""
        yield from _field("responsible", f"{names(one.party)}: {one.act}{by} (statement {one.statement})")
    for conflict in incident.conflicts:
        yield from _field("conflict", f"{conflict.field}, {conflict.kind}: {' / '.join(conflict.values)}")
    for reason in incident.reasons:
        yield from _field("because", f"{reason.detail} ({reason.rule}, {reason.weight:+g})")
    by_report = {report: store.coded(report) for report in incident.reports}
    for coded in by_report.values():
        for event in coded.events:
            if event.id in incident.events:
                day = coded.report.published or "no date"
                yield from ("", f"{coded.report.publisher or 'unnamed publisher'}, {day}, report {coded.report.id}")
                yield from _event(coded, event)


class _Names:
    """What to call an entity: its name and its id."""

    def __init__(self, store: Store) -> None:
        self._names = {entity.id: entity.name for entity in store.entities()}

    def __call__(self, identifier: str | None) -> str:
        name = self._names.get(identifier or "")
        return f"{name} [{identifier}]" if name else identifier or ""


def _story(store: Store, story: Story) -> Iterator[str]:
    yield f"story {story.id}: {story.since} to {story.until}"
    yield from _field(
        "told by", f"{len(story.reports)} reports, {len(story.publishers)} publishers, {len(story.origins)} origins"
    )
    yield from _field("about", "; ".join(dict.fromkeys(store.screens.names(story.subjects).values())))
    for identifier in story.reports:
        report = store.coded(identifier).report
        told = report.title or " ".join(report.text[report.body : report.body + _WIDTH].split())
        yield from _field("report", f"{identifier} {(report.published or '')[:10]} {report.publisher or ''}: {told}")
    for identifier in story.incidents:
        yield from _field("incident", identifier)
    for reason in story.reasons[:_REASONS]:
        yield from _field("because", reason.detail)


_REASONS = 12  # shown of what ties a story's reports


def _dispute(store: Store, dispute: Dispute) -> Iterator[str]:
    names = _Names(store)
    yield f"dispute {dispute.id}: {dispute.about} ({dispute.kind})"
    for position in dispute.positions:
        yield from ("", *_field("party", names(position.party)), *_field("holds", position.holds))
        yield from _field("answer", names(position.answer) if dispute.kind == "responsible" else position.answer)
        yield from _field("since", position.since)
        for span in position.spans:
            yield from _field("words", _words(store.coded(span.report), [span]))
        yield from _field("statement", position.statement)
