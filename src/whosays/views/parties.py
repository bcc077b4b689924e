"""An event's parties, its dead and wounded, and who tells of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from whosays.records import (
    CodedReport,
    Count,
    Effect,
    Event,
    RoleBasis,
    RolePart,
    Statement,
    Toll,
)

_SIDE_OF_THE_VICTIMS = ("recipient", "civilian", "unknown")


class Party(msgspec.Struct, frozen=True):
    """Somebody who takes part: what to call them, their entity, and how sure the report is of it."""

    name: str
    entity: str | None
    mention: str
    basis: RoleBasis = "fact"


def party(record: CodedReport, mention: str | None, basis: RoleBasis = "fact") -> Party | None:
    """Who a mention stands for; None when there is no such mention."""
    entity = record.entity(mention)
    words = record.mention(mention)
    if mention is None or words is None:
        return None
    return Party(entity.name if entity else words.name, entity.id if entity else None, mention, basis)


def each_party(record: CodedReport, mention: str | None) -> tuple[Party, ...]:
    """Who a mention stands for, one by one where it joins several: "Brazil and Chile", and "they", are two.

    "US Secretary of State Ana Ruiz" and "her predecessor Jan Holub" are one, whoever else is named in the words.
    """
    link = record.link(mention)
    whole = (record.mention(link.target) if link is not None else None) or record.mention(mention)
    if whole is None:
        return ()
    inside = [m for m in record.mentions if m.kind == "actor" and m.id != whole.id and whole.span.covers(m.span)]
    ends = {m.span.start for m in inside}, {m.span.end for m in inside}
    who = party(record, mention)
    if who and who.entity and " and " not in whole.name:
        known = {one.entity for m in inside if (one := party(record, m.id))}
        if who.entity in known:
            return (who,)
    if len(inside) > 1 and whole.span.start in ends[0] and whole.span.end in ends[1]:
        deep = {m.id for m in inside for o in inside if o.span != m.span and o.span.covers(m.span)}
        top = [m for m in inside if m.id not in deep]  # "Peru and the | Orland | Bread Society": Orland is no third
        each = [one for m in (top if len(top) > 1 else inside) if (one := party(record, m.id))]
        return tuple({one.entity or one.mention: one for one in each}.values())  # "Peru and | its | creditors": once
    return (who,) if who else ()


def actors(record: CodedReport, event: Event) -> tuple[Party, ...]:
    """Who did it, or is said to have: see each party's ``basis``."""
    return _in_part(record, event, ("actor", "participant"))


def recipients(record: CodedReport, event: Event) -> tuple[Party, ...]:
    """To whom it was done."""
    return _in_part(record, event, ("recipient", "target"))


class Likely(Party, frozen=True):
    """Somebody who may take part where nobody is said to, and how often such candidates are right."""

    score: float = 0.0


def candidates(record: CodedReport, event: Event, part: RolePart) -> tuple[Likely, ...]:
    """Who may have a part (``actor``, ``recipient``) that the event leaves open, the likeliest first."""
    return tuple(
        Likely(who.name, who.entity, who.mention, score=c.score)
        for c in event.candidates
        if c.part == part and (who := party(record, c.mention))
    )


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


def told_by(record: CodedReport, event: Event) -> tuple[Statement, ...]:
    """The statements that tell of an event, or on whose word something in it rests."""
    named = {role.statement for role in event.roles} | {toll.statement for toll in event.tolls}
    return tuple(s for s in record.statements if s.id in named or any(target.target == event.id for target in s.about))
