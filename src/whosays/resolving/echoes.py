"""What a headline says in short and the text says in full is one statement: the headline's own is left out.

"Army denies shelling hospital" above "The army denied on Monday that it had shelled the hospital" is one denial. The
headline's words stay in the report; only the thinner of the two records goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Event, Link, Mention, Reason, Role, Statement

_NOT_TOLD_ELSEWHERE = frozenset({"negated", "planned", "demanded", "threatened", "hypothetical"})


def without_echoes(
    parse: Parse, events: Sequence[Event], statements: Sequence[Statement], links: Mapping[str, Link]
) -> tuple[tuple[Event, ...], tuple[Statement, ...]]:
    """The events and statements without those that only the headline tells in short.

    A headline's statement goes when the text has one of the same act by the same speaker; an event that it alone
    held in its content goes with it when the text tells of one of the same class that did not simply happen either.
    """
    title = len(parse.report.title or "")
    echoed = [s for s in statements if s.cue.end <= title and _in_full(s, statements, title, links)]
    if not echoed:
        return tuple(events), tuple(statements)
    kept = tuple(s for s in statements if s not in echoed)
    gone = {e.id for e in events if _only_in(e, echoed) and _told_below(e, events, title)}
    pointed = {t.target for s in kept for t in s.about} | {link.target for link in links.values()}
    return tuple(e for e in events if e.id not in gone - pointed), kept


def with_victims_described(
    tellings: Sequence[Event],
    renamed: Mapping[str, str],
    links: Mapping[str, Link],
    known: tuple[Sequence[Mention], frozenset[str]],
) -> dict[str, Link]:
    """The links, with the victim that a second telling only describes meant as the one that the first one names.

    "A bombing killed X. ... The killing of one of the group's best officers": the officer is X.

    Args:
        tellings: the events as coded, before joining.
        renamed: joined event id -> the event that it was joined to.
        links: mention id -> link.
        known: the mentions, and the ids of the actors who are persons.
    """
    found = dict(links)
    mentions, persons = known
    told = {m.id: m for m in mentions}
    called = [m for m in mentions if m.form == "name" and m.name.split()[0].lower() not in {"a", "an"}]
    names = {m.id: m.id in links and links[m.id].target in persons for m in called}
    by_id = {e.id: e for e in tellings}
    for later, first in renamed.items():
        if by_id[first].type == "PROTEST":
            continue  # "marched against the king ... clashed with the police": no victims
        named = [links.get(r.mention or "") for r in by_id[first].roles if r.part == "recipient" and r.mention in names]
        victims = {link.target for link in named if link is not None}
        described = [r for r in by_id[later].roles if r.part == "recipient" and r.mention not in names]
        if len(victims) != 1 or None in victims or len(described) != 1 or not _is_one(described[0]):
            continue
        mention = described[0].mention
        if mention is None or mention not in links or _has_name(links[mention]):
            continue
        if (links[mention].target or "").startswith(f"{next(iter(victims))} "):
            continue  # "killed X in his bed. | His wife | was wounded in the attack"
        people = all(names[r.mention] for r in by_id[first].roles if r.part == "recipient" and r.mention in names)
        if not people and _are_others(told.get(mention)):
            continue  # "bombed the Front's camps. | Two shepherds | were hurt in the raid"
        detail = "the second telling of the deed describes the victim that the first one names"
        found[mention] = msgspec.structs.replace(
            links[mention],
            target=next(iter(victims)),
            score=0.8,
            reasons=(Reason(rule="same-deed", detail=detail, weight=0.8),),
            candidates=(),
        )
    return found


def _are_others(mention: Mention | None) -> bool:
    """ "| Two shepherds |", "a teacher": told for the first time, and no other word for a group."""
    first = "" if mention is None else mention.name.split()[0].lower()
    return first not in {"the", "its", "their", "these", "those"} and (mention is None or mention.form == "nominal")


def _has_name(link: Link) -> bool:
    """ "The hostage | Jan Holub |": a description that stands beside a name of its own."""
    return any(r.rule == "apposition" for r in link.reasons)


def _is_one(role: Role) -> bool:
    return role.number is None or role.number.high == 1 or (role.number.low == 1 and role.number.high is None)


def _in_full(short: Statement, statements: Sequence[Statement], title: int, links: Mapping[str, Link]) -> bool:
    return any(
        s.act == short.act and s.cue.start >= title and _speaker(s, links) == _speaker(short, links) is not None
        for s in statements
    )


def _speaker(statement: Statement, links: Mapping[str, Link]) -> str | None:
    link = links.get(statement.speaker or "")
    return link.target if link is not None else None


def _only_in(event: Event, echoed: Sequence[Statement]) -> bool:
    inside = any(c.covers(event.trigger) for s in echoed for c in s.content)
    return inside and event.status in _NOT_TOLD_ELSEWHERE


def _told_below(event: Event, events: Sequence[Event], title: int) -> bool:
    return any(
        e.type == event.type and e.trigger.start >= title and e.status in {event.status, "happened", "ongoing"}
        for e in events
    )
