"""Talks with a newspaper are no talks between parties: "said in a telephone conversation with the Post"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from whosays.gazetteer import Gazetteer
from whosays.records import Event, Link, Mention, Statement

_WRITERS = ("journalist", "journalists", "reporter", "reporters", "correspondent", "correspondents")
_SEATS = 2  # whoever asks, and whoever answers


def without_interviews(
    told: tuple[Sequence[Event], Sequence[Statement]],
    mentions: Sequence[Mention],
    links: Mapping[str, Link],
    gazetteer: Gazetteer,
) -> tuple[Event, ...]:
    """The events without talks and calls in which one of the two is a publisher or a journalist.

    What others say about such a talk needs it, so one that a statement or another mention points at stays.
    """
    events, statements = told
    talks = [e for e in events if e.type == "CONSULT" and e.mode in {None, "phone"} and len(e.roles) <= _SEATS]
    if not talks:
        return tuple(events)
    by_id = {m.id: m for m in mentions}
    asked = {
        e.id
        for e in talks
        if any(r.part == "actor" and _publishes(by_id.get(r.mention or ""), links, gazetteer) for r in e.roles)
    }
    pointed = {t.target for s in statements for t in s.about} | {link.target for link in links.values()}
    return tuple(e for e in events if e.id not in asked - pointed)


def _publishes(mention: Mention | None, links: Mapping[str, Link], gazetteer: Gazetteer) -> bool:
    """Whether a party is a publisher that the gazetteer knows and no other body of that name, or a journalist."""
    if mention is None:
        return False
    words = mention.name.lower()
    if words.split()[-1] in _WRITERS:
        return True
    link = links.get(mention.id)
    unknown = link is None or link.target is None or link.target.startswith("own:")
    bare = words.removeprefix("the ")
    return unknown and mention.form == "name" and gazetteer.publisher(bare) is not None
