"""What a report is about: its events by prominence, and the incident that the most prominent ones belong to."""

from __future__ import annotations

from collections.abc import Iterable

from whosays.records import CodedReport, Event, Incident

_HAPPENED = ("happened", "ongoing", "attempted")


def leading_event(record: CodedReport) -> Event | None:
    """The event that a report is about: see :func:`by_prominence`; None where it tells of none."""
    return next(iter(by_prominence(record)), None)


def by_prominence(record: CodedReport) -> tuple[Event, ...]:
    """The report's events, the one that it is about first.

    Headline and lead go before the rest, within each what happened before what did not, then what is told first.
    """

    def rank(event: Event) -> tuple[bool, bool, int]:
        return (not _leads(record, event), event.status not in _HAPPENED, event.trigger.start)

    return tuple(sorted(record.events, key=rank))


def _leads(record: CodedReport, event: Event) -> bool:
    """Whether an event is told in headline or lead."""
    return record.report.leads(event.trigger)


def leading_incident(record: CodedReport, incidents: Iterable[Incident]) -> Incident | None:
    """The incident that a report is about: of those in its headline and lead the one that most reports tell of.

    Of equals the more prominent one counts, and where headline and lead tell of none, the first that comes later.

    Args:
        record: the coded report.
        incidents: what ``merge`` made of this report and others.
    """
    home = {event: incident for incident in incidents for event in incident.events}
    told = [event for event in by_prominence(record) if event.id in home]
    leading = [home[event.id] for event in told if _leads(record, event)] or [home[event.id] for event in told[:1]]
    return max(leading, key=lambda incident: len(incident.reports), default=None)
