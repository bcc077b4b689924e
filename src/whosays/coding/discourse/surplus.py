"""Rows that only tell a part of what another row tells: "two by a drone strike", "including six killed in a raid".

Also the count of those who claim the deed, the campaign that a strike is part of, a bare toll told two sentences on.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.discourse.toldon import FROM_AFAR
from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse, Token

_SAYING = frozenset({"claim", "say", "state", "assert"})
_CAMPAIGNS = frozenset({"operation", "campaign"})
_REAL = frozenset({"happened", "ongoing"})
_STRIKES = frozenset({"strike", "airstrike", "attack", "bombardment", "raid", "bombing"})


def without_surplus(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The deeds but for those that another row tells as a part of its own."""
    drafts = [d for d in drafts if not _is_joint_operation(parse, d, drafts, book)]
    if sum(d.event.type == "ASSAULT" for d in drafts) < 2:
        return tuple(drafts)
    found = list(_with_late_tolls(parse, drafts, book))
    for draft in list(found):
        if draft.event.type != "ASSAULT":
            continue
        others = [d for d in found if d is not draft and d.event.type == "ASSAULT"]
        if (
            _is_of_each(parse, draft, others)
            or _is_of_included(parse, draft, others, book)
            or _is_rival_count(parse, draft, others, book)
            or _is_the_campaign(parse, draft, others, book)
        ):
            found.remove(draft)
    return tuple(found)


def _heads(draft: EventDraft, book: Book, *parts: str) -> list[int]:
    return [book.head(r.mention) for r in draft.event.roles if r.part in parts and r.mention is not None]


