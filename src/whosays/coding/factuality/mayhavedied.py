"""How many may have died in a deed that was done: "as many as 40 | may have been killed | in the blast"."""

from __future__ import annotations

from whosays.parse import Parse, Token

_MAYBE = frozenset({"may", "might", "could"})
_THE = frozenset({"the", "this", "that", "these", "those"})


def is_only_feared(parse: Parse, harm: Token) -> bool:
    """Whether a verb of harm says who may have been harmed, and not who would have been."""
    beside = {c.lower for c in parse.children(harm.i, "aux")}
    if not beside & _MAYBE or not beside & {"have", "'ve", "’ve"}:
        return False
    if any(c.lower in {"not", "n't", "n’t", "never", "easily"} for c in parse.children(harm.i, "advmod")):
        return False
    for clause in parse.children(harm.i, "advcl"):
        marks = {c.lower for c in parse.children(clause.i, "mark")}
        inverted = not marks and any(c.lower == "had" for c in parse.children(clause.i, "aux"))
        if inverted or marks & {"if", "unless", "but"}:
            return False  # "could have died in the blast | had they not left |"
    return True


def is_known_of(parse: Parse, blow: Token) -> bool:
    """ "In | the blast |", "in a clash | last Friday |": a deed that was done, whoever died in it."""
    if not blow.is_noun or {c.lower for c in parse.children(blow.i, "det")} & {"any", "every", "such", "no"}:
        return False
    if {c.lower for c in parse.children(blow.i, "det")} & _THE or parse.children(blow.i, "nmod:poss"):
        return True
    start, end = blow.i, max(parse.subtree(blow.i)) + 1
    return any(start <= t.start <= end and t.kind == "date" and (t.shift or 0) <= 0 for t in parse.times)
