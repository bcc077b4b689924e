"""Whose "46 fighters" are who fell, where the deed or the one just before is a fight with but one armed group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from whosays.parse import Parse
from whosays.records import Actor, Event, Link, Mention, Reason, RolePart

MADE_BY = "rule:fighters-meant@1"
_FIGHTERS = frozenset("fighter militant insurgent rebel guerrilla terrorist jihadist jihadi extremist".split())
_IRREGULAR = frozenset({"REB", "UAF", "PRM"})
_OF_STATES = frozenset({"state", "government", "force", "ministry"})
_REACH = 1  # sentences back
_TOLD = frozenset({"happened", "ongoing"})
_PARTIES: tuple[RolePart, ...] = ("actor", "recipient")


def whose_fighters(
    parse: Parse,
    mentions: Mapping[str, Mention],
    events: Sequence[Event],
    links: Mapping[str, Link],
    actors: Mapping[str, Actor],
) -> dict[str, Link]:
    """The links, with counted fighters of no told side linked to the one group that is fought.

    Args:
        parse: the report.
        mentions: its mentions by id.
        events: its events.
        links: mention id -> link.
        actors: the actors by id.
    """
    found = dict(links)
    attacks = [e for e in events if e.type == "ASSAULT" and e.status in _TOLD]
    for event in attacks:
        fallen = tuple(_bare(parse, event, mentions, links))
        if not fallen:
            continue
        group = _fought(event, links, actors) or _fought_before(parse, event, (attacks, mentions), links, actors)
        if group is None:
            continue
        for mention in fallen:
            detail = f"“{mention.name}”: of {group.name}, the one group that is fought there"
            meant = msgspec.structs.replace(
                links[mention.id], target=group.id, score=0.7, candidates=(), made_by=MADE_BY,
                reasons=(Reason(rule="fighters", detail=detail, weight=0.7),),
            )  # fmt: skip
            found |= {i: msgspec.structs.replace(meant, mention=i) for i in _taken_up(mention, mentions, links)}
    return found


def _taken_up(mention: Mention, mentions: Mapping[str, Mention], links: Mapping[str, Link]) -> Iterator[str]:
    """The mention, and "the rebels" and "they" that take it up further down."""
    target = links[mention.id].target
    for identifier, link in links.items():
        later = mentions.get(identifier)
        if link.target != target or later is None or later.span.start < mention.span.start:
            continue
        if later.id == mention.id or later.form == "pronoun" or later.name.lower().startswith("the "):
            yield identifier


def _bare(parse: Parse, event: Event, mentions: Mapping[str, Mention], links: Mapping[str, Link]) -> Iterator[Mention]:
    """The fighters who fell and of whom nothing else is told: "killing at least | 40 fighters |"."""
    for role in event.roles:
        mention, link = mentions.get(role.mention or ""), links.get(role.mention or "")
        if role.part != "recipient" or mention is None or link is None or mention.form != "nominal":
            continue
        head = parse.tokens[parse.root_of(*parse.tokens_of(mention.span))]
        counted = role.number is not None and head.tag == "NNS" and head.lemma.lower() in _FIGHTERS
        before = (c for c in parse.children(head.i, "amod", "compound", "nmod:poss") if c.i < head.i)
        told = [c for c in (*before, *parse.children(head.i, "nmod", "acl:relcl")) if c.text.isalpha()]
        if counted and link.target == f"own:{head.lower}" and not any(c.lower not in _PLAIN for c in told):
            yield mention


_PLAIN = frozenset({"several", "many", "other", "more", "suspected", "armed", "including"})


def _fought(event: Event, links: Mapping[str, Link], actors: Mapping[str, Actor]) -> Actor | None:
    """The only armed group of a deed that a state's own have a part in: "the army battles | the Front |, killing".

    Or the only one that it is done to, whoever does it.
    """
    doing, struck = _of(event, "actor", links, actors), _of(event, "recipient", links, actors)
    suffering = [a for a in struck if _is_irregular(a)]
    if suffering:
        others = any(
            {c.code for c in a.codes} & _IRREGULAR and a.kind != "force" for a in doing
        )  # fighters on both sides
        return suffering[0] if len(suffering) == 1 and not others else None
    groups = [a for a in doing if _is_irregular(a)]
    told = [links.get(r.mention or "") for r in event.roles if r.part == "actor"]
    unknown = [link for link in told if link is None or link.target is None]
    if unknown or any(not _is_of_state(a) for a in doing if a not in groups):
        return None  # "fighting between the Front and allied villagers": whose "fighters" then fell is not told
    against = any(_is_of_state(a) for a in (*doing, *struck)) or (len(doing) == 1 and event.mode == "firearms")
    return groups[0] if len(groups) == 1 and against else None


def _fought_before(
    parse: Parse,
    event: Event,
    told: tuple[Sequence[Event], Mapping[str, Mention]],
    links: Mapping[str, Link],
    actors: Mapping[str, Actor],
) -> Actor | None:
    """ "Launched an offensive against | the Front |. Troops killed 20 rebels": the only group told of so far."""
    attacks, mentions = told
    doers = _of(event, "actor", links, actors)
    if not doers or not all(_is_of_state(d) or d.kind == "force" for d in doers):
        return None
    here = parse.sentence(parse.tokens_of(event.trigger)[0])
    own = {d.id for d in doers}
    so_far = {
        a.id: a
        for m in mentions.values()
        if m.span.start < event.trigger.end and (k := links.get(m.id)) is not None
        and (a := actors.get(k.target or "")) is not None and a.id not in own
        and (_is_irregular(a) or a.kind == "armed-group")
    }  # fmt: skip
    before = (e for e in attacks if e is not event and e.trigger.end <= event.trigger.start)
    near = (e for e in before if here - parse.sentence(parse.tokens_of(e.trigger)[0]) <= _REACH)
    groups = {a.id: a for e in near for p in _PARTIES for a in _of(e, p, links, actors) if _is_irregular(a)}
    return next(iter(groups.values())) if len(groups) == 1 and set(so_far) == set(groups) else None


def _of(event: Event, part: RolePart, links: Mapping[str, Link], actors: Mapping[str, Actor]) -> list[Actor]:
    """Who is known to have a part in a deed."""
    told = (links.get(r.mention or "") for r in event.roles if r.part == part)
    targets = dict.fromkeys(link.target for link in told if link is not None)
    return [a for t in targets if (a := actors.get(t or "")) is not None]


def _is_of_state(actor: Actor) -> bool:
    """A state, or somebody's soldiers or police, be it of which one is not told."""
    codes = {c.code for c in actor.codes}
    return not codes & _IRREGULAR and (actor.kind in _OF_STATES or bool(codes & {"MIL", "COP"}))


def _is_irregular(actor: Actor) -> bool:
    """A group of the lists that fights no state's war of its own."""
    named = not actor.id.startswith("own:")
    return named and (actor.kind == "armed-group" or any(c.code in _IRREGULAR for c in actor.codes))
