"""Whom others help too, where the sentence before tells it: "France sent food to Haiti. Kuwait gave two million".

Only where one party alone is told to be helped there, and the second gift names nobody and no land of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book, case_of
from whosays.coding.words.understood import is_passive
from whosays.parse import Parse
from whosays.records import Role

_GIVING = frozenset("give donate pledge contribute offer promise provide send commit add".split())
_FOR_WHOM = frozenset({"to", "for", "towards", "toward", "into", "through"})
_SIDES = frozenset({"recipient", "target"})


def with_helped(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The events, gifts to nobody with those who are helped in the sentence before."""
    found = list(drafts)
    for at, draft in enumerate(found):
        helped = _helped(parse, draft, found, book) if _is_gift_to_nobody(parse, draft) else ()
        roles = (*draft.event.roles, *(Role(mention=r.mention, part="recipient", kind=r.kind) for r in helped))
        event = msgspec.structs.replace(draft.event, roles=roles)
        found[at] = msgspec.structs.replace(draft, event=event) if helped else draft
    return tuple(found)


def _is_gift_to_nobody(parse: Parse, draft: EventDraft) -> bool:
    event, verb = draft.event, parse.tokens[draft.head]
    if event.type != "AID" or any(r.part in _SIDES for r in event.roles) or verb.lemma.lower() not in _GIVING:
        return False
    if not verb.is_verb or is_passive(parse, verb.i) or not any(r.part == "actor" for r in event.roles):
        return False
    things = parse.children(verb.i, "obj")
    if len(things) != 1 or not any(parse.tokens[i].tag in {"CD", "$"} for i in parse.subtree(things[0].i)):
        return False
    below = parse.subtree(verb.i)
    return not any(parse.tokens[i].is_noun and case_of(parse, i) in _FOR_WHOM for i in below if i > verb.i)


def _places(parse: Parse, head: int) -> set[str]:
    """The places and bodies that the sentence of a gift names."""
    first, last = parse.sentences[parse.sentence(head)]
    names = (n for n in parse.names if first <= n.start < last and n.label in {"place", "organisation"})
    return {parse.tokens[parse.root_of(n.start, n.end)].lower for n in names}


def _helped(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[Role, ...]:
    here = parse.sentence(draft.head)
    near = [d for d in drafts if d.head < draft.head and parse.sentence(d.head) >= here - 1 and d.event.type == "AID"]
    told = [tuple(r for r in d.event.roles if r.part == "recipient" and r.mention is not None) for d in near]
    told = [roles for roles in told if roles]
    own = {r.mention for r in draft.event.roles}
    words = {parse.tokens[book.head(r.mention or "")].lower[:4] for r in draft.event.roles if r.mention is not None}
    if len(told) != 1 or any(r.mention in own for r in told[0]):
        return ()
    heads = [parse.tokens[book.head(r.mention or "")] for r in told[0]]
    others = {p for p in _places(parse, draft.head) - {t.lower for t in heads} if p[:4] not in words}
    plain = not any(t.tag.startswith("PRP") or t.lower[:4] in words for t in heads)
    return told[0] if plain and not others else ()
