"""Between whom a go-between stood, where the sentence before told of the deal: "The truce was brokered by Orland"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book
from whosays.parse import Parse, Token
from whosays.records import Event, Role

_REACH = 1  # sentences back
_FAR = 3  # sentences that talks may stand before they fail
_DEALS = frozenset("agreement deal truce ceasefire accord pact settlement talk negotiation treaty swap".split())
_TOGETHER = frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"})
_THE = frozenset({"the", "this", "that", "these", "those"})
_TWO = 2


def with_sides(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The mediations with the sides of the deal told of just before; talks that fail with those who held them."""
    found = tuple(_between(parse, at, drafts, book) for at in range(len(drafts)))
    return tuple(_held(parse, at, found, book) for at in range(len(found)))


def _held(parse: Parse, at: int, drafts: Sequence[EventDraft], book: Book) -> EventDraft:
    """ "Orland and Veldia held talks. | The talks broke down |": theirs."""
    draft = drafts[at]
    verb = parse.tokens[draft.head]
    failed = draft.event.type == "REJECT" and draft.event.mode == "meet"
    if not failed or draft.event.roles or not verb.is_verb:
        return draft
    told = [c for c in parse.children(verb.i, "nsubj", "nsubj:pass") if c.lower != "it" and _points_back(parse, c)]
    here = parse.sentence(verb.i)
    before = [d for d in drafts[:at] if d.event.type == "CONSULT" and 0 < here - parse.sentence(d.head) <= _FAR]
    if not told or not before:
        return draft
    words = {t.lower for t in parse.tokens[slice(*parse.sentences[parse.sentence(before[-1].head)])]} | {"peace"}
    if any(c.lower not in words for c in parse.children(told[0].i, "compound")):
        return draft  # "| the wage talks | broke down": others
    sides = _sides(parse, before[-1], book)
    added = [Role(mention=r.mention, part="actor", kind=r.kind) for r in sides]
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(draft.event, roles=tuple(added)))


def _sides(parse: Parse, draft: EventDraft, book: Book) -> tuple[Role, ...]:
    """Those who met, where they are two or more and somebody told."""
    sides = tuple(r for r in draft.event.roles if r.part == "actor" and r.mention is not None)
    unknown = any(_is_pronoun(parse.tokens[book.head(r.mention or "")]) for r in sides)
    return () if len(sides) < _TWO or unknown else sides


def _between(parse: Parse, at: int, drafts: Sequence[EventDraft], book: Book) -> EventDraft:
    draft = drafts[at]
    event = draft.event
    if event.mode != "third-party" or any(r.part in {"recipient", "target"} for r in event.roles):
        return draft
    verb = parse.tokens[draft.head]
    here = parse.sentence(verb.i)
    pointing = verb.is_verb and any(_points_back(parse, c) for c in parse.children(verb.i, "nsubj:pass", "obj"))
    if not pointing and not _is_of_own_talks(parse, verb):
        return draft
    reach = _REACH if pointing else 0
    before = [d for d in drafts[:at] if _is_deal(d.event) and 0 <= here - parse.sentence(d.head) <= reach]
    if not before:
        return draft
    own = {r.mention for r in event.roles}
    sides = [r for r in before[-1].event.roles if r.part == "actor" and r.mention not in own and r.mention is not None]
    if len(sides) < _TWO or any(_is_pronoun(parse.tokens[book.head(r.mention or "")]) for r in sides):
        return draft
    added = [Role(mention=r.mention, part="recipient", kind=r.kind) for r in sides]
    return msgspec.structs.replace(draft, event=msgspec.structs.replace(event, roles=(*event.roles, *added)))


def _is_of_own_talks(parse: Parse, verb: Token) -> bool:
    """ "Orland and Veldia signed a truce after talks | mediated | by Kest": those of the deal beside them."""
    noun = parse.tokens[verb.head]
    if verb.tag != "VBN" or verb.dep != "acl" or noun.lemma.lower() not in _DEALS:
        return False
    sides = (c.lower for n in parse.children(noun.i, "nmod") for c in parse.children(n.i, "case"))
    return not {"between", "with", "among"} & set(sides) and not parse.children(noun.i, "compound", "nmod:poss")


def _is_deal(event: Event) -> bool:
    return event.type in _TOGETHER or (event.type == "RETREAT" and event.mode == "ceasefire")


def _is_pronoun(token: Token) -> bool:
    return token.tag.startswith(("PRP", "W"))


def _points_back(parse: Parse, noun: Token) -> bool:
    """ "The agreement", "this truce", "it": nothing but what was told just before."""
    if noun.lower == "it":
        return True
    bare = not parse.children(noun.i, "nmod", "nmod:poss", "acl", "acl:relcl", "amod")
    return noun.lemma.lower() in _DEALS and bare and any(c.lower in _THE for c in parse.children(noun.i, "det"))
