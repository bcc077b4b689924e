"""Attacks on software: what a program or its makers are "hit" by is no blow, and no body of computers that is named."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.topics import SOFTWARE, are_about, is_about, names_the_world
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_STRIKING = frozenset("attack hit strike target assault assail exploit infect cripple paralyse paralyze".split())


def is_of_software(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "| Attacks | on a flaw in the browser", "users were | hit | by a worm"."""
    if not _is_told_of_code(parse, found, parts):
        return False
    here = parse.around(found.head)
    if names_the_world(here, found.tokens):
        return False
    return are_about(here, SOFTWARE) or is_about(parse, SOFTWARE)


def _is_told_of_code(parse: Parse, found: Found, parts: Sequence[Part]) -> bool:
    """ "A fix was | released |", "some get | hacked |": said of programs too, and there of nobody in particular."""
    trigger = found.trigger
    if trigger.event == "ASSAULT":
        return trigger.effect != "killed" and parse.tokens[found.head].lemma.lower() in _STRIKING
    if trigger.mode == "release":
        return True
    anybody = all(parse.tokens[p.head].tag == "NNS" and p.part != "actor" for p in parts)
    return trigger.mode == "cyber" and parse.tokens[found.head].is_verb and anybody
