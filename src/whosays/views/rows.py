"""A report as rows of an event table, by PLOVER's rules: what was done, what was announced, and words.

A deed that lies ahead is coded by what announcing it amounts to: talks to come are AGREE, a retreat to come is CONCEDE,
force to come is THREATEN. The table ``verbal.yaml`` of the ontology says which.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays import ontology
from whosays.records import Act, CodedReport, Event, EventStatus, Span
from whosays.views.parties import Party, actors, each_party, recipients
from whosays.views.verbal import Row, bidden, verbal_events

_DONE: frozenset[EventStatus] = frozenset({"happened", "ongoing", "habitual", "attempted"})
_SAYING: frozenset[Act] = frozenset({"assert", "warn", "concern", "confirm"})
_AHEAD: dict[EventStatus, Act] = {"planned": "promise", "threatened": "threaten", "demanded": "demand"}


class EventRow(Row, frozen=True, kw_only=True):
    """One row of an event table. ``source`` is the id of the event or statement that it is derived from."""

    source: str
    type: str
    verbal: bool = False


def event_rows(record: CodedReport) -> tuple[EventRow, ...]:
    """The rows of a report, deeds before words, each in the order of the text.

    Nothing is counted twice: a deed that lies ahead gives no row where words about it give one; forces moved in a
    report of an attack, and an accusation beside the verdict on it, give none. What was not done gives none.
    """
    adopted = _adopted(record)
    said = tuple(row for row in _spoken(record) if row.source not in adopted)
    told = _told_of(record, said)
    cues = {s.id: s.cue for s in record.statements}
    words = [row for row in said if not any(_is_deed_too(cues[row.source], row.type, e) for e in record.events)]
    deeds = (_deed(record, event) for event in record.events if event.status in _DONE or event.id not in told)
    return tuple(_without_lesser([row for row in deeds if row], words))


def _deed(record: CodedReport, event: Event) -> EventRow | None:
    kind, mode, cameo = event.type, event.mode, ontology.load().cameo(event.type, event.mode)
    act = _AHEAD.get(event.status)
    if act is not None:
        code = ontology.verbal_code(act, event.type, event.mode)
        if code.plover is None:
            return None
        kind, mode, cameo = code.plover, code.mode, code.cameo
    elif event.status not in _DONE:
        return None
    # Who is sent or taken along acts only where nobody else does.
    acting = msgspec.structs.replace(event, roles=tuple(r for r in event.roles if r.part != "participant"))
    parties = _asked(record, event) if event.status == "demanded" else None
    if parties is None:
        parties = (actors(record, acting) or actors(record, event), recipients(record, _to_whom(event)))
    return EventRow(
        source=event.id,
        type=kind,
        mode=mode,
        cameo=cameo,
        actors=parties[0],
        recipients=parties[1],
        when=event.when,
        place=event.place,
    )


def _asked(record: CodedReport, event: Event) -> tuple[tuple[Party, ...], tuple[Party, ...]] | None:
    """ "Peru says | Chile | must leave": who says so asks it of him who is to do it."""
    said = (s for s in record.statements if s.act in _SAYING and any(t.target == event.id for t in s.about))
    asking = next((each_party(record, s.speaker) for s in said if s.speaker), ())
    asked = bidden(record, event) or recipients(record, event)
    own = {who.entity or who.mention for who in asking}
    return None if not asking or own & {who.entity or who.mention for who in asked} else (asking, asked)


def _to_whom(event: Event) -> Event:
    """ "Hands | a baker | to Peru": it works together with Peru, where the report says to whom he is handed."""
    if event.type != "COOPERATE" or not any(r.part == "recipient" and r.kind != "person" for r in event.roles):
        return event
    roles = tuple(r for r in event.roles if r.part != "recipient" or r.kind != "person")
    return msgspec.structs.replace(event, roles=roles)


def _spoken(record: CodedReport) -> Iterable[EventRow]:
    """The words that have a class. Who calls for an end of a conflict of its own binds itself: AGREE."""
    events = {event.id: event for event in record.events}
    about = {s.id: [events[t.target] for t in s.about if t.target in events] for s in record.statements}
    for words in verbal_events(record):
        if words.type is None:
            continue
        row = EventRow(
            source=words.statement,
            type=words.type,
            mode=words.mode,
            cameo=words.cameo,
            actors=words.actors,
            recipients=words.recipients,
            when=words.when,
            place=words.place,
            verbal=True,
        )
        if words.type == "REQUEST" and any(_ends_own(record, event, words.actors) for event in about[words.statement]):
            code = ontology.verbal_code("agree", "RETREAT")
            row = msgspec.structs.replace(row, type="AGREE", mode=None, cameo=code.cameo)
        yield row


def _is_deed_too(cue: Span, kind: str, event: Event) -> bool:
    """ "The court | rejected | the plea": one word that is a deed and an act of speech of one class.

    So of "| ordered | him to pay a fine": whoever judges him asks nothing of him.
    """
    judged = kind == "REQUEST" and event.mode == "convict"
    ruled = kind == "REQUEST" and event.type == "COOPERATE"  # "a court | orders | the extradition of a baker"
    done = (event.status in _DONE and (event.type == kind or judged)) or (ruled and event.status == "planned")
    return done and event.trigger.start < cue.end and cue.start < event.trigger.end


def _ends_own(record: CodedReport, event: Event, speakers: Iterable[Party]) -> bool:
    """Whether a deed is a truce between the speaker and somebody else."""
    if event.type != "RETREAT" or event.mode != "ceasefire":
        return False
    between = {who.entity or who.mention for who in (*actors(record, event), *recipients(record, event))}
    return any((who.entity or who.mention) in between for who in speakers)


def _told_of(record: CodedReport, words: Iterable[EventRow]) -> frozenset[str]:
    """The deeds that words with a row are about."""
    speaking = {row.source for row in words}
    return frozenset(t.target for s in record.statements if s.id in speaking for t in s.about)


def _adopted(record: CodedReport) -> frozenset[str]:
    """The words of a paper whose adoption is a row itself: "| adopted a resolution condemning | the coup"."""
    done = (e for e in record.events if e.type == "ACCUSE" and e.mode == "disapprove" and e.status in _DONE)
    adopting = [e.trigger for e in done]
    judging = (s for s in record.statements if s.act == "condemn" and s.relay)
    return frozenset(s.id for s in judging if any(s.cue.overlaps(t) for t in adopting))


def _without_lesser(deeds: Iterable[EventRow], words: Iterable[EventRow]) -> Iterable[EventRow]:
    rows = [*deeds, *words]
    attacked = any(row.type == "ASSAULT" for row in rows)
    verdicts = (row for row in rows if row.type == "SANCTION" and row.mode == "convict")
    convicted = {who.entity for row in verdicts for who in row.recipients if who.entity}
    for row in rows:
        if row.type == "MOBILIZE" and attacked and not row.verbal:
            continue
        if row.verbal and row.type == "ACCUSE" and any(who.entity in convicted for who in row.recipients):
            continue
        yield row
