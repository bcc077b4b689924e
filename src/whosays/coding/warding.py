"""Attacks that were foiled: what those did who warded them off is no part of the attack."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.telling import Coded
from whosays.coding.triggers import Found
from whosays.ontology import THING_EFFECTS
from whosays.parse import Parse


def without_warders(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "The police foiled an attack, | destroying a van": what they did then is no part of it."""
    warded = {
        m.found.carrier
        for m in members
        if m.found.light is not None and m.found.light.status == "attempted" and m.found.light.subject is None
    }
    return [m for m in members if not _is_warding(parse, m.found, warded)] if warded else list(members)


def _is_warding(parse: Parse, found: Found, warded: set[int | None]) -> bool:
    token = parse.tokens[found.head]
    goes_on = token.dep == "advcl" and token.tag == "VBG" and token.head in warded
    return goes_on and (found.trigger.effect in THING_EFFECTS or found.trigger.effect in {"killed", "wounded"})
