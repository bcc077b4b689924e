"""Whom "the attackers" and "the victim" mean: who did the deed told just before, and whom it was done to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Actor, Event, Link, Mention, Reason, RolePart
from whosays.resolving.peoplepointers import people_meant

MADE_BY = "rule:role-pointers@1"
_REACH = 3  # sentences back
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_HELD = frozenset({"suspect"})  # not who did the deed before, but whoever was arrested: "held a cook. | The suspect |"
_CAUGHT = frozenset(
    {"militant", "insurgent", "rebel", "extremist", "jihadist", "terrorist"}
)  # so where he is held, too
_JUDGING = frozenset({"COERCE", "SANCTION", "ACCUSE"})
_SOMEBODY = frozenset({"people", "person", "armed-group", "unknown"})
_MANY = frozenset({"NNS", "NNPS"})
_DEFINITE = frozenset({"the", "these", "those"})


def who_did_it(
    parse: Parse,
    mentions: Sequence[Mention],
    events: Sequence[Event],
    links: Mapping[str, Link],
    known: tuple[Mapping[str, Actor], Mapping[str, RolePart]],
) -> dict[str, Link]:
    """The links, with the nouns of a deed of which only their own words were known linked to whom they mean.

    So are "the men", of whom the deed tells nothing: see :mod:`whosays.resolving.peoplepointers`.

    Args:
        parse: the report.
        mentions: its mentions.
        events: its events, whose actors and recipients may be meant.
        links: mention id -> link.
        known: the actors by id, and the nouns of a deed with the part that they name.
    """
    actors, nouns = known
    by_id = {m.id: m for m in mentions}
    found = dict(links)
    for mention in sorted(mentions, key=lambda m: m.span.start):
        link = found.get(mention.id)
        bare = mention.name.lower().endswith(tuple(_CAUGHT))
        caught = bare and any(e.type in _JUDGING and _suffers(e, mention) for e in events)
        part = _part(parse, mention, link, {**nouns, **dict.fromkeys(_CAUGHT, "recipient")} if caught else nouns)
        if link is None or part is None:
            continue
        held = part == "recipient" and mention.name.lower().endswith(tuple(_CAUGHT))
        held = held or mention.name.lower().rstrip("s").endswith(tuple(_HELD))
        told = _told(parse, mention, part, [e for e in events if not held or e.mode == "arrest"])
        whom = {found[m].target for m in told if m in found}
        actor = actors.get(next(iter(whom)) or "") if len(whom) == 1 and len(told) == 1 else None
        if actor is None or actor.kind not in _SOMEBODY or not _agree(parse, mention, by_id.get(told[0])):
            continue
        _follow(found, mention, link, actor.id, by_id)
        detail = f"“{mention.name}”: the {part} of the deed told before"
        found[mention.id] = msgspec.structs.replace(
            link, target=actor.id, score=0.8, reasons=(Reason(rule="role", detail=detail, weight=0.8),), candidates=(),
            made_by=MADE_BY,
        )  # fmt: skip
    return people_meant(parse, mentions, events, found, actors)


def _follow(links: dict[str, Link], mention: Mention, old: Link, target: str, mentions: Mapping[str, Mention]) -> None:
    """Takes along the pronouns that point back to a noun: "the attackers ... them"."""
    for identifier, link in links.items():
        later = mentions.get(identifier)
        follows = later is not None and later.form == "pronoun" and later.span.start > mention.span.start
        if follows and link.target == old.target and link.reasons[0].rule == "coreference":
            links[identifier] = msgspec.structs.replace(link, target=target)


def _part(parse: Parse, mention: Mention, link: Link | None, nouns: Mapping[str, RolePart]) -> RolePart | None:
    """The part that a mention names ("the attackers": the actors); None where its words tell somebody of their own."""
    if link is None or mention.form != "nominal" or mention.kind != "actor":
        return None
    start, end = parse.tokens_of(mention.span)
    head = parse.tokens[parse.root_of(start, end)]
    bare = end - start == 2 and parse.tokens[start].lower in _DEFINITE and link.target == f"own:{head.lower}"
    told = parse.children(head.i, "nmod", "acl", "acl:relcl", "appos")
    part = "recipient" if head.lemma.lower() in _HELD else nouns.get(head.lemma.lower())
    return part if bare and not told else None


def _suffers(event: Event, mention: Mention) -> bool:
    return any(r.part == "recipient" and r.mention == mention.id for r in event.roles)


def _told(parse: Parse, mention: Mention, part: RolePart, events: Sequence[Event]) -> list[str]:
    """The mentions with that part in the nearest deeds told before, in one sentence."""
    here = parse.sentence(parse.tokens_of(mention.span)[0])
    for back in range(_REACH + 1):
        told = [
            role.mention
            for event in events
            if event.type in _DEEDS and event.status in {"happened", "ongoing"}
            and all(role.mention != mention.id for role in event.roles)  # "a guard shot | the attacker": not himself
            and event.trigger.end <= mention.span.start
            and here - parse.sentence(parse.tokens_of(event.trigger)[0]) == back
            for role in event.roles
            if role.part == part and role.mention is not None and role.mention != mention.id
        ]  # fmt: skip
        if told:
            return list(dict.fromkeys(told))
    return []


def _agree(parse: Parse, one: Mention, other: Mention | None) -> bool:
    """Whether one is meant by one, and several by several."""
    if other is None:
        return False
    tags = [parse.tokens[parse.root_of(*parse.tokens_of(m.span))].tag for m in (one, other)]
    return (tags[0] in _MANY) == (tags[1] in _MANY)
