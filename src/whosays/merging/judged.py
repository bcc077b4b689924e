"""What people decided, applied: which tellings are the same, what is no event, which value is right.

Decisions are never edited: of several on one matter the last one by time counts, and "unsure" takes an earlier one
back. A decision keeps the words it was made on; when a better model names an event otherwise, it goes to the event of
the same type at the same words, and where there is none it stands by, unattached.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Protocol, get_args

import msgspec

from whosays.errors import NotFoundError
from whosays.gazetteer import Gazetteer
from whosays.records import (
    Actor,
    CodedReport,
    Count,
    Effect,
    Event,
    EventStatus,
    Interval,
    Judgement,
    Link,
    Place,
    Reason,
    Role,
    RoleKind,
    RolePart,
    Span,
    Statement,
    Toll,
)

EFFECTS: tuple[str, ...] = get_args(Effect)
_STATUSES: tuple[str, ...] = get_args(EventStatus)
_PARTS = {"actors": {"actor", "participant"}, "recipients": {"recipient", "target"}}
MEANING = "target"  # the field of a mention: whom or what it means
FIELDS = ("type", "mode", "status", "when", "place", *_PARTS, *EFFECTS, MEANING)
_NEVER_EMPTY = ("type", "status")  # fields that an event cannot be without, so that "wrong" says nothing of them
PARTIES: Mapping[str, RolePart] = {"actors": "actor", "recipients": "recipient"}  # given by the id of a mention
_MENTION = re.compile(r"[0-9a-f]{16}")
_NUMBER = re.compile(r"(?P<least>at least |>=? ?)?(?P<low>\d{1,7})(?: ?(?:-|to) ?(?P<high>\d{1,7}))?(?P<plus>\+)?")


class Correction(msgspec.Struct, frozen=True):
    """What a person found wrong in one event or statement: the whole of it, or a field, with the right value."""

    target: str
    verdict: str
    field: str | None = None
    value: str | None = None


class Decisions(msgspec.Struct, frozen=True):
    """All that stands: pairs of event ids with "same" or "not-same", and each report's corrections."""

    pairs: tuple[tuple[str, str, str], ...] = ()
    corrections: tuple[tuple[str, tuple[Correction, ...]], ...] = ()

    @property
    def decided(self) -> dict[frozenset[str], str]:
        """The pairs, to be asked."""
        return {frozenset({one, two}): verdict for one, two, verdict in self.pairs}

    @property
    def by_report(self) -> dict[str, tuple[Correction, ...]]:
        """The corrections, to be asked."""
        return dict(self.corrections)


class Records(Protocol):
    """Where events and statements are looked up."""

    def holds(self, identifier: str) -> bool:
        """Whether a report, event or statement of this id is there."""

    def coded(self, report: str) -> CodedReport:
        """A report with its records as they were coded."""


