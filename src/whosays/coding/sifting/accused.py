"""Deeds told only inside what somebody is accused of or denies: no offence of law, and no mere description."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse, Token

_ACCUSING = frozenset({"accuse", "suspect"})
_DENYING = frozenset({"deny", "admit", "acknowledge"})
_OF_STATES = frozenset({"MOBILIZE", "AID"})


def is_laid_at_a_state(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "Accused Orland of | sending troops over the border |": what a state or an army is said to have done."""
    if found.trigger.event not in _OF_STATES or not any(p.part == "actor" and p.kind == "organisation" for p in parts):
        return False
    verb = parse.tokens[found.carrier if found.carrier is not None else found.head]
    while verb.dep == "conj" and parse.tokens[verb.head].tag == verb.tag:
        verb = parse.tokens[verb.head]
    return verb.tag == "VBG" and parse.tokens[verb.head].lemma.lower() in _ACCUSING


def is_denied_by(told: Token, clause: Token) -> bool:
    """ "The group, which | denies | receiving arms": what it denies is news, though the denial describes it."""
    return told.i != clause.i and clause.lemma.lower() in _DENYING
