"""An Atom feed of incidents, the newest first, for feed readers and alerts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from whosays.exporting.figures import highest, lowest
from whosays.exporting.gathering import Gathered, gather
from whosays.merging import Merged
from whosays.records import CodedReport, Incident

NAME = "incidents.atom"
ENTRIES = 200
_FIRST = "1970-01-01"


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``incidents.atom``: the newest incidents by the first report that tells of each."""
    gathered = gather(records, merged.incidents)
    newest = sorted(merged.incidents, key=lambda i: (_span(i, gathered), i.id), reverse=True)[:ENTRIES]
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _put(feed, "id", "urn:whosays:incidents")
    _put(feed, "title", "Whosays: incidents")
    _put(SubElement(feed, "author"), "name", "Whosays")
    _put(feed, "updated", _moment(max((_span(i, gathered)[1] for i in newest), default=_FIRST)))
    for incident in newest:
        _entry(SubElement(feed, "entry"), incident, gathered)
    indent(feed)
    path = out / NAME
    ElementTree(feed).write(path, encoding="utf-8", xml_declaration=True)
    return (path,)


def _entry(entry: Element, incident: Incident, gathered: Gathered) -> None:
    first, last = _span(incident, gathered)
    _put(entry, "id", f"urn:whosays:incident:{incident.id}")
    _put(entry, "title", title(incident, gathered))
    _put(entry, "published", _moment(first))
    _put(entry, "updated", _moment(last))
    for telling in gathered.of(incident):
        if (telling.source.url or "").startswith(("http://", "https://")):
            SubElement(entry, "link", rel="via", href=_plain(telling.source.url or ""))
    _put(entry, "content", _summary(incident, gathered))


def _put(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = _plain(text)


def _plain(text: str) -> str:
    """Text without the signs that XML cannot hold."""
    return "".join(c for c in text if c >= " " or c in "\t\n")


def title(incident: Incident, gathered: Gathered) -> str:
    """An incident in a line: what, by whom, to whom, where, when."""
    place, _ = gathered.place_of(incident)
    doing = ", ".join(map(gathered.name, incident.actors))
    suffering = ", ".join(map(gathered.name, incident.recipients))
    what = f"{incident.type}{f' ({incident.mode})' if incident.mode else ''}"
    parties = " > ".join(filter(None, (doing, suffering)))
    when = (incident.when.start or "")[:10]
    return ", ".join(filter(None, (f"{what}: {parties}" if parties else what, place.name if place else "", when)))


def _summary(incident: Incident, gathered: Gathered) -> str:
    tellings = gathered.of(incident)
    low, high = lowest(incident.tolls, "killed"), highest(incident.tolls, "killed")
    killed = "" if high is None else f"killed: {low}" if low == high else f"killed: {low} to {high}"
    standing = f"{incident.standing}: {len(incident.reports)} reports, {len(incident.origins)} origins"
    words = [f"{t.source.publisher or 'a report'}: {t.words}" for t in tellings]
    return "\n".join(filter(None, (standing, killed, *words)))


def _span(incident: Incident, gathered: Gathered) -> tuple[str, str]:
    """When the first and the last report of it was published."""
    told = sorted((t.source.published or _FIRST) for t in gathered.of(incident)) or [_FIRST]
    return told[0], told[-1]


def _moment(published: str) -> str:
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
