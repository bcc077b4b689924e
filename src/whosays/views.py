"""The plain views that users expect of a coded report: an event's parties, its dead and wounded, who tells of it.

And the derived one: *verbal events*, the rows that a PLOVER or CAMEO user expects for words. They are made out of the
statements when asked for and never stored.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays import ontology
from whosays.records import (
    Act,
    CodedReport,
    Count,
    Effect,
    Event,
    Incident,
    Interval,
    RoleBasis,
    RolePart,
    Statement,
    Toll,
)

_SIDE_OF_THE_VICTIMS = ("recipient", "civilian", "unknown")
_DONE = ("made", "repeated", "habitual")
_HAPPENED = ("happened", "ongoing", "attempted")
_LEAD = 400  # characters from where the reporting begins: the lead, and the sentence that fills it in
_AGAINST_THE_DOER: tuple[Act, ...] = ("accuse", "blame", "condemn", "praise")


class Party(msgspec.Struct, frozen=True):
    """Somebody who takes part: what to call them, their entity, and how sure the report is of it."""

    name: str
    entity: str | None
    mention: str
    basis: RoleBasis = "fact"


class VerbalEvent(msgspec.Struct, frozen=True):
    """Words as a row of an event table: a statement with its PLOVER class (None: CAMEO only) and CAMEO code."""

    statement: str
    type: str | None
    mode: str | None
    cameo: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: Interval
    place: str | None
    verbal: bool = True


def party(record: CodedReport, mention: str | None, basis: RoleBasis = "fact") -> Party | None:
    """Who a mention stands for; None when there is no such mention."""
    entity = record.entity(mention)
    words = record.mention(mention)
    if mention is None or words is None:
        return None
    return Party(entity.name if entity else words.name, entity.id if entity else None, mention, basis)


def actors(record: CodedReport, event: Event) -> tuple[Party, ...]:
    """Who did it, or is said to have: see each party's ``basis``."""
    return _in_part(record, event, ("actor", "participant"))


def recipients(record: CodedReport, event: Event) -> tuple[Party, ...]:
    """To whom it was done."""
    return _in_part(record, event, ("recipient", "target"))


def _in_part(record: CodedReport, event: Event, parts: tuple[RolePart, ...]) -> tuple[Party, ...]:
    found: list[Party] = []
    for role in event.roles:
        who = party(record, role.mention, role.basis) if role.part in parts else None
        if who and all((who.entity or who.mention) != (other.entity or other.mention) for other in found):
            found.append(who)
    return tuple(found)


def deaths(event: Event) -> Count | None:
    """How many were killed, from the lowest to the highest number told; None when the report does not say.

    Attackers are not counted in unless the report counts them in. A number named only as "at least" has no ``high``.
    """
    return _number(event.tolls, "killed")


def injuries(event: Event) -> Count | None:
    """How many were wounded, as :func:`deaths`."""
    return _number(event.tolls, "wounded")


def _number(tolls: Iterable[Toll], effect: Effect) -> Count | None:
    told = [toll for toll in tolls if toll.effect == effect]
    counts = [t.count for t in told if t.party == "all"] or [t.count for t in told if t.party in _SIDE_OF_THE_VICTIMS]
    if not counts:
        return None
    lows = [c.low for c in counts if c.low is not None]
    highs = [c.high for c in counts]
    return Count(
        low=min(lows) if lows else None,
        high=None if None in highs else max(h for h in highs if h is not None),
        approximate=any(c.approximate for c in counts),
        span=counts[0].span if len(counts) == 1 else None,
    )


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
    return event.trigger.start < max(record.report.body, len(record.report.title or "")) + _LEAD


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


def told_by(record: CodedReport, event: Event) -> tuple[Statement, ...]:
    """The statements that tell of an event, or on whose word something in it rests."""
    named = {role.statement for role in event.roles} | {toll.statement for toll in event.tolls}
    return tuple(s for s in record.statements if s.id in named or any(target.target == event.id for target in s.about))


def verbal_events(record: CodedReport) -> tuple[VerbalEvent, ...]:
    """The report's statements as rows of an event table, by act and by the class of what they are about."""
    events = {event.id: event for event in record.events}
    return tuple(_verbal(record, s, events) for s in record.statements if s.status in _DONE)


def _verbal(record: CodedReport, statement: Statement, events: dict[str, Event]) -> VerbalEvent:
    content = next((events[t.target] for t in statement.about if t.target in events), None)
    code = ontology.verbal_code(statement.act, content.type if content else None, content.mode if content else None)
    speaker = party(record, statement.speaker)
    return VerbalEvent(
        statement=statement.id,
        type=code.plover,
        mode=code.mode,
        cameo=code.cameo,
        actors=(speaker,) if speaker else (),
        recipients=_spoken_at(record, statement, content),
        when=statement.when,
        place=statement.place,
    )


def _spoken_at(record: CodedReport, statement: Statement, content: Event | None) -> tuple[Party, ...]:
    """Who the words are aimed at: the addressee, else who is held responsible, else who did what is judged."""
    addressee = party(record, statement.addressee)
    if addressee:
        return (addressee,)
    held = [party(record, p.subject) for p in statement.propositions if p.kind == "responsible"]
    if statement.act in _AGAINST_THE_DOER:
        found = tuple(who for who in held if who and who.mention != statement.speaker)
        return found or (actors(record, content) if content else ())
    return ()
