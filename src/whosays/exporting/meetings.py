"""iCalendar: meetings that reports announce, each on its day, with the words and the report in its description."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from whosays.exporting.gathering import Gathered, gather, is_day
from whosays.merging import Merged
from whosays.records import CodedReport, Incident

if TYPE_CHECKING:
    from icalendar import Event

NAME = "meetings.ics"
_FIRST = "1970-01-01"


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``meetings.ics``: planned incidents of class CONSULT whose days are known."""
    from icalendar import Calendar  # noqa: PLC0415 - only this format needs it

    gathered = gather(records, merged.incidents)
    calendar = Calendar()
    calendar.add("prodid", "-//Whosays//announced meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Announced meetings")
    for incident in sorted(merged.incidents, key=lambda i: (i.when.start or "", i.id)):
        if incident.type == "CONSULT" and incident.status == "planned" and _dated(incident):
            calendar.add_component(_entry(incident, gathered))
    path = out / NAME
    path.write_bytes(calendar.to_ical())
    return (path,)


def _dated(incident: Incident) -> bool:
    return is_day(incident.when) or incident.when.precision in {"weekend", "week"}


def _entry(incident: Incident, gathered: Gathered) -> Event:
    from icalendar import Event  # noqa: PLC0415

    tellings = gathered.of(incident)
    place, _ = gathered.place_of(incident)
    names = list(map(gathered.name, (*incident.actors, *incident.recipients)))
    entry = Event()
    entry.add("uid", f"{incident.id}@whosays")
    entry.add("summary", f"Meeting: {', '.join(names)}" if names else "Meeting")
    start, end = incident.when.start or _FIRST, incident.when.end
    if "T" in start:
        entry.add("dtstart", datetime.fromisoformat(start))
    else:
        entry.add("dtstart", date.fromisoformat(start))
        entry.add("dtend", date.fromisoformat(end[:10]) if end else date.fromisoformat(start) + timedelta(days=1))
    # The stamp is the day of the last report, so that the file is the same on every run.
    stamp = max(((t.source.published or _FIRST)[:10] for t in tellings), default=_FIRST)
    entry.add("dtstamp", datetime.fromisoformat(stamp).replace(tzinfo=UTC))
    if place:
        entry.add("location", place.name)
    told = [f"{t.source.publisher or 'a report'}, {t.source.published or 'undated'}: {t.words}" for t in tellings]
    entry.add("description", "\n".join(told))
    entry.add("status", "TENTATIVE")
    if url := next((t.source.url for t in tellings if t.source.url), None):
        entry.add("url", url)
    return entry
