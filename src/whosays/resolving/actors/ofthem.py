"""Some of those told before: "nine | of them |" are whoever "they" would mean in that place."""

from __future__ import annotations

import msgspec

from whosays.parse import Parse, Token
from whosays.resolving.actors.asked import Asked


def as_pronoun(parse: Parse, one: Asked) -> Token | None:
    """ "They" in the place of a number of them; None for all other mentions."""
    for child in parse.children(one.head, "nmod"):
        inside = one.start <= child.i < one.end
        if inside and child.lower == "them" and any(c.lower == "of" for c in parse.children(child.i, "case")):
            return msgspec.structs.replace(parse.tokens[one.head], text="they", lemma="they", tag="PRP")
    return None
