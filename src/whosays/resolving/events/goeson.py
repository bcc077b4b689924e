"""How the doer who was told of did it, or how the device went off: no other deed.

Each is evidence as in :mod:`whosays.resolving.events.sameness`; it sees two tellings that nothing keeps apart.
"""

from __future__ import annotations

import re

from whosays.parse import Parse
from whosays.records import Reason
from whosays.resolving.events.tellings import Telling

_DOER = re.compile(
    r"(?i:the|this) (?:man|woman|attackers?|bombers?|gunm[ae]n|assailants?|shooters?|driver|youth|teenager)\b"
)
_DOER_REACH = 2  # sentences


def doer_goes_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A bomber blew himself up. ... The man detonated his vest": how the same doer did it."""
    if later.event.type != "ASSAULT" or later.recipients or not 0 < later.sentence - earlier.sentence <= _DOER_REACH:
        return None
    if earlier.event.mode is not None and later.event.mode not in {None, earlier.event.mode}:
        return None
    doing = any(r.part == "actor" for r in earlier.event.roles) and not later.doers & earlier.recipients
    if not doing or _DOER.match(parse.report.words(later.event.evidence[0])) is None:
        return None
    return Reason(rule="same-doer", detail="tells how the same doer did it", weight=0.8)


def device_goes_on(parse: Parse, earlier: Telling, later: Telling) -> Reason | None:
    """ "A roadside bomb killed a farmer. ... when the device detonated": the same bomb."""
    event = later.event
    if event.type != "ASSAULT" or earlier.event.mode != event.mode or event.mode not in _SENT_OFF:
        return None
    if not 0 < later.sentence - earlier.sentence <= _DOER_REACH or event.place is not None:
        return None
    roles = {r.part for r in event.roles} - ({"actor"} if later.doers and later.doers <= earlier.doers else set())
    missiles = event.mode != "explosives" and roles <= {"instrument", "target", "recipient"} and not event.tolls
    if not (roles == {"instrument"} or (missiles and "instrument" in roles)):
        return None
    words = [parse.tokens[c].lower for c in range(*parse.tokens_of(event.evidence[0]))][:2]
    if words[:1] != ["the"] or (missiles and not _is_told_in(parse, words[1], earlier)):
        return None
    return Reason(rule="same-device", detail="tells how the same device went off", weight=0.8)


_SENT_OFF = frozenset({"explosives", "heavy-weapons", "drone", "aerial"})


def _is_told_in(parse: Parse, noun: str, earlier: Telling) -> bool:
    """ "A missile attack ... | the missiles | hit a mill": of those told of before."""
    start, end = parse.sentences[earlier.sentence]
    return any(t.is_noun and t.lemma.lower() == noun.removesuffix("s") for t in parse.tokens[start:end])
