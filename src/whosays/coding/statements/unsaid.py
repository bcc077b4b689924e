"""Words told only in a denial: "denied that it had threatened to bomb the dam", "rejected claims it had agreed".

Whoever denies them says that they were never spoken: they are no row of an event table, and bind nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.statements.drafts import Draft
from whosays.parse import Parse
from whosays.records import Act

# What somebody does by speaking; what is only asserted or charged in a denial is what it answers.
_DOING: frozenset[Act] = frozenset(
    {"refuse", "threaten", "promise", "agree", "demand", "call", "condemn", "praise", "warn", "apologise", "decline"}
)
_CARRYING: frozenset[Act] = frozenset({"accuse", "assert", "report", "claim"})


def without_unsaid(parse: Parse, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The statements, those negated that a denial is of."""
    denied: set[int] = set()
    for draft in drafts:
        if draft.act == "deny" and draft.status in {"made", "repeated"} and not draft.asks:
            denied.update(_said_in(parse, draft, drafts))
    if not denied:
        return tuple(drafts)
    return tuple(_unsaid(d) if d.cue_token in denied and d.act in _DOING else d for d in drafts)


def _unsaid(draft: Draft) -> Draft:
    return msgspec.structs.replace(draft, status="negated")


def _said_in(parse: Parse, denial: Draft, drafts: Sequence[Draft]) -> set[int]:
    """The heads of what is denied, also by its noun: "denied | a report | that it had refused"."""
    head = denial.content_head
    if head is None or not denial.holds(head) or head < denial.cue_token:
        return set()
    if parse.tokens[head].is_noun:
        told = next((d for d in drafts if d.cue_token == head and d.act in _CARRYING), None)
        head = told.content_head if told is not None else None
    if head is None or parse.tokens[head].is_noun:
        return set()
    joined = (c.i for c in parse.children(head, "conj") if c.is_verb and denial.holds(c.i))
    return {head, *joined}
