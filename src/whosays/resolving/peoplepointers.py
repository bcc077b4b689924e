"""Whom "the men" and "the gunmen" mean: the only people of that sort of whom the deeds told just before tell.

"Insurgents shot dead a judge. | The gunmen | fled", "Japan freed six divers. | The men | were flown home".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from whosays.parse import Parse, Token
from whosays.records import Actor, ActorKind, Event, Link, Mention, Reason, Role

MADE_BY = "rule:people-pointers@1"
_REACH = 2  # sentences back
_ARMED = frozenset(
    "gunman attacker assailant militant insurgent rebel guerrilla terrorist extremist bandit robber raider kidnapper "
    "abductor hijacker bomber militiaman jihadist".split()
)
_MARCHING = frozenset("protester protestor demonstrator marcher rioter crowd mob".split())
_HELD = frozenset("detainee prisoner suspect defendant".split())
_TAKEN = frozenset({"hostage", "captive"})
_COUNTS = {"pair": frozenset({"two", "2"}), "duo": frozenset({"two", "2"}), "trio": frozenset({"three", "3"})}
_ANYBODY = frozenset({"man", *_COUNTS})
_NO_MEN = frozenset("woman girl child nun wife daughter mother sister schoolgirl pupil".split())
_CIVILIANS = frozenset({"civilian", "people", "citizen", "villager"})
_OFFICIAL = frozenset(
    "official authority witness resident police investigator prosecutor source analyst doctor".split()
)
_HOLDING = frozenset({"COERCE", "SANCTION", "ACCUSE"})
_PEOPLE: frozenset[ActorKind] = frozenset({"people", "armed-group", "unknown"})
_OWN_WORDS = ("nmod", "acl", "acl:relcl", "appos", "nmod:poss", "conj", "compound")
_LITTLE = frozenset({"armed", "arrested", "detained", "masked", "suspected", "alleged", "accused", "captured", "same"})
_DEFINITE = frozenset({"the", "these", "those"})


def people_meant(
    parse: Parse, mentions: Sequence[Mention], events: Sequence[Event], links: Mapping[str, Link],
    actors: Mapping[str, Actor],
) -> dict[str, Link]:  # fmt: skip
    """The links, with such nouns of which only their own words were known linked to whom they mean."""
    found = dict(links)
    by_id = {m.id: m for m in mentions}
    roles = [(by_id[r.mention], r, e) for e in events for r in e.roles if r.mention in by_id]
    for mention in sorted({m.id: m for m, _, _ in roles}.values(), key=lambda m: m.span.start):
        noun = _noun(parse, mention, found.get(mention.id))
        told = _told(parse, mention, noun, roles, (found, actors)) if noun is not None else None
        if noun is None or told is None:
            continue
        target = found[told.id].target
        detail = f"“{mention.name}”: the only such people told of just before, “{told.name}”"
        reason = Reason(rule="people", detail=detail, weight=0.7)
        found[mention.id] = msgspec.structs.replace(
            found[mention.id], target=target, score=0.7, reasons=(reason,), candidates=(), made_by=MADE_BY
        )
    return found


def _noun(parse: Parse, mention: Mention, link: Link | None) -> Token | None:
    """The noun of such words where nothing else says who they are."""
    if link is None or mention.form != "nominal" or not (link.target or "").startswith("own:"):
        return None
    start, end = parse.tokens_of(mention.span)
    head = parse.tokens[parse.root_of(start, end)]
    if (
        head.lemma.lower() not in _ARMED | _MARCHING | _HELD | _TAKEN | _ANYBODY
        or parse.tokens[start].lower not in _DEFINITE
    ):
        return None
    if head.tag != "NNS" and head.lower not in {"crowd", "mob", *_COUNTS}:
        return None
    more = [c for c in parse.children(head.i, *_OWN_WORDS) if not (c.dep == "acl" and _adds(parse, head, c))]
    before = {t.lower for t in parse.tokens[start + 1 : head.i]}
    return head if not more and before <= _LITTLE and end == head.i + 1 else None


def _adds(parse: Parse, noun: Token, clause: Token) -> bool:
    """ "The assailants | riding in two cars |", "the men, | charged on Monday |": it tells more, and not which."""
    return clause.tag == "VBG" or parse.behind(noun.i).text == ","


def _told(
    parse: Parse,
    mention: Mention,
    noun: Token,
    roles: Sequence[tuple[Mention, Role, Event]],
    known: tuple[Mapping[str, Link], Mapping[str, Actor]],
) -> Mention | None:
    """The mention of the only people told of before whom the noun may call so."""
    links, actors = known
    here = parse.sentence(noun.i)
    own = [e for m, _, e in roles if m.id == mention.id]
    before = [(m, r, e) for m, r, e in roles if m.span.end <= mention.span.start and m.form != "pronoun"]
    for back in range(_REACH + 1):
        near = [(m, r, e) for m, r, e in before if here - parse.sentence(parse.tokens_of(m.span)[0]) == back]
        fitting = [m for m, r, e in near if e not in own and _fits(parse, noun, (m, r, e), links, actors)]
        targets = {links[m.id].target for m in fitting}
        if len(targets) > 1:
            return None
        if fitting:
            return fitting[-1] if links[mention.id].target not in targets else None
    return None


def _fits(
    parse: Parse,
    noun: Token,
    told: tuple[Mention, Role, Event],
    links: Mapping[str, Link],
    actors: Mapping[str, Actor],
) -> bool:
    mention, role, event = told
    link = links.get(mention.id)
    actor = actors.get((link.target if link is not None else None) or "")
    if actor is None:
        return False
    head = parse.tokens[parse.root_of(*parse.tokens_of(mention.span))]
    lemma, called = noun.lemma.lower(), head.lemma.lower()
    many = head.tag in {"NNS", "NNPS"} or called in {"crowd", "mob", "group", "gang"}
    if not many or called in _NO_MEN | _OFFICIAL:
        return False
    if lemma in _COUNTS:
        return bool(_COUNTS[lemma] & {c.lower for c in parse.children(head.i, "nummod")})
    counted = bool(parse.children(head.i, "nummod"))
    if lemma in _ANYBODY:
        return counted or (actor.kind in _PEOPLE and called not in _CIVILIANS)
    if lemma in _MARCHING:
        return called in _MARCHING or (event.type == "PROTEST" and role.part == "actor" and actor.kind == "people")
    if lemma in _HELD:
        held = role.part == "recipient" and event.type in _HOLDING and actor.kind in _PEOPLE
        return called in _HELD or held
    if lemma in _TAKEN:
        return called in _TAKEN or (role.part == "recipient" and event.mode == "abduct")
    return called in _ARMED or (actor.kind == "armed-group" and role.part == "actor")