def decide(judgements: Iterable[Judgement], records: Records) -> Decisions:
    """What stands of people's decisions, on the events and statements that are there now."""
    pairs: dict[tuple[str, str], str] = {}
    corrections: dict[tuple[str, str, str | None], Correction] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        target = attached(judgement.target, judgement.anchor, judgement.anchor_type, records)
        if judgement.other is not None:
            other = attached(judgement.other, judgement.other_anchor, judgement.other_anchor_type, records)
            if target is not None and other is not None and target != other:
                one, two = sorted((target, other))
                pairs[one, two] = judgement.verdict
        elif target is not None and judgement.anchor is not None:
            key = (judgement.anchor.report, target, judgement.field)
            corrections[key] = Correction(target, judgement.verdict, judgement.field, judgement.value)
    standing = {k: c for k, c in corrections.items() if c.verdict in {"wrong", "corrected"}}
    reports = sorted({report for report, _, _ in standing})
    return Decisions(
        tuple((one, two, v) for (one, two), v in sorted(pairs.items()) if v in {"same", "not-same"}),
        tuple((r, tuple(c for k, c in sorted(standing.items(), key=_order) if k[0] == r)) for r in reports),
    )


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The last decision on each matter, in the order of time; those that took an earlier one back are among them."""
    last = {matter(j): j for j in sorted(judgements, key=lambda j: (j.at, j.id))}
    return tuple(sorted(last.values(), key=lambda j: (j.at, j.id)))


def matter(judgement: Judgement) -> tuple[str, str, str]:
    """What a decision is on: a pair in either order, or one thing as a whole, or a field of it."""
    if judgement.other is not None:
        one, two = sorted((judgement.target, judgement.other))
        return one, two, ""
    return judgement.target, "", judgement.field or ""


def _order(item: tuple[tuple[str, str, str | None], Correction]) -> tuple[str, str, str]:
    report, target, field = item[0]
    return report, target, field or ""


def attached(target: str, anchor: Span | None, kind: str | None, records: Records) -> str | None:
    """The id of what a decision is about now; None where nothing of its kind stands at its words any more.

    Args:
        target: the id that was judged.
        anchor: the words that it was judged on; a decision without (made by hand) is taken at its word.
        kind: the event's type, the statement's act or the mention's kind.
        records: what is kept.
    """
    if anchor is None or records.holds(target):
        return target
    if not records.holds(anchor.report):
        return None
    record = records.coded(anchor.report)
    places = [
        *((e.id, e.trigger, e.type) for e in record.events),
        *((s.id, s.cue, s.act) for s in record.statements),
        *((m.id, m.span, m.kind) for m in record.mentions),
    ]
    return next((i for i, span, type_ in places if type_ == kind and span.overlaps(anchor)), None)


# -- corrections --------------------------------------------------------------------------------


def check(judgement: Judgement, gazetteer: Gazetteer) -> None:
    """See that a decision can be applied.

    Raises:
        NotFoundError: there is no such field, or the value is none of it; the message says what there is.
    """
    field, value = judgement.field, judgement.value
    if field is not None and field not in FIELDS:
        raise NotFoundError(f"no field {field!r} to judge; there are: {', '.join(FIELDS)}")
    if judgement.verdict == "wrong" and field in _NEVER_EMPTY:
        raise NotFoundError(f"an event needs its {field}: say which is right (corrected), or that the event is wrong")
    if judgement.verdict != "corrected":
        return
    if field is None or not value:
        raise NotFoundError("a correction needs a field and the right value; fields are: " + ", ".join(FIELDS))
    if field in _PARTS and not _MENTION.fullmatch(value):
        raise NotFoundError(f"{field} are corrected by the id of words of the report that name them, not by {value!r}")
    _corrected_value(field, value, gazetteer)


def _corrected_value(field: str, value: str, gazetteer: Gazetteer) -> str | Interval | Place | Count:
    """The value as the record holds it."""
    if field == "when":
        return _day(value)
    if field == "place":
        return _place(value, gazetteer)
    if field in EFFECTS:
        return _count(value)
    if field == "status" and value not in _STATUSES:
        raise NotFoundError(f"no status {value!r}; there are: {', '.join(_STATUSES)}")
    return value.upper() if field == "type" else value


def _place(value: str, gazetteer: Gazetteer) -> Place:
    """A place by its id, or by a name that means one place only."""
    place = gazetteer.place(value)
    if place is not None:
        return place
    named = gazetteer.places_named(value)
    if len(named) == 1:
        return named[0].place
    if not named:
        raise NotFoundError(f"no place {value!r}; give an id, as country:AFG or geonames:1138958")
    shown = "; ".join(f"{e.place.id} ({e.place.admin1 or e.place.country})" for e in named[:_SHOWN])
    raise NotFoundError(f"{value!r} may be several places; give an id: {shown}")


_SHOWN = 8  # places that a message lists


def _day(value: str) -> Interval:
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise NotFoundError(f"{value!r} is no day; write it as 2026-03-01") from error
    end = (day + timedelta(days=1)).isoformat()
    return Interval(start=value, end=end, precision="day", value=value, basis="explicit")


def _count(value: str) -> Count:
    found = _NUMBER.fullmatch(value.strip())
    if found is None:
        raise NotFoundError(f"{value!r} is no number; write 12, 12-15 or at least 12")
    low = int(found["low"])
    if found["least"] or found["plus"]:
        return Count(low=low, high=None)
    return Count(low=low, high=int(found["high"]) if found["high"] else low)


def as_judged(record: CodedReport, corrections: Sequence[Correction], gazetteer: Gazetteer) -> CodedReport:
    """A report's records as people corrected them; what was judged wrong as a whole is left out."""
    if not corrections:
        return record
    gone = {c.target for c in corrections if c.verdict == "wrong" and c.field is None}
    by_event: dict[str, list[Correction]] = {}
    for correction in corrections:
        if correction.field is not None:
            by_event.setdefault(correction.target, []).append(correction)
    places: dict[str, Place] = {}
    meant = {c.target: c for c in corrections if c.field == MEANING}
    standing = {e.id: [c for c in by_event.get(e.id, ()) if _is_there(c, record)] for e in record.events}
    events = tuple(_mended(e, standing[e.id], gazetteer, places) for e in record.events if e.id not in gone)
    events = tuple(_kinds(e, standing[e.id], record) for e in events)
    known = {e.id for e in record.entities}
    return msgspec.structs.replace(
        record,
        events=events,
        statements=tuple(_without(s, gone) for s in record.statements if s.id not in gone),
        links=tuple(_meaning(link, meant.get(link.mention)) for link in record.links if link.target not in gone),
        entities=(*record.entities, *_more(meant.values(), gazetteer, known), *_new(places, known)),
    )


