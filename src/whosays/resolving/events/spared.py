"""That nobody was hurt is said of the attack before: its toll is nil, and no deed was left undone."""

from __future__ import annotations

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.events.tellings import Telling


def nobody_hurt(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """Why "Nobody was killed." belongs to the attack of the sentence before; None where it does not."""
    event = later.event
    nil = event.tolls and all(t.count.high == 0 for t in event.tolls)
    if not nil or event.status != "negated" or any(role.mention is not None for role in event.roles):
        return None
    if earlier.event.type != "ASSAULT" or earlier.event.status not in {"happened", "ongoing"}:
        return None
    if later.sentence - earlier.sentence not in {0, 1} or event.mode is not None:
        return None
    if {t.effect for t in event.tolls} & {t.effect for t in earlier.event.tolls}:
        return None
    words = parse.report.words(event.trigger)
    return Reason(rule="toll", detail=f"that nobody was “{words}” is said of the attack told before", weight=0.8)