def _is_joint_operation(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> bool:
    """ "Was killed during | a joint operation | of Orland and Veldia": in it they killed, and so worked together."""
    noun = parse.tokens[draft.head]
    if draft.event.type != "COOPERATE" or noun.is_verb or noun.lemma.lower() not in _CAMPAIGNS:
        return False
    mine = set(_heads(draft, book, "actor"))
    others = (d for d in drafts if d.event.type == "ASSAULT" and d.event.status == draft.event.status)
    return bool(mine) and any(mine <= set(_heads(d, book, "actor")) for d in others)


def _is_of_each(parse: Parse, draft: EventDraft, others: Sequence[EventDraft]) -> bool:
    """ "Three are killed in raids, two | by a drone strike | and one by gunfire": how each of them was."""
    noun = parse.tokens[draft.head]
    number = parse.tokens[noun.head]
    if noun.is_verb or number.tag != "CD" or case_of(parse, noun.i) not in {"by", "in"} or number.i > noun.i:
        return False
    bare = not any(r.part in {"recipient", "actor"} for r in draft.event.roles)
    here = parse.sentence(noun.i)
    killed = [d for d in others if parse.sentence(d.head) == here and d.head < noun.i and d.event.tolls]
    return bare and bool(killed) and parse.tokens[number.i - 1].lower in {",", "and", "including", "with", ";", ":"}


def _is_of_included(parse: Parse, draft: EventDraft, others: Sequence[EventDraft], book: Book) -> bool:
    """ "Killing 25 people, | including six killed in an air strike on a mill": some of the 25."""
    hurt = _heads(draft, book, "recipient", "actor")  # "six bakers | killed in a strike": a tree may make them act
    if not hurt or not all(case_of(parse, h) == "including" for h in hurt):
        return False
    return any(d.head < draft.head and set(hurt) <= set(_heads(d, book, "recipient")) for d in others)


def _is_rival_count(parse: Parse, draft: EventDraft, others: Sequence[EventDraft], book: Book) -> bool:
    """ "The Front claims responsibility, | claiming it killed ninety |": the dead of the blast told before."""
    verb = parse.tokens[draft.head]
    saying = parse.tokens[verb.head]
    doers = _heads(draft, book, "actor")
    if verb.dep not in {"ccomp", "xcomp"} or saying.lemma.lower() not in _SAYING or not draft.event.tolls:
        return False
    if _heads(draft, book, "target") or not all(parse.tokens[h].tag.startswith("PRP") for h in doers):
        return False
    here = parse.sentence(verb.i)
    start, end = parse.sentences[here]
    owned = any(
        t.lower == "responsibility" and t.dep == "obj" and parse.tokens[t.head].lemma.lower() == "claim"
        for t in parse.tokens[start:end]
    )
    placed = any(n.label == "place" and verb.i < n.start < end for n in parse.names)
    return owned and not placed and any(parse.sentence(d.head) in {here, here - 1} for d in others)


def _is_the_campaign(parse: Parse, draft: EventDraft, others: Sequence[EventDraft], book: Book) -> bool:
    """ "Orlian jets strike depots as | Orland begins an operation |": whose strikes were just told."""
    noun = parse.tokens[draft.head]
    if noun.is_verb or noun.lemma.lower() not in _CAMPAIGNS or draft.event.tolls:
        return False
    if any(r.part != "actor" for r in draft.event.roles):
        return False
    here = parse.sentence(noun.i)
    mine = [_words(parse, h) for h in _heads(draft, book, "actor")]
    near = [d for d in others if parse.sentence(d.head) == here and d.event.status in _REAL]
    theirs = [_words(parse, h) for d in near for h in _heads(d, book, "actor")]
    return bool(mine) and any(_are_alike(a, b) for a in mine for b in theirs)


def _words(parse: Parse, head: int) -> frozenset[str]:
    """The capitalised words of a party, by which a state and its adjective are told to be one."""
    around = (parse.tokens[head], *parse.children(head, "amod", "compound", "nmod:poss", "nmod"))
    return frozenset(t.text for t in around if t.text[:1].isupper() and len(t.text) > 3)


def _are_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(a[:4] == b[:4] for a in one for b in other)


def _with_late_tolls(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> Sequence[EventDraft]:
    """ "Jets strike depots. State media report blasts. | Two people are killed |": by the strikes, told two before."""
    found = list(drafts)
    for draft in drafts:
        if not _is_bare_toll(parse, draft, book):
            continue
        here = parse.sentence(draft.head)
        told = [d for d in found if d.event.type == "ASSAULT" and d.head < draft.head]
        told = [d for d in told if here - 2 <= parse.sentence(d.head)]
        near = [d for d in told if parse.sentence(d.head) >= here - 1]
        strikes = [d for d in told if _is_strike(parse, d) and _heads(d, book, "actor")]
        if near or len(strikes) != 1 or any(t.effect == "killed" for t in strikes[0].event.tolls):
            continue
        if draft not in found:
            continue
        event = strikes[0].event
        roles = (*event.roles, *draft.event.roles)
        event = msgspec.structs.replace(event, roles=roles, tolls=(*event.tolls, *draft.event.tolls))
        found[found.index(strikes[0])] = msgspec.structs.replace(strikes[0], event=event)
        found.remove(draft)
    return found


def _is_strike(parse: Parse, draft: EventDraft) -> bool:
    struck = draft.event.mode in FROM_AFAR or parse.tokens[draft.head].lemma.lower() in _STRIKES
    return struck and draft.event.status == "happened"


def _is_bare_toll(parse: Parse, draft: EventDraft, book: Book) -> bool:
    start, end = parse.sentences[parse.sentence(draft.head)]
    alone = parse.tokens[draft.head].dep == "root" and is_bare_toll(parse, draft, book)
    return (
        alone and start > 0 and not any(n.start >= start and n.end <= end and n.label == "place" for n in parse.names)
    )


def is_bare_toll(parse: Parse, draft: EventDraft, book: Book) -> bool:
    """Whether words tell of a killing only that it befell so many: "20 people were killed"."""
    verb: Token = parse.tokens[draft.head]
    if draft.event.type != "ASSAULT" or draft.event.status != "happened" or not draft.event.tolls:
        return False
    if not verb.is_verb or not is_passive(parse, verb.i):
        return False
    return not (_heads(draft, book, "actor", "target", "instrument") or parse.children(verb.i, "obl", "advcl"))
