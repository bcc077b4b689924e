"""How records show themselves in a notebook: a report with its events and statements, an incident with its accounts.

``import whosays`` inside IPython registers :func:`html_of`; nothing is registered, and nothing loaded, anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Protocol

from whosays import views
from whosays.exporting.figures import highest, lowest
from whosays.records import Actor, CodedReport, Count, Event, Incident, Interval, Place, Span, Statement

_SHOWN = 50  # rows of a table


class Formatter(Protocol):
    """The part of IPython's formatter that is used here."""

    def for_type_by_name(self, module: str, name: str, func: object) -> object:
        """Use a function for a type that need not be loaded yet."""


def register(formatter: Formatter) -> None:
    """Let a notebook show coded reports and incidents by :func:`html_of`."""
    for kind in (CodedReport, Incident):
        formatter.for_type_by_name(kind.__module__, kind.__name__, html_of)


def html_of(record: CodedReport | Incident) -> str:
    """A record as HTML; whatever comes from a report is escaped."""
    return _incident(record) if isinstance(record, Incident) else _coded(record)


def _coded(record: CodedReport) -> str:
    report = record.report
    head = " \u00b7 ".join(filter(None, (report.publisher, report.published, report.url)))
    return "".join(
        (
            f"<h4>{escape(report.title or report.id)}</h4><p>{escape(head)}</p>",
            f"<p style='white-space:pre-wrap'>{_marked(record)}</p>",
            _table("Events", _EVENT, [_event(record, event) for event in record.events]),
            _table("Statements", _STATEMENT, [_statement(record, said) for said in record.statements]),
        )
    )


_EVENT = ("what", "status", "who", "to whom", "killed", "wounded", "where", "when", "words")
_STATEMENT = ("who", "act", "to whom", "words", "certainty")


def _event(record: CodedReport, event: Event) -> Sequence[str]:
    place = record.entity(event.place)
    return (
        _kind(event.type, event.mode),
        event.status,
        _names(views.actors(record, event)),
        _names(views.recipients(record, event)),
        _count(views.deaths(event)),
        _count(views.injuries(event)),
        place.name if isinstance(place, Actor | Place) else "",
        _when(event.when),
        _words(record, event.evidence),
    )


def _statement(record: CodedReport, said: Statement) -> Sequence[str]:
    speaker, addressee = views.party(record, said.speaker), views.party(record, said.addressee)
    return (
        speaker.name if speaker else "",
        said.act if said.status == "made" else f"{said.act} ({said.status})",
        addressee.name if addressee else "",
        _words(record, said.content or (said.cue,)),
        said.certainty,
    )


def _incident(incident: Incident) -> str:
    killed = (lowest(incident.tolls, "killed"), highest(incident.tolls, "killed"))
    rows = (
        ("what", _kind(incident.type, incident.mode)),
        ("status", incident.status),
        ("when", _when(incident.when)),
        ("where", incident.place or ""),
        ("who", ", ".join(incident.actors)),
        ("to whom", ", ".join(incident.recipients)),
        (
            "killed",
            ""
            if killed == (None, None)
            else f"{killed[0]} to {killed[1]}"
            if killed[0] != killed[1]
            else str(killed[0]),
        ),
        ("standing", f"{incident.standing}: {len(incident.reports)} reports, {len(incident.origins)} origins"),
        *((f"conflict: {c.field} ({c.kind})", " / ".join(c.values)) for c in incident.conflicts),
    )
    cells = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows if value)
    return f"<h4>incident {escape(incident.id)}</h4><table>{cells}</table>"


def _marked(record: CodedReport) -> str:
    """The text with the words of events (bold) and of statements (italic) set apart."""
    text = record.report.text
    marks = [(e.trigger, "b") for e in record.events] + [(s.cue, "i") for s in record.statements]
    made, position = [], 0
    for span, tag in sorted(marks, key=lambda mark: (mark[0].start, mark[0].end)):
        if span.start >= position:
            made.append(f"{escape(text[position : span.start])}<{tag}>{escape(text[span.start : span.end])}</{tag}>")
            position = span.end
    return "".join((*made, escape(text[position:])))


def _table(title: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows[:_SHOWN])
    more = f"<p>{len(rows) - _SHOWN} more</p>" if len(rows) > _SHOWN else ""
    return f"<h5>{title} ({len(rows)})</h5><table><tr>{head}</tr>{body}</table>{more}"


def _kind(type_: str, mode: str | None) -> str:
    return f"{type_} ({mode})" if mode else type_


def _names(parties: Iterable[views.Party]) -> str:
    return ", ".join(p.name if p.basis == "fact" else f"{p.name} ({p.basis})" for p in parties)


def _count(count: Count | None) -> str:
    if count is None:
        return ""
    if count.high is None:
        return f"at least {count.low}"
    return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"


def _when(when: Interval) -> str:
    return f"{when.start} ({when.precision}, {when.basis})" if when.start else ""


def _words(record: CodedReport, spans: Iterable[Span]) -> str:
    return " \u2026 ".join(" ".join(record.report.words(span).split()) for span in spans)
