"""Pleas are words and no deeds: "pleads guilty to fraud" accuses nobody."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.events import EventDraft
from whosays.parse import Parse


def without_pleas(parse: Parse, drafts: Sequence[EventDraft]) -> tuple[EventDraft, ...]:
    """The deeds without those that tell what somebody pleads in court; the crime he owns up to stays his."""
    return tuple(d for d in drafts if d.event.type != "ACCUSE" or not _is_plea(parse, d))


def _is_plea(parse: Parse, draft: EventDraft) -> bool:
    verb = parse.tokens[draft.head]
    return verb.lemma.lower() in {"plead", "pled"} and any(
        parse.tokens[i].lower == "guilty" for i in range(draft.head + 1, min(draft.head + 3, len(parse.tokens)))
    )
