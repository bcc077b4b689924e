"""Offices by the day of the deed: told in 2025, the Syrian president who went somewhere in 2019 is another man."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from whosays.gazetteer import Gazetteer
from whosays.records import Actor, Event, Link, Mention, Reason, Statement

MADE_BY = "rule:incumbents@1"
_OWN_DATES = frozenset({"explicit", "weekday", "relative"})  # told for the deed itself, not taken over from elsewhere
_FINE = frozenset({"minute", "hour", "part-of-day", "day", "weekend", "week", "month"})


class Incumbents(msgspec.Struct, frozen=True):
    """The links that change, and the actors that they mean."""

    links: tuple[Link, ...] = ()
    actors: tuple[Actor, ...] = ()


def on_their_day(
    events: Sequence[Event],
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    links: Mapping[str, Link],
    asked: tuple[Gazetteer, str | None],
) -> Incumbents:
    """Office phrases that take part in a deed of another day than the report's, with their holders on that day.

    Args:
        events: the report's events, with their times.
        statements: its statements; who speaks is in office when the report is written.
        mentions: its mentions.
        links: what they mean, by mention.
        asked: whom offices were held by, and the day for which the links were made.
    """
    gazetteer, written = asked
    words = {m.id: m for m in mentions}
    speaking = {i for s in statements for i in (s.speaker, *s.relay) if i is not None}
    found = Incumbents()
    for mention, day in _days(events).items():
        link = links.get(mention)
        if link is None or written is None or day is None or mention in speaking or not _by_office(link):
            continue
        holder = _holder(gazetteer, words[mention].name, day)
        if holder is None or holder.id == link.target:
            continue
        detail = f"{holder.name} held the office of “{words[mention].name}” on {day}, the day of the deed"
        reason = Reason(rule="office", detail=detail, weight=0.9)
        same = (
            [link]
            if _is_named(link.target, mentions, links)
            else [k for k in links.values() if k.target == link.target]
        )
        changed = tuple(
            msgspec.structs.replace(k, target=holder.id, reasons=(reason, *k.reasons[1:]), made_by=MADE_BY)
            for k in same
        )
        found = Incumbents((*found.links, *changed), (*found.actors, holder))
    return found


def _days(events: Iterable[Event]) -> dict[str, str | None]:
    """The one day on which each participant acts or suffers; None where deeds of several days share it."""
    days: dict[str, str | None] = {}
    for event in events:
        own = event.when.basis in _OWN_DATES and event.when.precision in _FINE and event.when.kind in {"date", "time"}
        day = event.when.start[:10] if own and event.when.start is not None and event.status == "happened" else None
        for role in event.roles:
            if role.mention is not None:
                days[role.mention] = day if days.get(role.mention, day) == day else None
    return days


def _by_office(link: Link) -> bool:
    return bool(link.reasons) and link.reasons[0].rule == "office" and (link.target or "").startswith("person:")


def _holder(gazetteer: Gazetteer, phrase: str, day: str) -> Actor | None:
    """The one sure holder of an office phrase without a name in it."""
    match = gazetteer.pattern(phrase, day)
    if match is None or match.rest or len(match.holders) != 1 or not match.holders[0].sure:
        return None
    return gazetteer.actor(match.holders[0].person)


def _is_named(target: str | None, mentions: Sequence[Mention], links: Mapping[str, Link]) -> bool:
    """Whether the report names this person somewhere: then only the one phrase means another."""
    return any(m.form == "name" and m.id in links and links[m.id].target == target for m in mentions)
