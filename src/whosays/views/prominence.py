"""What a report is about: its events by prominence, and the incident that the most prominent ones belong to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from whosays.records import CodedReport, Event, Incident

_NEWS = 14  # days for which an incident is news
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
    """The incident that a report is about: of those that it tells of as news the one that most reports tell of.

    What lies long before its publication is told as background; it counts only where the report tells of nothing
    else. Of equals the more prominent one counts.

    Args:
        record: the coded report.
        incidents: what ``merge`` made of this report and others.
    """
    home = {event: incident for incident in incidents for event in incident.events}
    told = [home[event.id] for event in by_prominence(record) if event.id in home]
    news = [incident for incident in told if not _is_past(record, incident)] or told[:1]
    return max(news, key=lambda incident: len(incident.reports), default=None)


def _is_past(record: CodedReport, incident: Incident) -> bool:
    """Whether an incident had ended long before the report came out."""
    published, ended = record.report.published, incident.when.end
    if published is None or ended is None:
        return False
    try:
        days = date.fromisoformat(published[:10]) - date.fromisoformat(ended[:10])
    except ValueError:  # a year or month alone
        return False
    return days.days > _NEWS
