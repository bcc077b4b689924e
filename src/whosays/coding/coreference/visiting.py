"""A visit told with the talks it was for: who came is the visitor, and those whom he came to see receive him."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.mentions import case_of, conjuncts
from whosays.coding.words.parts import Part
from whosays.parse import Parse

_OTHER_SIDE = frozenset({"with", "object"})


def with_hosts(parse: Parse, members: Sequence[Coded]) -> Sequence[Coded]:
    """ "Visited Orli and met | the king |", "flew to Orli for talks with | the king |": he received the visitor."""
    if len(members) == 1 or all(m.found.trigger.event != "CONSULT" for m in members):
        return members
    visits = [m for m in members if m.found.trigger.mode == "visit"]
    if not visits:
        return members
    comers = {p.head for m in visits for p in m.parts if p.part == "actor"}
    if not comers:  # "met the king | during a visit to Orli": whoever met him came
        comers = {p.head for m in members for p in m.parts if p.part == "actor" and p.slot == "subject"}
    return [m if m in visits else _received(parse, m, comers) for m in members]


def _received(parse: Parse, talks: Coded, comers: set[int]) -> Coded:
    met = {h for p in talks.parts if p.head not in comers and _is_met(parse, p) for h in conjuncts(parse, p.head)}
    parts = tuple(
        msgspec.structs.replace(p, part="recipient") if p.head in met and p.part == "actor" else p for p in talks.parts
    )
    return msgspec.structs.replace(talks, parts=parts)


def _is_met(parse: Parse, part: Part) -> bool:
    return part.part == "actor" and (part.slot in _OTHER_SIDE or case_of(parse, part.head) == "with")
