"""Against whom police use gas and water, where the march just told of says it: "Bakers marched. Police fired gas"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.events import EventDraft
from whosays.coding.words.mentions import Book
from whosays.parse import Parse
from whosays.records import Event, Role

_UNDER_WAY = frozenset({"happened", "ongoing"})
_MARCHES = frozenset({"demo", "riot", "obstruct", None})


def with_marchers(parse: Parse, drafts: Sequence[EventDraft], book: Book) -> tuple[EventDraft, ...]:
    """The events, crowd control with those who protest in its sentence or the one before as its recipients."""
    return tuple(_with(draft, _marchers(parse, draft, drafts, book)) for draft in drafts)


def _marchers(parse: Parse, draft: EventDraft, drafts: Sequence[EventDraft], book: Book) -> tuple[Role, ...]:
    event = draft.event
    if (event.type, event.mode) != ("ASSAULT", "crowd-control") or event.status not in _UNDER_WAY:
        return ()
    if any(r.part in {"recipient", "target"} for r in event.roles) or not parse.tokens[draft.head].is_verb:
        return ()
    if _puts_down_others(parse, draft.head):
        return ()
    here = parse.sentence(draft.head)
    for sentence in (here, here - 1):
        near = [d for d in drafts if parse.sentence(d.head) == sentence and d.head < draft.head and _is_march(d.event)]
        if near:
            doing = [r for r in near[-1].event.roles if r.part == "actor" and r.mention is not None]
            told = {r.mention for r in event.roles}
            plain = all(parse.tokens[book.head(r.mention or "")].is_noun for r in doing)
            fits = len(near) == 1 and plain and not any(r.mention in told for r in doing)
            return tuple(doing) if fits else ()
    return ()


def _puts_down_others(parse: Parse, head: int) -> bool:
    """ "Exiles have marched since May, when troops suppressed | demonstrations in Orli |": those of others."""
    marches = [c for c in parse.children(head, "obj", "nsubj:pass") if c.lemma.lower() in _PROTESTS]
    the = any(c.dep in {"det", "nmod:poss"} for m in marches for c in parse.children(m.i))
    placed = any(parse.children(m.i, "nmod") for m in marches) or bool(parse.children(head, "obl"))
    return bool(marches) and not the and placed


_PROTESTS = frozenset({"demonstration", "protest", "rally", "march", "uprising", "riot", "revolt", "unrest"})


def _is_march(event: Event) -> bool:
    return event.type == "PROTEST" and event.mode in _MARCHES and event.status in _UNDER_WAY


def _with(draft: EventDraft, marchers: Sequence[Role]) -> EventDraft:
    if not marchers:
        return draft
    roles = tuple(Role(mention=r.mention, part="recipient", kind=r.kind) for r in marchers)
    return msgspec.structs.replace(
        draft, event=msgspec.structs.replace(draft.event, roles=(*draft.event.roles, *roles))
    )
