"""Attacks on software: what a program or its makers are "hit" by is no blow, and no body of computers that is named."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.topics import SOFTWARE, WORLDLY, are_about, is_about
from whosays.coding.words.parts import Part
from whosays.coding.words.triggers import Found
from whosays.parse import Parse

_STRIKING = frozenset("attack hit strike target assault assail exploit infect cripple paralyse paralyze".split())


def is_of_software(parse: Parse, found: Found, _parts: Sequence[Part]) -> bool:
    """ "| Attacks | on a flaw in the browser", "users were | hit | by a worm"."""
    if found.trigger.event != "ASSAULT" or parse.tokens[found.head].lemma.lower() not in _STRIKING:
        return False
    if found.trigger.effect == "killed":
        return False
    start, end = parse.sentences[parse.sentence(found.head)]
    here = parse.tokens[start:end]
    if any(t.lemma.lower() in WORLDLY for t in here):
        return False
    return are_about(here, SOFTWARE) or is_about(parse, SOFTWARE)
