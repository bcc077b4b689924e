"""STIX 2.1: incidents, who is said to have done them, the reports that tell of them, and denials as opinions.

Ids are UUIDs of version 5 over our own ids and times are those of the reports, so that a second import changes nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from whosays.errors import MissingPackageError
from whosays.exporting.countries import country
from whosays.exporting.feed import title
from whosays.exporting.gathering import Gathered, Said, Source, gather
from whosays.merging import Merged
from whosays.records import Actor, CodedReport, Incident, Place

if TYPE_CHECKING:
    from stix2.v21 import _STIXBase21 as Thing

NAME = "bundle.stix.json"
# The namespace that the STIX 2.1 specification gives for deterministic ids.
_NAMESPACE = uuid.UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
_FIRST = "1970-01-01"
_THREATS = frozenset({"armed-group"})
_CLASSES = {
    "person": "individual", "people": "group", "company": "organization", "unknown": "unknown"
}  # fmt: skip
_SURE = {"claim": 70, "blame": 40, "accuse": 40, "deny": 40}


class Stamped(TypedDict):
    """When an object was made and changed; the same for all that rests on one report."""

    created: datetime
    modified: datetime


def write(records: Iterable[CodedReport], merged: Merged, out: Path) -> tuple[Path, ...]:
    """Write ``bundle.stix.json``.

    Raises:
        MissingPackageError: stix2 is not installed.
    """
    try:
        import stix2  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingPackageError("stix2", "stix") from error

    gathered = gather(records, merged.incidents)
    things = {thing["id"]: thing for thing in _Maker(gathered).things(merged.incidents)}
    bundle = stix2.v21.Bundle(id=_id("bundle", *sorted(things)), objects=[things[key] for key in sorted(things)])
    path = out / NAME
    path.write_text(bundle.serialize(pretty=True) + "\n", encoding="utf-8")
    return (path,)


class _Maker:
    """Makes the objects, each once."""

    def __init__(self, gathered: Gathered) -> None:
        import stix2  # noqa: PLC0415 - an extra

        self._v21 = stix2.v21
        self._gathered = gathered
        self._ids: dict[str, str] = {}

    def things(self, incidents: Sequence[Incident]) -> Iterator[Thing]:
        told_in: dict[Source, list[str]] = {}
        for incident in incidents:
            yield from self._incident(incident)
            for telling in self._gathered.of(incident):
                told_in.setdefault(telling.source, []).append(_id("incident", incident.id))
        for source, about in sorted(told_in.items()):
            yield from self._report(source, sorted(set(about)))

    def _incident(self, incident: Incident) -> Iterator[Thing]:
        tellings = self._gathered.of(incident)
        times = [telling.source.published or _FIRST for telling in tellings] or [_FIRST]
        stamp = _stamp(min(times), max(times))
        key = _id("incident", incident.id)
        yield self._v21.Incident(
            id=key,
            name=title(incident, self._gathered),
            description="\n".join(f"{t.source.publisher or 'a report'}: {t.words}" for t in tellings),
            labels=sorted({incident.type.lower(), *([incident.mode] if incident.mode else []), incident.standing}),
            external_references=[{"source_name": "whosays", "external_id": incident.id}],
            **stamp,
        )
        place, precision = self._gathered.place_of(incident)
        if place and place.country:
            where = self._location(place)
            yield where
            yield self._relation(key, "located-at", where["id"], stamp, f"precision: {precision}")
        for party in incident.actors:
            who = self._actor(party)
            yield who
            yield self._relation(key, "attributed-to", who["id"], stamp, "as the reports tell it")
        for said in self._gathered.said_of(incident):
            yield from self._word(said, key)

    def _word(self, said: Said, about: str) -> Iterator[Thing]:
        """A claim or blame as a relation, a denial as an opinion on the incident."""
        act = said.statement.act
        if (
            said.speaker is None
            or said.speaker.entity is None
            or act not in _SURE
            or said.statement.status == "negated"
        ):
            return
        times = said.source.published or _FIRST
        stamp = _stamp(times, times)
        who = self._actor(said.speaker.entity)
        yield who
        if act == "deny":
            yield self._v21.Opinion(
                id=_id("opinion", said.statement.id, about),
                opinion="strongly-disagree",
                explanation=said.words,
                authors=[said.speaker.name],
                object_refs=[about],
                **stamp,
            )
        elif act == "claim":
            yield self._relation(about, "attributed-to", who["id"], stamp, f"claims it: {said.words}", _SURE[act])
        else:
            for held in said.statement.propositions:
                responsible = self._responsible(said, held.subject) if held.kind == "responsible" else None
                if responsible is not None:
                    yield responsible
                    words = f"{said.speaker.name} says so: {said.words}"
                    yield self._relation(about, "attributed-to", responsible["id"], stamp, words, _SURE[act])

    def _responsible(self, said: Said, mention: str | None) -> Thing | None:
        """Whom somebody holds responsible, where it is one of those that the incident's reports name."""
        telling = self._gathered.tellings.get(said.target)
        parties = telling.actors if telling else ()
        found = next((party.entity for party in parties if party.mention == mention and party.entity), None)
        return self._actor(found) if found else None

    def _actor(self, identifier: str) -> Thing:
        known = self._gathered.actors.get(identifier, Actor(id=identifier, name=identifier.removeprefix("own:")))
        stamp = _stamp(_FIRST, _FIRST)
        if known.kind in _THREATS:
            return self._v21.ThreatActor(id=_id("threat-actor", identifier), name=known.name, **stamp)
        kind = _CLASSES.get(known.kind, "organization")
        return self._v21.Identity(id=_id("identity", identifier), name=known.name, identity_class=kind, **stamp)

    def _location(self, place: Place) -> Thing:
        point = (
            {"latitude": place.lat, "longitude": place.lon} if place.lat is not None and place.lon is not None else {}
        )
        area = {"administrative_area": place.admin1} if place.admin1 else {}
        iso2 = country(place.country).iso2 or place.country
        return self._v21.Location(
            id=_id("location", place.id), name=place.name, country=iso2, **point, **area, **_stamp(_FIRST, _FIRST)
        )

    def _report(self, source: Source, about: list[str]) -> Iterator[Thing]:
        published = source.published or _FIRST
        stamp = _stamp(published, published)
        more = {}
        if source.publisher:
            publisher = self._v21.Identity(
                id=_id("identity", "publisher", source.publisher),
                name=source.publisher,
                identity_class="organization",
                **_stamp(_FIRST, _FIRST),
            )
            yield publisher
            more["created_by_ref"] = publisher["id"]
        reference = {"source_name": source.publisher or "report", "external_id": source.id}
        if source.url:
            reference["url"] = source.url
        yield self._v21.Report(
            id=_id("report", source.id),
            name=source.title or source.id,
            published=_moment(published),
            object_refs=about,
            external_references=[reference],
            **more,
            **stamp,
        )

    def _relation(
        self, source: str, kind: str, target: str, stamp: Stamped, words: str, confidence: int | None = None
    ) -> Thing:
        more = {} if confidence is None else {"confidence": confidence}
        return self._v21.Relationship(
            id=_id("relationship", source, kind, target, words),
            relationship_type=kind,
            source_ref=source,
            target_ref=target,
            description=words,
            **more,
            **stamp,
        )


def _id(kind: str, *parts: str) -> str:
    return f"{kind}--{uuid.uuid5(_NAMESPACE, chr(0).join((kind, *parts)))}"


def _moment(published: str) -> datetime:
    moment = datetime.fromisoformat(published)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _stamp(created: str, modified: str) -> Stamped:
    return {"created": _moment(created), "modified": _moment(modified)}
