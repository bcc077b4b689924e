"""When and where a deed was done, by words that only point at it: "The attack took place near Orli on Tuesday".

What is told of "the attack" is told of the deed that it means; where the deed's own words are silent, it fills them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Event, Interval, Link, Mention
from whosays.resolving.dates.anchoring import event_time
from whosays.resolving.places.placing import Places

_OCCURRING = frozenset({"happen", "occur"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_AS_FINE = frozenset({"day", "part-of-day", "hour", "minute"})


def with_when_and_where(
    parse: Parse,
    events: Sequence[Event],
    pointing: Sequence[Link],
    mentions: Mapping[str, Mention],
    known: tuple[Sequence[Interval], Places],
) -> tuple[Event, ...]:
    """The events, each with the day and place that the words pointing at it tell, where its own tell none."""
    told: dict[str, list[int]] = {}
    for link in pointing:
        head = parse.root_of(*parse.tokens_of(mentions[link.mention].span))
        if link.target is not None:
            told.setdefault(link.target, []).append(head)
    return tuple(_filled(parse, e, told[e.id], *known) if e.id in told else e for e in events)


def _filled(parse: Parse, event: Event, heads: Sequence[int], times: Sequence[Interval], places: Places) -> Event:
    if event.status != "happened":
        return event
    told = parse.sentence(parse.tokens_of(event.trigger)[0])
    for head in (h for h in heads if parse.sentence(h) > told):
        verb = _occurring(parse, head)
        when = _day_of(parse, head, verb, times) if event.when == Interval() else None
        if when is not None and not _is_to_come(parse, when):
            event = msgspec.structs.replace(event, when=when)
        where = places.attached(verb) if verb is not None and event.place is None else None
        if where is not None:
            event = msgspec.structs.replace(event, place=where, place_precision=places.precision(where))
    return event


def _occurring(parse: Parse, head: int) -> int | None:
    """ "The attack | happened |", "the blast | took | place": the verb, which tells of nothing else."""
    token = parse.tokens[head]
    verb = parse.tokens[token.head]
    if token.dep not in _SUBJECTS or not verb.is_verb:
        return None
    place = verb.lemma.lower() == "take" and any(c.lower == "place" for c in parse.children(verb.i, "obj"))
    return verb.i if place or verb.lemma.lower() in _OCCURRING else None


def _day_of(parse: Parse, head: int, verb: int | None, times: Sequence[Interval]) -> Interval | None:
    """ "| Tuesday's | attack", "the attack | on Tuesday |", "the attack happened | on Tuesday |"."""
    own = tuple(t for t in parse.times if parse.tokens[parse.root_of(t.start, t.end)].head == head)
    when = event_time(parse, head, times, own) if own else None
    if when is None and verb is not None:
        when = event_time(parse, verb, times)
    return when if when is not None and when.start is not None and when.precision in _AS_FINE else None


def _is_to_come(parse: Parse, when: Interval) -> bool:
    published = parse.report.published
    return published is not None and when.start is not None and when.start[:10] > published[:10]
