"""PLOVER's JSON: an object a line for each row of the event table, with the fields of its draft 2.0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from whosays import ontology, views
from whosays.exporting.gathering import day, words
from whosays.exporting.parties import codes_on
from whosays.merging import Merged
from whosays.records import Actor, CodedReport, Event, Place, Statement

NAME = "plover.jsonl"
_FINENESS = {"country": 1, "region": 1, "admin1": 2, "near": 4, "exact": 4, "unknown": None}
_LENGTH_OF_STATE = 3


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``plover.jsonl``. Incidents are not asked: a row is what one report tells."""
    del merged
    path = out / NAME
    with path.open("wb") as file:
        for record in records:
            file.writelines(msgspec.json.encode(row) + b"\n" for row in rows(record))
    return (path,)


def rows(record: CodedReport) -> Iterator[dict[str, object]]:
    """The rows of a report."""
    events = {event.id: event for event in record.events}
    statements = {statement.id: statement for statement in record.statements}
    for row in views.event_rows(record):
        source = events.get(row.source) or statements[row.source]
        yield _row(record, row, source)


def _row(record: CodedReport, row: views.EventRow, source: Event | Statement) -> dict[str, object]:
    known = ontology.load()
    report = record.report
    spans = source.evidence if isinstance(source, Event) else (source.cue, *source.content)
    event = source if isinstance(source, Event) else None
    return {
        "id": f"{row.source}-{row.type}",
        "has_event": True,
        "date": day(row.when.start) or day(report.published),
        "enddate": day(row.when.end),
        "date_basis": row.when.basis if row.when.start else "publication",
        "actor": [_entity(record, who, row.when.start) for who in row.actors],
        "recipient": [_entity(record, who, row.when.start) for who in row.recipients],
        "event": [row.type],
        "mode": row.mode,
        "context": list(event.contexts) if event else [],
        "quad_code": known.classes[row.type].quad,
        "event_scale": known.score(row.type, row.mode),
        "cameo": row.cameo,
        "verbal": row.verbal,
        "status": source.status,
        "event_loc": _location(record, row.place, event),
        "event_text": words(record, spans),
        "size": _size(event),
        "text_info": {"report": report.id, "start": spans[0].start, "end": spans[-1].end},
        "cite_info": {
            "citation": report.id, "url": report.url, "title": report.title, "language": report.language,
            "publication": report.publisher,
        },
        "coder": source.made_by,
    }  # fmt: skip


def _entity(record: CodedReport, who: views.Party, on: str | None) -> dict[str, object]:
    entity = record.entity(who.mention)
    said = record.mention(who.mention)
    codes = sorted(codes_on(entity, day(on))) if isinstance(entity, Actor) else []
    states = [code for code in codes if len(code) == _LENGTH_OF_STATE and code not in _SECTORS]
    sectors = [code for code in codes if code in _SECTORS]
    return {
        "code": "/".join(states), "sector": "/".join(sectors), "entity_text": said.name if said else who.name,
        "identifier_id": who.entity, "identifier_text": who.name, "basis": who.basis,
    }  # fmt: skip


_SECTORS = frozenset(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO UNO EUR
    NGO ISM IMG MNC""".split()
)


def _location(record: CodedReport, mention: str | None, event: Event | None) -> dict[str, object] | None:
    place, said = record.entity(mention), record.mention(mention)
    if not isinstance(place, Place):
        return None
    return {
        "extracted_place": said.name if said else None, "resolved_place": place.name, "geonameid": place.geonames,
        "lat": place.lat, "lon": place.lon, "province": place.admin1, "country_code": place.country,
        "feature_code": place.feature, "resolution": _FINENESS[event.place_precision] if event else None,
    }  # fmt: skip


def _size(event: Event | None) -> dict[str, int | None]:
    if event is None:
        return {}
    dead, injured = views.deaths(event), views.injuries(event)
    arrested = [t.count.low for t in event.tolls if t.effect == "arrested" and t.count.low is not None]
    return {
        "dead": dead.low if dead else None,
        "injured": injured.low if injured else None,
        "arrested": min(arrested, default=None),
    }
