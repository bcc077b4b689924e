"""What was decided for a mention, as its link."""

from __future__ import annotations

from whosays.records import Link, Mention, Reason
from whosays.resolving.actors.asked import Asked, Named

MADE_BY = "rule:actors@2"


def unsure(one: Asked, why: str) -> Named:
    """That nobody is meant for sure, and why."""
    return Named(None, Reason(rule="unsure", detail=f"“{one.mention.name}”: {why}"), score=0.0)


def link_of(mention: Mention, named: Named) -> Link:
    """The link of a mention for which it was decided whom it means."""
    return Link(
        mention=mention.id,
        target=named.actor.id if named.actor is not None else None,
        place=named.place,
        score=named.score,
        reasons=(named.reason,),
        candidates=named.candidates,
        made_by=MADE_BY,
    )
