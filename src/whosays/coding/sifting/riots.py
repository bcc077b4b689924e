"""Protests that cost lives: who marches or riots is told in one row, who dies of it in a row of violence."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.triggers import EFFECT

_HARM = frozenset({"killed", "wounded"})


def without_dead(members: Sequence[Coded]) -> tuple[Sequence[Coded], ...]:
    """ "Four are killed in a prison riot": the riot, and apart from it those whom violence killed.

    Nobody protests against the dead, so that they are no recipients of a protest.
    """
    if not any(m.found.trigger.event == "PROTEST" for m in members):
        return (members,)
    harm = [m for m in members if m.found.trigger.effect in _HARM and m.found.trigger.event in {EFFECT, "ASSAULT"}]
    if not any(p.part == "recipient" for m in harm for p in m.parts):
        return (members,)
    rest = [m for m in members if m not in harm]
    if any(m.found.trigger.event == "ASSAULT" for m in rest):  # "hurt in a ramming attack | during a march"
        return (members,)
    dead = [_as_violence(m) for m in harm]
    marches = [m for m in rest if m.found.trigger.event in {"PROTEST", EFFECT}]
    others = [m for m in rest if m not in marches]
    return (others, marches, dead) if others else (rest, dead)  # "a crackdown on | protests | in which nine died"


def _as_violence(member: Coded) -> Coded:
    replace = msgspec.structs.replace
    return replace(member, found=replace(member.found, trigger=replace(member.found.trigger, event="ASSAULT")))