def left_out(record: CodedReport, gone: Set[str]) -> CodedReport:
    """A report's records without these events; statements stay and no longer point at them."""
    if not any(event.id in gone for event in record.events):
        return record
    return msgspec.structs.replace(
        record,
        events=tuple(e for e in record.events if e.id not in gone),
        statements=tuple(_without(s, gone) for s in record.statements),
        links=tuple(link for link in record.links if link.target not in gone),
    )


def _meaning(link: Link, correction: Correction | None) -> Link:
    """A link as a person chose it; nobody is meant where all that it might mean was judged wrong."""
    if correction is None:
        return link
    value = correction.value if correction.verdict == "corrected" else None
    detail = "chosen by a person" if value else "judged to mean none of these"
    reason = Reason(rule="judgement", detail=detail, weight=1.0)
    return msgspec.structs.replace(link, target=value, candidates=(), reasons=(reason,), score=1.0 if value else 0.0)


def _more(meant: Iterable[Correction], gazetteer: Gazetteer, known: set[str]) -> Iterator[Actor | Place]:
    """The actors and places that people chose and that the report does not have yet."""
    for identifier in sorted({c.value for c in meant if c.value} - known):
        entity = gazetteer.actor(identifier) or gazetteer.place(identifier)
        if entity is not None:
            yield entity


def _new(places: Mapping[str, Place], known: set[str]) -> Iterator[Place]:
    return (place for identifier, place in sorted(places.items()) if identifier not in known)


def _without(statement: Statement, gone: Set[str]) -> Statement:
    """A statement that no longer points at what is gone."""
    return msgspec.structs.replace(
        statement,
        about=tuple(t for t in statement.about if t.target not in gone),
        propositions=tuple(p for p in statement.propositions if p.event not in gone),
    )


def _mended(event: Event, corrections: Iterable[Correction], gazetteer: Gazetteer, places: dict[str, Place]) -> Event:
    for correction in corrections:
        field = correction.field or ""
        right = (
            _corrected_value(field, correction.value or "", gazetteer) if correction.verdict == "corrected" else None
        )
        if isinstance(right, Place):
            places[right.id] = right
            event = msgspec.structs.replace(event, place=right.id, place_precision="exact")
        elif field == "when":
            event = msgspec.structs.replace(event, when=right if isinstance(right, Interval) else Interval())
        elif field in EFFECTS:
            event = msgspec.structs.replace(event, tolls=_tolls(event, field, right))
        elif field in _PARTS:
            event = _with_parties(event, field, correction.value if correction.verdict == "corrected" else None)
        else:
            event = _with_word(event, field, right if isinstance(right, str) else None)
    return event


def _is_there(correction: Correction, record: CodedReport) -> bool:
    """Whether the words that a party was named by are still there; any other value is at home in no report."""
    named = correction.verdict == "corrected" and correction.field in PARTIES
    return not named or record.mention(correction.value) is not None


def _kinds(event: Event, corrections: Iterable[Correction], record: CodedReport) -> Event:
    """The event with what kind of party it is whom a person chose."""
    chosen = {c.value for c in corrections if c.verdict == "corrected" and c.field in PARTIES}
    if not chosen:
        return event
    roles = (
        msgspec.structs.replace(r, kind=_kind(record, r.mention)) if r.mention in chosen else r for r in event.roles
    )
    return msgspec.structs.replace(event, roles=tuple(roles))


def _kind(record: CodedReport, mention: str | None) -> RoleKind:
    entity = record.entity(mention)
    if not isinstance(entity, Actor) or entity.kind in {"people", "unknown"}:
        return "unknown"
    return "person" if entity.kind == "person" else "organisation"


def _with_parties(event: Event, field: str, mention: str | None) -> Event:
    """The event with one party in a part, or with none; nobody is a candidate for it any more."""
    part = PARTIES[field]
    roles = tuple(r for r in event.roles if r.part not in _PARTS[field])
    chosen = () if mention is None else (Role(mention=mention, part=part),)
    rest = tuple(c for c in event.candidates if c.part != part)
    return msgspec.structs.replace(event, roles=(*roles, *chosen), candidates=rest)


def _with_word(event: Event, field: str, word: str | None) -> Event:
    changed: Mapping[str, str | None] = {field: word}
    return msgspec.structs.replace(event, **changed)


def _tolls(event: Event, effect: str, right: object) -> tuple[Toll, ...]:
    """The tolls with one effect's counts replaced by the right one, which stands at the words of the first of them."""
    old = [t for t in event.tolls if t.effect == effect]
    rest = tuple(t for t in event.tolls if t.effect != effect)
    if not isinstance(right, Count):
        return rest
    span = old[0].span if old else event.trigger
    made = Toll(effect=msgspec.convert(effect, Effect), count=right, span=span)
    return (*rest, msgspec.structs.replace(old[0], count=right) if old else made)
