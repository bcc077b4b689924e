"""Whoever is near a deed and no doer of it: those who foiled an attack, the foes in a battle that another fought."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from whosays.coding.sifting.telling import Coded
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.coding.words.understood import is_passive
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


_REPELLING = frozenset({"repel", "repulse", "thwart", "foil", "avert"})


def without_repellers(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "Ninety rebels were killed by guards | repelling an assault |": not on the rebels."""
    return [msgspec.structs.replace(m, parts=_of_its_own(parse, m)) if _is_repelled(parse, m) else m for m in members]


def _is_repelled(parse: Parse, member: Coded) -> bool:
    token = parse.tokens[member.found.head]
    verb = parse.tokens[token.head]
    if not token.is_noun or token.dep != "obj" or verb.tag != "VBG" or verb.lemma.lower() not in _REPELLING:
        return False
    above = {verb.head, parse.tokens[verb.head].head}
    return verb.dep in {"acl", "advcl"} and any(is_passive(parse, i) for i in above if parse.tokens[i].is_verb)


def _of_its_own(parse: Parse, member: Coded) -> tuple[Part, ...]:
    below = set(parse.subtree(member.found.head))
    return tuple(p for p in member.parts if p.part != "recipient" or p.head in below)


def without_foes(parse: Parse, members: Sequence[Coded]) -> list[Coded]:
    """ "Killed by soldiers during a battle with | the rebels": who killed them is told, and it is not these."""
    fought = {
        h
        for m in members
        if is_passive(parse, m.found.head) and any(p.part == "actor" for p in m.parts)
        for h in m.found.slots.get("during", ())
    }
    return [
        msgspec.structs.replace(m, parts=tuple(p for p in m.parts if p.part != "actor" or p.slot != "with"))
        if m.found.head in fought
        else m
        for m in members
    ]
