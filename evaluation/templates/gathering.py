"""Which events of a report make one incident, as the task of MUC-4 counts them.

The product joins tellings where the text says that they are one. The task joins more: "a separate instance is one which
has a different filler for the location, date, category, or perpetrator slot. If no distinctions of these kinds are made
in the text, the instances should be incorporated into a single template" (section 5 of its definition).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from evaluation.templates.incident import type_of
from evaluation.templates.lists import lists
from evaluation.templates.people import people_of
from evaluation.templates.relevance import is_recent, is_specific, is_wanted
from evaluation.templates.things import things_of
from evaluation.templates.told import Told
from evaluation.templates.when import Days, days_of
from evaluation.templates.where import is_country
from whosays.records import Event, Incident, Place
from whosays.resolving.events.tellings import MEANS

_GENERAL = "ATTACK"
_REACH = 1  # sentences: what is told further on is told anew
_REACH_OF_BARE = 3  # the same behind "an attack" on nobody yet: whom it struck comes next


class Gathered(msgspec.Struct, frozen=True):
    """Events that may be one incident, with what tells incidents apart."""

    events: tuple[Event, ...]
    kind: str
    stages: frozenset[str]
    victims: frozenset[str]
    named: frozenset[str]
    means: frozenset[str]
    wanted: bool | None
    vague: bool
    old: bool
    place: Place | None
    days: Days | None
    first: int
    last: int


def gathered(told: Told, incidents: Sequence[Incident]) -> list[Sequence[Event]]:
    """The attacks of a report, grouped, in the order in which they are told."""
    by_id = {e.id: e for e in told.record.events}
    held = {i for incident in incidents for i in incident.events}
    threats = [[e] for e in told.record.events if e.id not in held and e.status == "threatened" and _counts(e)]
    grouped = [[e for i in incident.events if (e := by_id.get(i)) is not None and _counts(e)] for incident in incidents]
    ordered = sorted((g for g in (*grouped, *threats) if g), key=lambda g: min(e.trigger.start for e in g))
    kept: list[Gathered] = []
    for group in ordered:
        new = _facts(told, group)
        if new.vague:
            continue
        at = _same(kept, new)
        if at is None:
            kept.append(new)
        else:
            kept[at] = _facts(told, (*kept[at].events, *new.events))
    return [g.events for g in kept]


def _counts(event: Event) -> bool:
    return event.type == "ASSAULT" and event.status in lists().stages


def _facts(told: Told, events: Sequence[Event]) -> Gathered:
    people, things = people_of(told, events), things_of(told, events)
    places = [p for e in events if isinstance(p := told.entity(e.place), Place) and not is_country(p)]
    wanted = is_wanted(told, people, things)
    sentences = told.sentences(events)
    return Gathered(
        events=tuple(events),
        kind=type_of(told, events),
        stages=frozenset(lists().stages[e.status] for e in events),
        victims=frozenset(
            {w for p in people for w in (told.key(p.role), p.tag.lower())} | {t.words.lower() for t in things}
        ),
        named=frozenset(p.name.lower() for p in people if p.name),
        means=frozenset(MEANS[e.mode] for e in events if e.mode in MEANS),
        wanted=wanted if people or things else None,
        vague=bool(people or things) and not is_specific(people, things),
        old=not is_recent(told, events),
        place=places[0] if places else None,
        days=days_of(events),
        first=min(sentences),
        last=max(sentences),
    )


def _same(kept: Sequence[Gathered], new: Gathered) -> int | None:
    """The incident that a group of events belongs to: by its victims, else by standing near; nearest first."""
    for rule in (_same_victims, _goes_on):
        for at in range(len(kept) - 1, -1, -1):
            if _may_be_one(kept[at], new) and rule(kept[at], new):
                return at
    return None


def _may_be_one(one: Gathered, new: Gathered) -> bool:
    """Nothing keeps them apart: neither stage, day nor place, nor that one is of long ago."""
    if one.stages != new.stages or one.old != new.old:
        return False
    if one.days is not None and new.days is not None and (one.days[0] > new.days[1] or new.days[0] > one.days[1]):
        return False
    return (
        one.place is None or new.place is None or one.place.id == new.place.id or _wide(one.place) or _wide(new.place)
    )


def _wide(place: Place) -> bool:
    return not (place.feature or "").startswith("PPL")


def _same_victims(one: Gathered, new: Gathered) -> bool:
    return bool(one.victims & new.victims)


def _goes_on(one: Gathered, new: Gathered) -> bool:
    """The next sentences go on with the same kind of attack, on more of the same sort."""
    if one.kind != new.kind and (_GENERAL not in (one.kind, new.kind) or "KIDNAPPING" in (one.kind, new.kind)):
        return False
    if one.means and new.means and not one.means & new.means:
        return False
    if one.wanted is not None and new.wanted is not None and one.wanted != new.wanted:
        return False
    if one.named and new.named:
        return False
    return new.first - one.last <= (_REACH_OF_BARE if one.wanted is None else _REACH)
