"""FollowTheMoney entities, one a line: incidents as Event, reports as Article, actors by their kind.

All values are lists of strings, dates may be partial, ids are ours with a prefix.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from whosays.exporting.countries import country
from whosays.exporting.gathering import Gathered, Source, day, gather
from whosays.merging import Merged
from whosays.records import Actor, CodedReport, Incident, Interval, Place

NAME = "entities.ftm.json"
SCHEMAS = {
    "state": "PublicBody", "body": "PublicBody", "government": "PublicBody", "ministry": "PublicBody",
    "force": "PublicBody", "person": "Person", "company": "Company", "armed-group": "Organization",
    "party": "Organization", "organisation": "Organization", "media": "Organization",
}  # fmt: skip
_PARTIAL = {"year": 4, "month": 7, "quarter": 4, "season": 4}


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``entities.ftm.json``; parties that are no body and no person ("protesters") are names in the summary."""
    gathered = gather(records, merged.incidents)
    path = out / NAME
    with path.open("wb") as file:
        file.writelines(msgspec.json.encode(entity) + b"\n" for entity in entities(gathered, merged.incidents))
    return (path,)


def entities(gathered: Gathered, incidents: Sequence[Incident]) -> Iterator[dict[str, object]]:
    """The entities: actors, articles, events, each kind in the order of its ids."""
    parties = {a for i in incidents for a in (*i.actors, *i.recipients, *(r.party for r in i.responsibility))}
    for identifier in sorted(parties & gathered.actors.keys()):
        actor = gathered.actors[identifier]
        if actor.kind in SCHEMAS:
            yield _entity(_key(identifier), SCHEMAS[actor.kind], _actor(actor))
    for source in sorted({t.source for i in incidents for t in gathered.of(i)}):
        yield _entity(_key(source.id), "Article", _article(source))
    for incident in sorted(incidents, key=lambda i: i.id):
        yield _entity(_key(incident.id), "Event", _event(incident, gathered))


def _key(identifier: str) -> str:
    return f"whosays-{identifier.replace(':', '-').replace(' ', '_')}"


def _entity(key: str, schema: str, properties: dict[str, Iterable[str | None]]) -> dict[str, object]:
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _actor(actor: Actor) -> dict[str, Iterable[str | None]]:
    states = [country(code.code).iso2.lower() for code in actor.codes]
    return {"name": [actor.name], "country": states}


def _article(source: Source) -> dict[str, Iterable[str | None]]:
    return {
        "name": [source.title or source.id], "title": [source.title], "fileName": [source.id],
        "publishedAt": [day(source.published)], "publisher": [source.publisher],
        "sourceUrl": [source.url if (source.url or "").startswith(("http://", "https://")) else None],
    }  # fmt: skip


def _event(incident: Incident, gathered: Gathered) -> dict[str, Iterable[str | None]]:
    place, _ = gathered.place_of(incident)
    tellings = gathered.of(incident)
    known = [a for a in dict.fromkeys((*incident.actors, *incident.recipients)) if _known(a, gathered)]
    doing = ", ".join(map(gathered.name, incident.actors)) or "somebody"
    suffering = ", ".join(map(gathered.name, incident.recipients))
    what = " ".join(filter(None, (incident.type, incident.mode)))
    said = [
        f"{s.speaker.name}: {s.statement.act} - {s.words}"
        for s in gathered.said_of(incident)
        if s.speaker and s.statement.act in {"claim", "deny", "blame", "accuse"}
    ]
    return {
        "name": [f"{what}: {doing}{f' > {suffering}' if suffering else ''}{f', {place.name}' if place else ''}"],
        "startDate": [_partial(incident.when)],
        "summary": [t.words for t in tellings],
        "description": [f"Standing of the accounts: {incident.standing}", *said],
        "location": [_address(place)],
        "country": [country(place.country).iso2.lower() if place else None],
        "involved": [_key(a) for a in known],
        "proof": [_key(t.source.id) for t in tellings],
        "publisher": [t.source.publisher for t in tellings],
        "recordId": [incident.id],
    }


def _address(place: Place | None) -> str:
    return ", ".join(filter(None, (place.name, place.admin1, country(place.country).name))) if place else ""


def _known(actor: str, gathered: Gathered) -> bool:
    return actor in gathered.actors and gathered.actors[actor].kind in SCHEMAS


def _partial(when: Interval) -> str | None:
    """The first day, as finely as it is known."""
    return when.start[: _PARTIAL.get(when.precision or "", 10)] if when.start else None
