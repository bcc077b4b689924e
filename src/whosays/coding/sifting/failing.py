"""What comes to nothing is turned down: "the two sides | failed to reach | an agreement"."""

from __future__ import annotations

from collections.abc import Sequence

from whosays.coding.sifting.telling import Coded
from whosays.parse import Parse

_FAILING = frozenset({"fail", "unable"})
_NOT = frozenset({"not", "n't", "n’t", "never"})


def is_failed_accord(parse: Parse, members: Sequence[Coded]) -> bool:
    """ "Failed to agree", "were unable to strike a deal"; not "did not fail to", "tried to"."""
    for member in members:
        found = member.found
        verb = parse.tokens[found.head if found.carrier is None else found.carrier]
        above = parse.tokens[verb.head]
        if verb.dep not in {"xcomp", "advcl", "ccomp"} or above.lemma.lower() not in _FAILING:
            return False
        ahead = above.tag in {"VB", "VBG"} or any(c.tag == "MD" for c in parse.children(above.i, "aux"))
        if ahead or any(c.lower in _NOT for c in parse.children(above.i, "advmod")):
            return False
    return True
